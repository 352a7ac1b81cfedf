// The entries of a catalogue, listed and one by one.

import Catalog
import CatalogTestSupport
import Diagnostics
import Testing

@testable import Presentation

@Suite struct CatalogReportTests {
  private func report(_ language: Language = .en) throws -> CatalogReport {
    CatalogReport(try SmallCatalog.load(), language: language)
  }

  @Test func listsMeasuresTargetsAndInstruments() throws {
    let text = try report().list(nil, width: nil, style: .plain)
    #expect(
      text == """
        Example 例 1.0.0

        Measures (2)
        no.  title          departments
        ───  ─────────────  ───────────
          1  Research 研发  财政局
          2  Firms 企业

        Targets (3)
        no.  id          title          wanted  due   nature    observed by
        ───  ──────────  ─────  ──────────────  ────  ────────  ────────────
             output      产值        > 500亿元  2027  level     output
          1  best_place  位次         <= 第1位  2027  rank      an indicator
          2  gap         差距   >= 1.5个百分点  2027  relative  an indicator

        Instruments (1)
        no.  id     title  parameters
        ───  ─────  ─────  ─────────────────────────────────────────────────
          1  grant  奖励   floor 1000万元, rate 5%, amount open, cap 400万元

        """)
  }

  @Test func listsInChinese() throws {
    let text = try report(.zh).list(nil, width: nil, style: .plain)
    #expect(text.hasPrefix("例 1.0.0\n\n举措 (2)\n"))
    #expect(text.contains("amount 未定"))
    #expect(text.contains("指标脚本"))
  }

  @Test(arguments: [
    (CatalogReport.Kind.series, "output,产值,亿元,flow,current\nfirms,企业数,家,stock,none\n"),
    (.areas, "100,Jia 甲市\nCN,China 中国\n"), (.departments, "finance,Finance Bureau 财政局\n"),
    (
      .subjects,
      "firm,code,编号,text\nfirm,spend,投入,quantity 元\nfirm,size,规模,enum large|small\n"
        + "firm,exporter,出口,boolean\n"
    ),
  ])
  func listsOneKind(kind: CatalogReport.Kind, expected: String) throws {
    let csv = try report().table(kind).csv
    #expect(csv.hasSuffix("\n" + expected))
    #expect(try report().list(kind, width: nil, style: .plain).contains("───"))
  }

  @Test func listsTheUnitsWithTheirDimensions() throws {
    let rows = try report().table(.units).rows.map { $0.map(\.text) }
    #expect(rows.first == ["1", "number", "number"])
    #expect(rows.contains(["万元", "ten thousand yuan", "money"]))
  }

  @Test(arguments: [
    (
      "1",
      "Research 研发\nmeasure 1 （一） · First 甲\nSupports research.\n"
        + "departments: Finance Bureau 财政局\n  target best_place 位次 <= 第1位\n  instrument grant 奖励\n"
    ),
    (
      "gap",
      "Gap 差距\ngap\nmeasure 2 · relative · due 2027\ncomputed by an indicator\n"
        + "relative to nation 全国\n  draft: >= 1.5个百分点 · 1.5个百分点 (5亿元)\n"
    ),
    (
      "grant",
      "Grant 奖励\ngrant\nmeasure 1 （一） · award · once · firm\n"
        + "  floor · floor 起点 · fixed\n    1000万元\n  rate · rate 比例 · within 0% to 5%\n    5%\n"
        + "  amount · amount 金额 · left to local rules\n  cap · cap 上限 · may be raised\n"
        + "    500万元 from 2025-01-01 to 2025-12-31\n    400万元 from 2026-01-01\n"
    ),
    ("firms", "Firms 企业数\nfirms\nstock · 家 · prices none · quarter\n"),
    ("size", "Size 规模\nfirm.size · enum large|small\n  large · large 大型\n  small · small 小型\n"),
    ("100", "Jia 甲市\n100\n"),
    ("finance", "Finance Bureau 财政局\nfinance\n  measure 1 研发\n"),
  ])
  func showsOneEntry(id: String, expected: String) throws {
    #expect(try report().show(id, style: .plain) == expected)
  }

  @Test func showsEverythingOfThatName() throws {
    let text = try report().show("output", style: .plain)
    #expect(
      text == """
        Output 产值
        output
        chapter 0 · level · due 2027
        observed by series output
          draft: > 500亿元 · 突破500亿元
          adopted: ~ 600亿元 ± 5000万元 · 600亿元
            2025: > 550亿元

        Output 产值
        output
        flow · 亿元 · prices current · year

        """)
  }

  @Test func showsAKindOfSubject() throws {
    let text = try report(.zh).show("firm", style: .plain)
    #expect(text.contains("  spend · 投入 · quantity 元\n"))
  }

  @Test(arguments: [
    ("gaps", "did you mean `gap`?"), ("spnd", "did you mean `spend`?"),
    (
      "99",
      "known here: `best_place`, `code`, `exporter`, `finance`, `firm`, `firms`, `gap`, `grant`, `output`,"
        + " `size`, `spend`"
    ),
  ])
  func namesTheNearestEntry(id: String, suggestion: String) throws {
    do {
      _ = try report().show(id, style: .plain)
      Issue.record("an unknown entry was shown")
    } catch {
      #expect((error as? Failure)?.findings.map(\.code) == ["argument.unknown-id"])
      #expect((error as? Failure)?.findings.first?.suggestion == suggestion)
    }
  }
}
