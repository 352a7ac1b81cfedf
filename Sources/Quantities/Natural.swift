// Whole numbers of any size, for the few computations that 128 bits cannot hold.

/// A whole number of any size, zero or more.
struct Natural: Comparable {
  /// Digits to the base 2^64, the lowest first, without leading zeros.
  private var words: [UInt64]

  init(_ value: UInt128) {
    words = [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)]
    trim()
  }

  private init(words: [UInt64]) {
    self.words = words
    trim()
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: left.words.count + right.words.count)
    for (i, a) in left.words.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.words.enumerated() {
        // (2^64 − 1)² + 2 (2^64 − 1) is 2^128 − 1, so this never overflows.
        let sum = UInt128(a) &* UInt128(b) &+ UInt128(product[i + j]) &+ UInt128(carry)
        product[i + j] = UInt64(truncatingIfNeeded: sum)
        carry = UInt64(truncatingIfNeeded: sum >> 64)
      }
      product[i + right.words.count] = carry
    }
    return Natural(words: product)
  }

  func raised(to power: Int) -> Natural {
    var result = Natural(1)
    var square = self
    var remaining = power
    while remaining > 0 {
      if remaining & 1 == 1 { result = result * square }
      remaining >>= 1
      if remaining > 0 { square = square * square }
    }
    return result
  }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.words.count == right.words.count else {
      return left.words.count < right.words.count
    }
    for (a, b) in zip(left.words.reversed(), right.words.reversed()) where a != b {
      return a < b
    }
    return false
  }
}
