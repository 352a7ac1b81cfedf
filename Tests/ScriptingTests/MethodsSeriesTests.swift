// Methods on series: which observations are compared, which are refused, and what is missing.

import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct MethodsSeriesTests {
  /// National Bureau of Statistics of China, output after the census revision of 2024, all of one
  /// release: 1005872.4 in 2019, 1294271.7 in 2023 and 1348066.2亿元 in 2024.
  @Test(arguments: [
    ("stats.cagr(obs.gdp, 2019, at)", "6.031197332762%"),
    ("stats.cagr(obs.gdp, at - 5, at)", "6.031197332762%"),
    ("stats.growth(obs.gdp, 2019, '2024'):rounded(2)", "34.02%"),
    ("stats.yoy(obs.gdp, at):rounded(2)", "4.16%"),
    ("stats.yoy(obs.gdp, at, { price = 'current' }):rounded(2)", "4.16%"),
    ("stats.projection(obs.gdp, 2019, at, 2027):rounded(0)", "1606986亿元"),
    ("stats.projection(obs.gdp, 2019, at, 2024)", "1348066.2亿元"),
    ("obs.gdp:values(2022, at)", "{1234029.4亿元, 1294271.7亿元, 1348066.2亿元}"),
    ("obs.gdp:periods()", #"{"2018", "2019", "2020", "2021", "2022", "2023", "2024"}"#),
    ("#obs.gdp:values(2024, 2024)", "1"),
    (
      "progress.cagr_ratio { series = obs.gdp, from = 2019, at = at, target = '160万亿元', due "
        + "= 2027 }",
      "{actual = 6.031197332762%, ratio = 100.966472683%, remaining = 5.877315413344%, "
        + #"required = 5.973465421237%, status = "on_track"}"#
    ),
    (
      "progress.without_target { series = obs.gdp, from = 2019, at = at, direction = 'up' }.status",
      "on_track"
    ),
  ])
  func answers(expression: String, expected: String) throws {
    #expect(try MethodsSample.value(expression, area: "CN") == expected)
  }

  /// Hangzhou's first releases of 2023 and 2024 lie 8.98 % apart, and 4.7 % was published: the base
  /// was revised in between.
  @Test func refusesFirstReleasesOfTwoYears() throws {
    #expect(
      try MethodsSample.problem("stats.yoy(obs.gdp, at)") == """
        `stats.yoy`: gdp of 330100 in 2023 and 2024 cannot be compared: they are provisional figures \
        of two releases → 2023: 20059亿元, provisional (P), published by 浙江日报, \
        跨越2万亿…GDP20059亿元 (S01) → 2024: 21860亿元, provisional (P), published by 都市快报, \
        杭州市政府工作报告（2024年执行情况） (S07) → use figures of one release, \
        or add `{ mixed = true }` to compare them anyway
        """)
    #expect(
      try MethodsSample.value("stats.yoy(obs.gdp, at, { mixed = true }):rounded(2)") == "8.98%")
  }

  @Test(arguments: [
    (
      "stats.yoy(obs.gdp, at, { price = 'constant' })",
      "`stats.yoy`: `gdp` is at current prices, and growth at constant prices cannot be worked out"
        + " from it → use a series at constant prices"
    ),
    (
      "stats.yoy(obs.gdp_real_growth, at)",
      "`stats.yoy`: `gdp_real_growth` is a rate of growth itself"
        + " → read it as it is, or use `stats.points_change`"
    ),
    (
      "stats.growth(obs.gdp, at, 2020)",
      "`stats.growth`: 2024 is not before 2020 → give the earlier period first"
    ),
    (
      "stats.cagr(obs.gdp, '2024-Q1', at, { mixed = true })",
      "no observation of `gdp` for CN in 2024-Q1"
    ),
    ("stats.yoy(obs.gdp, '0001')", "`stats.yoy`: there is no year before 0001"),
    ("obs.gdp.valeus", "a series has no `valeus` → did you mean `values`?"),
    (
      "obs.gdp.values(2019, 2020)",
      "`values` is a method of a series → write `obs.gdp:values(…)` with a colon"
    ),
    (
      "obs.gdp:values(2019, 2020, { gap = 1 })",
      "`values` has no option `gap` → did you mean `gaps`?"
    ),
    (
      "obs.gdp:values(2019, 2020, { gaps = 0 })",
      "`gaps` cannot be the number 0 → write `gaps = \"missing\"`, or leave it out"
    ),
    (
      "obs.gdp:values('2024-Q1', 2024)",
      "there is no way from 2024-Q1 to 2024 in steps of one period"
        + " → give two years, two quarters or the like, the earlier one first"
    ),
    (
      "obs.gdp:values('0001-01-01', '9999-01-01')",
      "from 0001-01-01 to 9999-01-01 there are more than 10000 periods → take fewer, or longer ones"
    ),
    (
      "obs.gdp:periods('years')", "there are no periods called `years` → did you mean `year`?"
    ),
  ])
  func refuses(expression: String, expected: String) throws {
    let problem = try MethodsSample.problem(expression, area: "CN")
    #expect(problem?.hasPrefix(expected) == true, "\(problem ?? "none")")
  }
}

/// Pairs of observations and whether they can be compared, by status, source and unit.
@Suite struct SeriesComparisonTests {
  /// The growth from 2023 to 2024, each written as value, unit, status and source.
  private func growth(
    _ rows: [(period: String, value: String, status: String, source: String)],
    _ call: String = "stats.growth(obs.output, 2023, 2024)"
  ) throws -> String {
    let catalog = try Sample.catalog
    let observations = try rows.enumerated().map { line, row in
      Observation(
        series: "output", area: "100", period: try Period(parsing: row.period),
        value: try Sample.quantity(row.value),
        status: try #require(ObservationStatus(rawValue: row.status)), source: row.source,
        line: line + 2)
    }
    let engine = try ScriptEngine(
      catalog: catalog, plugins: [],
      observations: ObservationStore(observations: observations, sources: []))
    let chunk = try engine.state.load("local obs = ...\nreturn \(call)", chunk: "=example")
    do {
      return try engine.state.text(
        of: try engine.state.result(of: chunk, [engine.observer(of: "100")]))
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    // Of one release everything goes together.
    ("100亿元", "P", "S1", "110亿元", "P", "S1"), ("100亿元", "B", "S1", "110亿元", "B", "S1"),
    ("100亿元", "A", "S1", "110亿元", "P", "S1"),
    // Of two, final figures do, also after a break.
    ("100亿元", "A", "S1", "110亿元", "A", "S2"), ("100亿元", "B", "S1", "110亿元", "A", "S2"),
  ])
  func compares(
    before: String, status: String, source: String, now: String, later: String, other: String
  ) throws {
    #expect(
      try growth([("2023", before, status, source), ("2024", now, later, other)]) == "10%")
  }

  @Test(arguments: [
    ("100亿元", "P", "S1", "110亿元", "P", "S2", "they are provisional figures of two releases"),
    (
      "100亿元", "P", "S1", "110亿元", "A", "S2",
      "they are of two vintages, provisional and normal"
    ),
    (
      "100亿元", "A", "S1", "110亿元", "E", "S2", "they are of two vintages, normal and estimated"
    ),
    ("100亿元", "A", "S1", "110亿元", "B", "S2", "there is a break in the series in 2024"),
    ("100亿元", "A", "S1", "110亿元", "D", "S1", "their definitions differ"),
    ("100亿元", "A", "S1", "11000000万元", "A", "S1", "one is in 亿元, the other in 万元"),
  ])
  func refuses(
    before: String, status: String, source: String, now: String, later: String, other: String,
    reason: String
  ) throws {
    let rows = [("2023", before, status, source), ("2024", now, later, other)]
    let found = try growth(rows)
    #expect(
      found.hasSuffix("output of 100 in 2023 and 2024 cannot be compared: \(reason)"), "\(found)")
    let mixed = try growth(rows, "stats.growth(obs.output, 2023, 2024, { mixed = true })")
    #expect(mixed.hasSuffix("%"))
  }

  @Test func findsABreakBetweenTheEnds() throws {
    let rows = [
      ("2021", "100亿元", "A", "S1"), ("2022", "90亿元", "B", "S2"), ("2024", "110亿元", "A", "S3"),
    ]
    #expect(
      try growth(rows, "stats.growth(obs.output, 2021, 2024)")
        .hasSuffix("there is a break in the series in 2022"))
  }

  @Test(arguments: [
    ("2023-Q3", "2024-Q3"), ("2023-S1", "2024-S1"), ("2023-02", "2024-02"),
    ("2023-01/2023-09", "2024-01/2024-09"), ("2023-01/2023-02", "2024-01/2024-02"),
    ("2023-06-30", "2024-06-30"),
  ])
  func findsTheSamePartOfTheYearBefore(before: String, now: String) throws {
    let rows = [(before, "100亿元", "A", "S1"), (now, "105亿元", "A", "S1")]
    #expect(try growth(rows, "stats.yoy(obs.output, '\(now)')") == "5%")
  }

  @Test func growsPerYearBetweenTheSameQuarters() throws {
    let rows = [("2022-Q3", "100亿元", "A", "S1"), ("2024-Q3", "121亿元", "A", "S1")]
    #expect(try growth(rows, "stats.cagr(obs.output, '2022-Q3', '2024-Q3')") == "10%")
    let others = [("2022-Q3", "100亿元", "A", "S1"), ("2024-Q4", "121亿元", "A", "S1")]
    #expect(
      try growth(others, "stats.cagr(obs.output, '2022-Q3', '2024-Q4')")
        == "`stats.cagr`: 2022-Q3 and 2024-Q4 do not lie whole years apart")
  }
}

@Suite struct MethodsMissingTests {
  private let observations = """
    firms,100,2022,10,家,A
    firms,100,2024,30,家,A
    firms,100,2025,>40,家,A
    """

  @Test func areMissingWithEveryGapOfASeries() throws {
    let facts = try Sample.indicator(
      "return stats.mean(obs.firms:values(2021, 2025))", observations: observations)
    #expect(facts.value == nil)
    let gaps = facts.trace.gaps
    #expect(gaps.count == 3)
    #expect(
      gaps.first == .observation(series: "firms", area: "100", period: try Period(parsing: "2021")))
    #expect(
      gaps.last == .boundOnly(series: "firms", area: "100", period: try Period(parsing: "2025")))
  }

  @Test func areMissingWhenAGapMatters() throws {
    let facts = try Sample.indicator(
      "return stats.mean(obs.firms:values(2022, 2024, { gaps = 'missing' }))",
      observations: observations)
    #expect(facts.value == nil)
    #expect(
      facts.trace.gaps == [
        .observation(series: "firms", area: "100", period: try Period(parsing: "2023"))
      ])
  }

  @Test func countWhatIsThereWhenAskedTo() throws {
    let body = """
      local values = obs.firms:values(2022, 2025, { gaps = 'missing' })
      return stats.mean(values, { availability = 'SHARE' })
      """
    let enough = try Sample.indicator(
      body.replacing("SHARE", with: "50%"), observations: observations)
    #expect(enough.value?.description == "20家")
    #expect(enough.trace.gaps.isEmpty)
    #expect(enough.trace.readings.count == 2)
    let tooFew = try Sample.indicator(
      body.replacing("SHARE", with: "60%"), observations: observations)
    #expect(tooFew.value == nil)
    #expect(
      tooFew.trace.gaps == [
        .observation(series: "firms", area: "100", period: try Period(parsing: "2023")),
        .boundOnly(series: "firms", area: "100", period: try Period(parsing: "2025")),
      ])
  }

  @Test(arguments: ["values[2] + 1", "values[2] == values[1]", "values[2].x"])
  func areMissingWhateverIsDoneWithAGap(use: String) throws {
    let facts = try Sample.indicator(
      """
      local values = obs.firms:values(2022, 2023, { gaps = 'missing' })
      local x = \(use)
      return quantity '1家'
      """, observations: observations)
    #expect(facts.value == nil)
    #expect(facts.trace.gaps.count == 1)
  }

  @Test func areMissingWithBothEndsOfASeries() throws {
    let facts = try Sample.indicator(
      "return stats.growth(obs.firms, 2019, 2020)", unit: "%", observations: observations)
    #expect(facts.trace.gaps.count == 2)
  }

  @Test func tellWhatTheyRead() throws {
    let facts = try Sample.indicator(
      "return stats.growth(obs.firms, 2022, 2024)", unit: "%", observations: observations)
    #expect(facts.value?.description == "200%")
    #expect(facts.trace.readings.map(\.expression) == ["firms[2022] of 100", "firms[2024] of 100"])
  }
}

@Suite struct MethodsInSuitesTests {
  @Test func workInTests() throws {
    let script = Script(
      path: "a_test.lua",
      bytes: [UInt8](
        """
        test "methods" (function()
          expect(stats.gini { 0, 0, 0, 9 }):is(quantity "0.75")
          expect(stats.shares({ 1, 3 })):is { quantity "25%", quantity "75%" }
          expect(function() return stats.mean { 1, missing } end):fails("value 2 of the list")
          expect(stats.mean({ 1, missing }, { availability = "50%" })):is(1)
          expect(progress.met(3, ">=", 2)):is(true)
        end)
        """.utf8))
    let engine = try ScriptEngine(
      catalog: try Sample.catalog, suite: SuiteScript(script: script, modules: []),
      limits: LuaLimits())
    let facts = try engine.runTest(0)
    #expect(facts.failures.map(\.message) == [])
  }
}
