// Exporting targets, instruments and subjects.

import Quantities

extension Exporter {
  // MARK: Targets

  func target(_ target: Target, vintage name: String) -> ExportValue {
    let vintage = target.vintage(name)
    return [
      "id": .text(target.id),
      "measure": .optional(target.measure),
      "chapter": .integer(target.chapter),
      "comparator": .optional(vintage?.comparator.rawValue),
      "value": .optional(vintage?.value.value.description),
      "unit": .optional(vintage?.value.unit.symbol),
      "base_unit": .optional(vintage.map { base(of: $0.value.unit) }),
      "nature": .text(target.nature.rawValue),
      "due": .integer(target.due),
      "figure": .optional(vintage?.figure),
      "title": title(target.title),
      "wording": .optional(vintage?.wording),
      "tolerance": tolerance(vintage?.tolerance),
      "qualifier": .optional(vintage?.qualifier),
      "series": .optional(target.series),
      "base": .optional(target.base),
      "reference": target.reference.map(title) ?? .null,
      "vintages": .list(target.vintages.map(self.vintage)),
    ]
  }

  private func vintage(_ vintage: TargetVintage) -> ExportValue {
    [
      "vintage": .text(vintage.name),
      "comparator": .text(vintage.comparator.rawValue),
      "value": .text(vintage.value.value.description),
      "unit": .text(vintage.value.unit.symbol),
      "base_unit": .text(base(of: vintage.value.unit)),
      "figure": .text(vintage.figure),
      "wording": .text(vintage.wording),
      "tolerance": tolerance(vintage.tolerance),
      "qualifier": .optional(vintage.qualifier),
      "milestones": .list(
        vintage.milestones.map {
          [
            "due": .integer($0.due),
            "comparator": .text($0.comparator.rawValue),
            "value": .text($0.value.value.description),
            "unit": .text($0.value.unit.symbol),
          ]
        }),
    ]
  }

  private func tolerance(_ tolerance: Quantity?) -> ExportValue {
    .optional(tolerance?.value.description)
  }

  // MARK: Instruments

  func instrument(_ instrument: Instrument) -> ExportValue {
    [
      "id": .text(instrument.id),
      "measure": .integer(instrument.measure),
      "subject": .text(instrument.subject),
      "kind": .text(instrument.kind.rawValue),
      "frequency": .text(instrument.frequency.rawValue),
      "title": title(instrument.title),
      "parameters": .object(
        instrument.parameters.map { ExportValue.Member($0.name, parameter($0)) }),
    ]
  }

  /// The flat value is the last in time; earlier ones stand among the versions.
  private func parameter(_ parameter: Parameter) -> ExportValue {
    [
      "value": .optional(parameter.versions.last?.value.value.description),
      "unit": .text(parameter.unit.symbol),
      "base_unit": .text(base(of: parameter.unit)),
      "local": rule(parameter.local),
      "figure": .optional(parameter.figure),
      "title": title(parameter.title),
      "versions": .list(
        parameter.versions.map {
          [
            "value": .text($0.value.value.description),
            "unit": .text($0.value.unit.symbol),
            "from": .optional($0.from?.description),
            "to": .optional($0.to?.description),
          ]
        }),
    ]
  }

  private func rule(_ rule: LocalRule) -> ExportValue {
    switch rule {
    case .fixed: "fixed"
    case .mayRaise: "may_raise"
    case .mayLower: "may_lower"
    case .open: "open"
    case .within(let low, let high):
      ["within": .texts([low.value.description, high.value.description])]
    }
  }

  // MARK: Subjects

  func subject(_ subject: SubjectKind) -> ExportValue {
    [
      "id": .text(subject.id),
      "title": title(subject.title),
      "key": .text(subject.key),
      "fields": .list(subject.fields.map(field)),
    ]
  }

  private func field(_ field: SubjectField) -> ExportValue {
    var type = ""
    var unit = ExportValue.null
    var values = ExportValue.null
    switch field.type {
    case .boolean: type = "boolean"
    case .integer: type = "integer"
    case .text: type = "text"
    case .date: type = "date"
    case .year: type = "year"
    case .area: type = "area"
    case .quantity(let shown):
      type = "quantity"
      unit = .text(shown.symbol)
    case .enumeration(let list):
      type = "enum"
      values = .list(list.map { ["value": .text($0.value), "title": title($0.title)] })
    }
    return [
      "name": .text(field.name), "title": title(field.title), "type": .text(type), "unit": unit,
      "values": values,
    ]
  }
}
