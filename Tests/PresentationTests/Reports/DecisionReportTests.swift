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
