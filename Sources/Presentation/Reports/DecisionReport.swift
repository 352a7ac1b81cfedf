// Decisions on many subjects.

import Catalog
public import Evaluation
import Quantities
import Scripting

/// Renders decisions as rows, one for each subject and eligibility.
public struct DecisionReport {
  private let language: Language

  /// Creates a report.
  public init(language: Language) { self.language = language }

  /// The decisions as a table for people.
  public func table(_ decisions: [Decision]) -> TextTable {
    var table = TextTable([
      .init(language.text(en: "subject", zh: "对象")),
      .init(language.text(en: "eligibility", zh: "资格")),
      .init(language.text(en: "status", zh: "结果")),
      .init(language.text(en: "amount", zh: "金额"), .right),
      .init(language.text(en: "because", zh: "依据")),
    ])
    for decision in decisions {
      table.add([
        .init(decision.subject),
        .init(
          language.text(en: "\(decision.eligibility) ", zh: "") + decision.instrument.title.zh),
        .init(language.status(decision.status), decision.status.tone),
        .init(decision.payable.map { "\($0)" } ?? ""),
        .init(reason(decision)),
      ])
    }
    return table
  }

  /// The headings of ``row(_:)``.
  public static let columns = [
    "subject", "eligibility", "instrument", "measure", "clause", "at", "status", "amount", "unit",
    "computed", "capped_by", "unmet", "missing", "open",
  ]

  /// A decision as a row of plain values; lists are separated by `; `.
  public static func row(_ decision: Decision) -> [String] {
    let amount = JSONValue.quantity(decision.amount)
    let computed = JSONValue.quantity(decision.computed)
    return [
      decision.subject, decision.eligibility, decision.instrument.id,
      "\(decision.instrument.measure)", decision.clause, decision.moment.period.description,
      decision.status.rawValue, amount["value"]?.text ?? "", amount["unit"]?.text ?? "",
      computed["value"]?.text ?? "", decision.cappedBy ?? "",
      decision.conditions.filter { $0.outcome == .unmet }.map(\.title.en).joined(separator: "; "),
      decision.missing.joined(separator: "; "), decision.open.joined(separator: "; "),
    ]
  }

  /// The headings of ``stackingRow(_:)``.
  package static let stackingColumns = ["payable", "set_aside", "pending", "shares"]

  /// What groups of instruments made of a decision, as plain values after those of ``row(_:)``.
  package static func stackingRow(_ decision: Decision) -> [String] {
    [
      JSONValue.quantity(decision.payable)["value"]?.text ?? "",
      decision.setAside.map { "\($0.group.id) \($0.amount)" }.joined(separator: "; "),
      decision.pending.joined(separator: "; "),
      decision.shares.map { "\($0.payer) \($0.amount)" }.joined(separator: "; "),
    ]
  }

  private func reason(_ decision: Decision) -> String {
    if let setAside = decision.setAside.first { return language.reason(of: setAside) }
    if let cap = decision.cappedBy {
      return language.text(en: "limited by \(cap)", zh: "受上限\(cap)限制")
    }
    switch decision.status {
    case .ineligible:
      return decision.conditions.filter { $0.outcome == .unmet }
        .map { language.title($0.title) }.joined(separator: "; ")
    case .undetermined:
      let names = decision.missing + decision.open.map { "p.\($0)" }
      return language.text(en: "missing ", zh: "缺少") + names.joined(separator: ", ")
    case .eligible where !decision.isPayable:
      return language.text(en: "not payable yet: ", zh: "暂不可兑付：")
        + decision.open.joined(separator: ", ")
    case .eligible:
      return ""
    }
  }
}

extension JSONValue {
  /// The text of a string value.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
