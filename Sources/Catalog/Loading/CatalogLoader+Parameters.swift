// Reading parameters: values and when they hold, and what districts may do with them.

import Diagnostics
import Quantities

/// A value as it was read, with the places of its parts for what is found out later.
struct ReadValue {
  let value: ParameterValue

  /// The place of the value, or of each tier or bracket of a scale.
  let spans: [SourceSpan]
}

/// A value as it was read, and when it holds.
struct ReadVersion {
  let read: ReadValue
  let validity: Validity
  let span: SourceSpan

  /// The version, set by a plugin or by the catalogue itself.
  func version(by plugin: String?) -> ParameterVersion {
    ParameterVersion(value: read.value, validity: validity, plugin: plugin)
  }
}

extension CatalogLoader {
  func readParameter(_ entry: YAMLMapping.Entry) -> Parameter? {
    if let finding = Identifier.problem(with: entry.key, at: entry.keySpan) {
      findings.add(finding)
    }
    let keys = ["title", "value", "scale", "versions", "figure", "unit", "local"]
    guard let fields = entry.value.mapping("a parameter", keys: keys) else { return nil }
    let title = fields.required("title")?.title()
    let local = fields.required("local").flatMap { readRule($0) }
    if case .open? = local {
      for key in ["value", "scale", "versions", "figure"] {
        fields.forbid(
          key, "catalog.open-parameter", because: "it is `open`, so the document gives no value")
      }
      guard let unit = unit(fields.required("unit")), let title else { return nil }
      return Parameter(
        name: entry.key, title: title, unit: unit, figure: nil, local: .open, versions: [],
        change: nil, span: entry.keySpan)
    }
    if local != nil {
      fields.forbid("unit", "catalog.parameter-unit", because: "the unit is that of the value")
    }
    if local != nil,
      !["value", "scale", "versions"].contains(where: { fields.optional($0) != nil })
    {
      fields.value.report(
        "catalog.no-value", "a parameter needs a `value`, unless it is `open`",
        suggestion: "add `value:`, or write `local: open` when the document gives none")
    }
    let versions = readVersions(of: fields)
    for version in versions { check(version.read, against: local) }
    checkCap(versions, named: entry.key)
    let figure = fields.required("figure")?.text()
    guard let title, let local, let figure, let unit = versions.first?.read.value.unit else {
      return nil
    }
    return Parameter(
      name: entry.key, title: title, unit: unit, figure: figure, local: local,
      versions: versions.map { $0.version(by: plugin) }, change: nil, span: entry.keySpan)
  }

  /// The host limits amounts by the cap, so it must be one quantity.
  func checkCap(_ versions: [ReadVersion], named name: String) {
    guard name == "cap" else { return }
    for version in versions where version.read.value.scale != nil {
      findings.add(
        "catalog.cap", "`cap` limits every amount, so it is one value and not a scale",
        at: version.span,
        suggestion: "give the scale another name, and use it where the amount is computed")
    }
  }

  // MARK: Versions

  /// Reads `value` or `scale`, or `versions` when it changes over time.
  ///
  /// - Parameter isPartial: Whether a scale may leave out tiers, because it changes another one.
  func readVersions(of fields: YAMLMapping, isPartial: Bool = false) -> [ReadVersion] {
    guard let list = fields.optional("versions") else {
      guard let read = readValue(of: fields, isPartial: isPartial) else { return [] }
      let place = fields.optional("value") ?? fields.optional("scale") ?? fields.value
      return [ReadVersion(read: read, validity: Validity(), span: place.span)]
    }
    for key in ["value", "scale"] {
      fields.forbid(key, "catalog.versions", because: "`versions` gives the values")
    }
    var earlier: [ReadVersion] = []
    for entry in list.list(of: "versions") ?? [] {
      if let version = readVersion(entry, after: earlier.last, isPartial: isPartial) {
        earlier.append(version)
      }
    }
    return earlier
  }

  private func readValue(of fields: YAMLMapping, isPartial: Bool) -> ReadValue? {
    if let value = fields.optional("value") {
      fields.forbid("scale", "catalog.scale", because: "`value` gives the value")
      return value.quantity(units).map { ReadValue(value: .quantity($0), spans: [value.span]) }
    }
    return fields.optional("scale").flatMap { readScale($0, isPartial: isPartial) }
  }

  private func readVersion(
    _ entry: YAMLValue, after previous: ReadVersion?, isPartial: Bool
  ) -> ReadVersion? {
    let keys = ["value", "scale", "from", "to"]
    guard let fields = entry.mapping("a version", keys: keys) else { return nil }
    let value = fields.optional("scale") ?? fields.required("value")
    let read = readValue(of: fields, isPartial: isPartial)
    let days = days(of: fields)
    guard let value, let read else { return nil }
    guard let previous else {
      return ReadVersion(
        read: read, validity: Validity(from: days.from, to: days.to), span: value.span)
    }
    if let unit = read.value.unit, let before = previous.read.value.unit, !unit.goes(with: before) {
      value.report(
        "catalog.versions",
        "this version is in \(unit.named), the one before in \(before.named)",
        suggestion: "give all versions in one unit")
    }
    guard let from = days.from else {
      entry.report(
        "catalog.versions", "a version that follows another needs the day it begins",
        suggestion: "add `from:`")
      return nil
    }
    if previous.validity.to.map({ $0 >= from }) ?? true {
      let end = previous.validity.to.map { "ends on \($0)" } ?? "has no end"
      fields.required("from")?.report(
        "catalog.versions", "this version begins on \(from), but the one before \(end)",
        suggestion: "let versions stand in order of time and end before the next begins")
    }
    return ReadVersion(read: read, validity: Validity(from: from, to: days.to), span: value.span)
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

  private func check(_ read: ReadValue, against local: LocalRule?) {
    guard case .within(let low, let high)? = local, low.unit.goes(with: high.unit),
      low.value <= high.value
    else { return }
    for (amount, span) in zip(read.value.quantities, read.spans) {
      if !amount.unit.goes(with: low.unit) {
        findings.add(
          "catalog.within", "the value is in \(amount.unit.named), its range in \(low.unit.named)",
          at: span, suggestion: "give both in one unit")
      } else if amount.value < low.value || amount.value > high.value {
        findings.add("catalog.within", "\(amount) is not within [\(low), \(high)]", at: span)
      }
    }
  }
}

extension ParameterValue {
  /// The value, or those of a scale.
  var quantities: [Quantity] {
    switch self {
    case .quantity(let quantity): [quantity]
    case .scale(let scale): scale.values
    }
  }
}
