// Tables for people: columns aligned by display width and cut to a terminal.

import Diagnostics

extension TextTable {
  /// The spaces between two columns.
  private static let gap = 2

  /// The narrowest that a column of text becomes before whole lines are cut.
  private static let narrowest = 8

  /// The table for people: a heading, a rule, and a line for each row.
  ///
  /// When the table is wider than `width` terminal columns, its widest columns of text give way first;
  /// columns aligned to the right, which hold figures, keep theirs. No line ends in a space.
  public func text(width: Int? = nil, style: Style = .plain) -> String {
    let headings = columns.map { Cell($0.heading.onOneLine, .bold) }
    let body = rows.map { $0.map { Cell($0.text.onOneLine, $0.tone) } }
    let widths = fitted(naturalWidths(of: [headings] + body), to: width)
    let rule = widths.map { Cell(String(repeating: "─", count: $0), .dim) }
    return ([headings, rule] + body).map { line($0, widths, width, style) + "\n" }.joined()
  }

  private func naturalWidths(of lines: [[Cell]]) -> [Int] {
    columns.indices.map { column in
      let natural = lines.map { $0[column].text.displayWidth }.max() ?? 0
      return min(natural, columns[column].maximumWidth ?? .max)
    }
  }

  private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - width
    while excess > 0 {
      let candidates = widths.indices.filter {
        columns[$0].alignment == .left && widths[$0] > Self.narrowest
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ limit: Int?, _ style: Style) -> String {
    var output = ""
    var spaces = 0
    var remaining = limit ?? .max
    for (index, cell) in cells.enumerated() {
      if index > 0 { spaces += Self.gap }
      let text = cell.text.cut(toWidth: widths[index])
      let fill = max(0, widths[index] - text.displayWidth)
      if columns[index].alignment == .right { spaces += fill }
      guard !text.isEmpty else {
        if columns[index].alignment == .left { spaces += fill }
        continue
      }
      guard remaining > spaces else { break }
      let shown = text.cut(toWidth: remaining - spaces)
      output += String(repeating: " ", count: spaces) + style.paint(shown, cell.tone)
      remaining -= spaces + shown.displayWidth
      spaces = columns[index].alignment == .left ? fill : 0
    }
    return output
  }
}
