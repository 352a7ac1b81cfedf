// Progress by each method, against values computed by hand.

import Quantities
import Testing

@testable import Statistics

@Suite struct ProgressTests {
  private func years(_ base: Int = 2023, _ year: Int = 2025, due: Int = 2027) throws
    -> Progress.Years
  {
    try Progress.Years(from: base, at: year, due: due)
  }

  /// From 100 to 110.25 is 5 % a year, half of the 10 % that 146.41 needs; from there it takes
  /// 1.21/1.05.
  @Test func relatesActualToRequiredGrowth() throws {
    let found = try Progress.cagrRatio(
      base: quantity("100"), value: quantity("110.25"), target: quantity("146.41"), years: years())
    #expect(found.actual.description == "5%")
    #expect(found.required?.description == "10%")
    #expect(found.remaining?.description.hasPrefix("15.2380952380") == true)
    #expect(found.ratio.description == "50%")
    #expect(ProgressThresholds.cagrRatio.status(of: found.ratio.value) == .insufficient)
  }

  @Test func relatesTheWayToTheTime() throws {
    let found = try Progress.schedule(
      base: quantity("14.7%"), value: quantity("14.4%"), target: quantity("13.5%"), years: years())
    #expect(found.actual.description == "25%")
    #expect(found.required?.description == "50%")
    #expect(found.ratio.description == "50%")
  }

  /// From 100 to 110 in a year; 10 % more for two years is 133.1, of the way to 150 that is 66.2 %.
  @Test func extrapolatesToTheDueYear() throws {
    let found = try Progress.unsd(
      base: quantity("100"), value: quantity("110"), target: quantity("150"),
      years: years(2024, 2025, due: 2027))
    #expect(found.ratio.description == "66.2%")
    #expect(ProgressThresholds.unsd.status(of: found.ratio.value) == .moderate)
  }

  @Test(arguments: [
    (Scaling.Direction.up, "102", ProgressStatus.onTrack), (.up, "101", .moderate),
    (.up, "100.4", .insufficient), (.up, "100", .insufficient), (.up, "99", .movingAway),
    (.down, "98", .onTrack), (.down, "99", .moderate), (.down, "101", .movingAway),
  ])
  func judgesWithoutATarget(
    direction: Scaling.Direction, value: String, expected: ProgressStatus
  ) throws {
    let found = try Progress.withoutTarget(
      base: quantity("100"), value: quantity(value), years: 1, direction: direction)
    #expect(ProgressThresholds.withoutTarget.status(of: found.ratio.value) == expected)
    #expect(found.required == nil)
  }

  @Test(arguments: [
    (ProgressThresholds.cagrRatio, "0.95", ProgressStatus.onTrack),
    (.cagrRatio, "0.9499", .moderate),
    (.cagrRatio, "0.6", .moderate), (.cagrRatio, "0.5999", .insufficient),
    (.cagrRatio, "0", .insufficient), (.cagrRatio, "-0.0001", .movingAway),
    (.schedule, "1", .onTrack), (.schedule, "0.9999", .moderate), (.unsd, "0.95", .onTrack),
    (.unsd, "0.9499", .moderate), (.unsd, "0.1", .moderate), (.unsd, "0.0999", .insufficient),
    (.unsd, "-0.01", .movingAway), (.withoutTarget, "0.015", .onTrack),
    (.withoutTarget, "0.005", .moderate), (.withoutTarget, "0.0049", .insufficient),
  ])
  func judgesByItsThresholds(
    thresholds: ProgressThresholds, ratio: String, expected: ProgressStatus
  ) throws {
    #expect(thresholds.status(of: try decimal(ratio)) == expected)
  }

  @Test(arguments: [
    ("0", "5", "9", "growth per year needs values above 0, and the base is 0"),
    ("5", "5", "-9", "growth per year needs values above 0, and the target is -9"),
    ("5", "6", "5", "the base is the target already, so no growth is required"),
  ])
  func refusesWhatCannotGrow(base: String, value: String, target: String, message: String) throws {
    let found = try refusal {
      _ = try Progress.cagrRatio(
        base: quantity(base), value: quantity(value), target: quantity(target), years: years())
    }
    #expect(found?.hasPrefix(message) == true)
  }

  @Test func refusesYearsInAnotherOrder() throws {
    #expect(
      try refusal { _ = try years(2025, 2025) }
        == "the base is of 2025, the value of 2025, and the target due in 2027; choose a "
        + "base before both"
    )
    #expect(
      try refusal {
        _ = try Progress.unsd(
          base: quantity("1"), value: quantity("2"), target: quantity("3"),
          years: years(2020, 2028, due: 2027))
      } == "the value is later than the target is due; use the value of the due year")
  }
}
