// A suite as text: cases, and what is decided on each.

import Catalog
import DataSources
import Evaluation

/// A suite as text.
struct SuiteText {
  private let eligibility: String
  private let given: ExampleSubject
  private let search: ExampleSearch
  private var cases: [String] = []

  /// A suite whose cases are all laid over one subject.
  init(_ eligibility: String, on given: ExampleSubject, _ search: ExampleSearch) {
    self.eligibility = eligibility
    self.given = given
    self.search = search
  }

  /// Adds a case that expects what is decided on a subject now.
  mutating func add(_ label: String, _ subject: ExampleSubject) {
    guard let decision = search.decide(eligibility, on: subject) else { return }
    let changed = subject.kind.fields.map(\.name).filter { subject[$0] != given[$0] }
    var parts: [String] = []
    if !changed.isEmpty {
      let fields = changed.map { field($0, subject[$0]) }.joined(separator: ", ")
      parts.append("given = { \(fields) }")
    }
    parts.append("expect = { \(expected(of: decision).joined(separator: ", ")) }")
    cases.append("  { \(LuaText.quoted(label)), \(parts.joined(separator: ",\n    ")) },")
  }

  /// The suite.
  var text: String {
    """
    suite "\(eligibility)" {
      at = \(search.moment.year),
      given = { \(given.known.map { field($0.field.name, $0.value) }.joined(separator: ", ")) },

    \(cases.joined(separator: "\n"))
    }

    """
  }

  private func expected(of decision: Decision) -> [String] {
    switch decision.status {
    case .eligible:
      return ["eligible = true"]
        + (decision.amount.map { ["amount = \(LuaText.quoted("\($0)"))"] } ?? [])
        + (decision.cappedBy.map { ["capped_by = \(LuaText.quoted($0))"] } ?? [])
    case .ineligible:
      let unmet = decision.conditions.filter { $0.outcome == .unmet }.map(\.title.en)
      return ["eligible = false", "unmet = \(list(unmet))"]
    case .undetermined:
      return ["status = \"undetermined\"", "missing = \(list(decision.missing))"]
    }
  }

  private func list(_ texts: [String]) -> String {
    "{ \(texts.map(LuaText.quoted).joined(separator: ", ")) }"
  }

  private func field(_ name: String, _ value: FieldValue) -> String {
    let text = ExampleSubject.text(value)
    switch value {
    case .missing: return "\(name) = missing"
    case .boolean, .integer, .year: return "\(name) = \(text)"
    default: return "\(name) = \(LuaText.quoted(text))"
    }
  }
}
