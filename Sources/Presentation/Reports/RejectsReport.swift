// Rows that could not be read, as a file.

public import DataSources
import Diagnostics

/// Writes rejected rows as CSV.
public enum RejectsReport {
  /// The rows with line, column, value and reason.
  public static func csv(_ rejects: [RejectedRow]) -> String {
    head + rejects.map(row).joined()
  }

  /// The headings.
  public static let head = CSVWriter.row(["line", "column", "value", "reason"])

  /// A row with line, column, value and reason.
  public static func row(_ reject: RejectedRow) -> String {
    row(["\(reject.line)", reject.column, reject.value, reject.reason.message])
  }

  /// A row of cells that were kept elsewhere.
  package static func row(_ cells: [String]) -> String { CSVWriter.row(cells) }
}
