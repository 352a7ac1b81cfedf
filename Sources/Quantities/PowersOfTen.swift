// Integer helpers around powers of ten that never overflow.

/// Powers of ten and decimal digits of unsigned 128-bit integers.
enum PowersOfTen {
  private static let small: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// A power of ten with an exponent from 0 to 19.
  static func word(_ exponent: Int) -> UInt64 { small[exponent] }

  /// A power of ten with an exponent from 0 to 38.
  static func wide(_ exponent: Int) -> UInt128 {
    exponent < 20
      ? UInt128(small[exponent]) : UInt128(small[19]) &* UInt128(small[exponent &- 19])
  }

  /// The number of decimal digits; zero has none.
  static func digitCount(_ value: UInt128) -> Int {
    // 1233/4096 is close enough to the logarithm of 2 to be off by one at most.
    let estimate = ((128 &- value.leadingZeroBitCount) &* 1233) >> 12
    return value < wide(estimate) ? estimate : estimate &+ 1
  }

  /// Quotient and remainder, in 64 bits where that is enough.
  static func divide(_ value: UInt128, by divisor: UInt128) -> (UInt128, UInt128) {
    if let value = UInt64(exactly: value), let divisor = UInt64(exactly: divisor) {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
      return (UInt128(quotient), UInt128(remainder))
    }
    return value.quotientAndRemainder(dividingBy: divisor)
  }

  /// A value without its trailing decimal zeros, and how many there were; zero is left alone.
  static func stripped(_ value: UInt128) -> (value: UInt128, zeros: Int) {
    guard value != 0 else { return (0, 0) }
    var zeros = 0
    var wide = value
    // A decimal zero needs a factor of two, so odd numbers cost nothing.
    while wide > UInt64.max, wide & 1 == 0 {
      let (quotient, remainder) = wide.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { return (wide, zeros) }
      wide = quotient
      zeros &+= 1
    }
    guard var narrow = UInt64(exactly: wide) else { return (wide, zeros) }
    while narrow & 1 == 0 {
      let (quotient, remainder) = narrow.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      narrow = quotient
      zeros &+= 1
    }
    return (UInt128(narrow), zeros)
  }
}
