// A row that could not be read, with the reason.

public import Diagnostics

/// A row of a data file that was left out, so that nothing is lost silently.
public struct RejectedRow: Sendable {
  /// The line the row begins on, counted from 1.
  public let line: Int

  /// The heading of the column at fault; empty when it is the row as a whole.
  public let column: String

  /// The cell at fault as it is written; for a row as a whole, its first cell.
  public let value: String

  /// Why it was left out.
  public let reason: Finding

  /// The key of the subject that the row is about, if its cell could be read.
  public let key: String?

  /// Creates a rejected row.
  public init(line: Int, column: String, value: String, reason: Finding, key: String? = nil) {
    self.line = line
    self.column = column
    self.value = value
    self.reason = reason
    self.key = key
  }

  /// The row with the key of its subject.
  func about(_ key: String) -> RejectedRow {
    RejectedRow(line: line, column: column, value: value, reason: reason, key: key)
  }
}
