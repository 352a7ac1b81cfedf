// What kind of value something is, in words.

import Yardstick

/// What kind of value something is, in words.
enum ValueKind {
  static func text(_ value: PromptValue, in catalog: Catalog) -> String {
    switch value {
    case .nothing: "nothing"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a floating-point number, which is not exact"
    case .text: "a text"
    case .quantity(let quantity, let reading):
      (quantity.unit.isPlain ? "a plain number" : "a quantity in \(quantity.unit)")
        + (reading.map { ", read from \($0.expression)" } ?? ", computed")
    case .date: "a day"
    case .moment(let moment): "a moment: \(moment.period) in \(moment.area)"
    case .series(let id, let area):
      "a series in \(catalog.series[id].map { "\($0.unit)" } ?? "?") for \(area)"
    case .observations(let area): "the observations of \(area)"
    case .subject(let subject): "a subject of the kind \(subject.kind)"
    case .subjects(let count): "a list of \(count) subjects"
    case .parameters(let instrument, _): "the parameters of `\(instrument)`"
    case .decision(let decision): "a decision of `\(decision.eligibility)`"
    case .assessment(let assessment): "an assessment of `\(assessment.target)`"
    case .table(let table): self.table(table)
    case .function(let text), .other(let text): text
    }
  }

  private static func table(_ table: PromptTable) -> String {
    if table.count == 0, table.entries.isEmpty { return "an empty table" }
    let parts = [
      table.count > 0 ? "\(table.count) item\(table.count == 1 ? "" : "s")" : nil,
      table.entries.isEmpty
        ? nil : "\(table.entries.count) name\(table.entries.count == 1 ? "" : "s")",
    ].compactMap(\.self)
    return "a table with " + parts.joined(separator: " and ")
  }
}
