// The Herfindahl–Hirschman index and entropy.

import Quantities
import Testing

@testable import Statistics

@Suite struct ConcentrationTests {
  /// The example of the Department of Justice of the United States, "Herfindahl–Hirschman Index".
  ///
  /// Four firms with shares of 30, 30, 20 and 20 per cent have 2600, which is 0.26 of 1; one firm has
  /// 10 000.
  @Test(arguments: [
    ("30% 30% 20% 20%", "0.26"), ("30亿元 30亿元 20亿元 20亿元", "0.26"), ("5", "1"),
    ("0 7", "1"), ("1 1 1 1", "0.25"), ("10% 9% 12% 15% 12% 11% 15% 16%", "0.1296"),
  ])
  func squaresShares(values: String, expected: String) throws {
    #expect(try Concentration.herfindahl(list(values)).description == expected)
  }

  @Test func normalisesAndCounts() throws {
    #expect(try Concentration.normalisedHerfindahl(list("1 1 1")).description == "0")
    #expect(try Concentration.normalisedHerfindahl(list("0 0 9")).description == "1")
    #expect(try Concentration.normalisedHerfindahl(list("3 1")).description == "0.25")
    #expect(try Concentration.equivalentNumber(list("2 2 2 2 2")).description == "5")
    #expect(try Concentration.equivalentNumber(list("3 1")).description == "1.6")
  }

  @Test func takesSharesOfAGivenWhole() throws {
    #expect(
      try Concentration.herfindahl(list("30% 20%"), of: quantity("100%")).description == "0.13")
    #expect(
      try refusal { _ = try Concentration.herfindahl(list("60% 50%"), of: quantity("100%")) }
        == "the values add up to more than the whole of 100%; leave `whole` out to take "
        + "shares of their sum"
    )
  }

  @Test(arguments: [
    ("1 -1", "value 2 is negative"), ("0 0", "the values add up to 0"), ("", "the list is empty"),
  ])
  func refusesWhatIsNoWhole(values: String, message: String) throws {
    let found = try refusal { _ = try Concentration.herfindahl(list(values)) }
    #expect(found?.hasPrefix(message) == true)
  }

  /// −(0.6 ln 0.3 + 0.4 ln 0.2) and 1.5 ln 2, computed with another decimal arithmetic.
  @Test(arguments: [
    ("30 30 20 20", "1.3661588475692017454"), ("2 1 1", "1.0397207708399179641"), ("5", "0"),
    ("0 5", "0"), ("1 1", "0.69314718055994530942"),
  ])
  func measuresEntropy(values: String, expected: String) throws {
    #expect(try Concentration.entropy(list(values)).description == expected)
  }

  @Test func normalisesEntropy() throws {
    #expect(try Concentration.entropy(list("4 4 4"), normalised: true).description == "1")
    #expect(
      try Concentration.entropy(list("30 30 20 20"), normalised: true).description
        == "0.9854752972273343195")
    #expect(
      try refusal { _ = try Concentration.entropy(list("4"), normalised: true) }
        == "normalised entropy compares at least two values; use plain entropy")
    #expect(
      try refusal { _ = try Concentration.normalisedHerfindahl(list("4")) }
        == "the normalised index compares at least two values; use the plain index")
  }

  @Test(arguments: 0..<10)
  func doesNotDependOnTheUnit(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(7)
    let scaled = try values.map { Quantity(value: try $0.value * 8, unit: .none) }
    #expect(try Concentration.herfindahl(values) == Concentration.herfindahl(scaled))
    #expect(try Concentration.entropy(values) == Concentration.entropy(scaled))
    let index = try Concentration.herfindahl(values).value
    #expect(try index <= 1 && index * 7 >= 1)
  }
}
