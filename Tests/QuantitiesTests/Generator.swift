// Repeatable random numbers, decimals and quantities for property tests.

import Quantities

/// A small deterministic generator: the same seed gives the same values on every machine.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of up to so many digits, often small, round or as large as it can be.
  mutating func coefficient(digits: Int = 38) -> Int128 {
    var value: Int128 = 0
    let length = Int.random(in: 0...digits, using: &self)
    let style = Int.random(in: 0...4, using: &self)
    for position in 0..<length {
      let digit: Int128 =
        switch style {
        case 0: 9
        case 1 where position > length / 2: 0
        case 2: position == 0 || position == length - 1 ? 1 : 0
        default: Int128.random(in: 0...9, using: &self)
        }
      value = value * 10 + digit
    }
    return Bool.random(using: &self) ? -value : value
  }

  /// A decimal; `spread` bounds its exponent on both sides.
  mutating func decimal(digits: Int = 38, spread: Int = 40) throws -> ExactDecimal {
    let exponent = Int.random(in: -spread...spread, using: &self)
    return try ExactDecimal(coefficient: coefficient(digits: digits), exponent: exponent)
  }
}
