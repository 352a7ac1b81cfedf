// The Gini coefficient.

import Quantities
import Testing

@testable import Statistics

@Suite struct GiniTests {
  /// The definition, half the mean difference of all pairs over the mean: of 10 to 50 it is 4/15 (a
  /// public calculator prints −0.0667 for these values, which no coefficient can be).
  @Test(arguments: [
    ("10 20 30 40 50", "0.2666666666666666666666666666666667"), ("7 7 7", "0"), ("7", "0"),
    ("0 0 0 9", "0.75"), ("50 10 40 20 30", "0.2666666666666666666666666666666667"),
    ("1 3", "0.25"),
  ])
  func measuresInequality(values: String, expected: String) throws {
    #expect(try Gini.coefficient(list(values)).description == expected)
  }

  @Test func normalises() throws {
    #expect(try Gini.coefficient(list("0 0 0 9"), normalised: true).description == "1")
    #expect(
      try Gini.coefficient(list("1 2 3 4"), normalised: true).description
        == "0.3333333333333333333333333333333333")
    #expect(
      try refusal { _ = try Gini.coefficient(list("4"), normalised: true) }
        == "the normalised coefficient compares at least two values; use the plain coefficient")
  }

  @Test(arguments: [
    ("1 -1", "value 2 is negative"), ("0 0", "the values add up to 0"), ("", "the list is empty"),
  ])
  func refusesWhatHasNoShares(values: String, message: String) throws {
    #expect(try refusal { _ = try Gini.coefficient(list(values)) }?.hasPrefix(message) == true)
  }

  /// A value with the weight three is the same value three times.
  @Test func weighsLikeRepeatedValues() throws {
    let plain = try Gini.coefficient(list("1 1 2 2 2 5"))
    #expect(try Gini.coefficient(list("2 5 1"), weights: list("3 1 2")) == plain)
    #expect(try Gini.coefficient(list("2 9 5 1"), weights: list("3 0 1 2")) == plain)
  }

  @Test(arguments: [
    ("1 2", "1", "there are 1 weights for 2 values; give one weight for each value"),
    ("1 2", "1 -1", "weight 2 is negative; give weights from 0"),
    ("1 2", "0 0", "all weights are 0; give at least one weight above 0"),
    ("0 2", "1 0", "the weighted values add up to 0, so none has a share; leave the case out"),
  ])
  func refusesWeightsThatWeighNothing(values: String, weights: String, message: String) throws {
    #expect(
      try refusal { _ = try Gini.coefficient(list(values), weights: list(weights)) } == message)
  }

  @Test(arguments: 0..<12)
  func doesNotDependOnUnitOrOrder(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(9)
    let found = try Gini.coefficient(values)
    let scaled = try values.map { Quantity(value: try $0.value * 16, unit: .none) }
    #expect(try Gini.coefficient(scaled.shuffled(using: &generator)) == found)
    #expect(found.value >= 0 && found.value < 1)
  }

  @Test(arguments: 0..<6)
  func isHalfTheMeanDifferenceOverTheMean(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(6).map(\.value)
    var differences = ExactDecimal.zero
    for a in values { for b in values { differences = try differences + (a - b).magnitude } }
    let sum = try values.reduce(ExactDecimal.zero) { try $0 + $1 }
    let expected = try differences.divided(by: try sum * 12)
    #expect(try Gini.coefficient(values.map { Quantity(value: $0, unit: .none) }).value == expected)
  }
}
