// The bytes of a data file, and findings that point into them.

import Diagnostics

/// The bytes of a data file; builds the text that findings show only when there is a finding.
final class DataText {
  let path: String
  let bytes: [UInt8]

  /// Where the bytes begin in the file, when they are a part of one.
  private let firstLine: Int
  private let firstOffset: Int

  /// How much of a file findings can show; what lies beyond is named by its line alone.
  private static let shownBytes = 4 << 20

  init(path: String, bytes: [UInt8], firstLine: Int = 1, firstOffset: Int = 0) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstOffset = firstOffset
  }

  private lazy var file: SourceFile = {
    let shown = String(
      decoding: bytes.prefix(max(0, Self.shownBytes - firstOffset)), as: UTF8.self)
    // Only `\n` and `\r` end a line of CSV, but a source file breaks at every Unicode line separator.
    // The mark before a refused value is nothing to look at either.
    let unseen = Set(
      ["\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"] + RefusedValue.mark.unicodeScalars)
    var text = String(repeating: "\n", count: firstLine - 1).unicodeScalars
    text.append(contentsOf: shown.unicodeScalars.map { unseen.contains($0) ? " " : $0 })
    return SourceFile(path: path, text: String(text))
  }()

  /// A finding at a byte of a line; `skipping` characters lie between the byte and the place shown.
  func finding(
    _ code: String, _ message: String, line: Int, offset: Int, skipping: Int = 0, length: Int = 1,
    notes: [String] = [], suggestion: String? = nil
  ) -> Finding {
    guard firstOffset + offset < Self.shownBytes else {
      return Finding(
        code, message, notes: ["this is in line \(line) of `\(path)`"] + notes,
        suggestion: suggestion)
    }
    var start = offset
    while start > 0, bytes[start - 1] != CSVByte.lineFeed, bytes[start - 1] != CSVByte.return {
      start -= 1
    }
    if start == 0, bytes.starts(with: CSVByte.mark) { start = CSVByte.mark.count }
    let column = String(decoding: bytes[min(start, offset)..<offset], as: UTF8.self).count + 1
    let span = SourceSpan(file: file, line: line, column: column + skipping, length: length)
    return Finding(code, message, at: span, notes: notes, suggestion: suggestion)
  }

  /// Throws a ``Failure`` when this begins as UTF-16 does.
  func refuseUTF16() throws(Failure) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw Failure(
      finding(
        "csv.encoding", "`\(path)` is UTF-16; data files are UTF-8",
        suggestion: "save it as “CSV UTF-8”"))
  }

  /// What to do about a register that is not UTF-8.
  static let otherEncoding = "save the file as “CSV UTF-8”, or try `--encoding gb18030`"

  /// A finding about the file as a whole.
  func finding(_ code: String, _ message: String, suggestion: String? = nil) -> Finding {
    Finding(code, message, suggestion: suggestion)
  }
}

/// The bytes that have a meaning in a CSV file.
enum CSVByte {
  static let null = UInt8(0)
  static let lineFeed = UInt8(ascii: "\n")
  static let `return` = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")

  /// The byte order mark that some programs put before UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
