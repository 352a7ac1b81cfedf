// Decisions as an officer reads them out, in every form.

import Catalog
import Evaluation
import Foundation
import Testing

@testable import Presentation

@Suite struct ExplanationTextTests {
  private static let parameters = """
    Parameters （一）
      floor = 1000万元 · floor (fixed)
      rate = 5% · rate (within 0% to 5%)
      amount = open · amount (left to local rules)
      cap = 400万元 · cap (may be raised)

    Made from catalog cccccccccccc, scripts 555555555555, data dddddddddddd

    """

  private func text(_ id: String, _ given: String, _ language: Language = .en) throws -> String {
    try ReportSample.report(id, given, language).text(style: .plain)
  }

  @Test func showsWhatIsPaidAndThatItWasRounded() throws {
    let text = try text("grant", "code=F1,size=small,spend=10000000.10")
    #expect(
      text == """
        Grant 奖励
        grant · measure 1 （一） 研发 · 2027

        F1 is eligible: 500000.01元.

          ✓ is small 小型
              e.size = small 小型 · Size
          ✓ spends much 投入达标
              e.spend = 10000000.1元 > p.floor = 1000万元, 0.1元 above

        Amount
          computed  500000.005元  ← e.spend = 10000000.1元, p.rate = 5%
          rounded half up to the fen
          to pay  500000.01元


        """ + Self.parameters)
  }

  @Test func showsWhatLimitedTheAmount() throws {
    let text = try text("grant", "code=F2,size=small,spend=2亿元")
    #expect(
      text.contains(
        """
        Amount
          computed  0.1亿元  ← e.spend = 2亿元, p.rate = 5%
          limited by `cap`  400万元
          to pay  4000000.00元

        """))
    #expect(!text.contains("rounded"))
  }

  @Test func showsEverythingThatIsUnmetAndWhatWouldHaveToChange() throws {
    let text = try text("grant", "code=F3,size=large,spend=9999999.99")
    #expect(
      text == """
        Grant 奖励
        grant · measure 1 （一） 研发 · 2027

        F3 is not eligible: 2 of 2 conditions are not met.

          ✗ is small 小型
              e.size = large 大型 · Size
          ✗ spends much 投入达标
              e.spend = 9999999.99元 < p.floor = 1000万元, 0.01元 below

        What would have to change
          is small 小型: size large 大型 → small 小型
          spends much 投入达标: spend 9999999.99元 → 1000万元
          with the first of each: eligible, 50万元


        """ + Self.parameters)
  }

  @Test func saysWhatIsStillUnknownAfterAChange() throws {
    let text = try text("grant", "size=large")
    #expect(text.contains("The subject is not eligible: 1 of 2 conditions is not met."))
    #expect(text.contains("  with that: undetermined until spend is known\n"))
  }

  @Test func showsWhatWouldSettleIt() throws {
    let text = try text("grant", "size=small")
    #expect(
      text.contains(
        """
        It cannot be decided yet whether the subject is eligible: 1 of 2 conditions is not known.

          ✓ is small 小型
              e.size = small 小型 · Size
          ? spends much 投入达标
              e.spend = not known · Spend

        What would settle it
          spend · Spend 投入

        """))
  }

  @Test func saysThatNothingCanBePaidYet() throws {
    let text = try text("open_grant", "code=F5,exporter=true")
    #expect(
      text.contains(
        """
        F5 is eligible.

          ✓ exports 出口
              e.exporter = yes · Exports

        Not payable yet
          the document leaves `amount` to local rules, and no plugin has filled it in

        """))
    #expect(!text.contains("to pay"))
  }

  @Test func saysThatTheAmountIsNotKnown() throws {
    let script = """
      eligibility "grant" {
        requires = { { "always", function() return true end } },
        amount = function(e, p) return e.spend * p.rate end,
      }
      """
    let report = try ReportSample.report("grant", "code=F1", by: try ReportSample.evaluator(script))
    #expect(
      report.text(style: .plain).contains(
        "It cannot be decided yet whether F1 is eligible: the amount is not known."))
  }

  @Test(arguments: [
    (
      "code=F1,size=small,spend=10000000.10",
      ["F1符合条件：500000.01元。", "高0.1元", "四舍五入到分", "应付  500000.01元"]
    ),
    ("code=F2,size=small,spend=2亿元", ["受上限 `cap` 限制  400万元"]),
    ("code=F3,size=large,spend=1元", ["F3不符合条件：2项条件中有2项不满足。", "size 大型 → 小型", "届时：符合, 50万元"]),
    ("size=small", ["该对象尚无法判定：2项条件中有1项未知。", "e.spend = 未知 · 投入", "  spend · 投入\n"]),
    ("size=large", ["届时：待定（仍缺spend）"]),
  ])
  func speaksChinese(given: String, expected: [String]) throws {
    let text = try text("grant", given, .zh)
    #expect(text.hasPrefix("奖励\ngrant · 举措 1 （一） 研发 · 2027\n"))
    for part in expected { #expect(text.contains(part)) }
    #expect(text.contains("  rate = 5% · 比例 (可在0%至5%之间调整)\n  amount = 未定 · 金额 (由地方规定)\n"))
  }

  @Test func isColouredOnlyWhenAsked() throws {
    let report = try ReportSample.report("grant", "code=F3,size=large,spend=1元")
    let coloured = report.text(style: Style(color: true))
    #expect(coloured.contains("\u{1B}[31m✗\u{1B}[0m is small"))
    #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == report.text(style: .plain))
  }

  @Test(arguments: [
    ("place=第3位", "e.place = 第3位 > 第1位\n"), ("place=第1位", "e.place = 第1位, equal to 第1位\n"),
  ])
  func comparesRanksWithoutADifference(given: String, expected: String) throws {
    let subjects = """
      subjects:
        - id: firm
          title: { zh: 企业, en: Firm }
          key: code
          fields:
            - { name: code, title: { zh: 编号, en: Code }, type: text }
            - { name: place, title: { zh: 位次, en: Place }, type: quantity, unit: 位 }
      """
    let script = """
      eligibility "grant" {
        requires = { { "is first", function(e) return e.place <= quantity "第1位" end } },
      }
      """
    let evaluator = try ReportSample.evaluator(script, ["subjects": subjects])
    let text = try ReportSample.report("grant", given, by: evaluator).text(style: .plain)
    #expect(text.contains("      " + expected))
  }

  @Test func showsComparisonsFromTheSubjectsSide() throws {
    let script = """
      eligibility "grant" {
        requires = {
          { "a", function(e, p) return p.floor > e.spend end },
          { "b", function(e, p) return e.spend ~= p.floor end },
          { "c", function(e, p) return e.spend * 2 >= p.floor end },
        },
      }
      """
    let text = try ReportSample.report(
      "grant", "spend=500万元", by: try ReportSample.evaluator(script)
    ).text(style: .plain)
    #expect(
      text.contains(
        """
          ✓ a
              e.spend = 500万元 < p.floor = 1000万元, 500万元 below
          ✓ b
              e.spend = 500万元 < p.floor = 1000万元, 500万元 below
          ✓ c
              p.floor = 1000万元, equal to 1000万元
              e.spend = 500万元 · Spend

        """))
  }
}

@Suite struct ExplanationFormTests {
  @Test func isMarkdown() throws {
    let markdown = try ReportSample.report("grant", "code=F3,size=large,spend=9999999.99").markdown
    #expect(
      markdown == """
        # Grant 奖励

        F3 is not eligible: 2 of 2 conditions are not met.

        | condition            | outcome | because                                                   |
        | -------------------- | ------- | --------------------------------------------------------- |
        | is small 小型        | not met | e.size = large 大型 · Size                                |
        | spends much 投入达标 | not met | e.spend = 9999999.99元 < p.floor = 1000万元, 0.01元 below |

        **What would have to change**

        - is small 小型: size large 大型 → small 小型
        - spends much 投入达标: spend 9999999.99元 → 1000万元
        - with the first of each: eligible, 50万元

        *Made from catalog cccccccccccc, scripts 555555555555, data dddddddddddd*

        """)
  }

  @Test func listsConditionsInATable() throws {
    let table = try ReportSample.report("grant", "size=small").table
    #expect(table.columns.map(\.heading) == ["condition", "outcome", "because"])
    #expect(table.rows.map { $0[1].text } == ["met", "not known"])
    let chinese = try ReportSample.report("grant", "size=small", .zh).table
    #expect(chinese.rows.map { $0[1].text } == ["满足", "未知"])
  }

  private func json(_ id: String, _ given: String) throws -> [String: Any] {
    let text = try ReportSample.report(id, given).json.pretty
    return try #require(ReportSample.parsed(text) as? [String: Any])
  }

  @Test func hasTheKeysOfTheContract() throws {
    guard case .object(let members) = try ReportSample.report("grant", "size=small").json else {
      Issue.record("an explanation is no object")
      return
    }
    #expect(
      members.map(\.key) == [
        "subject", "eligibility", "instrument", "measure", "at", "status", "conditions", "amount",
        "computed", "rounded", "capped_by", "missing", "open", "parameters", "clause", "digests",
        "prospect",
      ])
  }

  @Test func givesAmountsInYuanWithTheFen() throws {
    let rounded = try json("grant", "code=F1,size=small,spend=10000000.10")
    #expect(rounded["amount"] as? [String: String] == ["value": "500000.01", "unit": "元"])
    #expect(rounded["computed"] as? [String: String] == ["value": "500000.005", "unit": "元"])
    #expect(rounded["rounded"] as? Bool == true)
    #expect(rounded["capped_by"] is NSNull)
    #expect(rounded["prospect"] is NSNull)
    let capped = try json("grant", "code=F2,size=small,spend=2亿元")
    #expect(capped["amount"] as? [String: String] == ["value": "4000000.00", "unit": "元"])
    #expect(capped["capped_by"] as? String == "cap")
    #expect(capped["rounded"] as? Bool == false)
  }

  @Test func givesWhatWasReadAndCompared() throws {
    let conditions = try #require(
      json("grant", "size=large,spend=1元")["conditions"] as? [[String: Any]])
    #expect(conditions.map { $0["label"] as? String } == ["is small", "spends much"])
    #expect(conditions.map { $0["zh"] as? String } == ["小型", "投入达标"])
    #expect(conditions.map { $0["outcome"] as? String } == ["unmet", "unmet"])
    let read = try #require(conditions.last?["read"] as? [[String: Any]])
    #expect(read.map { $0["read"] as? String } == ["e.spend", "p.floor"])
    let compared = try #require(conditions.last?["compared"] as? [[String: Any]])
    #expect(compared.first?["comparator"] as? String == "<=")
    #expect(compared.first?["holds"] as? Bool == false)
  }

  @Test func givesWhatIsMissingAndWhatIsOpen() throws {
    let undetermined = try json("grant", "size=small")
    #expect(undetermined["subject"] is NSNull)
    #expect(undetermined["amount"] is NSNull)
    #expect(undetermined["missing"] as? [String] == ["spend"])
    #expect(try json("open_grant", "exporter=true")["open"] as? [String] == ["amount"])
  }

  @Test func givesWhatWouldHaveToChange() throws {
    let prospect = try #require(
      json("grant", "size=large,spend=1000万元")["prospect"] as? [String: Any])
    let change = try #require((prospect["changes"] as? [[String: Any]])?.first)
    #expect(change as? [String: String] == ["field": "size", "from": "large", "to": "small"])
    #expect(prospect["status"] as? String == "eligible")
    #expect(prospect["amount"] as? [String: String] == ["value": "500000.00", "unit": "元"])
  }

  @Test func givesTheParametersOfTheDay() throws {
    let parameters = try #require(
      json("grant", "size=small")["parameters"] as? [String: [String: Any]])
    #expect(parameters["rate"]?["value"] as? String == "5")
    #expect(parameters["rate"]?["unit"] as? String == "%")
    #expect(parameters["cap"]?["value"] as? String == "4000000.00")
    #expect(parameters["cap"]?["from"] as? String == "2026-01-01")
    #expect(parameters["amount"]?["value"] is NSNull)
    #expect(parameters["amount"]?["unit"] as? String == "元")
  }
}
