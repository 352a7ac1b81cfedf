// Results as JSON: contracts that other programs rely on.

import Catalog
import DataSources
public import Evaluation
import Quantities
import Scripting

extension JSONValue {
  /// A quantity: money in yuan with the fen, anything else in its own unit.
  static func quantity(_ quantity: Quantity?) -> JSONValue {
    guard let quantity else { return .null }
    if quantity.unit.dimension == .named("money") {
      return [
        "value": .string(quantity.value.formatted(minimumPlaces: 2)), "unit": "元",
      ]
    }
    return [
      "value": .string(quantity.amount.description), "unit": .string(quantity.unit.symbol),
    ]
  }

  static func title(_ title: Title) -> JSONValue {
    ["zh": .string(title.zh), "en": .string(title.en)]
  }

  static func integer(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }

  static func field(_ value: FieldValue) -> JSONValue {
    switch value {
    case .missing: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .year(let value): .integer(Int64(value))
    case .quantity(let quantity): .quantity(quantity)
    case .date(let date): .string(date.description)
    case .text(let text), .area(let text), .enumeration(let text): .string(text)
    }
  }

  /// What was read, by the expression a script would write.
  static func readings(_ readings: [Reading]) -> JSONValue {
    .array(
      readings.map { reading in
        var members: [Member] = [
          Member("read", .string(reading.expression)), Member("value", .field(reading.value)),
        ]
        if case .observation(_, _, _, let source) = reading.source {
          members.append(Member("source", .string(source)))
        }
        return .object(members)
      })
  }

  static func digests(_ digests: Digests) -> JSONValue {
    [
      "catalog": .string(digests.catalog), "scripts": .string(digests.scripts),
      "data": .string(digests.data),
    ]
  }
}

extension Decision {
  /// The decision as JSON.
  ///
  /// - Parameter digests: What it was made from; left out in lists, which name them once.
  public func json(digests: Digests?) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("subject", subject.isEmpty ? .null : .string(subject)),
      .init("eligibility", .string(eligibility)),
      .init("instrument", .string(instrument.id)),
      .init("measure", .integer(instrument.measure)),
      .init("at", .string(moment.period.description)),
      .init("status", .string(status.rawValue)),
      .init("conditions", .array(conditions.map(\.json))),
      .init("amount", .quantity(amount)),
      .init("computed", .quantity(computed)),
      .init("rounded", .boolean(isRounded)),
      .init("capped_by", .optional(cappedBy)),
      .init("missing", .strings(missing)),
      .init("open", .strings(open)),
      .init(
        "parameters", .object(parameters.map { .init($0.parameter.name, $0.json) })),
      .init("clause", .string(clause)),
    ]
    members += stacking
    if let digests { members.append(.init("digests", .digests(digests))) }
    return .object(members)
  }

  /// What is payable beside other instruments, and who pays, where the catalogue says something about it.
  private var stacking: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if isStacked {
      members += [
        .init("payable", .quantity(payable)),
        .init("set_aside", .array(setAside.map(\.json))),
        .init("pending", .strings(pending)),
      ]
    }
    if !instrument.split.isEmpty {
      members.append(
        .init("shares", .object(shares.map { .init($0.payer, .quantity($0.amount)) })))
    }
    return members
  }
}

extension SetAside {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("group", .string(group.id)), .init("amount", .quantity(amount)),
    ]
    switch reason {
    case .lower(let id): members.append(.init("in_favour_of", .string(id)))
    case .cap(let cap): members.append(.init("cap", .quantity(cap)))
    }
    members.append(.init("clause", .string(group.clause)))
    return .object(members)
  }
}

extension ConditionFacts {
  fileprivate var json: JSONValue {
    let missing = trace.gaps.map { gap in
      if case .openParameter(let name) = gap { "p.\(name)" } else { gap.text }
    }
    return [
      "label": .string(title.en), "zh": .string(title.zh), "outcome": .string(outcome.rawValue),
      "missing": .strings(missing), "read": .readings(trace.readings),
      "compared": .array(trace.comparisons.map(\.json)),
    ]
  }
}

extension ComparisonFact {
  fileprivate var json: JSONValue {
    [
      "left": .quantity(left.quantity), "comparator": .string(comparator.rawValue),
      "right": .quantity(right.quantity), "holds": .boolean(holds),
    ]
  }
}

extension ParameterInForce {
  fileprivate var json: JSONValue {
    let quantity = JSONValue.quantity(version?.value.quantity)
    var members: [JSONValue.Member] = [
      .init("value", quantity["value"] ?? .null),
      .init("unit", quantity["unit"] ?? .string(parameter.unit.symbol)),
      .init("figure", .optional(parameter.figure)),
      .init("from", .optional(version?.from?.description)),
      .init("to", .optional(version?.to?.description)),
    ]
    if let scale = version?.value.scale { members.append(.init("scale", scale.json)) }
    if let version, let change = parameter.change, version.plugin == change.plugin {
      members += [
        .init("plugin", .string(change.plugin)), .init("clause", .string(change.clause)),
      ]
    }
    return .object(members)
  }
}

extension Prospect {
  /// What would have to change, as JSON.
  public var json: JSONValue {
    [
      "remedies": .array(
        remedies.map { remedy in
          [
            "condition": .integer(remedy.condition),
            "alternatives": .array(remedy.alternatives.map(\.json)),
          ]
        }),
      "changes": .array(changes.map(\.json)),
      "status": .optional(decision?.status.rawValue),
      "amount": .quantity(decision?.amount),
    ]
  }
}

extension FieldChange {
  fileprivate var json: JSONValue {
    ["field": .string(field), "from": .field(from), "to": .field(to)]
  }
}

extension Assessment {
  /// The assessment as JSON.
  public var json: JSONValue {
    let value = JSONValue.quantity(latest?.value)
    return [
      "target": .string(target.id),
      "measure": .integer(target.measure),
      "title": .title(target.title),
      "wanted": [
        "comparator": .string(vintage.comparator.rawValue), "value": .quantity(vintage.value),
        "figure": .string(vintage.figure), "due": .integer(target.due),
      ],
      "status": .string(status.rawValue),
      "value": value["value"] ?? .null,
      "unit": value["unit"] ?? .string(vintage.value.unit.symbol),
      "bound": .optional(latest?.bound?.rawValue),
      "period": .optional(latest?.period.description),
      "source": latest.map { .string($0.sources.joined(separator: ", ")) } ?? .null,
      "distance": .quantity(distance),
      "distance_percent": .optional(relativeDistance?.amount.description),
      "base_period": .optional(pace?.base.period.description),
      "required_pace": .quantity(pace?.required),
      "actual_pace": .quantity(pace?.actual),
      "remaining_pace": .quantity(pace?.remaining),
      "pace_ratio": .quantity(pace?.ratio),
      "method": .string(method.rawValue),
      "missing": .strings(missing),
      "notes": .strings(notes),
    ]
  }
}

extension DataPoint {
  /// The sources of the observations, each once.
  var sources: [String] {
    var seen: Set<String> = []
    return observations.map(\.source).filter { seen.insert($0).inserted }
  }
}
