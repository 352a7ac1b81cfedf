// Quantities written as texts, and repeatable random ones.

import Quantities
import Testing

@testable import Statistics

/// A quantity of the standard units.
func quantity(_ text: String) throws -> Quantity { try Quantity(parsing: text, units: .standard) }

/// Quantities with spaces between them.
func list(_ text: String) throws -> [Quantity] {
  try text.split(separator: " ").map { try quantity("\($0)") }
}

/// The texts of quantities, with spaces between them.
func text(_ quantities: [Quantity]) -> String {
  quantities.map(\.description).joined(separator: " ")
}

func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

/// The message and the advice that some work is refused with; `nil` when it is not.
func refusal(_ work: () throws -> Void) throws -> String? {
  do {
    try work()
    return nil
  } catch let error as StatisticsError {
    return error.description
  }
}

/// A small deterministic generator: the same seed gives the same values on every machine.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A number above zero of up to so many digits and places.
  mutating func decimal(digits: Int = 12, places: Int = 6) throws -> ExactDecimal {
    var coefficient: Int128 = 0
    for _ in 0..<int(1...digits) { coefficient = coefficient * 10 + Int128(int(0...9)) }
    return try ExactDecimal(coefficient: max(1, coefficient), exponent: -int(0...places))
  }

  /// Values above zero.
  mutating func list(_ count: Int, unit: Quantities.Unit = .none) throws -> [Quantity] {
    var result: [Quantity] = []
    for _ in 0..<count { result.append(Quantity(value: try decimal(), unit: unit)) }
    return result
  }

  mutating func big(words: Int) -> BigInteger {
    // Words of ones and zeros are where carries and estimates go wrong.
    let values = (0..<int(0...words)).map { _ in
      [0, 1, .max, .max - 1, 1 << 31, UInt32.random(in: 0...(.max), using: &self)][int(0...5)]
    }
    return BigInteger(words: values, isNegative: Bool.random(using: &self))
  }
}
