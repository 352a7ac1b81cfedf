// Reads JSON Lines from bytes, one object a line, with positions.

import Diagnostics

/// Reads JSON Lines: an object in each line, whose keys are the columns.
///
/// Lines end as in CSV; a byte order mark and blank lines are skipped. A cell holds what a cell of CSV
/// would: the text of a string, the characters of a number, `true` or `false`; it is empty where the key
/// is absent or its value is `null`. A line that is no such object is handed out as a ``RejectedRow``.
struct JSONLinesReader: RecordReader {
  let text: DataText
  private let columns: [String]
  private let names: [[UInt8]]
  private let key: Int
  private var position = 0
  private var line = 1

  /// Creates a reader of a whole file.
  ///
  /// - Parameters:
  ///   - columns: The keys that objects may have, in the order in which their cells are handed out.
  ///   - key: The one among them that a row is known by.
  /// - Throws: a ``Failure`` when it is UTF-16.
  init(path: String, bytes: [UInt8], columns: [String], key: Int) throws(Failure) {
    self.init(part: bytes, of: path, columns: columns, key: key, line: 1, offset: 0)
    try text.refuseUTF16()
    if bytes.starts(with: CSVByte.mark) { position = CSVByte.mark.count }
  }

  /// Creates a reader of lines that lie somewhere in a file.
  init(part bytes: [UInt8], of path: String, columns: [String], key: Int, line: Int, offset: Int) {
    text = DataText(path: path, bytes: bytes, firstLine: line, firstOffset: offset)
    self.columns = columns
    names = columns.map { Array($0.utf8) }
    self.key = key
    self.line = line
  }

  var place: (offset: Int, line: Int) { (position, line) }

  mutating func next() -> CSVReader.Row? {
    let bytes = text.bytes
    while position < bytes.count {
      let start = position
      while position < bytes.count, !Self.endsLine(bytes[position]) { position += 1 }
      let end = position
      let number = line
      endLine()
      if let row = row(JSONScanner(bytes, from: start, to: end), line: number) { return row }
    }
    return nil
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == CSVByte.lineFeed || byte == CSVByte.return
  }

  private mutating func endLine() {
    let bytes = text.bytes
    guard position < bytes.count else { return }
    let isReturn = bytes[position] == CSVByte.return
    position += 1
    if isReturn, position < bytes.count, bytes[position] == CSVByte.lineFeed { position += 1 }
    line += 1
  }

  // MARK: Rows

  /// What stands in a line; `nil` when it is blank.
  private func row(_ scanner: JSONScanner, line: Int) -> CSVReader.Row? {
    var scanner = scanner
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { return nil }
    let start = scanner.position
    var cells: [CSVField?] = Array(repeating: nil, count: columns.count)
    var problems = RowProblems(text: text, line: line)
    do throws(JSONProblem) {
      try scanner.open()
      var expected = 0
      while let name = try scanner.name() {
        let token = try scanner.value()
        let cell = CSVField(
          text: token.text, line: line, offset: token.offset, isVerbatim: token.isVerbatim)
        guard let column = column(of: name.text, expected: expected) else {
          addUnknown(name, cell, to: &problems)
          continue
        }
        expected = column + 1
        if cells[column] != nil {
          problems.add(
            "json.duplicate-key", "the key `\(name.text)` is here twice", at: name.offset,
            length: name.length, column: name.text, value: cell.text)
        } else if token.isNested {
          problems.add(
            "json.nested-value",
            "column `\(name.text)`: a value within a value is no value of a field",
            at: token.offset, length: token.length, column: name.text, value: cell.text,
            suggestion: "write a string, a number, `true`, `false` or `null`")
        }
        cells[column] = cell
      }
    } catch {
      problems.add(
        error.code, error.message, at: error.offset, length: error.length, column: "",
        value: cells[key]?.text ?? "", suggestion: error.suggestion)
    }
    if let reject = problems.reject {
      return .rejected(cells[key].map { reject.about($0.text) } ?? reject)
    }
    let absent = CSVField(text: "", line: line, offset: start)
    return .record(CSVRecord(line: line, fields: cells.map { $0 ?? absent }))
  }

  /// The column with a name; objects of one file mostly have their keys in one order.
  private func column(of name: String, expected: Int) -> Int? {
    if expected < columns.count, columns[expected].utf8.elementsEqual(name.utf8) {
      return expected
    }
    let bytes = Array(name.utf8)
    return names.firstIndex { $0 == bytes }
  }

  private func addUnknown(
    _ name: JSONScanner.Token, _ cell: CSVField, to problems: inout RowProblems
  ) {
    problems.add(
      "json.unknown-key", "unknown key `\(name.text)`", at: name.offset, length: name.length,
      column: name.text, value: cell.text,
      suggestion: NearestName.of(name.text, among: columns).map { "did you mean `\($0)`?" }
        ?? "remove it, or name one of: \(columns.joined(separator: ", "))")
  }
}
