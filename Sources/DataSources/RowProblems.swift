// Everything that is wrong with one row, told as one rejected row.

import Diagnostics

/// Collects what is wrong with a row: the first problem is the reason, the others become its notes.
struct RowProblems {
  let text: DataText
  let line: Int
  private var first: RejectedRow?

  init(text: DataText, line: Int) {
    self.text = text
    self.line = line
  }

  /// The row as rejected, or `nil` when nothing is wrong.
  var reject: RejectedRow? { first }

  /// Adds a problem with a whole cell.
  mutating func add(
    _ code: String, _ message: String, in cell: CSVField, column: String, suggestion: String? = nil
  ) {
    add(
      text.finding(
        code, message, line: cell.line, offset: cell.offset,
        length: cell.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[0]
          .count,
        suggestion: suggestion),
      in: cell, column: column)
  }

  /// Adds a problem inside a cell.
  mutating func add(_ code: String, _ error: FieldParseError, in cell: CSVField, column: String) {
    add(
      text.finding(
        code, "column `\(column)`: \(error.message)", line: cell.line, offset: cell.offset,
        skipping: error.offset, length: max(1, cell.text.count - error.offset),
        suggestion: error.suggestion),
      in: cell, column: column)
  }

  private mutating func add(_ finding: Finding, in cell: CSVField, column: String) {
    guard let earlier = first else {
      first = RejectedRow(line: line, column: column, value: cell.text, reason: finding)
      return
    }
    let reason = earlier.reason
    first = RejectedRow(
      line: line, column: earlier.column, value: earlier.value,
      reason: Finding(
        reason.code, reason.message, severity: reason.severity, at: reason.span,
        notes: reason.notes + ["also: \(finding.message)"], suggestion: reason.suggestion))
  }
}
