// How the rows of a register are written.

/// How rows are written, one behind the other, in UTF-8.
public enum RowFormat: String, Sendable {
  /// Comma-separated values under a header.
  case csv
  /// A JSON object in each line.
  case jsonl
}
