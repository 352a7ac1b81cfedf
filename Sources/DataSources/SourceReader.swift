// Reads the list of published sources from CSV.

public import Diagnostics
import Quantities

/// Reads where figures were published.
public enum SourceReader {
  /// The columns of a file of sources, in their usual order.
  public static let columns = ["id", "publisher", "title", "date", "kind"]

  /// The sources of a file.
  ///
  /// An empty `date` means that the day is not known.
  ///
  /// Throws a ``Failure`` with every mistake: the list is short and everything rests on it.
  public static func read(path: String, bytes: [UInt8]) throws(Failure) -> [PublishedSource] {
    var reader = try CSVReader(path: path, bytes: bytes, expected: columns)
    let positions = try CSVColumns(reader, expected: columns, required: Set(columns)).positions
      .compactMap(\.self)
    var lines: [String: Int] = [:]
    var sources: [PublishedSource] = []
    var findings = FindingList()
    while let next = try reader.next() {
      switch next {
      case .rejected(let reject): findings.add(reject.reason)
      case .record(let record):
        let cells = positions.map { record.fields[$0] }
        let content = cells.map { String($0.text.trimmed) }
        var problems = RowProblems(text: reader.text, line: record.line)
        if content[0].isEmpty {
          problems.add("data.missing-key", "the source has no id", in: cells[0], column: "id")
        } else if let first = lines[content[0]] {
          problems.add(
            "data.duplicate-key", "the source `\(content[0])` was already read in line \(first)",
            in: cells[0], column: "id", suggestion: "give every source an id of its own")
        }
        lines[content[0]] = lines[content[0]] ?? record.line
        var date: CalendarDate?
        do {
          if !content[3].isEmpty { date = try CalendarDate(parsing: content[3]) }
        } catch {
          problems.add(
            "data.bad-value",
            FieldParseError(
              message: error.message, offset: error.offset, suggestion: error.suggestion),
            in: cells[3], column: "date")
        }
        if let reject = problems.reject { findings.add(reject.reason) }
        sources.append(
          PublishedSource(
            id: content[0], publisher: content[1], title: content[2], date: date,
            kind: content[4]))
      }
    }
    try findings.throwIfErrors()
    return sources
  }
}
