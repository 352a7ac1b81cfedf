// Reading instruments and their parameters.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `instruments.yaml`.
  func readInstruments() -> [Instrument] {
    entries(of: .instruments) { value in
      let keys = ["id", "title", "measure", "subject", "kind", "frequency", "parameters"]
      guard let fields = value.mapping("an instrument", keys: keys) else { return nil }
      let idValue = fields.required("id")
      let id = declaredID(idValue, as: .instrument)
      let title = fields.required("title")?.title()
      let measure = numberedReference(fields.required("measure"), to: .measure)
      let subject = reference(fields.required("subject"), to: .subject)
      let kind = fields.required("kind")?.choice(Instrument.Kind.self)
      let frequency = fields.required("frequency")?.choice(Instrument.Frequency.self)
      let parameters = fields.required("parameters")?
        .mapping("the parameters of an instrument", keys: nil)?.entries
        .compactMap { readParameter($0) }
      guard let idValue, let id, let title, let measure, let subject, let kind, let frequency,
        let parameters
      else { return nil }
      return Instrument(
        id: id, title: title, measure: measure, subject: subject, kind: kind,
        frequency: frequency, parameters: parameters, span: idValue.span)
    }
  }

  // MARK: Parameters

  private func readParameter(_ entry: YAMLMapping.Entry) -> Parameter? {
    if let finding = Identifier.problem(with: entry.key, at: entry.keySpan) {
      findings.add(finding)
    }
    let keys = ["title", "value", "versions", "figure", "unit", "local"]
    guard let fields = entry.value.mapping("a parameter", keys: keys) else { return nil }
    let title = fields.required("title")?.title()
    let local = fields.required("local").flatMap { readRule($0) }
    if case .open? = local {
      for key in ["value", "versions", "figure"] {
        fields.forbid(
          key, "catalog.open-parameter", because: "it is `open`, so the document gives no value")
      }
      guard let unit = unit(fields.required("unit")), let title else { return nil }
      return Parameter(
        name: entry.key, title: title, unit: unit, figure: nil, local: .open, versions: [],
        span: entry.keySpan)
    }
    if local != nil {
      fields.forbid("unit", "catalog.parameter-unit", because: "the unit is that of the value")
    }
    let versions = readVersions(of: fields, local: local)
    let figure = fields.required("figure")?.text()
    guard let title, let local, let figure, let unit = versions.first?.value.unit else {
      return nil
    }
    return Parameter(
      name: entry.key, title: title, unit: unit, figure: figure, local: local, versions: versions,
      span: entry.keySpan)
  }

  /// Reads `value`, or `versions` when the value changes over time.
  private func readVersions(of fields: YAMLMapping, local: LocalRule?) -> [ParameterVersion] {
    guard let list = fields.optional("versions") else {
      guard let value = fields.optional("value") else {
        if local != nil {
          fields.value.report(
            "catalog.no-value", "a parameter needs a `value`, unless it is `open`",
            suggestion: "add `value:`, or write `local: open` when the document gives none")
        }
        return []
      }
      guard let amount = value.quantity(units) else { return [] }
      check(amount, at: value, against: local)
      return [ParameterVersion(value: amount, from: nil, to: nil)]
    }
    fields.forbid("value", "catalog.versions", because: "`versions` gives the values")
    var earlier: [ParameterVersion] = []
    for entry in list.list(of: "versions") ?? [] {
      guard let version = readVersion(entry, local: local, after: earlier.last) else { continue }
      earlier.append(version)
    }
    return earlier
  }

  private func readVersion(
    _ entry: YAMLValue, local: LocalRule?, after previous: ParameterVersion?
  ) -> ParameterVersion? {
    guard let fields = entry.mapping("a version", keys: ["value", "from", "to"]) else { return nil }
    let value = fields.required("value")
    let amount = value?.quantity(units)
    let days = days(of: fields)
    guard let value, let amount else { return nil }
    check(amount, at: value, against: local)
    guard let previous else {
      return ParameterVersion(value: amount, from: days.from, to: days.to)
    }
    if !amount.unit.goes(with: previous.value.unit) {
      value.report(
        "catalog.versions",
        "this version is in \(amount.unit.named), the one before in \(previous.value.unit.named)",
        suggestion: "give all versions in one unit")
    }
    guard let from = days.from else {
      entry.report(
        "catalog.versions", "a version that follows another needs the day it begins",
        suggestion: "add `from:`")
      return nil
    }
    if previous.to.map({ $0 >= from }) ?? true {
      let end = previous.to.map { "ends on \($0)" } ?? "has no end"
      fields.required("from")?.report(
        "catalog.versions", "this version begins on \(from), but the one before \(end)",
        suggestion: "let versions stand in order of time and end before the next begins")
    }
    return ParameterVersion(value: amount, from: from, to: days.to)
  }

  // MARK: Local rules

  /// The rules that are written as one word.
  private enum RuleName: String, CaseIterable {
    case fixed, open
    case mayRaise = "may_raise"
    case mayLower = "may_lower"
  }

  private func readRule(_ value: YAMLValue) -> LocalRule? {
    if value.isMapping {
      guard let fields = value.mapping("a local rule", keys: ["within"]) else { return nil }
      return readRange(fields.required("within"))
    }
    switch value.choice(RuleName.self) {
    case .fixed?: return .fixed
    case .open?: return .open
    case .mayRaise?: return .mayRaise
    case .mayLower?: return .mayLower
    case nil: return nil
    }
  }

  private func readRange(_ value: YAMLValue?) -> LocalRule? {
    guard let value, let ends = value.list(of: "two quantities") else { return nil }
    let quantities = ends.compactMap { $0.quantity(units) }
    guard ends.count == 2 else {
      value.report("catalog.within", "`within` needs two quantities, the lowest and the highest")
      return nil
    }
    guard quantities.count == 2 else { return nil }
    let (low, high) = (quantities[0], quantities[1])
    if !low.unit.goes(with: high.unit) {
      value.report(
        "catalog.within", "`within` runs from \(low.unit.named) to \(high.unit.named)",
        suggestion: "give both ends in one unit")
    } else if low.value > high.value {
      value.report(
        "catalog.within", "`within` runs from \(low) down to \(high)",
        suggestion: "write `[\(high), \(low)]`")
    }
    return .within(low, high)
  }

  private func check(_ amount: Quantity, at value: YAMLValue, against local: LocalRule?) {
    guard case .within(let low, let high)? = local, low.unit.goes(with: high.unit),
      low.value <= high.value
    else { return }
    if !amount.unit.goes(with: low.unit) {
      value.report(
        "catalog.within", "the value is in \(amount.unit.named), its range in \(low.unit.named)",
        suggestion: "give both in one unit")
    } else if amount.value < low.value || amount.value > high.value {
      value.report("catalog.within", "\(amount) is not within [\(low), \(high)]")
    }
  }
}
