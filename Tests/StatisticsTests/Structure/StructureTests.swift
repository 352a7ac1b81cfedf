// Shares, ratios, achievement and progress.

import Quantities
import Testing

@testable import Statistics

@Suite struct StructureTests {
  @Test func tellsShares() throws {
    #expect(try Structure.share(of: quantity("25亿元"), in: quantity("100亿元")).description == "25%")
    #expect(try Structure.share(of: quantity("-5"), in: quantity("100")).description == "-5%")
    #expect(
      try refusal { _ = try Structure.share(of: quantity("5"), in: quantity("0")) }
        == "a share of 0 is not defined; give a whole above 0")
  }

  /// Thirds do not add up when each is rounded: the first gets what is left.
  @Test func addsSharesUpToTheWhole() throws {
    #expect(text(try Structure.shares(list("1 1 1"), places: 1)) == "33.4% 33.3% 33.3%")
    #expect(text(try Structure.shares(list("1 3"))) == "25% 75%")
    #expect(
      try refusal { _ = try Structure.shares(list("1 -1")) }
        == "value 2 is negative, and so is no part of a share of the total; "
        + "leave it out, or add it to the value it belongs to")
    #expect(
      try refusal { _ = try Structure.shares(list("0 0")) }
        == "the values add up to 0, so none has a share; leave the case out")
    #expect(
      try refusal { _ = try Structure.shares(list("1"), places: 13) }
        == "shares cannot be rounded to 13 places; give a number from 0 to 12")
  }

  @Test(arguments: 0..<12)
  func addsAnySharesUpToExactlyOneHundred(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(generator.int(1...20))
    let shares = try Structure.shares(values, places: generator.int(0...4))
    var sum = ExactDecimal.zero
    for share in shares { sum = try sum + share.value }
    #expect(sum == 1)
  }

  @Test func comparesWithATarget() throws {
    #expect(try Structure.ratio(of: quantity("3亿元"), to: quantity("2亿元")).description == "1.5")
    #expect(
      try Structure.achievement(of: quantity("90"), target: quantity("120")).description == "75%")
    #expect(
      try Structure.progress(
        from: quantity("14.7%"), to: quantity("14.1%"), target: quantity("13.5%")
      )
      .description == "50%")
    #expect(
      try Structure.progress(from: quantity("10"), to: quantity("8"), target: quantity("20"))
        .description
        == "-20%")
  }

  @Test func refusesTargetsThatGiveNoShare() throws {
    #expect(
      try refusal { _ = try Structure.achievement(of: quantity("1"), target: quantity("0")) }
        == "the target is 0, of which nothing can be a share; use the progress from a base")
    #expect(
      try refusal {
        _ = try Structure.progress(from: quantity("1"), to: quantity("2"), target: quantity("1"))
      }
        == "the base is the target already, so there is no way to cover; ask whether the "
        + "target is met instead"
    )
    #expect(
      try refusal { _ = try Structure.ratio(of: quantity("1"), to: quantity("0")) }
        == "a ratio to 0 is not defined; leave the case out")
  }

  /// A part of 30 in 100 here, where everywhere it is 15 in 100.
  @Test func tellsHowSpecialisedAnAreaIs() throws {
    #expect(
      try Structure.locationQuotient(
        part: quantity("30人"), whole: quantity("100人"), partEverywhere: quantity("150人"),
        wholeEverywhere: quantity("1000人")
      ).description == "2")
    #expect(
      try refusal {
        _ = try Structure.locationQuotient(
          part: quantity("30"), whole: quantity("100"), partEverywhere: quantity("0"),
          wholeEverywhere: quantity("1000"))
      } == "the part everywhere is 0, so there is nothing to compare with; leave the case out")
    #expect(
      try refusal {
        _ = try Structure.locationQuotient(
          part: quantity("-3"), whole: quantity("100"), partEverywhere: quantity("1"),
          wholeEverywhere: quantity("1000"))
      } == "the part here is negative: -3; leave the case out")
  }
}
