// Reads subjects from rows, typed by the catalogue.

public import Catalog
public import Diagnostics

/// Reads the subjects of a register, one after another.
///
/// The header of CSV names fields in any order, as do the keys of a JSON object; a field without a column
/// or key is missing. A row that cannot be read is handed out as a ``RejectedRow`` and reading goes on.
public struct SubjectReader {
  /// A subject, or the reason why there is none.
  public enum Row: Sendable {
    case subject(Subject)
    case rejected(RejectedRow)
  }

  private let kind: SubjectKind
  private let catalog: Catalog
  private let types: [FieldType]

  /// For each field of the kind the column it stands in.
  package let columns: [Int?]
  private let key: Int
  private var reader: any RecordReader
  private var firstLines: [String: Int] = [:]

  /// In a part of a register, what is known from the outside in place of ``firstLines``.
  private var duplicates: [Int: Int]?

  /// Creates a reader and reads the header.
  ///
  /// Throws a ``Failure`` when a column is unknown or written twice, or when that of the key is absent.
  public init(
    path: String, bytes: [UInt8], format: RowFormat = .csv, kind: SubjectKind, catalog: Catalog
  ) throws(Failure) {
    let names = kind.fields.map(\.name)
    switch format {
    case .csv:
      let reader = try CSVReader(path: path, bytes: bytes, expected: names, isRegister: true)
      columns = try CSVColumns(reader, expected: names, required: [kind.key]).positions
      width = reader.header.fields.count
      key = columns[kind.position(of: kind.key) ?? 0] ?? 0
      self.reader = reader
    case .jsonl:
      columns = Array(names.indices)
      width = names.count
      key = kind.position(of: kind.key) ?? 0
      reader = try JSONLinesReader(path: path, bytes: bytes, columns: names, key: key)
    }
    types = kind.fields.map(\.type)
    self.kind = kind
    self.catalog = catalog
  }

  /// Creates a reader of a part of a register.
  ///
  /// - Parameters:
  ///   - part: Whole rows.
  ///   - path: The path of the register.
  ///   - format: How rows are written.
  ///   - columns: For each field of the kind the column it stands in.
  ///   - width: How many columns there are.
  ///   - line: The line that the part begins on.
  ///   - offset: The byte of the register that the part begins at.
  ///   - duplicates: The lines of rows whose key an earlier row has, with the line of that row.
  package init(
    part bytes: [UInt8], of path: String, format: RowFormat, columns: [Int?], width: Int,
    line: Int, offset: Int, duplicates: [Int: Int], kind: SubjectKind, catalog: Catalog
  ) {
    self.columns = columns
    self.width = width
    key = columns[kind.position(of: kind.key) ?? 0] ?? 0
    reader =
      switch format {
      case .csv:
        CSVReader(
          part: bytes, of: path, header: .header(columns: width), line: line, offset: offset)
      case .jsonl:
        JSONLinesReader(
          part: bytes, of: path, columns: kind.fields.map(\.name), key: key, line: line,
          offset: offset)
      }
    types = kind.fields.map(\.type)
    self.kind = kind
    self.catalog = catalog
    self.duplicates = duplicates
  }

  /// How many columns there are.
  package let width: Int

  /// Where the next row begins: the byte, and the line counted from 1.
  package var place: (offset: Int, line: Int) { reader.place }

  /// Reads a whole register.
  ///
  /// Throws a ``Failure`` when its header or its quotes are broken.
  public static func read(
    path: String, bytes: [UInt8], format: RowFormat = .csv, kind: SubjectKind, catalog: Catalog
  ) throws(Failure) -> (subjects: [Subject], rejects: [RejectedRow]) {
    var reader = try SubjectReader(
      path: path, bytes: bytes, format: format, kind: kind, catalog: catalog)
    var subjects: [Subject] = []
    var rejects: [RejectedRow] = []
    while let row = try reader.next() {
      switch row {
      case .subject(let subject): subjects.append(subject)
      case .rejected(let reject): rejects.append(reject)
      }
    }
    return (subjects, rejects)
  }

  /// The next row, or `nil` at the end.
  ///
  /// Throws a ``Failure`` when a quote is never closed.
  public mutating func next() throws(Failure) -> Row? {
    switch try reader.next() {
    case .record(let record): return subject(record)
    case .rejected(let reject): return .rejected(reject)
    case nil: return nil
    }
  }

  private mutating func subject(_ record: CSVRecord) -> Row {
    let keyField = record.fields[key]
    var problems = RowProblems(text: reader.text, line: record.line)
    if keyField.text.trimmed.isEmpty {
      problems.add(
        "data.missing-key", "the key `\(kind.key)` is empty", in: keyField, column: kind.key,
        suggestion: "give every row a key of its own")
    } else if let first = firstLine(of: keyField.text, on: record.line) {
      problems.add(
        "data.duplicate-key", "`\(keyField.text)` was already read in line \(first)",
        in: keyField, column: kind.key, suggestion: "give every row a key of its own")
    }
    var values: [FieldValue] = []
    values.reserveCapacity(columns.count)
    for position in columns.indices {
      guard let column = columns[position] else {
        values.append(.missing)
        continue
      }
      let cell = record.fields[column]
      if let refused = RefusedValue(cell.text) {
        problems.add(refused, in: cell, column: kind.fields[position].name)
        continue
      }
      do {
        values.append(
          try types[position].parse(cell.text, units: catalog.units, areas: catalog.areas))
      } catch {
        problems.add("data.bad-value", error, in: cell, column: kind.fields[position].name)
      }
    }
    if let reject = problems.reject { return .rejected(reject.about(keyField.text)) }
    if duplicates == nil { firstLines[keyField.text] = record.line }
    return .subject(
      Subject(kind: kind.id, key: keyField.text, values: values, line: record.line))
  }

  /// The line of an earlier row with a key.
  private func firstLine(of key: String, on line: Int) -> Int? {
    if let duplicates { duplicates[line] } else { firstLines[key] }
  }
}
