// What scripts can ask a scale.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite("A scale in a script")
struct ScaleScriptTests {
  private static let overlay = """
    instruments:
      - id: tiered
        title: { zh: 分档奖励, en: Tiered award }
        measure: 1
        subject: firm
        kind: award
        frequency: yearly
        clause: 第二条
        parameters:
          reward:
            title: { zh: 奖励, en: reward }
            figure: 分档
            local: fixed
            scale:
              by: grade
              field: size
              tiers: [{ grade: large, value: 50万元 }, { grade: small, value: 80万元 }]
          rate:
            title: { zh: 比例, en: rate }
            figure: 分段
            local: fixed
            versions:
              - to: 2026-12-31
                scale: { by: amount, brackets: [{ from: 0元, below: 100万元, value: 1% }] }
              - from: 2027-01-01
                scale:
                  by: amount
                  brackets:
                    - { from: 0元, below: 100万元, value: 3% }
                    - { from: 100万元, below: 1000万元, value: 5% }
    """

  private func facts(
    _ amount: String, given: String = "", at period: String = "2027"
  ) throws -> EligibilityFacts {
    let catalog = try Sample.catalog.applying([
      CatalogOverlay(
        plugin: "district",
        files: [CatalogFile(path: "district.yaml", bytes: [UInt8](Self.overlay.utf8))])
    ])
    let script = """
      eligibility "x" {
        instrument = "tiered",
        requires = { { "any", function() return true end } },
        amount = function(e, p, at)
          return \(amount)
        end,
      }
      """
    let engine = try ScriptEngine(
      catalog: catalog, plugins: [Sample.plugin([("a.lua", script)])],
      observations: ObservationStore(observations: [], sources: []))
    let moment = try Sample.moment(period)
    return try engine.evaluate(
      try engine.eligibilities.definition("x", on: moment.date), on: try Sample.subject(given),
      at: moment)
  }

  @Test(
    "answers with the value for a grade or an amount, and sums brackets",
    arguments: [
      ("p.reward:of(e.size)", "size=small", "2027", "80万元"),
      ("p.reward:of(\"large\")", "", "2027", "50万元"),
      ("e.spend * p.rate:of(e.spend)", "spend=100万元", "2027", "5万元"),
      ("e.spend * p.rate:of(e.spend)", "spend=99万元", "2026", "9900元"),
      ("p.rate:marginal(e.spend)", "spend=200万元", "2027", "8万元"),
      ("p.rate:marginal(e.spend)", "spend=100万元", "2026", "1万元"),
      ("p.reward:of(\"large\") + p.reward:of(\"small\")", "", "2027", "130万元"),
    ])
  func values(amount: String, given: String, at: String, expected: String) throws {
    let computed = try #require(try facts(amount, given: given, at: at).computed)
    #expect(try Quantity.isEqual(computed, Sample.quantity(expected)))
  }

  @Test("is unknown when what it is asked about is missing")
  func missing() throws {
    let facts = try facts("p.reward:of(e.size)")
    #expect(facts.computed == nil)
    #expect(facts.amountTrace?.gaps == [.field("size")])
  }

  @Test("is noted with what it was asked and what it answered")
  func readings() throws {
    let trace = try #require(
      try facts("p.reward:of(e.size) + p.rate:marginal(e.spend)", given: "size=small,spend=10万元")
        .amountTrace)
    #expect(
      trace.readings.map(\.expression) == [
        "e.spend", "e.size", "p.reward:of(\"small\")", "p.rate:marginal(10万元)",
      ])
    #expect(
      trace.readings.map(\.value) == [
        .quantity(try Sample.quantity("10万元")), .enumeration("small"),
        .quantity(try Sample.quantity("80万元")), .quantity(try Sample.quantity("0.3万元")),
      ])
  }

  @Test(
    "says what is wrong with a question",
    arguments: [
      (
        "p.reward:of(\"medium\")", "",
        "`p.reward` has no tier for `medium` → known here: `large`, `small`"
      ),
      (
        "p.reward:of(e.spend)", "spend=1元",
        "`p.reward` goes by grade, and 1元 is none → write `p.reward:of(…)` with a text or a field of the subject"
      ),
      (
        "p.rate:of(e.spend)", "spend=1000万元",
        "1000万元 lies in no bracket of `p.rate` → add a condition that excludes such amounts"
      ),
      (
        "p.rate:marginal(e.spend)", "spend=1001万元",
        "1001万元 lies in no bracket of `p.rate` → add a condition that excludes such amounts"
      ),
      (
        "p.rate:of(e.size)", "size=small",
        "`p.rate` goes by amount, and the text \"small\" is none → write `p.rate:of(…)` with a quantity"
      ),
      (
        "p.rate:of()", "",
        "`p.rate` goes by amount, and nothing (nil) is none → write `p.rate:of(…)` with a quantity"
      ),
      (
        "p.reward:marginal(e.spend)", "spend=1元",
        "`p.reward` goes by grade, and `marginal` needs brackets of amounts → write `p.reward:of(…)` with the grade"
      ),
      (
        "e.spend * p.rate", "spend=1元",
        "`p.rate` is a scale, not one value → ask it for a value, as in `p.rate:of(…)` or `p.rate:marginal(…)`"
      ),
      ("p.rate:off(e.spend)", "spend=1元", "a scale has no `off` → did you mean `of`?"),
      (
        "p.reward.of(\"small\")", "",
        "`of` is a method of a scale → write `p.reward:of(…)` with a colon"
      ),
    ])
  func mistakes(amount: String, given: String, expected: String) throws {
    #expect(try Sample.problems { _ = try facts(amount, given: given) } == [expected])
  }
}
