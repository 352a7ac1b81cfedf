// Rounding to places, and shifting by powers of ten.

import Testing

@testable import Quantities

@Suite("Exact decimal rounding")
struct ExactDecimalRoundingTests {
  @Test(
    "each rule treats halves, more and less as its name says",
    arguments: [
      (Rounding.halfUp, ["3", "-3", "4", "2", "-2", "3"]),
      (.halfEven, ["2", "-2", "4", "2", "-2", "3"]),
      (.down, ["2", "-2", "3", "2", "-2", "2"]),
      (.up, ["3", "-3", "4", "3", "-3", "3"]),
      (.floor, ["2", "-3", "3", "2", "-3", "2"]),
      (.ceiling, ["3", "-2", "4", "3", "-2", "3"]),
    ])
  func rules(rule: Rounding, expected: [String]) throws {
    let values = ["2.5", "-2.5", "3.5", "2.4", "-2.4", "2.500000000000000000000000000000000001"]
    let rounded = try values.map {
      try ExactDecimal(parsing: $0).rounded(toPlaces: 0, rule).description
    }
    #expect(rounded == expected)
  }

  @Test(
    "half up at the boundary to the fen",
    arguments: [
      ("0.005", "0.01"), ("0.0049999999999", "0"), ("-0.005", "-0.01"), ("1.995", "2"),
      ("999999999999.995", "1000000000000"), ("2.675", "2.68"), ("1.115", "1.12"),
    ])
  func fen(value: String, expected: String) throws {
    #expect(try ExactDecimal(parsing: value).rounded(toPlaces: 2, .halfUp).description == expected)
  }

  @Test(
    "places may be negative or far away",
    arguments: [
      ("12345", -2, "12300"), ("12350", -2, "12400"), ("49", -2, "0"), ("50", -2, "100"),
      ("99999999999999999999999999999999999999", -38, "1" + String(repeating: "0", count: 38)),
      ("49999999999999999999999999999999999999", -38, "0"), ("1.25", 400, "1.25"),
      ("1.25", Int.max, "1.25"), ("5", Int.min, "0"),
    ])
  func places(value: String, places: Int, expected: String) throws {
    let rounded = try ExactDecimal(parsing: value).rounded(toPlaces: places, .halfUp)
    #expect(rounded.description == expected)
  }

  @Test("rounding up to a place beyond the range is an error")
  func outOfRange() {
    #expect(throws: ArithmeticError.self) { try ExactDecimal(1).rounded(toPlaces: -300, .up) }
    #expect(throws: ArithmeticError.self) { try ExactDecimal(1).rounded(toPlaces: .min, .ceiling) }
  }

  @Test("half up is never further than half a unit, and rounding twice changes nothing")
  func closeness() throws {
    var generator = Generator(seed: 7)
    let half = try ExactDecimal(coefficient: 5, exponent: -3)
    for _ in 0..<1000 {
      let value = try generator.decimal(digits: 20, spread: 10)
      let rounded = try value.rounded(toPlaces: 2, .halfUp)
      let distance = try (value - rounded).magnitude
      #expect(distance <= half)
      #expect(distance < half || rounded.magnitude > value.magnitude)
      #expect(try rounded.rounded(toPlaces: 2, .floor) == rounded)
      let floor = try value.rounded(toPlaces: 2, .floor)
      let ceiling = try value.rounded(toPlaces: 2, .ceiling)
      #expect(floor <= value && value <= ceiling)
      #expect(try (ceiling - floor) <= ExactDecimal(coefficient: 1, exponent: -2))
    }
  }

  @Test("scaling shifts the point and stops at the ends of the range")
  func scaling() throws {
    #expect(try ExactDecimal(parsing: "1.5").scaled(byPowerOfTen: 8).description == "150000000")
    #expect(try ExactDecimal(15).scaled(byPowerOfTen: -3).description == "0.015")
    #expect(try ExactDecimal.zero.scaled(byPowerOfTen: .max) == 0)
    #expect(try ExactDecimal.zero.scaled(byPowerOfTen: .min) == 0)
    let hundred = try ExactDecimal(coefficient: 100, exponent: -256)
    #expect(try hundred.scaled(byPowerOfTen: -2) == ExactDecimal(coefficient: 1, exponent: -256))
    for power in [Int.min, -257, 300, Int.max] {
      #expect(throws: ArithmeticError.self) { try ExactDecimal(1).scaled(byPowerOfTen: power) }
    }
  }
}
