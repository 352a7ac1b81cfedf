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
    var members: [JSONValue.Member] = [
      .init("id", .string(instrument.id)),
      .init("measure", .integer(instrument.measure)),
      .init("subject", .string(instrument.subject)),
      .init("kind", .string(instrument.kind.rawValue)),
      .init("frequency", .string(instrument.frequency.rawValue)),
      .init("title", title(instrument.title)),
      .init(
        "parameters",
        .object(instrument.parameters.map { JSONValue.Member($0.name, parameter($0)) })),
    ]
    if !instrument.split.isEmpty {
      members.append(
        .init(
          "split",
          .object(
            instrument.split.map {
              JSONValue.Member($0.payer, .string($0.share.value.description))
            })))
    }
    return .object(members)
  }

  /// The flat value is the last in time; earlier ones stand among the versions.
  private func parameter(_ parameter: Parameter) -> JSONValue {
    [
      "value": .optional(parameter.versions.last?.value.quantity?.value.description),
      "unit": .string(parameter.unit.symbol),
      "base_unit": .string(base(of: parameter.unit)),
      "local": rule(parameter.local),
      "figure": .optional(parameter.figure),
      "title": title(parameter.title),
      "versions": .array(
        parameter.versions.map { version($0, in: parameter.unit) }),
    ]
  }

  private func version(_ version: ParameterVersion, in unit: Quantities.Unit) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("value", .optional(version.value.quantity?.value.description)),
      .init("unit", .string((version.value.unit ?? unit).symbol)),
      .init("from", .optional(version.from?.description)),
      .init("to", .optional(version.to?.description)),
    ]
    if let scale = version.value.scale { members.append(.init("scale", scale.json)) }
    return .object(members)
  }

  /// A group of instruments that limit each other.
  func group(_ group: StackingGroup) -> JSONValue {
    var rule = "highest_only"
    var cap: Quantity?
    if case .cap(let limit) = group.rule { (rule, cap) = ("cap", limit) }
    return [
      "id": .string(group.id),
      "title": title(group.title),
      "clause": .string(group.clause),
      "rule": .string(rule),
      "cap": .optional(cap?.value.description),
      "members": .strings(group.members),
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
