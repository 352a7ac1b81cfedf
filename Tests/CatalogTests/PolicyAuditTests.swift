// Holding invented policy texts against the small catalogue.

import Catalog
import CatalogTestSupport
import Diagnostics
import Testing

@Suite("A policy audit")
struct PolicyAuditTests {
  /// A text that agrees with the draft of the small catalogue.
  private static let text = """
    若干举措
    力争 2027 年产值突破 500 亿
    元。
    一、研发
    （一）推进研发。保持全省第一。对投入达 1,000 万元的，按不超过 5％给予奖励，最高 500 万元。
    二、企业
    (二) 差距低于全国 1.5 个百分点，产值 5 亿元以上。培育五大产业。
    """

  private func audit(
    _ text: String, vintage: String? = nil, _ replacements: [String: String] = [:]
  ) throws -> PolicyAudit {
    try PolicyAudit.run(
      path: "policy.txt", bytes: [UInt8](text.utf8),
      catalog: try SmallCatalog.load(replacements), vintage: vintage)
  }

  private func replacing(_ old: String, with new: String) throws -> String {
    let range = try #require(Self.text.firstRange(of: old))
    return String(Self.text[..<range.lowerBound]) + new + String(Self.text[range.upperBound...])
  }

  @Test("lists every figure with its place and what carries it")
  func rows() throws {
    let audit = try audit(Self.text)
    let rows = audit.rows.map {
      "\($0.place) \($0.figure) \($0.span.line):\($0.span.column) \($0.carrier?.description ?? "-")"
    }
    #expect(
      rows == [
        "preamble 500亿元 2:15 target `output`",
        "（一） 第一 5:13 target `best_place`",
        "（一） 1,000万元 5:21 parameter `grant.floor`",
        "（一） 5% 5:36 parameter `grant.rate`",
        "（一） 500万元 5:46 parameter `grant.cap`",
        "（二） 1.5个百分点 7:12 target `gap`",
        "（二） 5亿元 7:24 qualifier `gap`",
        "（二） 五大 7:33 narrative `五大产业`",
      ])
    #expect(audit.vintage == "draft")
    #expect(audit.carriedCount == 8)
    #expect(audit.absences.isEmpty)
    #expect(audit.isClean)
  }

  @Test("points at a figure that nothing carries")
  func notCarried() throws {
    let text = try replacing("培育", with: "新增20家，培育")
    #expect(
      try audit(text).findings.map(\.line) == [
        "policy.txt:7:33: `20家` in （二） is carried by nothing in the catalogue"
          + " → add it to a target or a parameter, or to `narrative.yaml` with the reason"
      ])
  }

  @Test(
    "points at a figure of the catalogue that the text no longer has, and at the one in its place")
  func changed() throws {
    let text = try replacing("1.5 个", with: "2 个")
    #expect(
      try audit(text).findings.map(\.line) == [
        "policy.txt:7:12: `2个百分点` in （二） is carried by nothing in the catalogue"
          + " → add it to a target or a parameter, or to `narrative.yaml` with the reason",
        "targets.yaml:33:24: `1.5个百分点` of target `gap` does not stand in （二） of the text"
          + " (the text has `2个百分点` there, which nothing carries, at policy.txt:7:12)",
      ])
  }

  @Test("wants a carrier for each of several equal figures")
  func equalFigures() throws {
    let text = try replacing("最高 500 万元", with: "最高 500 万元，另加 500 万元")
    let audit = try audit(text)
    #expect(audit.rows.filter { $0.figure == "500万元" }.map(\.carrier?.id) == ["grant.cap", nil])
    #expect(audit.findings.count == 1)
  }

  @Test("does not take a figure of another clause for the one it expects")
  func otherClause() throws {
    let text = try replacing("。培育", with: "，按 5% 培育")
    #expect(try audit(text).findings.map(\.code) == ["audit.not-carried"])
  }

  @Test("reports words of the narrative that the text does not have")
  func narrative() throws {
    let text = try replacing("五大产业", with: "五大行业")
    #expect(
      try audit(text).findings.map(\.message) == [
        "`五大` in （二） is carried by nothing in the catalogue",
        "`五大产业` of narrative `五大产业` does not stand in （二） of the text",
      ])
  }

  @Test("reports a clause of the catalogue that the text lacks, and what it should say")
  func missingClause() throws {
    let text = try replacing("(二) ", with: "另：")
    let findings = try audit(text).findings
    #expect(
      findings.last?.line == "measures.yaml:8:13: the text has no clause （二） for measure 2")
    #expect(findings.filter { $0.code == "audit.not-in-text" }.count == 3)
    #expect(findings.filter { $0.code == "audit.not-carried" }.count == 3)
  }

  @Test("holds the text against the vintage that is asked for; it may leave out milestones")
  func vintages() throws {
    let audit = try audit(Self.text, vintage: "adopted")
    #expect(audit.rows.first?.carrier == nil)
    #expect(audit.absences.map(\.figure) == ["600亿元"])
    let milestone = try replacing("500 亿\n元", with: "600亿元，2025年550亿元")
    let carriers = try self.audit(milestone, vintage: "adopted").rows.prefix(2).map(\.carrier)
    #expect(carriers == [.target(id: "output"), .milestone(target: "output", due: 2025)])
  }

  @Test("only looks for the words of a figure that has no number")
  func wordyFigures() throws {
    let targets = """
      targets:
        - id: gap
          title: { zh: 差距, en: Gap }
          chapter: 1
          nature: relative
          due: 2027
          reference: { zh: 平均, en: average }
          vintages:
            draft: { figure: 高于平均增速, comparator: ">", value: 0个百分点 }
      """
    let replacements = [
      "targets": targets, "instruments": "instruments: []", "narrative": "narrative: []",
    ]
    let end = "\n（一）无。\n二、无\n（二）无。"
    #expect(try audit("一、增速高于\n平均 增速。\(end)", replacements).isClean)
    #expect(
      try audit("一、增速高于平均。\(end)", replacements).findings.map(\.message) == [
        "`高于平均增速` of target `gap` does not stand in chapter 一 of the text"
      ])
  }

  @Test(
    "refuses an unknown vintage, an empty text and bytes that are no text",
    arguments: [
      ([UInt8]("甲".utf8), "adoptd", "there is no vintage `adoptd` → did you mean `adopted`?"),
      ([UInt8](" \n".utf8), "draft", "`policy.txt` is empty; expected the text of a policy"),
      (
        [0xB2, 0xC6], "draft",
        "policy.txt:1:1: this is not UTF-8 text: the byte 0xB2 cannot stand here"
          + " → save the file in the encoding UTF-8"
      ),
    ] as [([UInt8], String, String)])
  func refused(_ bytes: [UInt8], _ vintage: String, _ expected: String) throws {
    let catalog = try SmallCatalog.load()
    let failure = #expect(throws: Failure.self) {
      try PolicyAudit.run(path: "policy.txt", bytes: bytes, catalog: catalog, vintage: vintage)
    }
    #expect(failure?.findings.map(\.line) == [expected])
    #expect(failure?.kind == .couldNotRun)
  }
}
