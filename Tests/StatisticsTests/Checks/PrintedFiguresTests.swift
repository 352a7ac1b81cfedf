// Published figures that fit, and some that do not.

import Quantities
import Testing

@testable import Statistics

@Suite struct PrintedFiguresTests {
  /// Three parts and a whole with one place: 0.2 can be explained by rounding, more cannot.
  @Test(arguments: [
    ("33.3% 33.3% 33.3%", "99.9%", true), ("33.3% 33.3% 33.3%", "100.1%", true),
    ("33.3% 33.3% 33.3%", "100.2%", false), ("1.5亿元 2.5亿元", "40000万元", true),
  ])
  func checksSums(parts: String, whole: String, holds: Bool) throws {
    let found = try PrintedFigures.checkSum(list(parts), whole: quantity(whole), places: nil)
    #expect(found.holds == holds)
  }

  @Test func namesDifferenceAndTolerance() throws {
    let found = try PrintedFigures.checkSum(
      list("33.3% 33.3% 33.3%"), whole: quantity("100%"), places: 1)
    #expect(found.difference.description == "-0.1%")
    #expect(found.tolerance.description == "0.2%")
  }

  /// A Hangzhou source puts cross-border e-commerce of 2023 at 1.2 trillion yuan, beside a total of
  /// goods trade of 732.3 billion.
  @Test func findsAPartAboveItsWhole() throws {
    #expect(try !PrintedFigures.checkPart(quantity("12000亿元"), of: quantity("7323亿元")).holds)
    #expect(try PrintedFigures.checkPart(quantity("7323.4亿元"), of: quantity("7323亿元")).holds)
  }

  /// Published: 104.5 of 138.4 as 75.2 % (it is 75.5 %); services added 4.9 of 5.6 points of
  /// growth, 89.0 % (the rounded figures give 87.5 %, but 4.93 of 5.55 would be 88.8 %… up to 89.2
  /// %).
  @Test(arguments: [
    ("75.2%", "104.5", "138.4", false), ("75.5%", "104.5", "138.4", true),
    ("89%", "4.9个百分点", "5.6个百分点", true), ("90%", "4.9个百分点", "5.6个百分点", false),
    ("85.7%", "4.9个百分点", "5.6个百分点", false),
  ])
  func checksShares(stated: String, part: String, whole: String, holds: Bool) throws {
    let found = try PrintedFigures.checkShare(
      quantity(stated), of: quantity(part), in: quantity(whole), places: 1, placesOfShare: 1)
    #expect(found.holds == holds)
  }

  @Test func refusesSharesOfNothing() throws {
    #expect(
      try refusal {
        _ = try PrintedFigures.checkShare(quantity("5%"), of: quantity("1"), in: quantity("0"))
      } == "the share of 1 in 0 cannot be checked; give a whole above 0")
    #expect(
      try refusal {
        _ = try PrintedFigures.checkShare(quantity("5元"), of: quantity("1"), in: quantity("3"))
      } == "the share is 5元 (money); give it in %")
  }
}
