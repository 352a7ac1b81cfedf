// The words of reports, in English and Chinese.

package import Catalog
import DataSources
import Evaluation
package import Scripting

extension Language {
  /// The title in this language.
  package func title(_ title: Title) -> String { text(en: title.en, zh: title.zh) }

  /// Both titles, the one in this language first.
  package func titles(_ title: Title) -> String {
    guard title.zh != title.en else { return title.zh }
    return text(en: "\(title.en) \(title.zh)", zh: title.zh)
  }

  func status(_ status: Decision.Status) -> String {
    switch status {
    case .eligible: text(en: "eligible", zh: "符合")
    case .ineligible: text(en: "not eligible", zh: "不符合")
    case .undetermined: text(en: "undetermined", zh: "待定")
    }
  }

  func status(_ status: Assessment.Status) -> String {
    switch status {
    case .met: text(en: "met", zh: "已达到")
    case .onTrack: text(en: "on track", zh: "进度正常")
    case .moderate: text(en: "moderate", zh: "进度偏慢")
    case .insufficient: text(en: "insufficient", zh: "进度不足")
    case .movingAway: text(en: "moving away", zh: "背离目标")
    case .unmet: text(en: "not met", zh: "未达到")
    case .notAssessable: text(en: "not assessable", zh: "无法评估")
    case .failed: text(en: "script failed", zh: "脚本出错")
    }
  }

  func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .met: text(en: "met", zh: "满足")
    case .unmet: text(en: "not met", zh: "不满足")
    case .unknown: text(en: "not known", zh: "未知")
    }
  }

  func nature(_ nature: Target.Nature) -> String {
    switch nature {
    case .level: text(en: "level", zh: "水平值")
    case .annual: text(en: "each year", zh: "每年")
    case .cumulative: text(en: "cumulative", zh: "累计")
    case .increment: text(en: "increment", zh: "新增")
    case .growth: text(en: "growth", zh: "增速")
    case .rank: text(en: "rank", zh: "位次")
    case .relative: text(en: "relative", zh: "相对值")
    }
  }

  package func local(_ rule: LocalRule) -> String {
    switch rule {
    case .fixed: text(en: "fixed", zh: "不得调整")
    case .mayRaise: text(en: "may be raised", zh: "可提高")
    case .mayLower: text(en: "may be lowered", zh: "可降低")
    case .within(let low, let high):
      text(en: "within \(low) to \(high)", zh: "可在\(low)至\(high)之间调整")
    case .open: text(en: "left to local rules", zh: "由地方规定")
    }
  }

  /// Why a part of an amount was set aside.
  func reason(of setAside: SetAside) -> String {
    switch setAside.reason {
    case .lower(let id):
      text(en: "only the highest is paid, which is \(id)", zh: "就高不重复，按\(id)兑付")
    case .cap(let cap):
      text(en: "the group pays at most \(cap) a year", zh: "合计每年不超过\(cap)")
    }
  }

  func yesNo(_ value: Bool) -> String {
    value ? text(en: "yes", zh: "是") : text(en: "no", zh: "否")
  }

  /// A field's value as people read it; enumerations with their title.
  func value(_ value: FieldValue, of field: SubjectField? = nil) -> String {
    switch value {
    case .missing: return text(en: "not known", zh: "未知")
    case .boolean(let value): return yesNo(value)
    case .integer(let value): return "\(value)"
    case .year(let value): return "\(value)"
    case .quantity(let quantity): return "\(quantity)"
    case .date(let date): return "\(date)"
    case .text(let text), .area(let text): return text
    case .enumeration(let name):
      guard case .enumeration(let values)? = field?.type,
        let known = values.first(where: { $0.value == name })
      else { return name }
      return text(en: "\(name) \(known.title.zh)", zh: known.title.zh)
    }
  }
}

extension Decision.Status {
  var tone: Style.Tone {
    switch self {
    case .eligible: .green
    case .ineligible: .red
    case .undetermined: .yellow
    }
  }
}

extension Assessment.Status {
  var tone: Style.Tone {
    switch self {
    case .met, .onTrack: .green
    case .moderate, .insufficient, .unmet: .yellow
    case .movingAway, .failed: .red
    case .notAssessable: .dim
    }
  }
}

extension Outcome {
  package var sign: String {
    switch self {
    case .met: "✓"
    case .unmet: "✗"
    case .unknown: "?"
    }
  }

  var tone: Style.Tone {
    switch self {
    case .met: .green
    case .unmet: .red
    case .unknown: .yellow
    }
  }
}
