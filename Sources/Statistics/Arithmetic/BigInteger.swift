// Whole numbers of any size: what sums, products and powers of decimals are computed in.

/// A whole number of any size.
struct BigInteger: Comparable, Sendable {
  /// Digits to the base 2^32, the lowest first, without leading zeros.
  fileprivate(set) var words: [UInt32]

  /// Whether it is below zero.
  fileprivate(set) var isNegative: Bool

  static let zero = BigInteger(words: [], isNegative: false)
  static let one = BigInteger(1)

  init(words: [UInt32], isNegative: Bool) {
    self.words = words
    while self.words.last == 0 { self.words.removeLast() }
    self.isNegative = isNegative && !self.words.isEmpty
  }

  init(_ value: Int128) {
    let magnitude = value.magnitude
    self.init(
      words: (0..<4).map { UInt32(truncatingIfNeeded: magnitude >> ($0 * 32)) },
      isNegative: value < 0)
  }

  var isZero: Bool { words.isEmpty }

  var magnitude: BigInteger { BigInteger(words: words, isNegative: false) }

  /// The number of binary digits of the magnitude.
  var bitCount: Int {
    guard let last = words.last else { return 0 }
    return words.count * 32 - last.leadingZeroBitCount
  }

  /// The magnitude, if it has at most 38 decimal digits.
  var smallMagnitude: UInt128? {
    guard words.count <= 4 else { return nil }
    let value = words.reversed().reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
    return value < 100_000_000_000_000_000_000_000_000_000_000_000_000 ? value : nil
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(words: value.words, isNegative: !value.isNegative)
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    if left.isNegative == right.isNegative {
      return BigInteger(words: sum(left.words, right.words), isNegative: left.isNegative)
    }
    return isBelow(left.words, right.words)
      ? BigInteger(words: difference(right.words, left.words), isNegative: right.isNegative)
      : BigInteger(words: difference(left.words, right.words), isNegative: left.isNegative)
  }

  static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    guard !left.isZero, !right.isZero else { return .zero }
    var product = [UInt32](repeating: 0, count: left.words.count + right.words.count)
    for (i, a) in left.words.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.words.enumerated() {
        // (2^32 − 1)² + 2 (2^32 − 1) is 2^64 − 1, so this never overflows.
        let next = UInt64(a) &* UInt64(b) &+ UInt64(product[i + j]) &+ carry
        product[i + j] = UInt32(truncatingIfNeeded: next)
        carry = next >> 32
      }
      product[i + right.words.count] = UInt32(carry)
    }
    return BigInteger(words: product, isNegative: left.isNegative != right.isNegative)
  }

  static func < (left: BigInteger, right: BigInteger) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? isBelow(right.words, left.words) : isBelow(left.words, right.words)
  }

  /// The power with an exponent of zero or more.
  func raised(to power: Int) -> BigInteger {
    var result = BigInteger.one
    var square = self
    var remaining = power
    while remaining > 0 {
      if remaining & 1 == 1 { result = result * square }
      remaining >>= 1
      if remaining > 0 { square = square * square }
    }
    return result
  }

  private static let smallPowersOfTen: [BigInteger] = {
    var powers = [BigInteger.one]
    for _ in 1..<128 { powers.append((powers.last ?? .one) * BigInteger(10)) }
    return powers
  }()

  static func powerOfTen(_ power: Int) -> BigInteger {
    power < smallPowersOfTen.count ? smallPowersOfTen[power] : BigInteger(10).raised(to: power)
  }

  /// The number of decimal digits of the magnitude; zero has one.
  var digitCount: Int {
    guard !isZero else { return 1 }
    // The logarithm of 2 to the base 10 lies between 0.30102 and 0.30103.
    var count = max(1, (bitCount - 1) * 30_102 / 100_000)
    while !(magnitude < Self.powerOfTen(count)) { count += 1 }
    return count
  }
}

// MARK: - Magnitudes

extension BigInteger {
  private static func isBelow(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return left.reversed().lexicographicallyPrecedes(right.reversed())
  }

  private static func sum(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var (result, other) = left.count < right.count ? (right, left) : (left, right)
    other += [UInt32](repeating: 0, count: result.count - other.count)
    var carry: UInt64 = 0
    for position in result.indices {
      let next = UInt64(result[position]) + UInt64(other[position]) + carry
      result[position] = UInt32(truncatingIfNeeded: next)
      carry = next >> 32
    }
    if carry != 0 { result.append(UInt32(carry)) }
    return result
  }

  /// The difference, where the right magnitude is not the larger one.
  private static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var result = left
    var borrow: Int64 = 0
    for position in result.indices {
      let subtrahend = position < right.count ? Int64(right[position]) : 0
      let next = Int64(result[position]) - subtrahend - borrow
      borrow = next < 0 ? 1 : 0
      result[position] = UInt32(truncatingIfNeeded: next)
    }
    return result
  }
}

// MARK: - Division

extension BigInteger {
  /// The quotient of the magnitudes, rounded down, and what remains; the divisor must not be zero.
  func dividedMagnitude(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    precondition(!divisor.isZero, "a divisor is tested for zero first")
    if Self.isBelow(words, divisor.words) { return (.zero, magnitude) }
    if divisor.words.count == 1 { return dividedMagnitude(byWord: divisor.words[0]) }
    // The schoolbook way, with divisors whose highest bit is set so that estimates are close.
    let shift = divisor.words[divisor.words.count - 1].leadingZeroBitCount
    let lower = divisor.shiftedLeft(shift).words
    var rest = shiftedLeft(shift).words
    if rest.count == words.count { rest.append(0) }
    let length = lower.count
    let top = UInt64(lower[length - 1])
    var quotient = [UInt32](repeating: 0, count: rest.count - length)
    for position in quotient.indices.reversed() {
      let head = UInt64(rest[position + length]) << 32 | UInt64(rest[position + length - 1])
      var estimate = head / top
      var left = head % top
      while estimate >> 32 != 0
        || estimate &* UInt64(lower[length - 2])
          > left << 32 | UInt64(rest[position + length - 2])
      {
        estimate -= 1
        left += top
        if left >> 32 != 0 { break }
      }
      if Self.subtract(lower, times: estimate, from: &rest, at: position) {
        estimate -= 1
        Self.add(lower, to: &rest, at: position)
      }
      quotient[position] = UInt32(truncatingIfNeeded: estimate)
    }
    let remainder = BigInteger(words: rest, isNegative: false)
    return (
      BigInteger(words: quotient, isNegative: false), remainder.shiftedRight(shift)
    )
  }

  private func dividedMagnitude(
    byWord divisor: UInt32
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    var quotient = words
    var remainder: UInt64 = 0
    for position in quotient.indices.reversed() {
      let head = remainder << 32 | UInt64(quotient[position])
      quotient[position] = UInt32(head / UInt64(divisor))
      remainder = head % UInt64(divisor)
    }
    return (
      BigInteger(words: quotient, isNegative: false), BigInteger(Int128(remainder))
    )
  }

  /// Subtracts a multiple in place; true when the multiple was too large by one.
  private static func subtract(
    _ words: [UInt32], times factor: UInt64, from rest: inout [UInt32], at position: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for (offset, word) in words.enumerated() {
      let product = factor &* UInt64(word) &+ carry
      carry = product >> 32
      let next =
        Int64(rest[position + offset]) - Int64(product & 0xFFFF_FFFF) - borrow
      borrow = next < 0 ? 1 : 0
      rest[position + offset] = UInt32(truncatingIfNeeded: next)
    }
    let next = Int64(rest[position + words.count]) - Int64(carry) - borrow
    rest[position + words.count] = UInt32(truncatingIfNeeded: next)
    return next < 0
  }

  private static func add(_ words: [UInt32], to rest: inout [UInt32], at position: Int) {
    var carry: UInt64 = 0
    for (offset, word) in words.enumerated() {
      let next = UInt64(rest[position + offset]) + UInt64(word) + carry
      rest[position + offset] = UInt32(truncatingIfNeeded: next)
      carry = next >> 32
    }
    let last = position + words.count
    rest[last] = UInt32(truncatingIfNeeded: UInt64(rest[last]) + carry)
  }

  /// The magnitude times a power of two below 2^32.
  private func shiftedLeft(_ bits: Int) -> BigInteger {
    var result = words
    var carry: UInt32 = 0
    for position in result.indices {
      let word = result[position]
      result[position] = word << bits | carry
      carry = bits == 0 ? 0 : word >> (32 - bits)
    }
    result.append(carry)
    return BigInteger(words: result, isNegative: false)
  }

  private func shiftedRight(_ bits: Int) -> BigInteger {
    var result = words
    var carry: UInt32 = 0
    for position in result.indices.reversed() {
      let word = result[position]
      result[position] = word >> bits | carry
      carry = bits == 0 ? 0 : word << (32 - bits)
    }
    return BigInteger(words: result, isNegative: false)
  }
}
