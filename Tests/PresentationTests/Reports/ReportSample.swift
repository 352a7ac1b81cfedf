// Decisions and assessments of the small catalogue, for the reports.

import Catalog
import CatalogTestSupport
import DataSources
import Evaluation
import Foundation
import Quantities
import Scripting
import Testing

@testable import Presentation

enum ReportSample {
  static let digests = Digests(
    catalog: String(repeating: "c", count: 64), scripts: String(repeating: "5", count: 64),
    data: String(repeating: "d", count: 64))

  static let script = """
    eligibility "grant" {
      requires = {
        { "is small",    zh = "小型",     function(e) return e.size == "small" end },
        { "spends much", zh = "投入达标", function(e, p) return e.spend >= p.floor end },
      },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "open_grant" {
      instrument = "grant",
      requires = { { "exports", zh = "出口", function(e) return e.exporter end } },
      amount = function(e, p) return p.amount end,
    }
    eligibility "access" {
      instrument = "grant",
      requires = { { "exports", zh = "出口", function(e) return e.exporter end } },
    }
    indicator "place" {
      target = "best_place", unit = "位",
      value = function(obs, at) error("no place is known") end,
    }
    indicator "firms_per_output" {
      unit = "家", value = function(obs, at) return obs.firms[at] end,
    }
    """

  static let sources = [
    PublishedSource(
      id: "S1", publisher: "统计局", title: "公报", date: CalendarDate(year: 2026, month: 3, day: 1),
      kind: "bulletin"),
    PublishedSource(id: "S2", publisher: "市政府", title: "报告", date: nil, kind: "report"),
  ]

  private static let rows = """
    series,area,period,value,unit,status,source,note
    output,100,2023,400,亿元,E,S1,
    output,100,2025,441,亿元,A,S1,a remark
    output,100,2025,440,亿元,P,S2,
    firms,100,2025,1200,家,A,S2,
    """

  /// An evaluator of these scripts, some files of the catalogue with another text.
  static func evaluator(
    _ script: String = script, _ files: [String: String] = [:]
  ) throws -> LocalEvaluator {
    let catalog = try SmallCatalog.load(files)
    let plugin = Plugin(
      manifest: PluginManifest(
        id: "example", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100"),
      scripts: [Script(path: "a.lua", bytes: [UInt8](script.utf8))])
    return LocalEvaluator(
      engine: try ScriptEngine(
        catalog: catalog, plugins: [plugin], observations: try observations(catalog)))
  }

  private static func observations(_ catalog: Catalog) throws -> ObservationStore {
    let read = try ObservationReader.read(
      path: "observations.csv", bytes: [UInt8](rows.utf8), catalog: catalog, sources: sources)
    return ObservationStore(observations: read.observations, sources: sources)
  }

  static func moment(_ year: Int = 2027) -> Moment {
    Moment(period: Period(year: year), area: "100")
  }

  // MARK: Decisions

  static func explanation(
    _ id: String, _ given: String, by evaluator: LocalEvaluator? = nil
  ) throws -> Explanation {
    let evaluator = try evaluator ?? self.evaluator()
    let kind = try #require(evaluator.catalog.subjects["firm"])
    let values = try GivenParser.parse(given, kind: kind, catalog: evaluator.catalog)
    var key = ""
    if case .text(let code) = values[0] { key = code }
    return try Explanation(
      id, on: Subject(kind: "firm", key: key, values: values), at: moment(), by: evaluator)
  }

  static func report(
    _ id: String, _ given: String, _ language: Language = .en, by evaluator: LocalEvaluator? = nil
  ) throws -> ExplanationReport {
    let evaluator = try evaluator ?? self.evaluator()
    return ExplanationReport(
      try explanation(id, given, by: evaluator), catalog: evaluator.catalog, digests: digests,
      language: language)
  }

  /// Decisions of every kind: eligible, capped, ineligible, undetermined, not payable.
  static func decisions() throws -> [Decision] {
    try [
      ("grant", "code=F1,size=small,spend=10000000.10"), ("grant", "code=F2,size=small,spend=2亿元"),
      ("grant", "code=F3,size=large,spend=1元"), ("grant", "code=F4,size=small"),
      ("open_grant", "code=F5,exporter=true"),
    ].map { try explanation($0, $1).decision }
  }

  // MARK: Assessments

  /// - Parameter targets: The text of the catalogue's targets, when it is another one.
  static func assessments(
    _ ids: [String] = ["output", "best_place", "gap"], targets: String? = nil
  ) throws -> [Assessment] {
    let evaluator = try evaluator(script, targets.map { ["targets": $0] } ?? [:])
    let assessor = Assessor(
      evaluator: evaluator, observations: try observations(evaluator.catalog), vintage: "draft",
      method: .cagrRatio)
    return try ids.compactMap { id in
      let target = try #require(evaluator.catalog.targets[id])
      return (try? assessor.assess(target, at: moment(2025)))
        ?? assessor.failed(target, at: moment(2025))
    }
  }

  static func assessmentReport(
    _ assessments: [Assessment], _ language: Language = .en
  ) throws -> AssessmentReport {
    AssessmentReport(
      assessments, at: moment(2025), catalog: try SmallCatalog.load(), sources: sources,
      digests: digests, language: language)
  }

  // MARK: JSON

  /// What an independent reader makes of a text.
  static func parsed(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }
}
