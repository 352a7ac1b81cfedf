// One value of an indicator, and the observations it rests on.

public import DataSources
public import Evaluation
import Quantities
public import Scripting

/// Renders one value of an indicator.
public struct IndicatorReport {
  private let id: String
  private let facts: IndicatorFacts
  private let moment: Moment
  private let sources: [PublishedSource]
  private let digests: Digests
  private let language: Language

  /// Creates a report.
  public init(
    _ id: String, facts: IndicatorFacts, at moment: Moment, sources: [PublishedSource],
    digests: Digests, language: Language
  ) {
    self.id = id
    self.facts = facts
    self.moment = moment
    self.sources = sources
    self.digests = digests
    self.language = language
  }

  /// The value as JSON.
  public var json: JSONValue {
    [
      "indicator": .string(id), "at": .string(moment.period.description),
      "area": .string(moment.area), "value": .quantity(facts.value),
      "read": .readings(facts.trace.readings), "missing": .strings(facts.trace.gaps.map(\.text)),
      "digests": .digests(digests),
    ]
  }

  /// What was read, one row each.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "read", zh: "读取")),
      .init(language.text(en: "value", zh: "数值"), .right),
      .init(language.text(en: "source", zh: "来源")),
    ])
    for reading in facts.trace.readings {
      table.add([reading.expression, language.value(reading.value), published(reading)])
    }
    return table
  }

  /// The value and what it rests on, for people.
  public func text(style: Style) -> String {
    let value = facts.value.map { "\($0.shown)" } ?? language.text(en: "not known", zh: "未知")
    var output = style.bold("\(id) · \(moment.area) · \(moment.period)") + "\n\n\(value)\n"
    if !facts.trace.readings.isEmpty { output += "\n" + table.text(style: style) }
    for gap in facts.trace.gaps {
      output += language.text(en: "missing: ", zh: "缺少：") + gap.text + "\n"
    }
    return output
  }

  private func published(_ reading: Reading) -> String {
    guard case .observation(_, _, _, let id) = reading.source else { return "" }
    guard let source = sources.first(where: { $0.id == id }) else { return id }
    return "\(id) \(source.publisher) \(source.title)"
  }
}
