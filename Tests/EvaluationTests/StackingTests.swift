// Several instruments for one subject: what is paid of each, and by whom.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

@Suite("Instruments of one group")
struct StackingTests {
  /// A catalogue with groups, written under `groups:`.
  private func catalog(_ groups: String) throws -> Catalog {
    let text = "groups:\n" + groups.split(separator: "\n").map { "  \($0)\n" }.joined()
    return try Sample.catalog.applying([
      CatalogOverlay(
        plugin: "district", files: [CatalogFile(path: "groups.yaml", bytes: [UInt8](text.utf8))])
    ])
  }

  private static let highest =
    "- { id: one, title: { zh: 甲, en: One }, clause: 一, rule: highest_only, members: [grant, uncapped, local_cap] }"

  private static func capped(_ cap: String) -> String {
    "- { id: sum, title: { zh: 乙, en: Sum }, clause: 二, rule: cap, cap: \(cap), members: [grant, uncapped, local_cap] }"
  }

  /// Eligibilities that pay the spend, the fee and the floor.
  private static let script = """
    local function pays(id, instrument, field)
      eligibility(id) {
        instrument = instrument,
        requires = { { "known", function(e) return e[field] >= quantity "0元" end } },
        amount = function(e) return e[field] end,
      }
    end
    pays("first", "grant", "spend")
    pays("second", "uncapped", "fee")
    pays("third", "uncapped", "floor")
    """

  private func decisions(
    _ groups: String, _ given: String, ids: [String] = ["first", "second", "third"],
    script: String = script
  ) throws -> [Decision] {
    try Sample.evaluator(script, catalog: try catalog(groups))
      .decide(ids, on: try Sample.subject(given), at: try Sample.moment()).map { try $0.get() }
  }

  private func payable(_ decisions: [Decision]) -> [String?] {
    decisions.map { $0.payable?.description }
  }

  @Test(
    "pay only the highest, and of equals the one that the group names first",
    arguments: [
      ("spend=10元,fee=20元,floor=5元", ["0元", "20元", "0元"], ["second", nil, "second"]),
      ("spend=20元,fee=20元,floor=20元", ["20元", "0元", "0元"], [nil, "first", "first"]),
      ("spend=1元,fee=20元,floor=20元", ["0元", "20元", "0元"], ["second", nil, "second"]),
      ("spend=0元,fee=0元,floor=3元", ["0元", "0元", "3元"], [nil, nil, nil]),
    ] as [(String, [String?], [String?])])
  func highestOnly(given: String, payable: [String?], winners: [String?]) throws {
    let decisions = try decisions(Self.highest, given)
    #expect(self.payable(decisions) == payable)
    #expect(
      decisions.map { decision in
        guard case .lower(let id)? = decision.setAside.first?.reason else { return nil }
        return id
      } == winners)
    #expect(decisions.allSatisfy { $0.status == .eligible })
  }

  @Test(
    "pay no more than the cap together, in the order of the group",
    arguments: [
      ("30元", ["10元", "15元", "5元"], [nil, nil, "2元"]),
      ("32元", ["10元", "15元", "7元"], [nil, nil, nil]),
      ("12元", ["10元", "2元", "0元"], [nil, "13元", "7元"]),
      ("10元", ["10元", "0元", "0元"], [nil, "15元", "7元"]),
      ("0.01元", ["0.01元", "0元", "0元"], ["9.99元", "15元", "7元"]),
    ] as [(String, [String?], [String?])])
  func cap(cap: String, payable: [String?], setAside: [String?]) throws {
    let decisions = try decisions(Self.capped(cap), "spend=10元,fee=15元,floor=7元")
    #expect(self.payable(decisions) == payable)
    #expect(decisions.map { $0.setAside.first?.amount.description } == setAside)
    #expect(decisions.map { $0.amount?.description } == ["10元", "15元", "7元"])
  }

  @Test("apply one after another, each to what the ones before have left")
  func chain() throws {
    let groups = Self.highest + "\n" + Self.capped("8元")
    let decisions = try decisions(groups, "spend=10元,fee=15元,floor=7元")
    #expect(payable(decisions) == ["0元", "8元", "0元"])
    #expect(decisions[1].setAside.map(\.group.id) == ["sum"])
  }

  @Test("count even when only one of them is asked for")
  func companions() throws {
    let decisions = try decisions(Self.highest, "spend=10元,fee=20元,floor=5元", ids: ["first"])
    #expect(decisions.count == 1)
    #expect(payable(decisions) == ["0元"])
    let twice = try self.decisions(
      Self.capped("12元"), "spend=10元,fee=1元,floor=5元", ids: ["first", "first"])
    #expect(payable(twice) == ["10元", "10元"])
  }

  @Test("come out the same whatever is asked for first")
  func order() throws {
    let given = "spend=7元,fee=7元,floor=7元"
    let ids = ["first", "second", "third"]
    for groups in [Self.highest, Self.capped("10元"), Self.highest + "\n" + Self.capped("5元")] {
      let forward = try decisions(groups, given, ids: ids)
      let backward = try decisions(groups, given, ids: ids.reversed())
      #expect(payable(forward) == payable(backward).reversed())
    }
  }

  @Test("say which of them may still change what is payable")
  func pending() throws {
    let decisions = try decisions(
      Self.highest, "spend=10元,fee=5元,floor=",
      ids: ["first", "second", "third", "open"],
      script: Self.script + """

        eligibility "open" {
          instrument = "local_cap",
          requires = { { "any", function() return true end } },
          amount = function() return quantity "1元" end,
        }
        eligibility "failing" {
          instrument = "local_cap",
          requires = { { "any", function() error("boom") end } },
        }
        """)
    #expect(decisions.map(\.status) == [.eligible, .eligible, .undetermined, .eligible])
    #expect(decisions[0].pending == ["third", "open", "failing"])
    #expect(decisions[2].pending == [])
    #expect(payable(decisions) == ["10元", "0元", nil, nil])
  }

  @Test("that are in no group stay as they are")
  func others() throws {
    let decisions = try decisions(
      "- { id: one, title: { zh: 甲, en: One }, clause: 一, rule: highest_only, members: [grant, slots] }",
      "spend=1元,fee=2元,floor=3元")
    #expect(payable(decisions) == ["1元", "2元", "3元"])
    #expect(decisions.map(\.isStacked) == [true, false, false])
  }

  @Test("that pay different kinds of thing are an error that names the group")
  func unlike() throws {
    let groups =
      "- { id: mixed, title: { zh: 甲, en: One }, clause: 一, rule: cap, cap: 3家, members: [grant, uncapped] }"
    let failure = try Sample.failure { _ = try decisions(groups, "spend=1元,fee=2元,floor=3元") }
    #expect(failure?.findings.map(\.code) == ["evaluation.stacking"])
    #expect(failure?.findings.first?.span?.place == "groups.yaml:2:11")
  }

  @Test("leave other decisions' view of an amount alone")
  func related() throws {
    let script =
      Self.script + """

        eligibility "match" {
          instrument = "local_cap",
          requires = { { "city pays", function(e) return e:decision("first").eligible end } },
          amount = function(e) return e:decision("first").amount end,
        }
        """
    let text = """
      groups:
        \(Self.highest)
      parameters:
        local_cap: { cap: { value: 100元, clause: 一 } }
      """
    let catalog = try Sample.catalog.applying([
      CatalogOverlay(
        plugin: "district", files: [CatalogFile(path: "a.yaml", bytes: [UInt8](text.utf8))])
    ])
    let decision = try Sample.evaluator(script, catalog: catalog).decide(
      "match", on: try Sample.subject("spend=10元,fee=20元,floor=1元"), at: try Sample.moment())
    #expect(decision.amount?.description == "10元")
    #expect(decision.payable?.description == "0元")
  }
}

@Suite("An instrument that several pay")
struct SplitTests {
  @Test(
    "is split to the fen, and nothing is lost",
    arguments: [
      ("100元", ["60元", "40元"]), ("0.01元", ["0.01元", "0元"]), ("0.03元", ["0.02元", "0.01元"]),
    ])
  func shares(spend: String, expected: [String]) throws {
    let text = """
      instruments:
        - id: shared
          title: { zh: 共担, en: Shared }
          measure: 1
          subject: firm
          kind: subsidy
          frequency: yearly
          clause: 第一条
          split: { city: 60%, district: 40% }
          parameters: {}
      """
    let catalog = try Sample.catalog.applying([
      CatalogOverlay(
        plugin: "district", files: [CatalogFile(path: "a.yaml", bytes: [UInt8](text.utf8))])
    ])
    let script = """
      eligibility "x" {
        instrument = "shared",
        requires = { { "any", function() return true end } },
        amount = function(e) return e.spend end,
      }
      """
    let decision = try Sample.evaluator(script, catalog: catalog)
      .decide("x", on: try Sample.subject("spend=\(spend)"), at: try Sample.moment())
    #expect(decision.shares.map(\.payer) == ["city", "district"])
    #expect(decision.shares.map(\.amount.description) == expected)
    #expect(decision.clause == "第一条")
  }
}
