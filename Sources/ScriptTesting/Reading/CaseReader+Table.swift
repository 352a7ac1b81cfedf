// Cases in a CSV file: every row a case, every column a field or a part.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Scripting

extension CaseReader {
  private static let expectPrefix = "expect."
  private static let label = "case"

  /// The fields that have columns of their names.
  private var fields: [String] {
    if case .eligibility(_, _, let kind) = topic { kind.fields.map(\.name) } else { [] }
  }

  /// The columns that a table of cases may have; a field goes before the word of suites.
  private var columns: [String] {
    let words = [Self.label, "at", "area"].filter { !fields.contains($0) }
    return words + fields + topic.parts.filter(\.fitsCell).map { Self.expectPrefix + $0.rawValue }
  }

  /// Reads the cases of the file that a suite names.
  ///
  /// An empty cell is a field that is not known, as in a register, or a part of which nothing is
  /// expected. A field without a column is as the suite says.
  mutating func readTable(_ path: ScriptValue, _ base: Base, _ places: Places) -> [TestCase] {
    guard case .text(let name) = path else {
      report([
        Finding(
          "suite.cases", "`cases` is the name of a file, not \(path.kindText)",
          at: places.of("cases"), suggestion: "write `cases = \"cases.csv\"`")
      ])
      return []
    }
    do throws(Failure) {
      let input = try source.read(name, places.of(name, "cases"))
      return try readRows(input, base)
    } catch {
      report(error.findings)
      return []
    }
  }

  private mutating func readRows(_ input: InputBytes, _ base: Base) throws(Failure) -> [TestCase] {
    let columns = self.columns
    var reader = try CSVReader(path: input.path, bytes: input.bytes, expected: [Self.label])
    let positions = try CSVColumns(reader, expected: columns, required: [Self.label]).positions
    guard zip(columns, positions).contains(where: { isPart($0) && $1 != nil }) else {
      throw Failure(
        Finding(
          "suite.expect", "no column of `\(input.path)` says what is expected",
          suggestion: "add a column such as `expect.\(topic.parts[0].rawValue)`"))
    }
    var cases: [TestCase] = []
    while let row = try reader.next() {
      switch row {
      case .rejected(let rejected): report([rejected.reason])
      case .record(let record):
        var cells: [(column: String, cell: CSVField)] = []
        for (column, position) in zip(columns, positions) {
          if let position { cells.append((column, record.fields[position])) }
        }
        if let read = readRow(cells, base, reader) { cases.append(read) }
      }
    }
    return cases
  }

  private func isPart(_ column: String) -> Bool { column.hasPrefix(Self.expectPrefix) }

  private mutating func readRow(
    _ cells: [(column: String, cell: CSVField)], _ base: Base, _ reader: CSVReader
  ) -> TestCase? {
    var spans: [String: SourceSpan] = [:]
    var whole: SourceSpan?
    for (column, cell) in cells {
      let span = reader.finding("", "", in: cell).span
      let name = isPart(column) ? String(column.dropFirst(Self.expectPrefix.count)) : column
      // A field and a part may have one name; what is wrong is said with the name in any case.
      if let span, spans[name] == nil || isPart(column) { spans[name] = span }
      if column == Self.label { whole = span }
    }
    guard let whole else { return nil }
    let places = Places(whole, known: spans)
    var row = base
    var label = ""
    var expectations: [Expectation] = []
    var findings = FindingList()
    for (column, cell) in cells {
      switch column {
      case _ where fields.contains(column):
        guard case .eligibility(_, _, let kind) = topic else { continue }
        row.given[column] = GivenReader(kind: kind, catalog: catalog)
          .value(cell.text.isEmpty ? .missing : .text(cell.text), of: column, places, &findings)
      case Self.label: label = cell.text
      case "at" where !cell.text.isEmpty:
        guard let period = period(.text(cell.text), places) else { return nil }
        row.at = period
      case "area" where !cell.text.isEmpty:
        if let code = area(.text(cell.text), places) { row.area = code }
      case _ where isPart(column):
        let name = String(column.dropFirst(Self.expectPrefix.count))
        guard !cell.text.isEmpty, let part = Part(rawValue: name) else { continue }
        let read = ExpectationReader(topic: topic, catalog: catalog)
          .read(value(cell.text, of: part), of: name, places, &findings)
        if let read { expectations.append(read) }
      default: break
      }
    }
    if label.isEmpty {
      findings.add(Finding("suite.case", "the row has no label", at: whole))
    }
    if expectations.isEmpty, !findings.hasErrors {
      findings.add(
        Finding(
          "suite.expect", "the case `\(label)` expects nothing, so it cannot fail", at: whole))
    }
    report(findings.findings)
    guard !findings.hasErrors else { return nil }
    return makeCase(label, row, .parts(expectations.inOrder), places)
  }

  /// A cell as a script would write it.
  private func value(_ text: String, of part: Part) -> ScriptValue {
    if text == "missing" { return .missing }
    if part.isBoolean {
      switch text {
      case "true", "是": return .boolean(true)
      case "false", "否": return .boolean(false)
      default: return .text(text)
      }
    }
    if part.isList {
      let names = text.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
      return .table(ScriptTable(items: names.map { .text(String($0)) }))
    }
    return .text(text)
  }
}
