// One assessment in full.

import Catalog
import DataSources
import Evaluation
import Quantities
import Scripting

/// Renders one assessment with its figures, sources, pace and notes.
struct AssessmentDetail {
  let assessment: Assessment
  let catalog: Catalog
  let sources: [PublishedSource]
  let language: Language

  func text(style: Style) -> String {
    let target = assessment.target
    var lines = [
      style.bold(language.titles(target.title)),
      "\(target.id) · \(place) · \(language.nature(target.nature))",
      "",
      style.paint(
        "\(label("Status", "状态")): \(language.status(assessment.status))", assessment.status.tone),
      "",
    ]
    lines += wanted + value + pace
    lines += list(label("Missing", "缺少"), assessment.missing)
    lines += list(label("Notes", "说明"), assessment.notes)
    return lines.map { $0 + "\n" }.joined()
  }

  private func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  private var place: String {
    if let number = assessment.target.measure, let measure = catalog.measure(number) {
      return "\(label("measure", "举措")) \(number) \(measure.clause) \(measure.title.zh)"
    }
    let chapter = catalog.chapter(assessment.target.chapter)
    return "\(label("chapter", "章")) \(assessment.target.chapter) \(chapter?.title.zh ?? "")"
  }

  private var wanted: [String] {
    let vintage = assessment.vintage
    var lines = [
      "\(label("Wanted", "目标")): \(vintage.comparator.rawValue) \(vintage.value) "
        + label("by the end of \(assessment.target.due)", "（\(assessment.target.due)年）")
        + " · \(vintage.wording)\(vintage.figure) (\(vintage.name))"
    ]
    if let reference = assessment.target.reference {
      lines.append("  \(label("relative to", "相对于")) \(language.titles(reference))")
    }
    for other in assessment.target.vintages where other.name != vintage.name {
      lines.append(
        "  \(other.name): \(other.comparator.rawValue) \(other.value) · \(other.wording)\(other.figure)"
      )
    }
    return lines
  }

  private var value: [String] {
    guard let latest = assessment.latest else { return [] }
    var lines = [
      "\(label("Latest", "最新值")): \(latest.bound?.rawValue ?? "")\(latest.value) "
        + label("in \(latest.period)", "（\(latest.period)）")
    ]
    if let distance = assessment.distance {
      let share = assessment.relativeDistance.map { " (\($0.shown))" } ?? ""
      lines.append("  \(label("distance", "差距")) \(distance)\(share)")
    }
    for observation in latest.observations {
      let source = sources.first { $0.id == observation.source }
      let published = source.map {
        "\($0.publisher) \($0.title)" + ($0.date.map { ", \($0)" } ?? "")
      }
      lines.append(
        "  \(observation.series)[\(observation.period)] of \(observation.area) = \(observation.bound?.rawValue ?? "")\(observation.value)"
          + " · \(observation.source) \(published ?? "")")
    }
    return lines
  }

  private var pace: [String] {
    guard let pace = assessment.pace else { return [] }
    var lines = [
      "\(label("Pace", "进度")) (\(assessment.method.rawValue)), "
        + label(
          "from \(pace.base.value) in \(pace.base.period)",
          "自\(pace.base.period)的\(pace.base.value)起"),
      "  \(label("actual", "实际")) \(pace.actual.shown), \(label("required", "要求")) "
        + "\(pace.required.shown), \(label("ratio", "比率")) \(pace.ratio.shown)",
    ]
    if let remaining = pace.remaining {
      lines.append("  \(label("needed from now on, per year", "今后每年需要")) \(remaining.shown)")
    }
    return lines
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["\(title):"] + items.map { "  \($0)" }
  }
}
