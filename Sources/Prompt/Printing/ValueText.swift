// Values on one line, and as JSON.

import Yardstick

/// Values on one line, and as JSON.
enum ValueText {
  /// How deep tables in tables are written out on one line.
  private static let depth = 3

  /// A value on one line, as a script would write it where that is possible.
  static func text(_ value: PromptValue) -> String { text(value, depth: depth, isInside: false) }

  private static func text(_ value: PromptValue, depth: Int, isInside: Bool) -> String {
    switch value {
    case .nothing: "nil"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): number(value)
    case .text(let text, let isCut):
      (isInside ? "\"\(text.onOneLine)\"" : text) + (isCut ? "…" : "")
    case .quantity(let quantity, _): "\(quantity)"
    case .date(let date): "\(date)"
    case .moment(let moment): "\(moment.period) · \(moment.area)"
    case .series(let id, let area): "\(id) of \(area)"
    case .observations(let area): "observations of \(area)"
    case .subject(let subject): subject.key.isEmpty ? "a subject" : subject.key
    case .subjects(let count): "\(count) subjects"
    case .parameters(let instrument, _): "parameters of \(instrument)"
    case .decision(let decision): self.decision(decision)
    case .assessment(let assessment): self.assessment(assessment)
    case .table(let table): self.table(table, depth: depth)
    case .function(let text), .other(let text): text
    }
  }

  /// A floating-point number as Lua writes it.
  private static func number(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return "\(value)"
  }

  private static func decision(_ decision: PromptDecision) -> String {
    let amount = decision.payable ?? decision.amount
    return "\(decision.eligibility) \(decision.status)" + (amount.map { " \($0)" } ?? "")
  }

  private static func assessment(_ assessment: PromptAssessment) -> String {
    "\(assessment.target) \(assessment.status)" + (assessment.value.map { " \($0)" } ?? "")
  }

  private static func table(_ table: PromptTable, depth: Int) -> String {
    guard depth > 0 else { return "{…}" }
    var parts = table.items.map { text($0, depth: depth - 1, isInside: true) }
    if table.count > table.items.count { parts.append("…") }
    parts += table.entries.map { "\($0.key) = \(text($0.value, depth: depth - 1, isInside: true))" }
    if table.isCut, parts.last != "…" { parts.append("…") }
    return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
  }

  /// A value on one line, for people: a quantity with many digits is rounded, and says so with `≈`.
  static func short(_ value: PromptValue) -> String {
    guard case .quantity(let quantity, _) = value, "\(quantity.amount)".count > mostDigits,
      let rounded = try? quantity.rounded(toPlaces: 6, in: quantity.unit)
    else { return text(value) }
    return "≈ \(rounded)"
  }

  /// The most characters of a number that people are shown.
  private static let mostDigits = 20

  /// The value of a field.
  static func text(_ value: FieldValue) -> String {
    switch value {
    case .missing: ""
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .year(let year): "\(year)"
    case .quantity(let quantity): "\(quantity)"
    case .date(let date): "\(date)"
    case .text(let text), .enumeration(let text), .area(let text): text
    }
  }

  /// A value as JSON; quantities are objects with the amount and its unit, both as texts.
  static func json(_ value: PromptValue) -> JSONValue {
    switch value {
    case .nothing: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .quantity(let quantity, _):
      ["value": .decimal(quantity.amount), "unit": .string(quantity.unit.symbol)]
    case .table(let table) where table.entries.isEmpty: .array(table.items.map(json))
    case .table(let table):
      .object(
        table.items.enumerated().map { .init("\($0.offset + 1)", json($0.element)) }
          + table.entries.map { .init($0.key, json($0.value)) })
    default: .string(text(value))
    }
  }
}
