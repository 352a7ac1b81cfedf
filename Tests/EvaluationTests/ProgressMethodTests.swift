// Paces and statuses by each method, against values computed by hand.

import Catalog
import DataSources
import Quantities
import Testing

@testable import Evaluation

@Suite struct ProgressMethodTests {
  private func point(_ year: Int, _ value: String) throws -> DataPoint {
    DataPoint(
      period: Period(year: year), value: try Sample.quantity(value), bound: nil, observations: [])
  }

  private func pace(
    _ method: ProgressMethod, _ base: String, _ latest: String, target: String, from: Int = 2023,
    in year: Int = 2025, due: Int = 2027
  ) throws -> Pace? {
    try method.pace(
      from: try point(from, base), to: try point(year, latest),
      target: try Sample.quantity(target), due: due)
  }

  /// From 100 over 121 in two years to 146.41 in four: the growth is 10 % a year throughout, as
  /// 1.1² = 1.21 and 1.1⁴ = 1.4641.
  @Test func measuresCompoundGrowth() throws {
    let found = try #require(try pace(.cagrRatio, "100亿元", "121亿元", target: "146.41亿元"))
    #expect(found.actual.description == "10%")
    #expect(found.required.description == "10%")
    #expect(found.remaining?.description == "10%")
    #expect(found.ratio.description == "100%")
    #expect(found.base.period.year == 2023)
  }

  /// From 100 to 110.25 is 5 % a year (1.05² = 1.1025), half of the 10 % that 146.41 needs; from
  /// there 146.41 ÷ 110.25 = 1.327981…, whose square root is 1.152380… (1.21 ÷ 1.05).
  @Test func relatesTheActualToTheRequiredGrowth() throws {
    let found = try #require(try pace(.cagrRatio, "100亿元", "110.25亿元", target: "146.41亿元"))
    #expect(found.actual.description == "5%")
    #expect(found.ratio.description == "50%")
    #expect(found.remaining?.amount.description.hasPrefix("15.23809523809") == true)
  }

  /// From 100 to 64 is −20 % a year (0.8² = 0.64), and to 40.96 in four years needs just that.
  @Test func measuresGrowthDownwards() throws {
    let found = try #require(try pace(.cagrRatio, "100亿元", "64亿元", target: "40.96亿元"))
    #expect(found.actual.description == "-20%")
    #expect(found.ratio.description == "100%")
  }

  /// Half of the way (150 of 100 to 200) after half of the time (two years of four) is 100 %; a
  /// quarter of the way is 50 %; moving back is negative.
  @Test(arguments: [
    ("150亿元", "50%", "100%"), ("125亿元", "25%", "50%"), ("80亿元", "-20%", "-40%"),
    ("100亿元", "0%", "0%"), ("200亿元", "100%", "200%"),
  ])
  func relatesTheWayToTheTime(latest: String, covered: String, ratio: String) throws {
    let found = try #require(try pace(.schedule, "100亿元", latest, target: "200亿元"))
    #expect(found.actual.description == covered)
    #expect(found.required.description == "50%")
    #expect(found.remaining == nil)
    #expect(found.ratio.description == ratio)
  }

  @Test(arguments: [
    // No time has passed.
    (ProgressMethod.cagrRatio, "100亿元", "100亿元", "200亿元", 2025),
    (.schedule, "100亿元", "100亿元", "200亿元", 2025),
    // The target is the base.
    (.cagrRatio, "100亿元", "110亿元", "100亿元", 2023),
    (.schedule, "100亿元", "110亿元", "100亿元", 2023),
    // Growth needs positive values.
    (.cagrRatio, "0亿元", "110亿元", "100亿元", 2023),
    (.cagrRatio, "-5亿元", "110亿元", "100亿元", 2023),
    (.cagrRatio, "100亿元", "0亿元", "100亿元", 2023),
    (.cagrRatio, "100亿元", "110亿元", "0亿元", 2023),
    (.unsd, "0亿元", "110亿元", "100亿元", 2023), (.unsd, "100亿元", "110亿元", "100亿元", 2023),
    // Due before it began.
    (.schedule, "100亿元", "110亿元", "200亿元", 2027),
  ])
  func doesNotAlwaysApply(
    method: ProgressMethod, base: String, latest: String, target: String, from: Int
  ) throws {
    #expect(
      try pace(method, base, latest, target: target, from: from, in: max(from, 2025)) == nil)
  }

  /// From 100 to 121 in two years is 10 % a year; two more years lead to 146.41, which is 46.41 of the 50
  /// on the way to 150.
  @Test func extrapolatesToTheDueYear() throws {
    let found = try #require(try pace(.unsd, "100亿元", "121亿元", target: "150亿元"))
    #expect(found.actual.description == "10%")
    #expect(found.ratio.description == "92.82%")
    #expect(try pace(.unsd, "100亿元", "121亿元", target: "150亿元", in: 2028) == nil)
  }

  @Test func hasNothingRemainingOnceItIsDue() throws {
    let found = try #require(
      try pace(.cagrRatio, "100亿元", "121亿元", target: "146.41亿元", in: 2027))
    #expect(found.remaining == nil)
    #expect(found.actual.amount < found.required.amount)
  }

  @Test(arguments: [
    (ProgressMethod.cagrRatio, "0.95", Assessment.Status.onTrack),
    (.cagrRatio, "0.9499", .moderate),
    (.cagrRatio, "0.6", .moderate), (.cagrRatio, "0.5999", .insufficient),
    (.cagrRatio, "0", .insufficient), (.cagrRatio, "-0.0001", .movingAway),
    (.cagrRatio, "7", .onTrack), (.schedule, "1", .onTrack), (.schedule, "0.9999", .moderate),
    (.schedule, "0.6", .moderate), (.schedule, "0.5999", .insufficient),
    (.schedule, "-1", .movingAway), (.unsd, "0.95", .onTrack), (.unsd, "0.9499", .moderate),
    (.unsd, "0.1", .moderate), (.unsd, "0.0999", .insufficient), (.unsd, "-0.0001", .movingAway),
  ])
  func judgesByItsThresholds(
    method: ProgressMethod, ratio: String, expected: Assessment.Status
  ) throws {
    let ratio = try ExactDecimal(parsing: ratio)
    #expect(method.status(forRatio: ratio) == expected)
  }
}
