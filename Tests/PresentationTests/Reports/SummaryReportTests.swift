// Counts and totals over a register, for people and for programs.

import Catalog
import CatalogTestSupport
import Evaluation
import Foundation
import Quantities
import Scripting
import Testing

@testable import Presentation

@Suite struct SummaryReportTests {
  private func report(_ decisions: [Decision], _ language: Language = .en) throws -> SummaryReport {
    var summaries: [EligibilitySummary] = []
    for id in ["grant", "open_grant"] {
      var summary = EligibilitySummary(eligibility: id)
      for decision in decisions where decision.eligibility == id { try summary.add(decision) }
      if id == "open_grant" { summary.addFailure() }
      summaries.append(summary)
    }
    let instruments = decisions.map { ($0.eligibility, $0.instrument) }
    return SummaryReport(
      summaries, instruments: Dictionary(instruments, uniquingKeysWith: { first, _ in first }),
      language: language)
  }

  @Test func countsAndAddsUp() throws {
    let table = try report(ReportSample.decisions()).table
    #expect(
      table.columns.map(\.heading) == [
        "no.", "eligibility", "eligible", "not eligible", "undetermined", "paid", "total",
        "most often unmet, missing or open",
      ])
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["1", "grant 奖励", "2", "1", "1", "2", "4,500,000.01元", "✗ is small (1)  ? spend (1)"],
        ["1", "open_grant 奖励", "1", "0", "0", "0", "", "not payable yet (1)"],
      ])
  }

  @Test func speaksChinese() throws {
    let table = try report(ReportSample.decisions(), .zh).table
    #expect(table.rows.map { $0[1].text } == ["奖励", "奖励"])
    #expect(table.rows.last?.last?.text == "暂不可兑付（1）")
  }

  @Test func isJSON() throws {
    let text = try report(ReportSample.decisions()).json.compact
    let summaries = try #require(ReportSample.parsed(text) as? [[String: Any]])
    #expect(summaries.map { $0["eligibility"] as? String } == ["grant", "open_grant"])
    #expect(
      summaries.first?["counts"] as? [String: Int]
        == ["eligible": 2, "ineligible": 1, "undetermined": 1])
    #expect(
      summaries.first?["total"] as? [String: String] == ["value": "4500000.01", "unit": "元"])
    #expect(summaries.last?["total"] is NSNull)
    #expect(summaries.map { $0["failed"] as? Int } == [0, 1])
    #expect(summaries.map { $0["not_payable"] as? Int } == [0, 1])
  }

  @Test func showsTotalsOfOtherKindsInTheirUnit() throws {
    let instruments = """
      instruments:
        - id: grant
          title: { zh: 名额, en: Slots }
          measure: 1
          subject: firm
          kind: access
          frequency: once
          parameters:
            cap: { title: { zh: 上限, en: cap }, value: 5家, figure: 5家, local: fixed }
      """
    let script = """
      eligibility "grant" {
        requires = { { "always", function() return true end } },
        amount = function() return quantity "3家" end,
      }
      """
    let evaluator = try ReportSample.evaluator(script, ["instruments": instruments])
    let decision = try ReportSample.explanation("grant", "code=F1", by: evaluator).decision
    #expect(try report([decision, decision]).table.rows.first?[6].text == "6家")
  }

  @Test func breaksTotalsDown() throws {
    let decisions = try ReportSample.decisions().filter { $0.amount?.isZero == false }
    var summary = EligibilitySummary(eligibility: "grant")
    for (position, decision) in decisions.enumerated() {
      try summary.add(decision, values: [["small", "", "large"][position % 3]])
    }
    let subjects = try #require(SmallCatalog.texts["subjects"]).replacing(
      "key: code", with: "key: code\n    totals_by: [size]")
    let catalog = try ReportSample.evaluator(ReportSample.script, ["subjects": subjects]).catalog
    let report = SummaryReport(
      [summary], instruments: [:], kind: catalog.subjects.first, language: .en)
    let table = try #require(report.breakdowns.first)
    #expect(table.columns.map(\.heading) == ["Size", "paid", "total"])
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["small", "1", "500,000.01元"],
        ["not known", "1", "4,000,000.00元"],
      ])
    let lines = report.text(asIn: "a.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("eligibility,by,value,eligible,"))
    #expect(lines[2].hasPrefix("grant,size,small,,,,,,1,"))
    #expect(lines[3].hasPrefix("grant,size,,,,,,,1,"))
    #expect(report.text(asIn: "a.json").contains("\"by\": \"size\""))
  }
}
