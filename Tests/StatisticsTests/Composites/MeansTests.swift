// Means, weights, and what is missing.

import Quantities
import Testing

@testable import Statistics

@Suite struct MeansTests {
  @Test(arguments: [
    (Mean.arithmetic, "1元 2元 6元", "3元"), (.arithmetic, "1 2", "1.5"),
    (.arithmetic, "-3 3", "0"), (.geometric, "2 8", "4"), (.geometric, "4% 9%", "6%"),
    (.geometric, "1 2 3", "1.8171205928321396589"), (.harmonic, "40 60", "48"),
    (.harmonic, "1 4 4", "2"), (.geometric, "7", "7"), (.harmonic, "7元", "7元"),
  ])
  func takesMeans(mean: Mean, values: String, expected: String) throws {
    #expect(try mean.of(list(values))?.description == expected)
  }

  @Test(arguments: [
    (Mean.arithmetic, "10 20", "3 1", "12.5"), (.geometric, "2 3", "3 1", "2.2133638394006431848"),
    (.harmonic, "40 60", "0 5", "60"), (.arithmetic, "10 20", "75% 25%", "12.5"),
  ])
  func weighs(mean: Mean, values: String, weights: String, expected: String) throws {
    #expect(try mean.of(list(values), weights: list(weights))?.description == expected)
  }

  @Test(arguments: [
    (Mean.geometric, "1 0", "a geometric mean needs values above 0, and value 2 is 0"),
    (.harmonic, "1 -2", "a harmonic mean needs values above 0, and value 2 is negative"),
    (.arithmetic, "", "the list is empty"), (.arithmetic, "第1位", "value 1 is a rank"),
    (.arithmetic, "1元 1家", "value 2 is 1家"),
  ])
  func refusesWhatHasNoMean(mean: Mean, values: String, message: String) throws {
    #expect(try refusal { _ = try mean.of(list(values)) }?.hasPrefix(message) == true)
  }

  @Test func isMissingWhenAValueIs() throws {
    let values = try [quantity("1"), nil, quantity("5")]
    #expect(try Mean.arithmetic.of(values) == nil)
    #expect(try Mean.arithmetic.of(values, availability: quantity("60%"))?.description == "3")
    #expect(try Mean.arithmetic.of(values, availability: quantity("70%")) == nil)
    #expect(try Mean.arithmetic.of([nil, nil], availability: quantity("1%")) == nil)
  }

  @Test func countsWhatIsThereByWeight() throws {
    let values = try [quantity("1"), nil]
    let weights = try list("9 1")
    #expect(
      try Mean.arithmetic.of(values, weights: weights, availability: quantity("90%"))?.description
        == "1")
    #expect(
      try Mean.arithmetic.of(values, weights: weights, availability: quantity("91%")) == nil)
  }

  @Test(arguments: ["0%", "101%", "-5%", "5元"])
  func refusesAnAvailabilityThatIsNoShare(share: String) throws {
    #expect(
      try refusal {
        _ = try Mean.arithmetic.of([nil, quantity("1")], availability: quantity(share))
      } == "the availability is \(share); give a share above 0%, up to 100%")
  }

  @Test(arguments: 0..<10)
  func ordersTheThreeMeans(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(6)
    let means = try [Mean.harmonic, .geometric, .arithmetic].map {
      try #require(try $0.of(values)).value.rounded(toPlaces: 9)
    }
    #expect(means[0] <= means[1])
    #expect(means[1] <= means[2])
  }
}
