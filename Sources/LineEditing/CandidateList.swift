// The list of candidates below the line, aligned by display width.

import Diagnostics

/// Lays candidates out for a screen.
struct CandidateList {
  /// The most candidates that are shown; more are no help in choosing.
  static let most = 100

  private static let gap = 2
  /// Details that would be cut to fewer columns are left out.
  private static let narrowestDetail = 12

  /// The rows of the list; the last one counts what was left out.
  let lines: [String]

  /// Lays candidates out.
  ///
  /// Each candidate has its row with its detail where that fits on the screen; otherwise the labels
  /// stand in columns, which are read downwards.
  init(_ candidates: [Completion], columns: Int, rows: Int) {
    // The prompt and the count of what was left out need their rows too.
    let height = max(1, rows - 2)
    let widest = max(1, columns - 1)
    let labels = candidates.prefix(Self.most).map { $0.label.onOneLine.cut(to: widest) }
    let width = labels.map(\.displayWidth).max() ?? 0
    let room = columns - width - Self.gap - 1
    let hasDetails = candidates.contains { $0.detail != nil }
    let shown: Int
    var lines: [String]
    if hasDetails, candidates.count <= height, room >= Self.narrowestDetail {
      shown = labels.count
      lines = zip(labels, candidates).map { label, candidate in
        guard let detail = candidate.detail else { return label }
        return label.padded(to: width + Self.gap) + detail.onOneLine.cut(to: room)
      }
    } else {
      let perRow = max(1, (columns - 1 + Self.gap) / (width + Self.gap))
      shown = min(labels.count, height * perRow)
      let rowCount = (shown + perRow - 1) / perRow
      lines = (0..<rowCount).map { row in
        let cells = stride(from: row, to: shown, by: max(1, rowCount)).map { labels[$0] }
        return cells.dropLast().map { $0.padded(to: width + Self.gap) }.joined()
          + (cells.last ?? "")
      }
    }
    if shown < candidates.count { lines.append("… +\(candidates.count - shown)") }
    self.lines = lines
  }
}

extension String {
  /// The text with spaces up to a width in columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// The text, or what fits of it with an ellipsis.
  fileprivate func cut(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var room = width - 1
    let kept = prefix { character in
      room -= character.displayWidth
      return room >= 0
    }
    return kept + "…"
  }
}
