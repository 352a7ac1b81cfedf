// Whole numbers of any size, by the laws of arithmetic and against 128 bits.

import Testing

@testable import Statistics

@Suite struct BigIntegerTests {
  @Test(arguments: 0..<20)
  func addsAndMultipliesByTheLaws(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<50 {
      let (a, b, c) = (generator.big(words: 9), generator.big(words: 9), generator.big(words: 9))
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect((a - b) + b == a)
      #expect(a * b == b * a)
      #expect((a + b) * c == a * c + b * c)
      #expect(a - a == .zero)
    }
  }

  @Test(arguments: 0..<20)
  func dividesWithARemainderBelowTheDivisor(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<100 {
      let (a, b) = (generator.big(words: 12).magnitude, generator.big(words: 7).magnitude)
      guard !b.isZero else { continue }
      let (quotient, remainder) = a.dividedMagnitude(by: b)
      #expect(quotient * b + remainder == a)
      #expect(remainder < b)
      #expect(!remainder.isNegative)
    }
  }

  @Test(arguments: 0..<10)
  func agreesWith128Bits(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<50 {
      let a = Int128(Int64.random(in: .min...(.max), using: &generator))
      let b = Int128(Int64.random(in: .min...(.max), using: &generator))
      #expect(BigInteger(a) * BigInteger(b) == BigInteger(a * b))
      #expect(BigInteger(a) - BigInteger(b) == BigInteger(a - b))
      #expect((BigInteger(a) < BigInteger(b)) == (a < b))
      #expect(BigInteger(a * b).smallMagnitude == (a * b).magnitude)
    }
  }

  @Test(arguments: [0, 1, 9, 10, 37, 38, 100, 127, 128, 300])
  func countsItsDigits(power: Int) {
    let ten = BigInteger.powerOfTen(power)
    #expect(ten.digitCount == power + 1)
    #expect((ten - .one).digitCount == max(1, power))
    #expect((-ten).digitCount == power + 1)
  }
}
