// What conditions, amounts and indicators come to when values are missing, open or wrong.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct ConditionTests {
  @Test(
    arguments: [
      ("return e.exporter", "exporter=true", Outcome.met),
      ("return e.exporter", "exporter=false", .unmet),
      ("return e.exporter", "", .unknown),
      ("return not e.exporter", "", .unknown),
      ("return e.spend > quantity \"0元\"", "", .unknown),
      ("return e.spend == quantity \"0元\"", "spend=0", .met),
      ("return e.size == \"small\" or e.size == \"large\"", "size=large", .met),
      ("return e.size == \"small\"", "", .unknown),
      ("return e.exporter or e.size == \"small\"", "exporter=true", .met),
      ("return e.size == \"small\" or e.exporter", "exporter=true", .unknown),
      ("return e.shops >= 3", "shops=3", .met),
      ("return e.founded == at.year", "founded=2027", .met),
      ("return e.place == \"100\"", "place=甲市", .met),
      ("return e.code == \"F1\"", "code=F1", .met),
      ("return e.since < at.date", "since=2027-12-30", .met),
    ] as [(String, String, Outcome)])
  func isMetUnmetOrUnknown(body: String, given: String, expected: Outcome) throws {
    #expect(try Sample.condition(body, given: given).outcome == expected)
  }

  @Test(arguments: [
    "local fine = pcall(function() return e.exporter end) return true",
    "local fine = pcall(function() return e.exporter end) return fine",
  ])
  func staysUnknownWhenTheScriptSwallowsWhatIsMissing(body: String) throws {
    let condition = try Sample.condition(body)
    #expect(condition.outcome == .unknown)
    #expect(condition.trace.gaps == [.field("exporter")])
  }

  @Test func failsWhenTheScriptSwallowsWhatIsMissingAndThenFailsItself() throws {
    let problems = try Sample.problems {
      _ = try Sample.condition("pcall(function() return e.exporter end) error(\"gone\")")
    }
    #expect(problems == ["gone"])
  }

  @Test(
    arguments: [
      ("return e:get(\"exporter\", false)", "", Outcome.unmet),
      ("return e:get(\"exporter\", true)", "", .met),
      ("return e:get(\"exporter\", true)", "exporter=false", .unmet),
      ("return e:get(\"spend\", quantity \"0元\") >= p.floor", "", .unmet),
      ("return e:get(\"spend\", quantity \"0元\") >= p.floor", "spend=1000万元", .met),
    ] as [(String, String, Outcome)])
  func mayNameADefault(body: String, given: String, expected: Outcome) throws {
    let condition = try Sample.condition(body, given: given)
    #expect(condition.outcome == expected)
    #expect(condition.trace.gaps.isEmpty)
  }

  @Test func isEvaluatedOnItsOwn() throws {
    let facts = try Sample.facts(
      "return e.exporter", "return e.spend >= p.floor", "return e.size == \"small\"",
      "return true", given: "spend=1元,size=large")
    #expect(facts.conditions.map(\.outcome) == [.unknown, .unmet, .unmet, .met])
    #expect(facts.conditions.map(\.title.en) == ["c0", "c1", "c2", "c3"])
    #expect(facts.conditions.map(\.trace.gaps) == [[.field("exporter")], [], [], []])
    #expect(facts.conditions[2].trace.readings.map(\.expression) == ["e.size"])
    #expect(facts.conditions[3].trace == Trace())
    #expect(facts.computed == nil)
    #expect(facts.amountTrace == nil)
  }

  @Test func isUnknownWhenItReadsAnOpenParameter() throws {
    let condition = try Sample.condition("return e.spend >= p.bonus", given: "spend=1元")
    #expect(condition.outcome == .unknown)
    #expect(condition.trace.gaps == [.openParameter("bonus")])
  }

  @Test(arguments: [("2025", "500万元"), ("2027-01-01", "400万元"), ("2030", "400万元")])
  func readsTheVersionOfAParameterThatHoldsOnTheDay(period: String, expected: String) throws {
    let condition = try Sample.condition("return p.cap > quantity \"1元\"", at: period)
    #expect(
      condition.trace.readings.map(\.value) == [.quantity(try Sample.quantity(expected))])
  }

  @Test(arguments: ["2024", "2026", "2026-12-31"])
  func neverReadsAParameterOutsideItsDates(period: String) throws {
    let day = try Sample.moment(period).date
    let problems = try Sample.problems {
      _ = try Sample.condition("return p.cap > quantity \"1元\"", at: period)
    }
    #expect(
      problems == [
        "`cap` of `grant` has no value on \(day) → ask about another date, or add a version that"
          + " holds on it"
      ])
  }

  @Test(arguments: [
    ("return 1", "the number 1"), ("return", "nothing (nil)"),
    ("return \"yes\"", "the text \"yes\""), ("return e", "a whole record"),
    ("return p.floor", "1000万元"), ("return {}", "a table"),
    ("return at", "a date, a series or another object"),
  ])
  func mustBeTrueOrFalse(body: String, kind: String) throws {
    let failure = try Sample.failure { _ = try Sample.condition(body) }
    #expect(
      failure?.findings.map(\.message)
        == ["condition `c0` returned \(kind) instead of true or false"])
    #expect(failure?.findings.first?.span?.place == "a.lua:3:19")
  }

  @Test(arguments: [
    ("return e.spnd > p.floor", "firm has no field `spnd` → did you mean `spend`?"),
    (
      "return e.spend > p.flor",
      "instrument `grant` has no parameter `flor` → did you mean `floor`?"
    ),
    ("e.spend = 1", "`e` is read only"),
    (
      "return e.spend > 5",
      "cannot compare 5 (number) with 1元 (money); write the number with a unit of money"
    ),
    ("return quantity \"5万圆\" > e.spend", "unknown unit `万圆`; did you mean `万元`?"),
  ])
  func namesWhatIsWrongWithTheScript(body: String, expected: String) throws {
    let failure = try Sample.failure { _ = try Sample.condition(body, given: "spend=1元") }
    #expect(failure?.kind == .couldNotRun)
    let text = failure?.findings.map { $0.message + ($0.suggestion.map { " → \($0)" } ?? "") }
    #expect(text == [expected])
    #expect(failure?.findings.first?.span?.line == 3)
  }

  @Test func stopsAtALimit() throws {
    let failure = try Sample.failure { _ = try Sample.condition("while true do end") }
    #expect(failure?.kind == .limit)
  }

  @Test func needsASubjectOfAKnownKindAndAKnownArea() throws {
    let engine = try Sample.engine(
      "eligibility \"grant\" { requires = { { \"c\", function() return true end } } }",
      "indicator \"x\" { unit = \"亿元\", value = function(obs, at) return obs.output[at] end }",
      observations: "output,CN,2027,5,亿元,A")
    let definition = try #require(engine.eligibilities.all.first)
    let stranger = Subject(kind: "frim", key: "", values: [])
    let nowhere = Moment(period: Period(year: 2027), area: "10")
    #expect(
      try Sample.problems {
        _ = try engine.evaluate(definition, on: stranger, at: try Sample.moment())
      } == ["there is no kind of subject `frim` in the catalogue → did you mean `firm`?"])
    let unknownArea = ["there is no area `10` in the catalogue → did you mean `100`?"]
    #expect(
      try Sample.problems {
        _ = try engine.evaluate(definition, on: try Sample.subject(), at: nowhere)
      } == unknownArea)
    #expect(
      try Sample.problems {
        _ = try engine.evaluate(try #require(engine.indicators.all.first), at: nowhere)
      } == unknownArea)
  }
}

@Suite struct AmountTests {
  @Test func isComputedExactlyAndBeforeCapAndRounding() throws {
    let facts = try Sample.facts(
      "return true", amount: "return e.spend * p.rate", given: "spend=123456789.01元")
    // 5 % of 123,456,789.01 yuan
    #expect(facts.computed == (try Sample.quantity("6172839.4505元")))
    #expect(facts.amountTrace?.readings.map(\.expression) == ["e.spend", "p.rate"])
  }

  @Test(arguments: ["exporter=false", ""])
  func isNotComputedUnlessEveryConditionIsMet(given: String) throws {
    let facts = try Sample.facts("return e.exporter", amount: "error(\"called\")", given: given)
    #expect(facts.computed == nil)
    #expect(facts.amountTrace == nil)
  }

  @Test func isUnknownWhenAFieldOrParameterIs() throws {
    let facts = try Sample.facts("return true", amount: "return e.spend * p.rate + p.bonus")
    #expect(facts.computed == nil)
    #expect(facts.amountTrace?.gaps == [.field("spend")])
    let open = try Sample.facts(
      "return true", amount: "return e.spend + p.bonus", given: "spend=1元")
    #expect(open.computed == nil)
    #expect(open.amountTrace?.gaps == [.openParameter("bonus")])
  }

  @Test(arguments: [
    ("return 5", "the number 5"), ("return p.rate", "5%"), ("return", "nothing (nil)"),
    ("return quantity \"3家\"", "3家"),
  ])
  func mustBeMoney(body: String, kind: String) throws {
    let failure = try Sample.failure { _ = try Sample.facts("return true", amount: body) }
    #expect(
      failure?.findings.map(\.message)
        == ["the amount of `x` is \(kind) instead of an amount of money"])
    #expect(failure?.findings.first?.span?.line == 4)
  }

  @Test func isOfTheKindOfTheCap() throws {
    let facts = try Sample.facts(
      "return true", amount: "return quantity \"5家\"", instrument: "slots")
    #expect(facts.computed?.description == "5家")
    let failure = try Sample.failure {
      _ = try Sample.facts("return true", amount: "return quantity \"5元\"", instrument: "slots")
    }
    #expect(failure?.findings.map(\.code) == ["script.amount-result"])
  }
}

@Suite struct IndicatorTests {
  private static let published = "firms,100,2025,120,家,A\nshare,100,2025,4.2,%,A"

  @Test func isConvertedToItsUnit() throws {
    let facts = try Sample.indicator(
      "return obs.share[at] - quantity \"4%\"", unit: "%", observations: Self.published)
    #expect(facts.value == (try Sample.quantity("0.2%")))
    let plain = try Sample.indicator(
      "return obs.firms[at] / obs.firms[at]", unit: "%", observations: Self.published)
    #expect(plain.value?.description == "100%")
  }

  @Test func isUnknownWhenAnObservationIsMissing() throws {
    let facts = try Sample.indicator(
      "return obs.firms[at] - obs.firms[at - 1]", observations: Self.published)
    #expect(facts.value == nil)
    #expect(
      facts.trace.gaps
        == [.observation(series: "firms", area: "100", period: Period(year: 2024))])
    #expect(facts.trace.readings.map(\.expression) == ["firms[2025] of 100"])
  }

  @Test(arguments: [
    ("return 5", "the number 5"), ("return obs.share[at]", "4.2%"), ("return true", "true"),
    ("return obs", "a date, a series or another object"),
  ])
  func mustBeAQuantityOfItsUnit(body: String, kind: String) throws {
    let failure = try Sample.failure {
      _ = try Sample.indicator(body, observations: Self.published)
    }
    #expect(
      failure?.findings.map(\.message)
        == ["indicator `x` returned \(kind) instead of a quantity in 家"])
    #expect(failure?.findings.first?.span?.place == "a.lua:1:37")
  }
}

@Suite struct ScriptEngineLifetimeTests {
  @Test func anEngineGoesWithItsLastReference() throws {
    weak var engine: ScriptEngine?
    do {
      let kept = try Sample.engine(
        "eligibility \"x\" { instrument = \"grant\", requires = {"
          + " { \"c\", function(e) return date \"2026-01-01\" < e.since end } } }")
      engine = kept
      #expect(kept.eligibilities.ids == ["x"])
    }
    #expect(engine == nil)
  }
}
