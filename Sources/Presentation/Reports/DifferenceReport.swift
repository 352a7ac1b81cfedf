// What a reviewer wants to see of a plugin: old and new, what allowed it, and on which clause it rests.

import Catalog
import Diagnostics
public import Evaluation
import Quantities
import Scripting

/// Renders what differs between the rules of two plugins.
public struct DifferenceReport {
  private let difference: RulesDifference
  private let names: (old: String, new: String)
  private let language: Language

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - difference: What differs.
  ///   - old: The id of the first plugin.
  ///   - new: The id of the second plugin.
  ///   - language: The language of labels.
  public init(_ difference: RulesDifference, from old: String, to new: String, language: Language) {
    self.difference = difference
    names = (old, new)
    self.language = language
  }

  /// One row for each parameter and its days, and one for each addition, replacement and removal.
  public var table: TextTable {
    var table = TextTable([
      .init(label("what", "事项")), .init(label("name", "名称")), .init(label("days", "日期")),
      .init(names.old), .init(names.new), .init(label("permission", "许可")),
      .init(label("clause", "依据")),
    ])
    for parameter in difference.parameters {
      for days in parameter.days {
        table.add([
          .init(label("parameter", "参数")),
          .init("\(parameter.instrument).\(parameter.parameter.name)"),
          .init(text(days.validity)), .init(text(days.old)), .init(text(days.new)),
          .init(language.local(parameter.parameter.local)),
          .init(parameter.change.map { "\($0.plugin): \($0.clause)" } ?? ""),
        ])
      }
    }
    for entry in difference.entries {
      let isNew = entry.change != .removed
      table.add([
        .init(text(entry.kind)), .init(entry.id), "", .init(isNew ? "" : entry.title.zh),
        .init(isNew ? entry.title.zh : ""), .init(text(entry.change)),
        .init([entry.plugin, entry.clause].compactMap(\.self).joined(separator: ": ")),
      ])
    }
    for definition in difference.definitions {
      let isNew = definition.change != .removed
      table.add([
        .init(text(definition.kind)), .init(definition.id), .init(text(definition.validity)),
        .init(isNew ? definition.replaced?.span.place ?? "" : definition.span.place),
        .init(isNew ? definition.span.place : ""), .init(text(definition.change)), "",
      ])
    }
    return table
  }

  /// The differences as text for people.
  public func text(width: Int?, style: Style) -> String {
    guard !difference.isEmpty else {
      return label(
        "\(names.old) and \(names.new) do not differ\n", "\(names.old)与\(names.new)没有差异\n")
    }
    return table.text(width: width, style: style)
  }

  /// The differences as JSON.
  public var json: JSONValue {
    [
      "from": .string(names.old),
      "to": .string(names.new),
      "parameters": .array(difference.parameters.map(json)),
      "entries": .array(
        difference.entries.map {
          [
            "kind": .string($0.kind), "id": .string($0.id),
            "title": ["zh": .string($0.title.zh), "en": .string($0.title.en)],
            "change": .string($0.change.rawValue), "plugin": .optional($0.plugin),
            "clause": .optional($0.clause),
          ]
        }),
      "definitions": .array(
        difference.definitions.map {
          [
            "kind": .string($0.kind), "id": .string($0.id), "change": .string($0.change.rawValue),
            "plugin": .string($0.plugin), "from": .optional($0.validity.from?.description),
            "to": .optional($0.validity.to?.description), "place": .string($0.span.place),
            "replaces": $0.replaced.map {
              ["plugin": .string($0.plugin), "place": .string($0.span.place)]
            } ?? .null,
          ]
        }),
    ]
  }

  private func json(_ parameter: RulesDifference.ParameterDifference) -> JSONValue {
    [
      "instrument": .string(parameter.instrument),
      "parameter": .string(parameter.parameter.name),
      "permission": .string(parameter.parameter.local.description),
      "plugin": .optional(parameter.change?.plugin),
      "clause": .optional(parameter.change?.clause),
      "figure": .optional(parameter.change?.figure),
      "place": .optional(parameter.change?.span.place),
      "days": .array(
        parameter.days.map {
          [
            "from": .optional($0.validity.from?.description),
            "to": .optional($0.validity.to?.description), "old": json($0.old), "new": json($0.new),
          ]
        }),
    ]
  }

  private func json(_ value: ParameterValue?) -> JSONValue {
    switch value {
    case .quantity(let quantity)?: .quantity(quantity)
    case .scale(let scale)?: scale.json
    case nil: .null
    }
  }

  // MARK: Words

  private func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  private func text(_ value: ParameterValue?) -> String {
    value.map { "\($0)" } ?? label("open", "未定")
  }

  private func text(_ validity: Validity) -> String {
    switch (validity.from, validity.to) {
    case (nil, nil): label("always", "始终")
    case (let from?, nil): label("from \(from)", "自\(from)起")
    case (nil, let to?): label("to \(to)", "至\(to)")
    case (let from?, let to?): label("\(from) to \(to)", "\(from)至\(to)")
    }
  }

  private func text(_ kind: String) -> String {
    switch kind {
    case "instrument": label("instrument", "政策工具")
    case "field": label("field", "字段")
    case "group": label("group", "组别")
    case "eligibility": label("eligibility", "资格")
    default: label("indicator", "指标")
    }
  }

  private func text(_ change: RulesDifference.Change) -> String {
    switch change {
    case .added: label("added", "新增")
    case .replaced: label("replaced", "替换")
    case .removed: label("removed", "删除")
    }
  }
}
