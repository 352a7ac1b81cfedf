// One recorded decision with its reasons, in every form.

import Catalog
import Diagnostics
import Presentation
import Registers
import Scripting
import Stores

/// One recorded decision with its reasons.
struct ExplainedRecord {
  /// What came out when the decision was made once more.
  enum Outcome {
    /// What is recorded, with everything that explains it.
    case same(ExplanationReport)
    case other(DecisionRecord)
    case failed(Failure)
  }

  private let eligibility: StoreDescription.Eligibility
  private let recorded: DecisionRecord
  private let outcome: Outcome
  private let reason: String?
  private let today: StoreComparison.Today?
  private let language: Language

  /// - Parameter reason: Why the decision failed, if it did.
  init(
    _ eligibility: StoreDescription.Eligibility, recorded: DecisionRecord, outcome: Outcome,
    reason: String?, today: StoreComparison.Today?, language: Language
  ) {
    self.eligibility = eligibility
    self.recorded = recorded
    self.outcome = outcome
    self.reason = reason
    self.today = today
    self.language = language
  }

  private func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  // MARK: Text

  func text(_ style: Style) -> String {
    var text = ""
    if case .same(let report) = outcome {
      text = report.text(style: style)
    } else {
      let lines =
        [style.bold(title), "\(eligibility.id) · \(eligibility.clause)", "", summary, ""]
        + conditions.map { "  \($0.sign) \($0.title)" }
      text = lines.map { $0 + "\n" }.joined()
    }
    let notes = notes
    return text + (notes.isEmpty ? "" : "\n") + notes.map { style.yellow($0) + "\n" }.joined()
  }

  var markdown: String {
    var text = ""
    if case .same(let report) = outcome {
      text = report.markdown
    } else {
      text = "# \(title)\n\n\(summary)\n\n"
      text += conditions.map { "- \($0.sign) \($0.title)\n" }.joined()
    }
    return text + notes.map { "\n**\($0)**\n" }.joined()
  }

  private var title: String {
    language.titles(Title(zh: eligibility.title.zh, en: eligibility.title.en))
  }

  private var summary: String {
    label("recorded: ", "记录：") + words(recorded) + (reason.map { ": \($0)" } ?? "")
  }

  /// The conditions as they are recorded.
  private var conditions: [(sign: String, outcome: String, title: String)] {
    zip(recorded.conditions ?? "", eligibility.conditions).map { mark, title in
      let (sign, outcome) =
        switch mark {
        case "+": ("✓", label("met", "满足"))
        case "-": ("✗", label("not met", "不满足"))
        default: ("?", label("not known", "未知"))
        }
      return (sign, outcome, language.titles(Title(zh: title.zh, en: title.en)))
    }
  }

  /// What is to be said besides: that it comes out otherwise now, or would today.
  private var notes: [String] {
    var notes: [String] = []
    let version = YardstickVersion.current
    switch outcome {
    case .same: break
    case .other(let record):
      notes.append(
        label(
          "made once more by yardstick \(version), it is otherwise: \(words(record))",
          "用 yardstick \(version) 重新判定的结果不同：\(words(record))"))
    case .failed(let failure):
      // A script that failed then, and fails now, needs no other word.
      if recorded.status == DecisionRecord.failed { break }
      let message = failure.findings.first?.message ?? ""
      notes.append(label("it cannot be made once more: \(message)", "无法重新判定：\(message)"))
    }
    switch today {
    case .decided(let record):
      notes.append(
        label("decided today: \(words(record))", "如今的判定：\(words(record))")
          + label(" (recorded: \(words(recorded)))", "（记录：\(words(recorded))）"))
    case .undefined:
      notes.append(
        label(
          "the workspace at hand has no eligibility `\(eligibility.id)` any more",
          "当前工作区已没有资格 `\(eligibility.id)`"))
    case nil: break
    }
    return notes
  }

  /// A decision in a few words.
  private func words(_ record: DecisionRecord) -> String {
    let status =
      switch record.status {
      case "eligible": label("eligible", "符合")
      case "ineligible": label("not eligible", "不符合")
      case "undetermined": label("undetermined", "待定")
      default: label("the script failed", "脚本出错")
      }
    var words = [status]
    switch record.payable {
    case .nothing: break
    case .fen: words.append((record.amount ?? "") + "元")
    case .other(let text): words.append(text.replacing(" ", with: ""))
    }
    if let marks = record.conditions, !marks.isEmpty { words.append(marks) }
    if let missing = record.missing { words.append(label("missing \(missing)", "缺少\(missing)")) }
    return words.joined(separator: label(", ", "，"))
  }

  // MARK: Tables and JSON

  /// The headings of ``rows``.
  static func columns(_ language: Language) -> [String] {
    [
      language.text(en: "eligibility", zh: "资格"), language.text(en: "condition", zh: "条件"),
      language.text(en: "outcome", zh: "结果"), language.text(en: "because", zh: "依据"),
    ]
  }

  /// What is to be said besides, with the eligibility that it is about.
  var remarks: [String] { notes.map { "\(eligibility.id): \($0)" } }

  /// The conditions with their outcomes.
  var rows: [[String]] {
    if case .same(let report) = outcome {
      return report.table.rows.map { [eligibility.id] + $0.map(\.text) }
    }
    if conditions.isEmpty { return [[eligibility.id, "", summary, ""]] }
    return conditions.map { [eligibility.id, $0.title, $0.outcome, ""] }
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("eligibility", .string(eligibility.id)), .init("recorded", Self.json(recorded)),
      .init("reason", .optional(reason)),
    ]
    switch outcome {
    case .same(let report): members.append(.init("explanation", report.json))
    case .other(let record):
      members += [.init("explanation", .null), .init("remade", Self.json(record))]
    case .failed(let failure):
      members += [
        .init("explanation", .null),
        .init("failure", .optional(failure.findings.first?.message)),
      ]
    }
    switch today {
    case .decided(let record): members.append(.init("today", Self.json(record)))
    case .undefined: members.append(.init("today", ["status": .string("undefined")]))
    case nil: break
    }
    return .object(members)
  }

  private static func json(_ record: DecisionRecord) -> JSONValue {
    let payable: JSONValue =
      switch record.payable {
      case .nothing: .null
      case .fen: .string((record.amount ?? "") + " 元")
      case .other(let text): .string(text)
      }
    return [
      "status": .string(record.status), "payable": payable,
      "conditions": .optional(record.conditions), "missing": .optional(record.missing),
    ]
  }
}
