// Values of databases that are no values of fields, on their way through cells of text.

/// A value of a database that is no value of a field: a number in floating point, or plain bytes.
///
/// It lies in its cell behind a mark that no text has, so that its row is left out where rows are read,
/// and counted and told like any other.
package struct RefusedValue {
  /// U+FDD0, which Unicode keeps for use within a program.
  static let mark = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

  /// What bytes are called.
  private static let bytes = "BLOB"

  /// What is shown of the value.
  let text: String

  /// The cell of a number in floating point.
  package static func cell(_ number: Double) -> String { mark + "\(number)" }

  /// The cell of plain bytes.
  package static var cellOfBytes: String { mark + bytes }

  /// The value in a cell, if it is one.
  init?(_ cell: String) {
    guard cell.utf8.starts(with: Self.mark.utf8) else { return nil }
    text = String(cell.unicodeScalars.dropFirst())
  }

  var message: String {
    text == Self.bytes
      ? "these are bytes (BLOB), which are no value of a field"
      : "`\(text)` is kept in floating point (REAL), which is not exact"
  }

  var suggestion: String {
    text == Self.bytes
      ? "keep it as TEXT"
      : "keep it as TEXT, or as a whole number of a smaller unit"
  }
}
