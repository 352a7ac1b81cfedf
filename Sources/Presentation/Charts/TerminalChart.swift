// A chart of points in a terminal.

import Diagnostics
import Quantities

extension Chart {
  /// The chart in characters: a point for each value, and a dotted line between neighbours.
  ///
  /// - Parameters:
  ///   - width: How many columns it may take.
  ///   - height: How many rows the values may take.
  public func text(width: Int = 72, height: Int = 12, style: Style = .plain) -> String {
    guard let scale, height > 1 else { return "\(title): nothing to draw\n" }
    let marks = scale.marks.map { mark in
      (text: mark.description, row: scale.position(of: mark, last: height - 1))
    }
    let margin = marks.map(\.text.displayWidth).max() ?? 0
    let columns = max(points.count, min(width - margin - 3, points.count * 8))
    var canvas = Canvas(columns: columns, rows: height)
    let places = points.indices.map { x(of: $0, in: columns) }
    let rows = points.map { $0.value.map { scale.position(of: $0, last: height - 1) } }
    for (left, right) in zip(points.indices, points.indices.dropFirst()) {
      guard let start = rows[left], let end = rows[right] else { continue }
      canvas.line(from: (places[left], start), to: (places[right], end), "·")
    }
    for (place, row) in zip(places, rows) {
      if let row { canvas.put("●", place, row) }
    }
    var lines = [style.bold(title) + (unit.isEmpty ? "" : "  \(unit)")]
    for row in (0..<height).reversed() {
      let mark = marks.first { $0.row == row }?.text ?? ""
      let axis = mark.isEmpty ? "│" : "┤"
      lines.append(
        mark.padded(toWidth: margin, .right) + " " + style.dim(axis) + canvas.text(ofRow: row))
    }
    lines.append(
      String(repeating: " ", count: margin + 1)
        + style.dim("└" + String(repeating: "─", count: columns)))
    lines.append(String(repeating: " ", count: margin + 2) + labels(places, in: columns))
    return lines.map { $0.trimmedRight + "\n" }.joined()
  }

  /// The column of a point, from 0.
  private func x(of position: Int, in columns: Int) -> Int {
    points.count < 2 ? columns / 2 : position * (columns - 1) / (points.count - 1)
  }

  /// The labels below their points; one that would touch the one before it is left out.
  private func labels(_ places: [Int], in columns: Int) -> String {
    var text = ""
    var width = 0
    for (point, place) in zip(points, places) {
      let start = max(
        0, min(place - point.label.displayWidth / 2, columns - point.label.displayWidth))
      guard start >= width + (width == 0 ? 0 : 2) else { continue }
      text += String(repeating: " ", count: start - width) + point.label
      width = start + point.label.displayWidth
    }
    return text
  }
}

/// Rows of characters that can be written anywhere, counted from the lower left corner.
private struct Canvas {
  private var cells: [[Character]]

  init(columns: Int, rows: Int) {
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func put(_ mark: Character, _ column: Int, _ row: Int) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    cells[row][column] = mark
  }

  mutating func line(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int), _ mark: Character
  ) {
    let width = end.column - start.column
    guard width > 0 else { return }
    for column in start.column...end.column {
      let rise = (end.row - start.row) * (column - start.column)
      // Halves away from zero, so that lines up and down look alike.
      let row = start.row + (2 * rise + (rise < 0 ? -width : width)) / (2 * width)
      put(mark, column, row)
    }
  }

  func text(ofRow row: Int) -> String { String(cells[row]) }
}

extension String {
  fileprivate var trimmedRight: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
