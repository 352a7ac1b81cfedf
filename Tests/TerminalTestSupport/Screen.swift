// What a terminal shows at one moment.

/// A terminal's screen.
public struct Screen: Sendable, Equatable, CustomStringConvertible {
  /// The rows down to the last one that is not blank, without blanks at their ends.
  public let rows: [String]

  /// The column of the cursor, counted from 0; wide characters take two.
  public let column: Int

  /// The row of the cursor, counted from 0.
  public let row: Int

  /// Whether the program has closed the terminal by ending.
  public let isOver: Bool

  /// What tmux shall say on the first line.
  static let state = "#{cursor_x},#{cursor_y},#{pane_dead}"

  /// Reads what tmux says: the state, then the screen.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let state = lines.removeFirst().split(separator: ",").map { Int($0) ?? 0 }
    column = state.first ?? 0
    row = state.dropFirst().first ?? 0
    isOver = state.last == 1
    // tmux writes on the screen that the program has ended.
    var rows = lines.map { String($0.trimmingSuffix(while: { $0 == " " })) }
    while let last = rows.last, last.isEmpty || last.hasPrefix("Pane is dead") { rows.removeLast() }
    self.rows = rows
  }

  /// The rows, with the cursor's place below.
  public var description: String {
    rows.joined(separator: "\n") + "\n[cursor \(column),\(row)]"
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, holds(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
