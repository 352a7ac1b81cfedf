// A prompt for tests: lines go in one after another, and what they answer comes back as text.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

/// A prompt on an engine of the small catalogue.
final class TestPrompt {
  let engine: ScriptEngine
  private var count = 0

  /// The period that lines are about.
  var period = "2025"

  /// The subject that lines see as `e`.
  var subject: Subject?

  init(
    _ scripts: String..., modules: [String: String] = [:], limits: LuaLimits = LuaLimits()
  ) throws {
    let catalog = try Sample.catalog
    let paths = zip("abcdefgh", scripts).map { (path: "\($0).lua", text: $1) }
    let base = try Sample.engine(observations: Self.observations)
    engine = try ScriptEngine(
      catalog: catalog, plugins: [Sample.plugin(paths, modules: modules)],
      observations: base.observations, limits: limits)
  }

  private static let observations = """
    output,100,2023,300,亿元,A
    output,100,2024,400,亿元,A
    output,100,2025,420,亿元,P
    firms,CN,2024,90,家,A
    share,100,2025,12.5,%,A
    """

  /// Runs a line.
  @discardableResult func run(_ text: String) throws -> PromptOutcome {
    count += 1
    return engine.run(
      PromptLine(
        text: text, name: "[\(count)]", number: count, moment: try Sample.moment(period),
        subject: subject))
  }

  /// The values of lines, the last one's in words.
  func values(_ lines: String...) throws -> String {
    var result = PromptOutcome.Result.values([])
    for line in lines { result = try run(line).result }
    return result.words
  }

  /// What a line fails with, rendered; `nil` when it does not fail.
  func failure(_ text: String) throws -> String? {
    guard case .failed(let failure) = try run(text).result else { return nil }
    return TextRenderer().render(failure.findings)
  }

  func load(_ keys: String...) throws {
    let kind = try #require(try Sample.catalog.subjects["firm"])
    let rows = keys.map { "\($0),2000万元,small" }.joined(separator: "\n")
    let read = try SubjectReader.read(
      path: "firms.csv", bytes: Array("code,spend,size\n\(rows)\n".utf8), kind: kind,
      catalog: try Sample.catalog)
    try engine.load(subjects: read.subjects)
  }
}

extension PromptOutcome.Result {
  /// The result in a few words.
  var words: String {
    switch self {
    case .incomplete: "incomplete"
    case .failed(let failure): "failed: " + failure.findings.map(\.message).joined(separator: "; ")
    case .values(let values): values.map(\.words).joined(separator: ", ")
    }
  }
}

extension PromptValue {
  /// The value in a few words.
  var words: String {
    switch self {
    case .nothing: "nil"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let text, let isCut): "\"\(text)\"" + (isCut ? "…" : "")
    case .quantity(let quantity, let reading):
      "\(quantity)" + (reading.map { " (\($0.expression))" } ?? "")
    case .date(let date): "\(date)"
    case .moment(let moment): "\(moment.period) in \(moment.area)"
    case .series(let id, let area): "series \(id) of \(area)"
    case .observations(let area): "observations of \(area)"
    case .subject(let subject): "subject \(subject.key)"
    case .subjects(let count): "\(count) subjects"
    case .parameters(let instrument, let moment): "parameters of \(instrument) in \(moment.period)"
    case .decision(let decision): "\(decision.eligibility): \(decision.status)"
    case .assessment(let assessment): "\(assessment.target): \(assessment.status)"
    case .table(let table): table.words
    case .function(let words), .other(let words): "<\(words)>"
    }
  }
}

extension PromptTable {
  fileprivate var words: String {
    let parts = items.map(\.words) + entries.map { "\($0.key) = \($0.value.words)" }
    let rest = isCut ? ["… of \(count)"] : []
    return "{\((parts + rest).joined(separator: ", "))}"
  }
}
