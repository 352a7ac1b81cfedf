// Decimals as values: equality, hashing, order, limits.

import Testing

@testable import Quantities

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test("one value has one identity, whatever its exponent")
  func equality() throws {
    let short = try ExactDecimal(coefficient: 15, exponent: -1)
    let long = try ExactDecimal(coefficient: 1_500_000, exponent: -6)
    #expect(short == long)
    #expect(short.hashValue == long.hashValue)
    #expect(Set([short, long]).count == 1)
    #expect(try ExactDecimal(coefficient: 0, exponent: 9) == 0)
    #expect(try ExactDecimal(coefficient: 0, exponent: 9).hashValue == ExactDecimal.zero.hashValue)
  }

  @Test("equal values hash alike and order as their digits do")
  func orderAgainstReference() throws {
    var generator = Generator(seed: 1)
    for _ in 0..<2000 {
      let spread = Bool.random(using: &generator) ? 3 : 45
      let a = try generator.decimal(spread: spread)
      let b = try generator.decimal(spread: spread)
      let exponent = Int(min(a.exponent, b.exponent))
      let (x, y) = (Reference(a, at: exponent), Reference(b, at: exponent))
      #expect(ExactDecimal.compare(a, b) == (x == y ? 0 : x < y ? -1 : 1), "\(a) and \(b)")
      #expect((a < b) == (x < y))
      #expect((a == b) == (x == y))
      let zeros = 38 - PowersOfTen.digitCount(a.coefficient.magnitude)
      let padded = try ExactDecimal(
        coefficient: a.coefficient * Int128(PowersOfTen.wide(zeros)),
        exponent: Int(a.exponent) - zeros)
      #expect(padded == a)
      #expect(padded.hashValue == a.hashValue)
    }
  }

  @Test("the largest and the smallest values compare without overflow")
  func extremes() throws {
    let largest = try ExactDecimal(coefficient: Int128(ExactDecimal.limit - 1), exponent: 256)
    let smallest = try ExactDecimal(coefficient: 1, exponent: -256)
    #expect(smallest < largest)
    #expect(-largest < smallest)
    #expect(-largest < -smallest)
    #expect(-smallest < smallest)
    #expect(ExactDecimal.zero < smallest)
  }

  @Test("a coefficient of 39 digits is held only if it ends in a zero")
  func coefficientLimit() throws {
    let limit = Int128(ExactDecimal.limit)
    #expect(try ExactDecimal(coefficient: limit, exponent: 0).description.count == 39)
    #expect(throws: ArithmeticError.self) { try ExactDecimal(coefficient: limit + 1, exponent: 0) }
    #expect(throws: ArithmeticError.self) { try ExactDecimal(coefficient: .min, exponent: 0) }
    #expect(throws: ArithmeticError.self) { try ExactDecimal(coefficient: .max, exponent: 0) }
  }

  @Test("exponents far out are an error", arguments: [Int.min, -257, 294, Int.max])
  func exponentLimit(exponent: Int) {
    #expect(throws: ArithmeticError.self) {
      try ExactDecimal(coefficient: 7, exponent: exponent)
    }
  }

  @Test("exponents just past the largest are made up for by zeros", arguments: [257, 293])
  func exponentShift(exponent: Int) throws {
    let value = try ExactDecimal(coefficient: 7, exponent: exponent)
    #expect(value.description == "7" + String(repeating: "0", count: exponent))
  }

  @Test("sign, magnitude and zero are told apart")
  func signs() {
    let minus: ExactDecimal = -3
    #expect(minus.isNegative && !minus.isZero)
    #expect(minus.magnitude == 3)
    #expect(-minus == 3)
    #expect(!ExactDecimal.zero.isNegative && ExactDecimal.zero.isZero)
    #expect(ExactDecimal(Int.min).magnitude.description == "9223372036854775808")
  }

  @Test("a decimal takes 32 bytes and a quantity no more")
  func sizes() {
    #expect(MemoryLayout<ExactDecimal>.stride == 32)
    #expect(MemoryLayout<Quantity>.stride == 32)
  }
}
