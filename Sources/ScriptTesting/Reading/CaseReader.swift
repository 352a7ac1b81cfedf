// The cases of one suite: those in its table, and those in a table of cases beside it.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Scripting

/// Reads the cases of one suite.
struct CaseReader {
  let topic: Topic
  let id: String
  let source: SuiteSource
  let catalog: Catalog
  let file: SourceFile
  private(set) var problems = FindingList()

  init(topic: Topic, id: String, source: SuiteSource, catalog: Catalog, file: SourceFile) {
    self.topic = topic
    self.id = id
    self.source = source
    self.catalog = catalog
    self.file = file
  }

  /// What a case starts from: what the suite says for all its cases.
  struct Base {
    var at: Period?
    var area: String
    var given: [String: FieldValue] = [:]
    var observations: InjectedObservations?
  }

  mutating func read(
    _ table: ScriptTable, _ places: Places, lines: ClosedRange<Int>
  ) -> [TestCase] {
    check(table, knowing: ["at", "area", topic.input, "cases"], places)
    let base = overlay(
      table, on: Base(at: nil, area: source.area), places)
    var cases: [TestCase] = []
    let rows = self.places(of: table.items, lines)
    for (position, (item, places)) in zip(table.items, rows).enumerated() {
      if let read = read(item, position + 1, base, places) { cases.append(read) }
    }
    if let path = table["cases"] { cases += readTable(path, base, places) }
    return cases
  }

  /// Where each case stands: from its label to the line before the next one.
  private func places(of items: [ScriptValue], _ lines: ClosedRange<Int>) -> [Places] {
    var last = (line: lines.lowerBound, column: 0)
    var spans: [SourceSpan] = []
    for item in items {
      var span = file.span(ofLine: last.line)
      if case .table(let table) = item, case .text(let label)? = table.items.first,
        let found = file.span(ofText: label, after: last.line, column: last.column),
        lines.contains(found.line)
      {
        span = found
        last = (found.line, found.column)
      }
      spans.append(span)
    }
    let ends = spans.dropFirst().map(\.line) + [lines.upperBound]
    return zip(spans, ends).map { span, end in
      Places(span, in: file, lines: span.line...max(span.line, end))
    }
  }

  private mutating func read(
    _ item: ScriptValue, _ number: Int, _ base: Base, _ places: Places
  ) -> TestCase? {
    guard case .table(let table) = item, case .text(let label)? = table.items.first,
      table.items.count == 1, !label.isEmpty
    else {
      let isTable = if case .table = item { true } else { false }
      problems.add(
        Finding(
          "suite.case",
          isTable
            ? "case \(number) of `\(id)` has no label of its own"
            : "case \(number) of `\(id)` is \(item.kindText)",
          at: places.whole,
          suggestion: "write `{ \"what it shows\", expect = { … } }`"))
      return nil
    }
    check(table, knowing: ["at", "area", topic.input, "expect"], places)
    guard let expect = table["expect"] else {
      problems.add(
        Finding(
          "suite.expect", "the case `\(label)` expects nothing, so it cannot fail",
          at: places.whole, suggestion: "add `expect = { … }`"))
      return nil
    }
    let expectations = ExpectationReader(topic: topic, catalog: catalog)
      .read(expect, places, &problems)
    let said = problems.findings.count
    let row = overlay(table, on: base, places)
    // A period that cannot be read has been reported.
    guard row.at != nil || problems.findings.count == said else { return nil }
    return makeCase(label, row, expectations, places)
  }

  /// A case, once all of it is known.
  mutating func makeCase(
    _ label: String, _ base: Base, _ expectations: Expectations, _ places: Places
  ) -> TestCase? {
    guard let period = base.at else {
      problems.add(
        Finding(
          "suite.moment", "the case `\(label)` does not say when", at: places.whole,
          suggestion: "add `at = \"2027\"` to the case or to the suite"))
      return nil
    }
    let moment = Moment(period: period, area: base.area)
    let work: TestCase.Work =
      switch topic {
      case .eligibility(let id, _, let kind):
        .decide(
          id,
          Subject(given: kind.fields.map { base.given[$0.name] ?? .missing }, of: kind), moment,
          expectations)
      case .indicator(let indicator, let target):
        .compute(indicator.id, target: target?.id, moment, base.observations, expectations)
      case .target(let target, _):
        .assess(target: target.id, moment, base.observations, expectations)
      }
    return TestCase(
      file: source.path, suite: id, name: label, span: places.whole, work: work)
  }

  // MARK: What suites and cases share

  /// What a table says, laid over what was said before.
  private mutating func overlay(
    _ table: ScriptTable, on base: Base, _ places: Places
  ) -> Base {
    var result = base
    if let at = table["at"], let period = period(at, places) { result.at = period }
    if let area = table["area"], let code = self.area(area, places) { result.area = code }
    if case .eligibility(_, _, let kind) = topic {
      let given = GivenReader(kind: kind, catalog: catalog)
        .read(table["given"], places, &problems)
      result.given.merge(given) { $1 }
    } else if let observations = table["observations"] {
      result.observations = InjectedObservationReader(catalog: catalog, area: result.area)
        .read(observations, places, &problems)
    }
    return result
  }

  mutating func period(_ value: ScriptValue, _ places: Places) -> Period? {
    let text: String
    switch value {
    case .text(let written): text = written
    case .integer(let year): text = "\(year)"
    default:
      problems.add(
        Finding(
          "suite.moment", "`at` is a period, not \(value.kindText)", at: places.of("at"),
          suggestion: "write `at = \"2027\"`"))
      return nil
    }
    do {
      return try Period(parsing: text)
    } catch {
      problems.add(
        Finding(
          "suite.moment", "`at`: \(error.message)", at: places.of("at"),
          suggestion: error.suggestion ?? "write `at = \"2027\"`"))
      return nil
    }
  }

  mutating func area(_ value: ScriptValue, _ places: Places) -> String? {
    if case .text(let name) = value,
      let area = catalog.areas.first(where: { [$0.id, $0.title.zh, $0.title.en].contains(name) })
    {
      return area.id
    }
    let name = if case .text(let name) = value { name } else { value.kindText }
    problems.add(
      Finding(
        "suite.unknown-area", "there is no area `\(name)` in the catalogue",
        at: places.of("area"),
        suggestion: NearestName.suggestion(
          for: name, among: catalog.areas.ids + catalog.areas.map(\.title.en))))
    return nil
  }

  private mutating func check(_ table: ScriptTable, knowing known: [String], _ places: Places) {
    for entry in table.entries where !known.contains(entry.key) {
      let isInput = ["given", "observations"].contains(entry.key)
      problems.add(
        Finding(
          "suite.unknown-key", "unknown key `\(entry.key)`", at: places.of(entry.key),
          notes: isInput ? ["`\(id)` works on `\(topic.input)`"] : [],
          suggestion: NearestName.suggestion(for: entry.key, among: known)))
    }
  }

  mutating func report(_ findings: [Finding]) { problems.add(findings) }
}
