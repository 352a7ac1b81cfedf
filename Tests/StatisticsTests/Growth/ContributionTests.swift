// What parts add to growth.

import Quantities
import Testing

@testable import Statistics

@Suite struct ContributionTests {
  @Test func tellsPointsAndShares() throws {
    // A whole of 200 grows to 212, a part of it from 100 to 109.
    #expect(
      try Contribution.points(
        partBefore: quantity("100亿元"), partNow: quantity("109亿元"), wholeBefore: quantity("200亿元")
      )
      .description == "4.5个百分点")
    #expect(
      try Contribution.rate(
        partBefore: quantity("100亿元"), partNow: quantity("109亿元"),
        wholeBefore: quantity("200亿元"), wholeNow: quantity("212亿元")
      ).description == "75%")
  }

  @Test(arguments: 0..<8)
  func addsUpToTheGrowthOfTheWhole(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let (before, now) = (try generator.list(5), try generator.list(5))
    let wholes = try (Accumulation.cumulate(before)[4], Accumulation.cumulate(now)[4])
    var sum = ExactDecimal.zero
    for (part, later) in zip(before, now) {
      sum =
        try sum
        + Contribution.points(partBefore: part, partNow: later, wholeBefore: wholes.0).value
        .rounded(toPlaces: 25)
    }
    let growth = try Growth.rate(from: wholes.0, to: wholes.1)
    #expect(
      try (sum - growth.value.rounded(toPlaces: 25)).magnitude < decimal("0.00000000000000000001"))
  }

  @Test func hasSharesBeyondTheWholeWhereOthersMoveTheOtherWay() throws {
    #expect(
      try Contribution.rate(
        partBefore: quantity("10"), partNow: quantity("14"), wholeBefore: quantity("20"),
        wholeNow: quantity("22")
      ).description == "200%")
  }

  @Test func refusesAWholeThatDoesNotChange() throws {
    #expect(
      try refusal {
        _ = try Contribution.rate(
          partBefore: quantity("1"), partNow: quantity("2"), wholeBefore: quantity("9"),
          wholeNow: quantity("9"))
      }
        == "the whole stays at 9, so no part has a share in its change; use the "
        + "contribution in points"
    )
    #expect(
      try refusal {
        _ = try Contribution.points(
          partBefore: quantity("1"), partNow: quantity("2"), wholeBefore: quantity("0"))
      } == "the whole before is 0, and growth from there is not defined; choose a base above 0")
  }
}
