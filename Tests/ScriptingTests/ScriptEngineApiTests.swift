// What scripts see: `at`, `date`, `obs` and other decisions.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite struct AtTests {
  @Test(arguments: [
    ("at.year == 2027", "2027"), ("at.year == 2024", "2023-11/2024-02"),
    ("at.area == \"100\"", "2027"), ("at.period == \"2024-Q3\"", "2024-Q3"),
    ("at.date == date \"2024-09-30\"", "2024-Q3"), ("(at - 1).period == \"2023-Q4\"", "2024-Q1"),
    ("(at + 1).period == \"2025-S1\"", "2024-S2"), ("(at + 1).period == \"2024-03\"", "2024-02"),
    ("(at + 1).date == date \"2024-03-31\"", "2024-02"), ("(at - 1).area == \"100\"", "2027"),
    ("(at + 1).period == \"2024-03-01\"", "2024-02-29"), ("tostring(at) == \"2024-S1\"", "2024-S1"),
    ("at.period == \"2023-11/2024-02\"", "2023-11/2024-02"),
    ("at.period == \"9999-12-31\"", "9999-12-31"), ("at.period == \"0001\"", "0001"),
    ("(at - 1 + 1) == at", "2024-02"), ("type(at) == \"moment\"", "2027"),
  ])
  func answers(expression: String, period: String) throws {
    #expect(try Sample.condition("return \(expression)", at: period).outcome == .met)
  }

  @Test(arguments: [
    ("return at.yaer", "2027", "`at` has no `yaer` → did you mean `year`?"),
    ("return at[1]", "2027", "`at` has no `1` → known here: `area`, `date`, `period`, `year`"),
    (
      "return at - 0.5", "2027",
      "only whole numbers can be added to or subtracted from `at` → write `at - 1` for the period"
        + " before"
    ),
    (
      "return at - at", "2027",
      "only whole numbers can be added to or subtracted from `at` → write `at - 1` for the period"
        + " before"
    ),
    ("return at + 1", "2023-11/2024-02", "there is no period 1 from 2023-11/2024-02"),
    ("return at + 1", "9999", "there is no period 1 from 9999"),
    (
      "return at - 0x8000000000000000", "2027",
      "there is no period \(Int.max) from 2027"
    ),
    (
      "return at + 0x8000000000000000", "2024-02-29",
      "there is no period \(Int.min) from 2024-02-29"
    ),
  ])
  func refuses(body: String, period: String, expected: String) throws {
    #expect(
      try Sample.problems { _ = try Sample.condition(body, at: period) } == [expected])
  }
}

@Suite struct DateTests {
  @Test(arguments: [
    "date \"2024-03-01\" - date \"2024-02-28\" == 2",
    "date \"2024-02-28\" + 1 == date \"2024-02-29\"",
    "2 + date \"2024-02-28\" == date \"2024-03-01\"",
    "date \"1970-01-01\" - 1 == date \"1969-12-31\"",
    "date \"1969-12-31\" < date \"1970-01-01\"", "date \"1899-12-31\" <= date \"1899-12-31\"",
    "date \"1899-12-31\" - date \"1970-01-01\" == -25568",
    "date \"0001-01-01\" < date \"9999-12-31\"",
    "not (date \"2024-01-02\" < date \"2024-01-01\")", "date \"2024-01-01\" ~= date \"2024-01-02\"",
    "(date \"2024-02-29\").year == 2024", "(date \"2024-02-29\").month == 2",
    "(date \"2024-02-29\").day == 29", "tostring(date \"0987-06-05\") == \"0987-06-05\"",
    "date \"2024-01-01\" - (-1) == date \"2024-01-02\"",
  ])
  func computesInDays(expression: String) throws {
    #expect(try Sample.condition("return \(expression)").outcome == .met)
  }

  @Test(
    arguments: [
      (
        "date \"2023-02-29\"",
        "`2023-02-29` is not a date: there is no day 29 in 2023-02, which has 28 days"
      ),
      ("date(5)", "`date` needs a text → write `date \"2026-01-01\"`"),
      ("date \"9999-12-31\" + 1", "9999-12-31 moved by 1 days is outside the calendar"),
      ("date \"0001-01-01\" - 1", "0001-01-01 moved by -1 days is outside the calendar"),
      ("date \"2024-01-01\" - 0x8000000000000000", nil),
      ("date \"2024-01-01\" + 0x7FFFFFFFFFFFFFFF", nil),
      (
        "date \"2024-01-01\" * 2",
        "dates can be subtracted from each other, and days added to them; nothing else"
      ),
      (
        "date \"2024-01-01\" + date \"2024-01-01\"",
        "dates can be subtracted from each other, and days added to them; nothing else"
      ),
      (
        "date \"2024-01-01\" + 1.5",
        "dates can be subtracted from each other, and days added to them; nothing else"
      ),
      (
        "5 - date \"2024-01-01\"",
        "dates can be subtracted from each other, and days added to them; nothing else"
      ),
      (
        "date \"2024-01-01\" < 5",
        "a date can only be compared with a date → write `date \"2026-01-01\"` for a fixed day"
      ),
      (
        "date \"2024-01-01\" < at",
        "a date can only be compared with a date → write `date \"2026-01-01\"` for a fixed day"
      ),
      (
        "(date \"2024-01-01\").weekday",
        "a date has no `weekday` → known here: `day`, `month`, `year`"
      ),
    ] as [(String, String?)])
  func refuses(expression: String, expected: String?) throws {
    let problems = try Sample.problems { _ = try Sample.condition("return \(expression)") }
    let problem = try #require(problems?.first)
    if let expected {
      #expect(problem == expected)
    } else {
      #expect(problem.hasSuffix("days is outside the calendar"))
    }
  }
}

@Suite struct ObservationsTests {
  private static let published = """
    firms,100,2025,120,家,A
    firms,100,2024,100,家,A
    firms,CN,2025,9000,家,A
    output,100,2024-Q1,30,亿元,A
    output,100,2025,>1500,亿元,A
    output,100,2024,99,亿元,F
    """

  @Test(arguments: [
    ("obs.firms[at]", "120家", "firms[2025] of 100"),
    ("obs.firms[at - 1]", "100家", "firms[2024] of 100"),
    ("obs.firms[2024]", "100家", "firms[2024] of 100"),
    ("obs.firms[\"2024\"]", "100家", "firms[2024] of 100"),
    ("obs(\"CN\").firms[at]", "9000家", "firms[2025] of CN"),
    ("obs(\"CN\")(at.area).firms[at]", "120家", "firms[2025] of 100"),
  ])
  func readsASeries(expression: String, value: String, read: String) throws {
    let facts = try Sample.indicator("return \(expression)", observations: Self.published)
    #expect(facts.value?.description == value)
    #expect(facts.trace.readings.map(\.expression) == [read])
  }

  @Test func readsAQuarterByItsName() throws {
    let facts = try Sample.indicator(
      "return obs.output[\"2024-Q1\"]", unit: "万元", observations: Self.published)
    #expect(facts.value?.description == "300000万元")
    let source = Reading.Source.observation(
      series: "output", area: "100", period: try #require(Period(year: 2024, quarter: 1)),
      publishedBy: "S1")
    #expect(facts.trace.readings.map(\.source) == [source])
  }

  @Test func notesEachReadingOnce() throws {
    let facts = try Sample.indicator(
      "return obs.firms[at] + obs.firms[at] - obs.firms[2025]", observations: Self.published)
    #expect(facts.trace.readings.count == 1)
  }

  @Test(arguments: [
    ("obs.firms[2023]", Gap.observation(series: "firms", area: "100", period: Period(year: 2023))),
    ("obs.share[at]", .observation(series: "share", area: "100", period: Period(year: 2025))),
    (
      "obs(\"CN\").output[at]",
      .observation(series: "output", area: "CN", period: Period(year: 2025))
    ),
    ("obs.output[at]", .boundOnly(series: "output", area: "100", period: Period(year: 2025))),
    ("obs.output[2024]", .observation(series: "output", area: "100", period: Period(year: 2024))),
  ])
  func notesWhatIsMissing(expression: String, gap: Gap) throws {
    let facts = try Sample.indicator(
      "return \(expression)", unit: "亿元", observations: Self.published)
    #expect(facts.value == nil)
    #expect(facts.trace.gaps == [gap])
  }

  @Test func staysUnknownWhenTheScriptSwallowsIt() throws {
    let facts = try Sample.indicator(
      "pcall(function() return obs.firms[2020] end) return obs.firms[at]",
      observations: Self.published)
    #expect(facts.value == nil)
    #expect(facts.trace.gaps.count == 1)
  }

  @Test(arguments: [
    ("obs.frims[at]", "there is no series `frims` in the catalogue → did you mean `firms`?"),
    (
      "obs[1]",
      "there is no series `1` in the catalogue → known here: `firms`, `output`, `share`"
    ),
    ("obs(\"10\").firms[at]", "there is no area `10` in the catalogue → did you mean `100`?"),
    ("obs().firms[at]", "there is no area `nothing` in the catalogue → known here: `100`, `CN`"),
    (
      "obs.firms[true]",
      "a series is read at a period, not at true → write `obs.gdp[at]`, `obs.gdp[at - 1]`,"
        + " `obs.gdp[2024]` or `obs.gdp[\"2024-Q1\"]`"
    ),
    (
      "obs.firms[0]",
      "a series is read at a period, not at the number 0 → write `obs.gdp[at]`, `obs.gdp[at - 1]`,"
        + " `obs.gdp[2024]` or `obs.gdp[\"2024-Q1\"]`"
    ),
    (
      "obs.firms[\"2024-H1\"]",
      "`2024-H1` is not a period: `H` is not the letter of a half → write halves as `2024-S1`"
    ),
  ])
  func refuses(expression: String, expected: String) throws {
    let problems = try Sample.problems {
      _ = try Sample.indicator("return \(expression)", observations: Self.published)
    }
    #expect(problems == [expected])
  }
}

@Suite struct CodeTests {
  @Test(arguments: [
    "0001", "1969", "1970", "2024", "9999", "0001-S1", "2024-S1", "2024-S2", "9999-S2", "2024-Q1",
    "2024-Q2", "2024-Q3", "2024-Q4", "2024-01", "2024-02", "2023-12", "9999-12", "0001-01-01",
    "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31", "2021-01/2021-09",
    "2023-11-15/2024-02-29", "0001-01-01/9999-12-31", "2024-01/2024-12", "2024-02/2024-02",
    "2024-06-30/2024-06-30",
  ])
  func keepsEveryFormOfPeriod(text: String) throws {
    let period = try Period(parsing: text)
    let decoded = MomentCode.decode(MomentCode.encode(period))
    #expect(decoded == period)
    #expect(decoded?.form == period.form)
  }

  @Test func keepsEveryMonthQuarterAndHalfOfManyYears() throws {
    for year in [1, 1582, 1900, 1999, 2000, 2024, 2100, 9999] {
      let periods =
        (1...12).map { Period(year: year, month: $0) }
        + (1...4).map { Period(year: year, quarter: $0) }
        + (1...2).map { Period(year: year, half: $0) }
      for period in periods {
        let period = try #require(period)
        #expect(MomentCode.decode(MomentCode.encode(period)) == period)
      }
    }
  }

  @Test func keepsDaysAcrossTheCalendar() throws {
    for code in stride(from: UInt64(0), through: 3_652_058, by: 997) {
      #expect(try DayCode.encode(#require(DayCode.decode(code))) == code)
    }
    #expect(DayCode.encode(.first) == 0)
    #expect(DayCode.encode(.last) == 3_652_058)
    #expect(DayCode.decode(3_652_059) == nil)
    #expect(DayCode.decode(.max) == nil)
  }

  @Test func refusesCodesOfNoPeriod() {
    #expect(MomentCode.decode(.max) == nil)
    #expect(MomentCode.decode(6 << 48) == nil)
  }
}

@Suite struct RelatedDecisionTests {
  /// An engine whose eligibilities may ask for each other, decided by the facts alone.
  private func engine(_ script: String) throws -> ScriptEngine {
    let engine = try Sample.engine(script)
    engine.resolveDecision = { [unowned engine] id, subject, moment throws(Failure) in
      let facts = try engine.evaluate(
        try engine.eligibilities.definition(id, on: moment.date), on: subject, at: moment)
      let outcomes = facts.conditions.map(\.outcome)
      return RelatedDecision(
        id: id, isEligible: outcomes.allSatisfy { $0 == .met },
        isDetermined: !outcomes.contains(.unknown), amount: facts.computed)
    }
    return engine
  }

  private func facts(
    _ condition: String, amount: String = "return e:decision(\"city\").amount * p.rate",
    given: String = "spend=2000万元,exporter=true"
  ) throws -> EligibilityFacts {
    let engine = try engine(
      """
      eligibility "city" {
        instrument = "grant",
        requires = { { "exports", function(e) return e.exporter end } },
        amount = function(e, p) return e.spend * p.rate end,
      }
      eligibility "self" {
        instrument = "grant",
        requires = { { "c", function(e) local id = "self" return e:decision(id).eligible end } },
      }
      eligibility "free" {
        instrument = "grant",
        requires = { { "c", function() return true end } },
      }
      eligibility "district" {
        instrument = "grant",
        requires = { { "c", function(e, p) \(condition) end } },
        amount = function(e, p) \(amount) end,
      }
      """)
    let definition = try #require(engine.eligibilities.versions(of: "district").first)
    return try engine.evaluate(definition, on: try Sample.subject(given), at: try Sample.moment())
  }

  @Test func matchesTheAmountOfAnotherDecision() throws {
    let facts = try facts("return e:decision(\"city\").eligible")
    #expect(facts.conditions.map(\.outcome) == [.met])
    // 5 % of 5 % of 20 million yuan
    #expect(facts.computed == (try Sample.quantity("5万元")))
    #expect(
      facts.amountTrace?.readings.map(\.expression) == ["p.rate", "e:decision(\"city\")"])
    #expect(
      facts.amountTrace?.readings.last?.value == .quantity(try Sample.quantity("100万元")))
  }

  @Test func isNothingWhenTheOtherIsIneligible() throws {
    let facts = try facts(
      "return not e:decision(\"city\").eligible", given: "spend=2000万元,exporter=false")
    #expect(facts.conditions.map(\.outcome) == [.met])
    #expect(facts.computed?.isZero == true)
  }

  @Test func isUnknownWhenTheOtherIsUndetermined() throws {
    let facts = try facts("return e:decision(\"city\").eligible", given: "spend=2000万元")
    #expect(facts.conditions.map(\.outcome) == [.unknown])
    #expect(facts.conditions.first?.trace.gaps == [.decision("city")])
  }

  @Test func isUnknownWhenTheOtherIsEligibleWithoutAnAmount() throws {
    let facts = try facts(
      "return e:decision(\"free\").eligible", amount: "return e:decision(\"free\").amount")
    #expect(facts.conditions.map(\.outcome) == [.met])
    #expect(facts.computed == nil)
    #expect(facts.amountTrace?.gaps == [.decision("free")])
  }

  @Test func doesNotDisturbWhatTheOuterFunctionRead() throws {
    let trace = try #require(
      facts(
        """
        local before = e.spend >= p.floor
        local other = e:decision("city")
        local after = e.fee < p.rate * e.spend
        return before and after and other.amount < e.spend
        """, given: "spend=2000万元,fee=1元,exporter=true"
      ).conditions.first?.trace)
    #expect(
      trace.readings.map(\.expression)
        == ["e.spend", "e.fee", "p.floor", "p.rate", "e:decision(\"city\")"])
    #expect(
      trace.comparisons.map { [$0.left.reading?.expression, $0.right.reading?.expression] }
        == [["p.floor", "e.spend"], ["e.fee", nil], ["e:decision(\"city\")", "e.spend"]])
    #expect(trace.comparisons.map(\.holds) == [true, true, true])
    #expect(trace.gaps.isEmpty)
  }

  @Test func tellsSeveralDecisionsApart() throws {
    let facts = try facts(
      """
      local city, free = e:decision("city"), e:decision("free")
      return city.amount == quantity "100万元" and free.eligible
      """)
    #expect(facts.conditions.map(\.outcome) == [.met])
  }

  @Test(arguments: [
    (
      "return e:decision(\"ctiy\").eligible",
      "there is no eligibility `ctiy` → did you mean `city`?"
    ),
    (
      "local id = \"district\" return e:decision(id).eligible",
      "decisions ask for each other in a circle: district → district"
    ),
    (
      "return e:decision(\"self\").eligible",
      "decisions ask for each other in a circle: district → self → self"
    ),
    ("return e:decision()", "`e:decision` needs the id of an eligibility"),
    (
      "return e:decision(\"city\").amuont",
      "a decision has no `amuont` → did you mean `amount`?"
    ),
  ])
  func refuses(condition: String, expected: String) throws {
    #expect(try Sample.problems { _ = try facts(condition) } == [expected])
  }

  @Test func isNotHandedWhatAnotherEvaluationKept() throws {
    let engine = try engine(
      """
      local kept
      eligibility "city" {
        instrument = "grant",
        requires = { { "keeps", function(e) kept = e return true end } },
      }
      eligibility "district" {
        instrument = "grant",
        requires = {
          { "reads", function(e) return e:decision("city").eligible and kept.exporter end },
        },
      }
      """)
    let definition = try #require(engine.eligibilities.versions(of: "district").first)
    let problems = try Sample.problems {
      _ = try engine.evaluate(definition, on: try Sample.subject(), at: try Sample.moment())
    }
    #expect(problems == ["`kept` is nil, so nothing can be read from it"])
  }

  @Test func cannotBeReadAfterTheFunctionThatAskedForIt() throws {
    let engine = try engine(
      """
      local kept
      eligibility "city" {
        instrument = "grant",
        requires = { { "exports", function(e) return e.exporter end } },
      }
      eligibility "free" {
        instrument = "grant",
        requires = { { "c", function() return true end } },
      }
      eligibility "district" {
        instrument = "grant",
        requires = {
          { "keeps", function(e) kept = e:decision("city") return not kept.eligible end },
          { "reads", function(e) return e:decision("free").eligible and kept.eligible end },
        },
      }
      """)
    let definition = try #require(engine.eligibilities.versions(of: "district").first)
    let problems = try Sample.problems {
      _ = try engine.evaluate(
        definition, on: try Sample.subject("exporter=false"), at: try Sample.moment())
    }
    #expect(problems == ["a decision can only be read where it was asked for"])
  }
}
