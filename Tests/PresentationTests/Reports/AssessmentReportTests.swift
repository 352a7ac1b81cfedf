// How the targets stand, in every form.

import Catalog
import CatalogTestSupport
import Evaluation
import Foundation
import Testing

@testable import Presentation

@Suite struct AssessmentReportTests {
  private func report(_ language: Language = .en) throws -> AssessmentReport {
    try ReportSample.assessmentReport(try ReportSample.assessments(), language)
  }

  /// From 400 in 2023 to 441 in 2025 is 5 % a year (1.05² = 1.1025); to 500 in 2027 it takes
  /// 1.25^¼ − 1 = 5.7371…%; 5 ÷ 5.7371 = 87.15 %.
  @Test func isATableWithNotesForPeople() throws {
    let text = try report().text(width: nil, style: .plain)
    #expect(
      text == """
        Targets of Jia 甲市 at 2025
        Draft · progress by cagr_ratio

        no.  target                   wanted   latest  period   to go    pace  status          missing
        ───  ───────────────  ──────────────  ───────  ──────  ──────  ──────  ──────────────  ────────────────────
             output 产值           > 500亿元  441亿元  2025    59亿元  87.15%  moderate
          1  best_place 位次        <= 第1位                                   script failed
          2  gap 差距         >= 1.5个百分点                                   not assessable  an indicator for gap

        3 targets: moderate 1 · not assessable 1 · script failed 1

        Notes on the figures
          output: 2025 is also published as 440亿元 (S2)
          output: 2025: a remark
          output: pace is measured from 400亿元 in 2023, which is estimated

        """)
  }

  @Test func speaksChinese() throws {
    let text = try report(.zh).text(width: nil, style: .plain)
    #expect(text.hasPrefix("甲市2025年目标评估\n草案 · 进度方法 cagr_ratio\n"))
    #expect(text.contains("共3项目标：进度偏慢 1 · 无法评估 1 · 脚本出错 1\n"))
  }

  @Test func wrapsNotesToTheTerminal() throws {
    let text = try report().text(width: 50, style: .plain)
    #expect(
      text.contains(
        "  output: pace is measured from 400亿元 in 2023,\n    which is estimated\n"))
  }

  @Test func hidesDistanceAndPaceOfWhatIsMet() throws {
    let targets = try #require(SmallCatalog.texts["targets"])
    let met = try ReportSample.assessments(
      ["output"], targets: targets.replacing("500亿元", with: "440亿元"))
    #expect(met.map(\.status) == [.met])
    let row = try #require(ReportSample.assessmentReport(met).table.rows.first)
    #expect(row[3...7].map(\.text) == ["441亿元", "2025", "", "", "met"])
  }

  @Test func hasPlainValuesForPrograms() throws {
    let csv = try report().plainTable.csv
    #expect(
      csv == """
        target,measure,title,status,value,unit,bound,period,source,comparator,wanted,due,distance,distance_unit,required_pace,actual_pace,method,missing
        output,,产值,moderate,441,亿元,,2025,S1,>,500,2027,59,亿元,5.737126344056,5,cagr_ratio,
        best_place,1,位次,failed,,位,,,,<=,1,2027,,,,,cagr_ratio,
        gap,2,差距,not_assessable,,个百分点,,,,>=,1.5,2027,,,,,cagr_ratio,an indicator for gap

        """)
    #expect(try report(.zh).plainTable.csv == csv)
  }

  @Test func isJSON() throws {
    let root = try #require(
      ReportSample.parsed(try report().json.pretty) as? [String: Any])
    #expect(root["at"] as? String == "2025")
    #expect(root["area"] as? String == "100")
    let assessments = try #require(root["assessments"] as? [[String: Any]])
    let output = try #require(assessments.first)
    #expect(output["status"] as? String == "moderate")
    #expect(output["value"] as? String == "44100000000.00")
    #expect(output["unit"] as? String == "元")
    #expect(output["distance"] as? [String: String] == ["value": "5900000000.00", "unit": "元"])
    #expect(output["distance_percent"] as? String == "11.8")
    #expect(output["base_period"] as? String == "2023")
    #expect(output["actual_pace"] as? [String: String] == ["value": "5", "unit": "%"])
    #expect((output["notes"] as? [String])?.count == 3)
    #expect(assessments.map { $0["value"] is NSNull } == [false, true, true])
    #expect(assessments.last?["missing"] as? [String] == ["an indicator for gap"])
    let sources = try #require(root["sources"] as? [String: [String: Any]])
    #expect(sources.keys.sorted() == ["S1"])
    #expect(sources["S1"]?["date"] as? String == "2026-03-01")
  }

  @Test func reportsNoTargets() throws {
    let report = try ReportSample.assessmentReport([])
    #expect(report.text(width: nil, style: .plain).contains("0 targets: \n"))
    #expect(report.json["assessments"] == [])
  }
}

@Suite struct AssessmentDetailTests {
  private func text(_ id: String, _ language: Language = .en) throws -> String {
    let assessment = try #require(ReportSample.assessments([id]).first)
    return AssessmentReport.detail(
      assessment, catalog: try SmallCatalog.load(), sources: ReportSample.sources,
      language: language, style: .plain)
  }

  @Test func showsFiguresSourcesAndPace() throws {
    let text = try text("output")
    #expect(
      text == """
        Output 产值
        output · chapter 0 前言 · level

        Status: moderate

        Wanted: > 500亿元 by the end of 2027 · 突破500亿元 (draft)
          adopted: ~ 600亿元 · 600亿元
        Latest: 441亿元 in 2025
          distance 59亿元 (11.8%)
          output[2025] of 100 = 441亿元 · S1 统计局 公报, 2026-03-01
        Pace (cagr_ratio), from 400亿元 in 2023
          actual 5%, required 5.74%, ratio 87.15%
          needed from now on, per year 6.48%
        Notes:
          2025 is also published as 440亿元 (S2)
          2025: a remark
          pace is measured from 400亿元 in 2023, which is estimated

        """)
  }

  @Test func showsWhatATargetIsRelativeToAndWhatIsMissing() throws {
    let text = try text("gap")
    #expect(text.contains("gap · measure 2 （二） 企业 · relative\n"))
    #expect(text.contains("  relative to nation 全国\n"))
    #expect(text.hasSuffix("Missing:\n  an indicator for gap\n"))
  }

  @Test func speaksChinese() throws {
    let text = try text("output", .zh)
    #expect(text.contains("状态: 进度偏慢\n"))
    #expect(text.contains("进度 (cagr_ratio), 自2023的400亿元起\n"))
  }
}

@Suite struct IndicatorReportTests {
  private func report(_ year: Int, _ language: Language = .en) throws -> IndicatorReport {
    let facts = try ReportSample.evaluator()
      .compute("firms_per_output", at: ReportSample.moment(year))
    return IndicatorReport(
      "firms_per_output", facts: facts, at: ReportSample.moment(year),
      sources: ReportSample.sources, digests: ReportSample.digests, language: language)
  }

  @Test func showsTheValueAndWhatItRestsOn() throws {
    let text = try report(2025).text(style: .plain)
    #expect(
      text == """
        firms_per_output · 100 · 2025

        1200家

        read                 value  source
        ──────────────────  ──────  ──────────────
        firms[2025] of 100  1200家  S2 市政府 报告

        """)
  }

  @Test func saysWhatIsMissing() throws {
    #expect(
      try report(2020).text(style: .plain)
        == "firms_per_output · 100 · 2020\n\nnot known\nmissing: firms[2020] of 100\n")
    #expect(try report(2020, .zh).text(style: .plain).contains("缺少：firms[2020] of 100"))
    #expect(try report(2020).json["value"] == .null)
    #expect(try report(2020).json["missing"] == ["firms[2020] of 100"])
  }

  @Test func isJSONWithTheSources() throws {
    let json = try report(2025).json
    #expect(json["value"] == ["value": "1200", "unit": "家"])
    #expect(try ReportSample.parsed(json.pretty) is [String: Any])
    guard case .array(let read)? = json["read"] else {
      Issue.record("an indicator names nothing that it read")
      return
    }
    #expect(read.map { $0["source"] } == ["S2"])
  }
}
