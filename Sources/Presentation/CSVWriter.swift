// Rows of comma-separated values.

/// Writes rows as RFC 4180 describes them, with `\n` at the end of each.
public enum CSVWriter {
  /// One row, ending in a newline.
  ///
  /// A cell is quoted when it holds a comma, a quote or a line break. A row of one empty cell is
  /// written as `""`, because a blank line is no row.
  ///
  /// ```swift
  /// CSVWriter.row(["a", "b, c"])  // a,"b, c"⏎
  /// ```
  public static func row(_ cells: [String]) -> String {
    if cells == [""] { return "\"\"\n" }
    return cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let comma = UInt8(ascii: ",")
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: { $0 == comma || $0 == quote || $0 == 10 || $0 == 13 }) else {
      return cell
    }
    return "\"\(cell.replacing("\"" as Unicode.Scalar, with: "\"\""))\""
  }
}
