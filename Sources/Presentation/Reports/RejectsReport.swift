// Rows that could not be read, as a file.

public import DataSources
import Diagnostics

/// Writes rejected rows as CSV.
public enum RejectsReport {
  /// The rows with line, column, value and reason.
  public static func csv(_ rejects: [RejectedRow]) -> String {
    CSVWriter.row(["line", "column", "value", "reason"])
      + rejects.map { reject in
        CSVWriter.row(["\(reject.line)", reject.column, reject.value, reject.reason.message])
      }.joined()
  }
}
