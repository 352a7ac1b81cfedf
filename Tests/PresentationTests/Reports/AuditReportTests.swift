// Whether a text and the catalogue agree, as a report.

import Catalog
import CatalogTestSupport
import Foundation
import Testing

@testable import Presentation

@Suite struct AuditReportTests {
  private func report(_ text: String, _ language: Language = .en) throws -> AuditReport {
    AuditReport(
      try PolicyAudit.run(
        path: "policy.txt", bytes: [UInt8](text.utf8), catalog: try SmallCatalog.load()),
      language: language)
  }

  private static let agreeing = """
    力争 2027 年产值突破 500 亿元。
    一、研发
    （一）推进研发。保持全省第一。对投入达 1000 万元的，按不超过 5%给予奖励，最高 500 万元。
    二、企业
    （二）差距低于全国 1.5 个百分点，产值 5 亿元以上。培育五大产业。
    """
  private static let differing = agreeing.replacing("500 亿元", with: "510 亿元")

  @Test func agrees() throws {
    let report = try report(Self.agreeing)
    #expect(!report.hasFindings)
    #expect(report.findings.isEmpty)
    let text = report.text(width: nil, style: .plain)
    #expect(
      text.hasSuffix(
        "8 figures: 8 carried, 0 not carried; 0 of the catalogue not in the text (draft)\n"))
    #expect(report.table.rows.count == 8)
    #expect(report.table.rows.first?.map(\.text) == ["preamble", "500亿元", "1:15", "target output"])
  }

  @Test func differs() throws {
    let report = try report(Self.differing)
    #expect(report.hasFindings)
    #expect(report.findings.count == 2)
    #expect(
      report.table.rows.first?.map(\.text) == ["preamble", "510亿元", "1:15", "not carried"])
    #expect(
      report.table.rows.last?.map(\.text)
        == ["preamble", "500亿元", "not in the text", "target output"])
    #expect(
      report.text(width: nil, style: .plain).hasSuffix(
        "8 figures: 7 carried, 1 not carried; 1 of the catalogue not in the text (draft)\n"))
    #expect(
      try self.report(Self.differing, .zh).text(width: nil, style: .plain).hasSuffix(
        "共8个数字：已收录7，未收录1；目录中有1个数字不见于文本（draft）\n"))
  }

  @Test func isJSON() throws {
    let root = try #require(
      ReportSample.parsed(try report(Self.differing).json.pretty) as? [String: Any])
    #expect(root["vintage"] as? String == "draft")
    #expect(root["figures"] as? Int == 8)
    #expect(root["carried"] as? Int == 7)
    let rows = try #require(root["rows"] as? [[String: Any]])
    #expect(rows.first?["kind"] is NSNull)
    #expect(rows.first?["line"] as? Int == 1)
    let absent = try #require(root["absent"] as? [[String: String]])
    #expect(
      absent == [["clause": "preamble", "figure": "500亿元", "kind": "target", "id": "output"]])
  }
}
