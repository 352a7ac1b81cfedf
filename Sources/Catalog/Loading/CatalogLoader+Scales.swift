// Reading scales: tiers by grade, brackets by amount.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// What a scale goes by.
  private enum ScaleKey: String, CaseIterable {
    case grade, amount
  }

  /// Reads a scale.
  ///
  /// - Parameter isPartial: Whether brackets may be left out, because the scale changes another one.
  func readScale(_ value: YAMLValue, isPartial: Bool) -> ReadValue? {
    let keys = ["by", "field", "tiers", "brackets"]
    guard let fields = value.mapping("a scale", keys: keys),
      let key = fields.required("by")?.choice(ScaleKey.self)
    else { return nil }
    let reason = "the scale goes by \(key.rawValue)"
    switch key {
    case .grade:
      fields.forbid("brackets", "catalog.scale", because: reason)
      return readTiers(of: fields)
    case .amount:
      for key in ["tiers", "field"] { fields.forbid(key, "catalog.scale", because: reason) }
      return readBrackets(of: fields, isPartial: isPartial)
    }
  }

  private func entries(_ value: YAMLValue?, _ plural: String) -> [YAMLValue] {
    guard let value, let list = value.list(of: plural) else { return [] }
    if list.isEmpty { value.report("catalog.scale", "a scale needs at least one of its \(plural)") }
    return list
  }

  // MARK: Grades

  private func readTiers(of fields: YAMLMapping) -> ReadValue? {
    let field = fields.optional("field")
    let grades = field.flatMap { readGrades(of: $0) }
    let names = NameList(noun: "grade")
    var tiers: [Scale.Tier] = []
    var places: [YAMLValue] = []
    for entry in entries(fields.required("tiers"), "tiers") {
      guard let tier = entry.mapping("a tier", keys: ["grade", "value"]) else { continue }
      let gradeValue = tier.required("grade")
      let grade = gradeValue?.text()
      let valueValue = tier.required("value")
      guard let gradeValue, let grade, let valueValue, let value = valueValue.quantity(units)
      else { continue }
      names.add(grade, at: gradeValue)
      if let grades, !grades.contains(grade) {
        gradeValue.report(
          "catalog.scale-grade", "`\(field?.text() ?? "")` is never `\(grade)`",
          suggestion: NearestName.suggestion(for: grade, among: grades))
      }
      tiers.append(Scale.Tier(grade: grade, value: value))
      places.append(valueValue)
    }
    checkUnits(tiers.map(\.value), at: places)
    guard !tiers.isEmpty else { return nil }
    return ReadValue(
      value: .scale(.grades(tiers, field: field?.text())), spans: places.map(\.span))
  }

  /// The values of the field that holds the grade; `nil` when the field is not known or no enumeration.
  private func readGrades(of value: YAMLValue) -> [String]? {
    guard let name = value.text(), isReadable(.subjects) else { return nil }
    guard let field = subjects.lazy.compactMap({ $0.field(name) }).first else {
      value.report(
        "catalog.unknown-field", "no kind of subject has a field `\(name)`",
        suggestion: NearestName.suggestion(
          for: name, among: subjects.flatMap { $0.fields.map(\.name) }))
      return nil
    }
    if case .enumeration(let values) = field.type { return values.map(\.value) }
    value.report(
      "catalog.scale-field",
      "the grades of a scale are the values of an `enum`, and"
        + " `\(name)` is none",
      suggestion: "name a field of the type `enum`, or leave out `field:`")
    return nil
  }

  // MARK: Brackets

  private func readBrackets(of fields: YAMLMapping, isPartial: Bool) -> ReadValue? {
    var brackets: [Scale.Bracket] = []
    var places: [YAMLValue] = []
    let list = entries(fields.required("brackets"), "brackets")
    for entry in list {
      let keys = ["from", "below", "value"]
      guard let bracket = entry.mapping("a bracket", keys: keys) else { continue }
      let fromValue = bracket.required("from")
      let from = fromValue?.quantity(units)
      let belowValue = bracket.optional("below")
      let below = belowValue?.quantity(units)
      let valueValue = bracket.required("value")
      guard let fromValue, let from, let valueValue, let value = valueValue.quantity(units),
        (belowValue == nil) == (below == nil)
      else { continue }
      if let below, let belowValue {
        if !below.unit.goes(with: from.unit) {
          belowValue.report(
            "catalog.scale",
            "the bracket runs from \(from.unit.named) to \(below.unit.named)",
            suggestion: "give both ends in one unit")
        } else if below.value <= from.value {
          belowValue.report("catalog.scale", "the bracket ends at \(below), not above \(from)")
        }
      }
      if let previous = brackets.last {
        checkOrder(from, at: fromValue, after: previous, isPartial: isPartial)
      }
      brackets.append(Scale.Bracket(from: from, below: below, value: value))
      places.append(valueValue)
    }
    checkUnits(brackets.map(\.value), at: places)
    guard !brackets.isEmpty, brackets.count == list.count else { return nil }
    return ReadValue(value: .scale(.brackets(brackets)), spans: places.map(\.span))
  }

  /// A bracket must begin where the one before it ends.
  private func checkOrder(
    _ from: Quantity, at place: YAMLValue, after previous: Scale.Bracket, isPartial: Bool
  ) {
    guard from.unit.goes(with: previous.from.unit) else {
      return place.report(
        "catalog.scale",
        "the bracket begins in \(from.unit.named), the one before in \(previous.from.unit.named)",
        suggestion: "give all ends in one unit")
    }
    guard let end = previous.below else {
      return place.report(
        "catalog.scale-overlap", "the bracket before, from \(previous.from), has no end",
        suggestion: "add `below: \(from)` to it; only the last bracket may do without")
    }
    guard from.unit.goes(with: end.unit) else { return }
    if from.value < end.value {
      place.report(
        "catalog.scale-overlap",
        "the bracket begins at \(from), but the one before ends at \(end)",
        suggestion: "begin it at \(end), which does not lie in the one before")
    } else if from.value > end.value, !isPartial {
      place.report(
        "catalog.scale-gap", "nothing is said about amounts from \(end) up to \(from)",
        suggestion: "begin the bracket at \(end)")
    }
  }

  private func checkUnits(_ values: [Quantity], at places: [YAMLValue]) {
    guard let first = values.first else { return }
    for (value, place) in zip(values, places) where !value.unit.goes(with: first.unit) {
      place.report(
        "catalog.scale", "this value is in \(value.unit.named), the first in \(first.unit.named)",
        suggestion: "give all values in one unit")
    }
  }
}
