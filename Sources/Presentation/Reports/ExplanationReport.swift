// A decision that an officer can read to an applicant.

public import Catalog
import DataSources
public import Evaluation
import Quantities
import Scripting

/// Renders an explanation as text, JSON, CSV or Markdown.
public struct ExplanationReport {
  private let explanation: Explanation
  private let catalog: Catalog
  private let digests: Digests?
  private let language: Language

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - explanation: What is explained.
  ///   - catalog: The catalogue.
  ///   - digests: What it was made from; left out where nothing is kept.
  ///   - language: The language of labels.
  public init(
    _ explanation: Explanation, catalog: Catalog, digests: Digests?, language: Language
  ) {
    self.explanation = explanation
    self.catalog = catalog
    self.digests = digests
    self.language = language
  }

  private var decision: Decision { explanation.decision }

  /// The explanation as JSON: the decision, what was read, and what would have to change.
  public var json: JSONValue {
    guard case .object(var members) = decision.json(digests: digests) else { return .null }
    members.append(.init("prospect", explanation.prospect?.json ?? .null))
    return .object(members)
  }

  /// The conditions as a table.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "condition", zh: "条件")),
      .init(language.text(en: "outcome", zh: "结果")),
      .init(language.text(en: "because", zh: "依据")),
    ])
    for condition in decision.conditions {
      table.add([
        .init(language.titles(condition.title)),
        .init(language.outcome(condition.outcome), condition.outcome.tone),
        .init(evidence.lines(for: condition.trace).joined(separator: "; ")),
      ])
    }
    return table
  }

  /// The explanation as text for people.
  public func text(style: Style) -> String {
    var lines = heading(style)
    lines += [""] + conditions(style)
    lines += section(amount)
    lines += section(open)
    lines += section(missing)
    lines += section(changes)
    lines += [""] + [label("Parameters", "参数") + " \(decision.clause)"] + parameters
    if let provenance { lines += ["", style.dim(provenance)] }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The explanation as Markdown.
  public var markdown: String {
    var lines = ["# \(language.titles(decision.instrument.title))", "", summary, ""]
    lines += [table.markdown]
    for part in [amount, open, missing, changes] where !part.isEmpty {
      lines +=
        ["**\(part[0])**", ""] + part.dropFirst().map { "- " + $0.drop { $0 == " " } } + [""]
    }
    if let provenance { lines.append("*\(provenance)*") }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Parts

  private func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  private func section(_ lines: [String]) -> [String] { lines.isEmpty ? [] : [""] + lines }

  private func heading(_ style: Style) -> [String] {
    let measure = catalog.measure(decision.instrument.measure)
    let place = label("measure", "举措") + " \(decision.instrument.measure) \(decision.clause)"
    let title = measure.map { " " + $0.title.zh } ?? ""
    return [
      style.bold(language.titles(decision.instrument.title)),
      "\(decision.eligibility) · \(place)\(title) · \(decision.moment.period)",
      "",
      style.paint(summary, decision.status.tone),
    ]
  }

  /// One sentence with the decision.
  private var summary: String {
    let who = decision.subject.isEmpty ? label("The subject", "该对象") : decision.subject
    let all = decision.conditions.count
    let unmet = decision.conditions.count { $0.outcome == .unmet }
    let unknown = decision.conditions.count { $0.outcome == .unknown }
    switch decision.status {
    case .eligible:
      let pays = decision.payable.map { label(": \($0)", "：\($0)") } ?? ""
      return label("\(who) is eligible\(pays).", "\(who)符合条件\(pays)。")
    case .ineligible:
      return label(
        "\(who) is not eligible: \(unmet) of \(all) conditions \(unmet == 1 ? "is" : "are") not met.",
        "\(who)不符合条件：\(all)项条件中有\(unmet)项不满足。")
    case .undetermined:
      return label(
        "It cannot be decided yet whether \(who == "The subject" ? "the subject" : who) is eligible: "
          + (unknown > 0
            ? "\(unknown) of \(all) conditions \(unknown == 1 ? "is" : "are") not known."
            : "the amount is not known."),
        "\(who)尚无法判定：" + (unknown > 0 ? "\(all)项条件中有\(unknown)项未知。" : "金额未知。"))
    }
  }

  private var evidence: TraceEvidence {
    TraceEvidence(kind: catalog.subjects[explanation.subject.kind], language: language)
  }

  private func conditions(_ style: Style) -> [String] {
    decision.conditions.flatMap { condition in
      [
        "  \(style.paint(condition.outcome.sign, condition.outcome.tone)) "
          + language.titles(condition.title)
      ] + evidence.lines(for: condition.trace).map { "      \($0)" }
    }
  }

  private var amount: [String] {
    guard let amount = decision.amount, let computed = decision.computed else { return [] }
    let rate = (decision.amountTrace?.readings ?? []).map {
      "\($0.expression) = \(language.value($0.value))"
    }
    var lines = [label("Amount", "金额")]
    lines.append(
      "  " + label("computed", "计算结果") + "  \(computed)"
        + (rate.isEmpty ? "" : "  ← " + rate.joined(separator: ", ")))
    if decision.isRounded {
      lines.append("  " + label("rounded half up to the fen", "四舍五入到分"))
    }
    if let cap = decision.cappedBy {
      lines.append("  " + label("limited by `\(cap)`", "受上限 `\(cap)` 限制") + "  \(amount)")
    }
    for part in decision.setAside {
      lines.append(
        "  " + label("set aside", "不予叠加") + "  \(part.amount)  ← " + language.reason(of: part)
          + " · \(language.titles(part.group.title)) · \(part.group.clause)")
    }
    lines.append("  " + label("to pay", "应付") + "  \(yuan(decision.payable ?? amount))")
    for share in decision.shares {
      lines.append("    \(share.payer)  \(yuan(share.amount))")
    }
    if !decision.pending.isEmpty {
      lines.append(
        "  "
          + label("may change once these are decided: ", "以下事项确定后可能变化：")
          + decision.pending.joined(separator: ", "))
    }
    return lines
  }

  /// Money in yuan with the fen, as it is written on a payment order.
  private func yuan(_ quantity: Quantity) -> String {
    guard quantity.unit.dimension == .named("money") else { return "\(quantity)" }
    return quantity.value.formatted(minimumPlaces: 2) + "元"
  }

  private var open: [String] {
    guard !decision.open.isEmpty else { return [] }
    let names = decision.open.map { "`\($0)`" }.joined(separator: ", ")
    return [
      label("Not payable yet", "暂不可兑付"),
      "  "
        + label(
          "the document leaves \(names) to local rules, and no plugin has filled it in",
          "文件将\(names)留给地方规定，尚无插件填写"),
    ]
  }

  private var missing: [String] {
    guard !decision.missing.isEmpty, decision.status != .ineligible else { return [] }
    let kind = catalog.subjects[explanation.subject.kind]
    return [label("What would settle it", "需要补充")]
      + decision.missing.map { name in
        "  \(name)" + (kind?.field(name).map { " · \(language.titles($0.title))" } ?? "")
      }
  }

  private var changes: [String] {
    guard let prospect = explanation.prospect else { return [] }
    var lines = [label("What would have to change", "需要怎样才符合")]
    for remedy in prospect.remedies {
      let condition = language.titles(decision.conditions[remedy.condition].title)
      guard !remedy.alternatives.isEmpty else {
        lines.append(
          "  \(condition): " + label("no change of a single field helps", "无法仅靠单一字段的变化满足"))
        continue
      }
      let ways = remedy.alternatives.map(change)
      lines.append("  \(condition): " + ways.joined(separator: label(", or ", "，或")))
    }
    if let decision = prospect.decision {
      let amount = decision.payable.map { ", \($0)" } ?? ""
      lines.append(
        "  "
          + label(
            prospect.changes.count == 1 ? "with that: " : "with the first of each: ", "届时：")
          + language.status(decision.status) + amount
          + (decision.missing.isEmpty
            ? ""
            : label(
              " until \(decision.missing.joined(separator: ", ")) is known",
              "（仍缺\(decision.missing.joined(separator: "、"))）")))
    }
    return lines
  }

  private func change(_ change: FieldChange) -> String {
    let field = catalog.subjects[explanation.subject.kind]?.field(change.field)
    return "\(change.field) " + language.value(change.from, of: field) + " → "
      + language.value(change.to, of: field)
  }

  private var parameters: [String] {
    decision.parameters.map { inForce in
      let parameter = inForce.parameter
      let value = inForce.version.map { "\($0.value)" } ?? label("open", "未定")
      let line =
        "  \(parameter.name) = \(value) · \(language.title(parameter.title))"
        + " (\(language.local(parameter.local)))"
      guard let change = parameter.change, let version = inForce.version,
        version.plugin == change.plugin
      else { return line }
      let before = change.before.first { $0.holds(on: decision.moment.date) }
      let was = before.map { "\($0.value)" } ?? label("open", "未定")
      return line
        + label(
          " · set by \(change.plugin), was \(was): ", " · 由\(change.plugin)设定，原为\(was)：")
        + change.clause
    }
  }

  private var provenance: String? {
    guard let digests else { return nil }
    return label("Made from", "依据") + " catalog \(digests.catalog.prefix(12)), scripts "
      + "\(digests.scripts.prefix(12)), data \(digests.data.prefix(12))"
  }
}
