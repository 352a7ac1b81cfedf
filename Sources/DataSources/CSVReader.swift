// Reads comma-separated values from bytes, one record at a time, with positions.

public import Diagnostics

/// A cell of a CSV file.
public struct CSVField: Sendable {
  /// The text, without the quotes around it.
  public let text: String

  /// The line it begins on, counted from 1.
  public let line: Int

  /// The byte its text begins at, after an opening quote.
  let offset: Int

  /// Whether the file has the same characters there, so that one can count along.
  var isVerbatim = true
}

/// A row of a CSV file.
public struct CSVRecord: Sendable {
  /// The line it begins on, counted from 1.
  public let line: Int

  /// Its cells; as many as the header has.
  public let fields: [CSVField]

  /// A header of which only the number of columns matters.
  package static func header(columns: Int) -> CSVRecord {
    CSVRecord(
      line: 1, fields: Array(repeating: CSVField(text: "", line: 1, offset: 0), count: columns))
  }
}

/// Reads comma-separated values as RFC 4180 describes them.
///
/// Lines end in `\n`, `\r\n` or `\r`; a byte order mark and blank lines are skipped; quoted cells may
/// hold line breaks. The first record is the header. A record that cannot be read is handed out as a
/// ``RejectedRow`` and reading goes on; only a quote that is never closed ends it.
public struct CSVReader {
  /// A record, or the reason why there is none.
  public enum Row: Sendable {
    case record(CSVRecord)
    case rejected(RejectedRow)
  }

  /// The header.
  public private(set) var header = CSVRecord(line: 1, fields: [])

  let text: DataText

  /// Registers may be read in other encodings, other files may not.
  private let isRegister: Bool
  private var position = 0
  private var line = 1

  /// Creates a reader and reads the header; `expected` names the columns for the message about an
  /// empty file.
  ///
  /// Throws a ``Failure`` when there is no readable header.
  public init(path: String, bytes: [UInt8], expected: [String]) throws(Failure) {
    try self.init(path: path, bytes: bytes, expected: expected, isRegister: false)
  }

  init(path: String, bytes: [UInt8], expected: [String], isRegister: Bool) throws(Failure) {
    self.isRegister = isRegister
    text = DataText(path: path, bytes: bytes)
    try text.refuseUTF16()
    if bytes.starts(with: CSVByte.mark) { position = CSVByte.mark.count }
    switch try next() {
    case .record(let record): header = record
    case .rejected(let row): throw Failure(row.reason)
    case nil:
      throw Failure(
        text.finding(
          "csv.empty",
          "`\(path)` is empty; expected a header \(expected.map { "`\($0)`" }.joined(separator: ", "))"
        ))
    }
  }

  /// Creates a reader of records that lie somewhere in a file whose header is known.
  package init(part bytes: [UInt8], of path: String, header: CSVRecord, line: Int, offset: Int) {
    text = DataText(path: path, bytes: bytes, firstLine: line, firstOffset: offset)
    isRegister = true
    self.header = header
    self.line = line
  }

  /// Where the next record begins: the byte, and the line counted from 1.
  package var place: (offset: Int, line: Int) { (position, line) }

  /// The next record, or `nil` at the end.
  ///
  /// Throws a ``Failure`` when a quote is never closed.
  public mutating func next() throws(Failure) -> Row? {
    let bytes = text.bytes
    while position < bytes.count, endLine() {}
    guard position < bytes.count else { return nil }
    let (start, firstLine) = (position, line)
    var fields: [CSVField] = []
    fields.reserveCapacity(header.fields.count)
    var problem: Finding?
    while true {
      fields.append(try field(&problem))
      guard position < bytes.count, bytes[position] == CSVByte.comma else { break }
      position += 1
    }
    _ = endLine()
    if problem == nil, !header.fields.isEmpty, fields.count != header.fields.count {
      problem = text.finding(
        "csv.field-count",
        "the header has \(header.fields.count) fields, this row has \(fields.count)",
        line: firstLine, offset: start,
        suggestion: "quote a cell that holds a comma, and keep empty cells")
    }
    if let problem {
      return .rejected(
        RejectedRow(line: firstLine, column: "", value: fields[0].text, reason: problem))
    }
    return .record(CSVRecord(line: firstLine, fields: fields))
  }

  /// A finding at a cell; `skipping` characters of it come before the place.
  package func finding(
    _ code: String, _ message: String, in field: CSVField, skipping: Int = 0,
    suggestion: String? = nil
  ) -> Finding {
    text.finding(
      code, message, line: field.line, offset: field.offset, skipping: skipping,
      length: max(1, field.text.count - skipping), suggestion: suggestion)
  }

  /// Steps over a line end, if there is one here.
  private mutating func endLine() -> Bool {
    let bytes = text.bytes
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case CSVByte.lineFeed: position += 1
    case CSVByte.return:
      position += 1
      if position < bytes.count, bytes[position] == CSVByte.lineFeed { position += 1 }
    default: return false
    }
    line += 1
    return true
  }

  /// Reads a cell up to the comma or line end after it.
  private mutating func field(_ problem: inout Finding?) throws(Failure) -> CSVField {
    guard position < text.bytes.count, text.bytes[position] == CSVByte.quote else {
      let start = position
      skipUnquoted()
      return cell(text.bytes[start..<position], line: line, offset: start, &problem)
    }
    let (opening, firstLine) = (position, line)
    let content = try quotedContent()
    let end = position
    skipUnquoted()
    if position > end {
      problem =
        problem
        ?? text.finding(
          "csv.text-after-quote", "there is text after the closing quote of a cell",
          line: line, offset: end,
          suggestion: "write a quote inside a quoted cell twice: `\"\"`")
    }
    return cell(content, line: firstLine, offset: opening + 1, &problem)
  }

  private mutating func skipUnquoted() {
    let bytes = text.bytes
    while position < bytes.count {
      switch bytes[position] {
      case CSVByte.comma, CSVByte.lineFeed, CSVByte.return: return
      default: position += 1
      }
    }
  }

  /// Reads from an opening quote past the closing one.
  private mutating func quotedContent() throws(Failure) -> ArraySlice<UInt8> {
    let bytes = text.bytes
    let (opening, firstLine) = (position, line)
    var content: ArraySlice<UInt8> = []
    position += 1
    var start = position
    while position < bytes.count {
      if bytes[position] == CSVByte.quote {
        let part = bytes[start..<position]
        position += 1
        guard position < bytes.count, bytes[position] == CSVByte.quote else {
          return content.isEmpty ? part : content + part
        }
        content += part
        start = position
        position += 1
      } else if !endLine() {
        position += 1
      }
    }
    throw Failure(
      text.finding(
        "csv.unterminated-quote", "the quote that opens this cell is never closed",
        line: firstLine, offset: opening,
        suggestion: "close it with `\"`; write a quote inside a quoted cell twice: `\"\"`"))
  }

  private func cell(
    _ content: ArraySlice<UInt8>, line: Int, offset: Int, _ problem: inout Finding?
  ) -> CSVField {
    if content.allSatisfy({ $0 < 0x80 && $0 != CSVByte.null }) {
      return CSVField(text: String(decoding: content, as: UTF8.self), line: line, offset: offset)
    }
    guard let valid = String(validating: content, as: UTF8.self) else {
      problem =
        problem
        ?? text.finding(
          "csv.invalid-utf8", "this cell is not valid UTF-8", line: line, offset: offset,
          skipping: Self.validCharacters(of: content),
          suggestion: isRegister ? DataText.otherEncoding : "save the file as “CSV UTF-8”")
      return CSVField(text: String(decoding: content, as: UTF8.self), line: line, offset: offset)
    }
    if problem == nil, content.contains(CSVByte.null) {
      problem = text.finding(
        "csv.null-byte", "this cell holds a NUL byte", line: line, offset: offset,
        suggestion: "remove it; a file full of them is not UTF-8")
    }
    return CSVField(text: valid, line: line, offset: offset)
  }

  /// How many characters come before the first byte that is not UTF-8.
  private static func validCharacters(of content: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = content.makeIterator()
    var valid = String.UnicodeScalarView()
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
      valid.append(Unicode.UTF8.decode(encoded))
    }
    return String(valid).count
  }
}
