// Rebasing, linking and deflating.

import Quantities
import Testing

@testable import Statistics

@Suite struct IndexSeriesTests {
  @Test func rebases() throws {
    #expect(text(try IndexSeries.rebased(list("50亿元 60亿元 75亿元"), at: 1)) == "100 120 150")
    #expect(
      text(try IndexSeries.rebased(list("50 60 75"), at: 3).prefix(1).map { $0 }).hasPrefix(
        "66.666"))
  }

  @Test(arguments: [
    (0, "there is no value 0 in a list of 2; give a position from 1 to 2"),
    (3, "there is no value 3 in a list of 2; give a position from 1 to 2"),
    (1, "the value that becomes 100 is 0; choose one above 0"),
    (2, "the value that becomes 100 is negative; choose one above 0"),
  ])
  func refusesABaseThatIsNone(position: Int, message: String) throws {
    #expect(try refusal { _ = try IndexSeries.rebased(list("0 -1"), at: position) } == message)
  }

  /// The old series is 110 where the new one is 220: levels double, growth stays.
  @Test func linksAtAnOverlap() throws {
    let (old, new) = (try list("100 110"), try list("220 231"))
    #expect(text(try IndexSeries.linked(old: old, new: new)) == "200 220 231")
    #expect(text(try IndexSeries.linked(old: old, new: new, keeping: .old)) == "100 110 115.5")
    #expect(
      try refusal { _ = try IndexSeries.linked(old: list("1 0"), new: new) }
        == "the last value of the old series is 0; choose one above 0")
  }

  @Test(arguments: 0..<6)
  func keepsGrowthWhenLinked(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let (old, new) = (try generator.list(4), try generator.list(3))
    let linked = try IndexSeries.linked(old: old, new: new)
    #expect(linked.count == 6)
    let before = try Growth.rate(from: old[0], to: old[1])
    let after = try Growth.rate(from: linked[0], to: linked[1])
    #expect(try (before.value - after.value).magnitude < decimal("0.00000000000000000001"))
  }

  @Test func takesPricesOut() throws {
    #expect(
      text(
        try IndexSeries.deflated(list("100亿元 110.25亿元"), by: list("100 105"), base: Quantity(100)))
        == "100亿元 105亿元")
    #expect(
      try refusal {
        _ = try IndexSeries.deflated(list("1元 2元"), by: list("100"), base: Quantity(100))
      }
        == "there are 2 values and 1 index numbers; give one index number for each value")
    #expect(
      try refusal { _ = try IndexSeries.deflated(list("1元"), by: list("0"), base: Quantity(100)) }
        == "an index needs values above 0, and value 1 is 0; leave it out, or use another method")
    #expect(
      try refusal { _ = try IndexSeries.deflated(list("1元"), by: list("1元"), base: Quantity(100)) }
        == "the index is in 元; give the index as plain numbers, such as 102.3")
  }
}
