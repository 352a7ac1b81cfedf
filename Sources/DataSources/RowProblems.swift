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
      column: column, value: cell.text)
  }

  /// Adds a problem inside a cell.
  mutating func add(_ code: String, _ error: FieldParseError, in cell: CSVField, column: String) {
    // Where the file has other characters than the cell, the cell as a whole is shown.
    let offset = cell.isVerbatim ? error.offset : 0
    add(
      text.finding(
        code, "column `\(column)`: \(error.message)", line: cell.line, offset: cell.offset,
        skipping: offset, length: max(1, cell.text.count - offset),
        suggestion: error.suggestion),
      column: column, value: cell.text)
  }

  /// Adds that a cell stands for a value that no field may have.
  mutating func add(_ refused: RefusedValue, in cell: CSVField, column: String) {
    add(
      text.finding(
        "data.refused-value", "column `\(column)`: \(refused.message)", line: cell.line,
        offset: cell.offset, skipping: 1, length: refused.text.count,
        suggestion: refused.suggestion),
      column: column, value: refused.text)
  }

  /// Adds a problem at a byte of the row's line.
  mutating func add(
    _ code: String, _ message: String, at offset: Int, length: Int, column: String, value: String,
    suggestion: String? = nil
  ) {
    add(
      text.finding(
        code, message, line: line, offset: offset, length: max(1, length), suggestion: suggestion),
      column: column, value: value)
  }

  private mutating func add(_ finding: Finding, column: String, value: String) {
    guard let earlier = first else {
      first = RejectedRow(line: line, column: column, value: value, reason: finding)
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
