// What a case expects, checked against what there can be.

import Catalog
import Diagnostics
import Quantities
import Scripting

/// Reads what a case expects.
struct ExpectationReader {
  let topic: Topic
  let catalog: Catalog

  /// The expectations of a case's `expect`.
  func read(
    _ expect: ScriptValue, _ places: Places, _ problems: inout FindingList
  ) -> Expectations {
    if case .recorded = expect { return .recorded }
    guard case .table(let table) = expect, table.items.isEmpty, !table.isEmpty else {
      problems.add(
        Finding(
          "suite.expect", "`expect` must be a table of parts, not \(emptiness(expect))",
          at: places.of("expect"),
          suggestion: "write for example `expect = { \(topic.example) }`"))
      return .parts([])
    }
    var expectations: [Expectation] = []
    for entry in table.entries {
      if let expectation = read(entry.value, of: entry.key, places, &problems) {
        expectations.append(expectation)
      }
    }
    return .parts(expectations.inOrder)
  }

  /// The expectation for one part.
  func read(
    _ value: ScriptValue, of name: String, _ places: Places, _ problems: inout FindingList
  ) -> Expectation? {
    guard let part = Part(rawValue: name), topic.parts.contains(part) else {
      problems.add(
        Finding(
          "suite.unknown-part", "\(topic.noun) has no part `\(name)` that could be expected",
          at: places.of(name),
          suggestion: NearestName.suggestion(for: name, among: topic.parts.map(\.rawValue))))
      return nil
    }
    do throws(PartProblem) {
      return Expectation(part: part, wanted: try wanted(value, of: part))
    } catch {
      problems.add(
        Finding(
          error.code, "`\(name)`: \(error.message)",
          at: error.word.map { places.of($0, name) } ?? places.of(name),
          suggestion: error.suggestion))
      return nil
    }
  }

  private func wanted(_ value: ScriptValue, of part: Part) throws(PartProblem) -> PartValue {
    if part.isBoolean {
      if case .boolean(let wanted) = value { return .boolean(wanted) }
      throw PartProblem("it is true or false, not \(value.kindText)")
    }
    if part.isList { return .names(try names(value, of: part)) }
    switch (part, value) {
    case (.status, .text(let status)):
      try check(status, among: topic.statuses, "status")
      return .text(status)
    case (.cappedBy, .missing), (.value, .missing), (.distance, .missing), (.amount, .missing),
      (.payable, .missing), (.computed, .missing):
      return .none
    case (.shares, _): return .shares(try shares(value))
    case (.cappedBy, .text(let name)):
      try check(name, among: topic.parameters, "parameter")
      return .text(name)
    case (.error, .text(let message)) where !message.isEmpty: return .text(message)
    case (.amount, _), (.payable, _), (.computed, _), (.value, _), (.distance, _):
      return try quantity(value, of: part)
    default: throw PartProblem("it is a text, not \(value.kindText)")
    }
  }

  // MARK: Lists

  private func names(_ value: ScriptValue, of part: Part) throws(PartProblem) -> [String] {
    let values: [ScriptValue]
    switch value {
    case .table(let table) where table.entries.isEmpty: values = table.items
    case .text: values = [value]
    default: throw PartProblem("it is a list of texts, not \(value.kindText)")
    }
    var names: [String] = []
    for value in values {
      guard case .text(let name) = value else {
        throw PartProblem("it is a list of texts, and one of them is \(value.kindText)")
      }
      names.append(try known(name, in: part))
    }
    return names
  }

  private func known(_ name: String, in part: Part) throws(PartProblem) -> String {
    switch part {
    case .unmet, .met, .unknown:
      if let title = topic.conditions.first(where: { $0.en == name || $0.zh == name }) {
        return title.en
      }
      throw .unknown(name, "condition", among: topic.conditions.flatMap { [$0.en, $0.zh] })
    case .open: try check(name, among: topic.parameters, "parameter")
    case .setAside: try check(name, among: catalog.groups.ids, "group")
    // Observations are named by series, period and area, which only a result can tell.
    case .missing where !name.contains("["):
      guard case .eligibility(_, _, let kind) = topic else { break }
      let decisions = catalog.instruments.ids
      if !decisions.contains(name) {
        try check(name, among: kind.fields.map(\.name), "field")
      }
    default: break
    }
    return name
  }

  private func check(
    _ name: String, among known: [String], _ kind: String
  ) throws(PartProblem) {
    if !known.contains(name) { throw .unknown(name, kind, among: known) }
  }

  // MARK: Quantities

  /// Quantities by who pays them: `{ city = "30万元", district = "30万元" }`.
  private func shares(_ value: ScriptValue) throws(PartProblem) -> [String: Quantity] {
    guard case .table(let table) = value, table.items.isEmpty else {
      throw PartProblem(
        "it is a table of payers, not \(value.kindText)",
        suggestion: "write for example `shares = { city = \"30万元\", district = \"30万元\" }`")
    }
    var shares: [String: Quantity] = [:]
    for entry in table.entries {
      try check(entry.key, among: topic.payers, "payer")
      guard case .quantity(let share) = try quantity(entry.value, of: .shares) else {
        throw PartProblem("a share is a quantity, exact to the fen")
      }
      shares[entry.key] = share
    }
    return shares
  }

  /// A quantity, or a text with one; `~ 3.86%` is one that the result must be when it is rounded.
  private func quantity(_ value: ScriptValue, of part: Part) throws(PartProblem) -> PartValue {
    switch value {
    case .quantity(let quantity): return .quantity(quantity)
    case .integer(let integer): return .quantity(try parse("\(integer)", part))
    case .text(let text) where text.hasPrefix("~"):
      let number = text.dropFirst().drop { $0 == " " }
      let decimals = number.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
      let places = decimals.prefix { ("0"..."9").contains($0) }.count
      return .about(try parse(String(number), part), places: places)
    case .text(let text): return .quantity(try parse(text, part))
    default: throw PartProblem("it is a quantity such as `\"60万元\"`, not \(value.kindText)")
    }
  }

  private func parse(_ text: String, _ part: Part) throws(PartProblem) -> Quantity {
    do {
      if let unit = topic.unit(of: part, in: catalog) {
        return try Quantity(parsing: text, units: catalog.units, defaultUnit: unit)
      }
      return try Quantity(parsing: text, units: catalog.units)
    } catch {
      throw PartProblem(error.message, suggestion: error.suggestion)
    }
  }

  private func emptiness(_ value: ScriptValue) -> String {
    if case .table(let table) = value {
      return table.isEmpty ? "an empty one" : "a list"
    }
    return value.kindText
  }
}

/// Why a part cannot be expected to be something.
private struct PartProblem: Error {
  var code = "suite.bad-part"
  let message: String

  /// The word that is to blame.
  var word: String?
  var suggestion: String?

  init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }

  static func unknown(_ name: String, _ kind: String, among known: [String]) -> PartProblem {
    var problem = PartProblem(
      "there is no \(kind) `\(name)`",
      suggestion: NearestName.suggestion(for: name, among: Set(known)))
    problem.code = "suite.unknown-\(kind)"
    problem.word = name
    return problem
  }
}

extension [Expectation] {
  /// The expectations in the order in which parts are listed.
  var inOrder: [Expectation] {
    Part.allCases.flatMap { part in filter { $0.part == part } }
  }
}

extension Topic {
  /// An expectation, for messages.
  fileprivate var example: String {
    if case .eligibility = self { "eligible = true, amount = \"60万元\"" } else { "value = \"4.2%\"" }
  }
}
