// How the targets stand.

public import Catalog
public import DataSources
import Diagnostics
public import Evaluation
import Quantities
public import Scripting

/// Renders assessments as text, JSON, CSV or Markdown.
public struct AssessmentReport {
  private let assessments: [Assessment]
  private let catalog: Catalog
  private let sources: [PublishedSource]
  private let moment: Moment
  private let digests: Digests
  private let language: Language

  /// Creates a report on assessments, which stand in the order of the catalogue.
  public init(
    _ assessments: [Assessment], at moment: Moment, catalog: Catalog, sources: [PublishedSource],
    digests: Digests, language: Language
  ) {
    self.assessments = assessments
    self.moment = moment
    self.catalog = catalog
    self.sources = sources
    self.digests = digests
    self.language = language
  }

  /// The assessments as JSON, with the sources they cite.
  public var json: JSONValue {
    let cited = Set(assessments.flatMap { $0.latest?.sources ?? [] })
    return [
      "at": .string(moment.period.description),
      "area": .string(moment.area),
      "assessments": .array(assessments.map(\.json)),
      "sources": .object(
        sources.filter { cited.contains($0.id) }.map { source in
          .init(
            source.id,
            [
              "publisher": .string(source.publisher), "title": .string(source.title),
              "date": .optional(source.date?.description),
            ])
        }),
      "digests": .digests(digests),
    ]
  }

  /// The same columns with ids and plain values, for programs.
  public var plainTable: TextTable {
    var table = TextTable(
      [
        "target", "measure", "title", "status", "value", "unit", "bound", "period", "source",
        "comparator", "wanted", "due", "distance", "distance_unit", "required_pace", "actual_pace",
        "method", "missing",
      ].map { .init($0) })
    for assessment in assessments {
      let value = assessment.latest?.value
      table.add([
        assessment.target.id, assessment.target.measure.map(String.init) ?? "",
        assessment.target.title.zh, assessment.status.rawValue, value?.amount.description ?? "",
        (value?.unit ?? assessment.vintage.value.unit).symbol,
        assessment.latest?.bound?.rawValue ?? "", assessment.latest?.period.description ?? "",
        (assessment.latest?.sources ?? []).joined(separator: " "),
        assessment.vintage.comparator.rawValue, assessment.vintage.value.amount.description,
        "\(assessment.target.due)", assessment.distance?.amount.description ?? "",
        assessment.distance?.unit.symbol ?? "", assessment.pace?.required.amount.description ?? "",
        assessment.pace?.actual.amount.description ?? "", assessment.method.rawValue,
        assessment.missing.joined(separator: "; "),
      ])
    }
    return table
  }

  /// The assessments for people, chapter by chapter, with notes on the figures below.
  public func text(width: Int?, style: Style) -> String {
    let area = catalog.areas[moment.area].map { language.titles($0.title) } ?? moment.area
    var output = style.bold(
      language.text(
        en: "Targets of \(area) at \(moment.period)", zh: "\(area)\(moment.period)年目标评估"))
    let vintage = catalog.header.vintages.first { $0.name == assessments.first?.vintage.name }
    output += "\n"
    if let vintage, let method = assessments.first?.method {
      let title = language.title(vintage.title)
      output += language.text(
        en: "\(title) · progress by \(method.rawValue)\n",
        zh: "\(title) · 进度方法 \(method.rawValue)\n")
    }
    output += "\n" + table.text(width: width, style: style)
    output += "\n" + counts + "\n"
    let notes = assessments.filter { !$0.notes.isEmpty && $0.latest != nil }
    if !notes.isEmpty {
      output += "\n" + language.text(en: "Notes on the figures", zh: "数据说明") + "\n"
      for assessment in notes {
        for note in assessment.notes {
          let text = "\(assessment.target.id): \(note)"
          for (position, line) in wrapped(text, width: max(40, (width ?? 100) - 4)).enumerated() {
            output += (position == 0 ? "  " : "    ") + line + "\n"
          }
        }
      }
    }
    return output
  }

  /// One assessment in full, for people.
  public static func detail(
    _ assessment: Assessment, catalog: Catalog, sources: [PublishedSource], language: Language,
    style: Style
  ) -> String {
    AssessmentDetail(
      assessment: assessment, catalog: catalog, sources: sources, language: language
    ).text(style: style)
  }

  private var counts: String {
    let parts = Assessment.Status.allCases.compactMap { status -> String? in
      let count = assessments.count { $0.status == status }
      return count == 0 ? nil : "\(language.status(status)) \(count)"
    }
    return language.text(en: "\(assessments.count) targets: ", zh: "共\(assessments.count)项目标：")
      + parts.joined(separator: " · ")
  }

  /// One row for each target.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "no.", zh: "举措"), .right),
      .init(language.text(en: "target", zh: "目标")),
      .init(language.text(en: "wanted", zh: "目标值"), .right),
      .init(language.text(en: "latest", zh: "最新值"), .right),
      .init(language.text(en: "period", zh: "时期")),
      .init(language.text(en: "to go", zh: "差距"), .right),
      .init(language.text(en: "pace", zh: "进度比"), .right),
      .init(language.text(en: "status", zh: "状态")),
      .init(language.text(en: "missing", zh: "缺少")),
    ])
    for assessment in assessments { table.add(row(assessment)) }
    return table
  }

  private func row(_ assessment: Assessment) -> [TextTable.Cell] {
    let target = assessment.target
    let latest = assessment.latest.map { ($0.bound?.rawValue ?? "") + $0.value.shown }
    let missing = assessment.missing.map { $0.removingSuffix(" of \(moment.area)") }
    let distance = assessment.isOpen ? assessment.distance : nil
    let pace = assessment.isOpen ? assessment.pace : nil
    return [
      .init(target.measure.map(String.init) ?? chapter(target)),
      .init(language.text(en: "\(target.id) ", zh: "") + target.title.zh),
      .init("\(assessment.vintage.comparator.rawValue) \(assessment.vintage.value)"),
      .init(latest ?? ""),
      .init(assessment.latest?.period.description ?? ""),
      .init(distance?.shown ?? ""),
      .init(pace?.ratio.shown ?? ""),
      .init(language.status(assessment.status), assessment.status.tone),
      .init(missing.joined(separator: "; "), .dim),
    ]
  }

  private func chapter(_ target: Target) -> String {
    catalog.chapter(target.chapter)?.clause ?? ""
  }
}

extension Assessment {
  /// Whether something is known and still to be done.
  fileprivate var isOpen: Bool { latest != nil && status != .met && status != .notAssessable }
}

extension String {
  fileprivate func removingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

extension Quantity {
  /// The quantity as a table shows it: at most two places, rounded half up.
  var shown: String {
    ((try? rounded(toPlaces: 2, in: unit, .halfUp)) ?? self).description
  }
}
