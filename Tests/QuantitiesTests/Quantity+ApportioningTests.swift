// Splitting an amount so that nothing is lost.

import Quantities
import Testing

@Suite("A split amount")
struct QuantityApportioningTests {
  private func decimals(_ texts: [String]) throws -> [ExactDecimal] {
    try texts.map { try ExactDecimal(parsing: $0) }
  }

  private func parts(
    _ amount: String, by weights: [String], places: Int = 2
  ) throws -> [String] {
    try Quantity(value: ExactDecimal(parsing: amount), unit: .none)
      .apportioned(by: decimals(weights), places: places).map(\.value.description)
  }

  @Test(
    "gives what is left over to the parts that lost most, of equals to the first",
    arguments: [
      ("100", ["0.6", "0.4"], ["60", "40"]),
      ("0.01", ["0.6", "0.4"], ["0.01", "0"]),
      ("0.01", ["0.5", "0.5"], ["0.01", "0"]),
      ("0.01", ["0.4", "0.6"], ["0", "0.01"]),
      ("1", ["1", "1", "1"], ["0.34", "0.33", "0.33"]),
      ("0.02", ["1", "1", "1"], ["0.01", "0.01", "0"]),
      ("0.05", ["2", "3", "5"], ["0.01", "0.02", "0.02"]),
      ("-0.01", ["0.6", "0.4"], ["-0.01", "0"]),
      ("0", ["0.6", "0.4"], ["0", "0"]),
      ("7.77", ["0", "1", "0"], ["0", "7.77", "0"]),
    ])
  func leftovers(amount: String, weights: [String], expected: [String]) throws {
    #expect(try parts(amount, by: weights) == expected)
  }

  @Test("may be in whole things")
  func whole() throws {
    #expect(try parts("10", by: ["1", "1", "1"], places: 0) == ["4", "3", "3"])
  }

  @Test(
    "is refused where there is no right answer",
    arguments: [("1", ["-0.1", "1.1"]), ("1", ["0", "0"]), ("1", []), ("0.001", ["1", "1"])])
  func refused(amount: String, weights: [String]) {
    #expect(throws: ArithmeticError.self) { try parts(amount, by: weights) }
  }

  @Test("adds up to the amount, and no part is a fen away from its exact share", arguments: 1...200)
  func conservation(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let amount = try ExactDecimal(coefficient: generator.coefficient(digits: 16), exponent: -2)
    let count = Int.random(in: 1...7, using: &generator)
    var weights: [ExactDecimal] = []
    for _ in 0..<count {
      weights.append(
        try ExactDecimal(
          coefficient: generator.coefficient(digits: 6), exponent: -4
        ).magnitude)
    }
    let total = try weights.reduce(ExactDecimal.zero) { try $0 + $1 }
    guard !total.isZero else { return }
    let quantity = Quantity(value: amount, unit: .none)
    let parts = try quantity.apportioned(by: weights)
    let fen = try ExactDecimal(parsing: "0.01")
    #expect(try parts.reduce(ExactDecimal.zero) { try $0 + $1.value } == amount)
    for (part, weight) in zip(parts, weights) {
      // Compared without dividing: |part × total − amount × weight| < fen × total.
      let difference = try part.value * total - amount * weight
      #expect(try difference.magnitude < fen * total)
      #expect(
        try part.value.scaled(byPowerOfTen: 2).rounded(toPlaces: 0)
          == part.value.scaled(byPowerOfTen: 2))
    }
    #expect(try quantity.apportioned(by: weights) == parts)
  }
}
