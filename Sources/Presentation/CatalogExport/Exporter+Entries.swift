// Exporting targets, instruments and subjects.

import Catalog
import Quantities

extension Exporter {
  // MARK: Targets

  func target(_ target: Target, vintage name: String) -> JSONValue {
    let vintage = target.vintage(name)
    return [
      "id": .string(target.id),
      "measure": .integer(target.measure),
      "chapter": .integer(target.chapter),
      "comparator": .optional(vintage?.comparator.rawValue),
      "value": .optional(vintage?.value.value.description),
      "unit": .optional(vintage?.value.unit.symbol),
      "base_unit": .optional(vintage.map { base(of: $0.value.unit) }),
      "nature": .string(target.nature.rawValue),
      "due": .integer(target.due),
      "figure": .optional(vintage?.figure),
      "title": title(target.title),
      "wording": .optional(vintage?.wording),
      "tolerance": tolerance(vintage?.tolerance),
      "qualifier": .optional(vintage?.qualifier),
      "series": .optional(target.series),
      "base": .integer(target.base),
      "reference": target.reference.map(title) ?? .null,
      "vintages": .array(target.vintages.map(self.vintage)),
    ]
  }

  private func vintage(_ vintage: TargetVintage) -> JSONValue {
    [
      "vintage": .string(vintage.name),
      "comparator": .string(vintage.comparator.rawValue),
      "value": .string(vintage.value.value.description),
      "unit": .string(vintage.value.unit.symbol),
      "base_unit": .string(base(of: vintage.value.unit)),
      "figure": .string(vintage.figure),
      "wording": .string(vintage.wording),
      "tolerance": tolerance(vintage.tolerance),
      "qualifier": .optional(vintage.qualifier),
      "milestones": .array(
        vintage.milestones.map {
          [
            "due": .integer($0.due),
            "comparator": .string($0.comparator.rawValue),
            "value": .string($0.value.value.description),
            "unit": .string($0.value.unit.symbol),
          ]
        }),
    ]
  }

  private func tolerance(_ tolerance: Quantity?) -> JSONValue {
    .optional(tolerance?.value.description)
  }

  // MARK: Instruments

  func instrument(_ instrument: Instrument) -> JSONValue {
    [
      "id": .string(instrument.id),
      "measure": .integer(instrument.measure),
      "subject": .string(instrument.subject),
      "kind": .string(instrument.kind.rawValue),
      "frequency": .string(instrument.frequency.rawValue),
      "title": title(instrument.title),
      "parameters": .object(
        instrument.parameters.map { JSONValue.Member($0.name, parameter($0)) }),
    ]
  }

  /// The flat value is the last in time; earlier ones stand among the versions.
  private func parameter(_ parameter: Parameter) -> JSONValue {
    [
      "value": .optional(parameter.versions.last?.value.value.description),
      "unit": .string(parameter.unit.symbol),
      "base_unit": .string(base(of: parameter.unit)),
      "local": rule(parameter.local),
      "figure": .optional(parameter.figure),
      "title": title(parameter.title),
      "versions": .array(
        parameter.versions.map {
          [
            "value": .string($0.value.value.description),
            "unit": .string($0.value.unit.symbol),
            "from": .optional($0.from?.description),
            "to": .optional($0.to?.description),
          ]
        }),
    ]
  }

  private func rule(_ rule: LocalRule) -> JSONValue {
    switch rule {
    case .fixed: "fixed"
    case .mayRaise: "may_raise"
    case .mayLower: "may_lower"
    case .open: "open"
    case .within(let low, let high):
      ["within": .strings([low.value.description, high.value.description])]
    }
  }

  // MARK: Subjects

  func subject(_ subject: SubjectKind) -> JSONValue {
    [
      "id": .string(subject.id),
      "title": title(subject.title),
      "key": .string(subject.key),
      "fields": .array(subject.fields.map(field)),
    ]
  }

  private func field(_ field: SubjectField) -> JSONValue {
    var type = ""
    var unit = JSONValue.null
    var values = JSONValue.null
    switch field.type {
    case .boolean: type = "boolean"
    case .integer: type = "integer"
    case .text: type = "text"
    case .date: type = "date"
    case .year: type = "year"
    case .area: type = "area"
    case .quantity(let shown):
      type = "quantity"
      unit = .string(shown.symbol)
    case .enumeration(let list):
      type = "enum"
      values = .array(list.map { ["value": .string($0.value), "title": title($0.title)] })
    }
    return [
      "name": .string(field.name), "title": title(field.title), "type": .string(type), "unit": unit,
      "values": values,
    ]
  }
}
