// Decisions on many subjects, in every form, and what came out over a register.

import Catalog
import Evaluation
import Foundation
import Quantities
import Scripting
import Testing

@testable import Presentation

@Suite struct DecisionWriterTests {
  private func written(_ format: DecisionWriter.Format, _ language: Language = .en) throws -> String
  {
    try written(format, ReportSample.decisions(), language)
  }

  private func written(
    _ format: DecisionWriter.Format, _ decisions: [Decision], _ language: Language = .en
  ) throws -> String {
    var writer = DecisionWriter(
      format: format, digests: ReportSample.digests, language: language)
    for decision in decisions { writer.add(decision) }
    return writer.finish(width: nil, style: .plain)
  }

  @Test func writesATableForPeople() throws {
    let text = try written(.table)
    #expect(
      text == """
        subject  eligibility      status             amount  because
        ───────  ───────────────  ────────────  ───────────  ───────────────────────
        F1       grant 奖励       eligible      500000.01元
        F2       grant 奖励       eligible          400万元  limited by cap
        F3       grant 奖励       not eligible               is small; spends much
        F4       grant 奖励       undetermined               missing spend
        F5       open_grant 奖励  eligible                   not payable yet: amount

        """)
  }

  @Test func writesChinese() throws {
    let text = try written(.table, .zh)
    #expect(text.contains("受上限cap限制"))
    #expect(text.contains("不符合               小型; 投入达标"))
    #expect(text.contains("暂不可兑付：amount"))
  }

  @Test func writesMarkdown() throws {
    #expect(
      try written(.markdown).contains("| F2      | grant 奖励      | eligible     |     400万元 |"))
  }

  @Test func writesCSV() throws {
    let text = try written(.csv)
    #expect(
      text == """
        subject,eligibility,instrument,measure,clause,at,status,amount,unit,computed,capped_by,unmet,missing,open
        F1,grant,grant,1,（一）,2027,eligible,500000.01,元,500000.005,,,,
        F2,grant,grant,1,（一）,2027,eligible,4000000.00,元,10000000.00,cap,,,
        F3,grant,grant,1,（一）,2027,ineligible,,,,,is small; spends much,,
        F4,grant,grant,1,（一）,2027,undetermined,,,,,,spend,
        F5,open_grant,grant,1,（一）,2027,eligible,,,,,,,amount

        """)
  }

  @Test func writesOneJSONArray() throws {
    let decisions = try #require(ReportSample.parsed(try written(.json)) as? [[String: Any]])
    #expect(decisions.map { $0["subject"] as? String } == ["F1", "F2", "F3", "F4", "F5"])
    #expect(
      decisions.map { $0["status"] as? String }
        == ["eligible", "eligible", "ineligible", "undetermined", "eligible"])
    #expect(decisions.allSatisfy { ($0["digests"] as? [String: String])?.count == 3 })
  }

  @Test func writesOneObjectOnEachLine() throws {
    let text = try written(.jsonl)
    #expect(text.hasSuffix("}\n"))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines { #expect(try ReportSample.parsed(String(line)) is [String: Any]) }
  }

  @Test(arguments: [
    (DecisionWriter.Format.json, "[]\n"), (.jsonl, ""),
    (.csv, DecisionReport.columns.joined(separator: ",") + "\n"),
  ])
  func writesNoDecisions(format: DecisionWriter.Format, expected: String) throws {
    #expect(try written(format, []) == expected)
  }

  @Test func namesTheOpenParameterThatADecisionWaitsFor() throws {
    let script = """
      eligibility "grant" {
        requires = { { "above", function(e, p) return e.spend > p.amount end } },
      }
      """
    let decision = try ReportSample.explanation(
      "grant", "code=F1,spend=1元", by: try ReportSample.evaluator(script)
    ).decision
    #expect(try written(.table, [decision]).contains("undetermined          missing p.amount\n"))
  }
}

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
}

@Suite struct RejectsReportTests {
  @Test func isEmptyButForItsHeadingWithoutRows() {
    #expect(RejectsReport.csv([]) == "line,column,value,reason\n")
  }
}
