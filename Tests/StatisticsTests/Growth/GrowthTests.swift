// Growth over a base and per year, against published and hand-computed figures.

import Quantities
import Testing

@testable import Statistics

@Suite struct GrowthTests {
  @Test(arguments: [
    ("100亿元", "104.2亿元", "4.2%"), ("10亿元", "8亿元", "-20%"), ("5家", "5家", "0%"),
    ("8", "0", "-100%"), ("8", "-4", "-150%"), ("1万亿元", "12000亿元", "20%"),
    ("3", "4", "33.33333333333333333333333333333333%"),
  ])
  func growsOverABase(base: String, value: String, expected: String) throws {
    #expect(try Growth.rate(from: quantity(base), to: quantity(value)).description == expected)
  }

  @Test(arguments: [
    (
      "0元", "5元",
      "growth from a zero base is not defined, and the base is 0元; give the change itself, "
        + "or choose a base above 0"
    ),
    (
      "-3亿元", "5亿元",
      "growth from a negative base is not defined, and the base is -3亿元; give the change "
        + "itself, or choose a base above 0"
    ),
    (
      "3亿元", "5家",
      "the value is 5家 (家), and the base is 3亿元 (money); use values of one kind"
    ),
    ("第3位", "第1位", "the base is a rank: 第3位; ranks can only be compared"),
  ])
  func refusesABaseThatNothingGrowsFrom(base: String, value: String, message: String) throws {
    #expect(
      try refusal { _ = try Growth.rate(from: quantity(base), to: quantity(value)) } == message)
  }

  @Test func measuresChangesOfPercentagesInPoints() throws {
    #expect(
      try Growth.points(from: quantity("56.3%"), to: quantity("56.7%")).description == "0.4个百分点")
    #expect(
      try refusal { _ = try Growth.points(from: quantity("56亿元"), to: quantity("57亿元")) }
        == "the first value is 56亿元 (money), and points lie between two percentages; use "
        + "growth for levels"
    )
  }

  /// 1.1² = 1.21, 0.8² = 0.64; China's output of 2019 and 2024 after the census revision, 100.58724
  /// and 134.80662 trillion yuan, checked with another decimal arithmetic.
  @Test(arguments: [
    ("100", "121", 2, "10%"), ("100", "64", 2, "-20%"), ("100", "100", 7, "0%"),
    ("5", "0", 3, "-100%"), ("100", "110", 1, "10%"), ("1", "2", 100, "0.695555005672%"),
    ("1005872.4亿元", "1348066.2亿元", 5, "6.031197332762%"),
  ])
  func growsPerYear(base: String, value: String, years: Int, expected: String) throws {
    #expect(
      try Growth.annualRate(from: quantity(base), to: quantity(value), years: years).description
        == expected)
  }

  @Test(arguments: [
    ("0", "5", 2, "growth from a zero base is not defined"),
    ("5", "-5", 2, "growth per year to the negative value -5 is not defined"),
    ("5", "6", 0, "the number of years is 0; give a whole number from 1 to 100"),
    ("5", "6", 101, "the number of years is 101; give a whole number from 1 to 100"),
  ])
  func refusesWhatHasNoRatePerYear(
    base: String, value: String, years: Int, message: String
  ) throws {
    let found = try refusal {
      _ = try Growth.annualRate(from: quantity(base), to: quantity(value), years: years)
    }
    #expect(found?.hasPrefix(message) == true, "\(found ?? "")")
  }

  @Test func projectsAtARate() throws {
    #expect(
      try Growth.projection(of: quantity("121亿元"), at: quantity("10%"), years: 2).description
        == "146.41亿元")
    #expect(
      try Growth.projection(of: quantity("100元"), at: quantity("-100%"), years: 3).isZero)
    #expect(
      try refusal {
        _ = try Growth.projection(of: quantity("1元"), at: quantity("-101%"), years: 3)
      } == "nothing can shrink by more than 100%, and the rate is -101%; give a rate from -100%")
    #expect(
      try refusal {
        _ = try Growth.projection(of: quantity("1元"), at: quantity("2元"), years: 3)
      } == "1元 (money) cannot grow by 2元 (money); give a value and a rate in %")
  }

  /// At the rate so far: 100, 110, 121 and so on; half a step is a square root.
  @Test(arguments: [
    ("100", "110", 1, 2, "133.1"), ("100", "121", 2, 2, "146.41"), ("100", "121", 2, 0, "121"),
    ("100", "110", 2, 3, "126.90587062858833719"), ("4", "2", 1, 1, "1"), ("4", "0", 1, 1, "0"),
  ])
  func projectsAtTheRateSoFar(
    base: String, value: String, years: Int, ahead: Int, expected: String
  ) throws {
    #expect(
      try Growth.projection(
        from: quantity(base), to: quantity(value), years: years, ahead: ahead
      ).description
        == expected)
  }

  @Test(arguments: 0..<10)
  func reachesTheValueAgainAtTheRateFound(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let (base, value) = (try generator.list(1)[0], try generator.list(1)[0])
    let years = generator.int(1...12)
    let rate = try Growth.annualRate(from: base, to: value, years: years)
    let reached = try Growth.projection(of: base, at: rate, years: years)
    let off = try Growth.rate(from: value, to: reached)
    #expect(off.value.magnitude < (try decimal("0.00000000001")))
  }
}
