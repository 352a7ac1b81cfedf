// Whole numbers of any size.

import Testing

@testable import Quantities

@Suite("Natural numbers")
struct NaturalTests {
  @Test("powers follow from repeated multiplication", arguments: [0, 1, 2, 17, 64])
  func powers(power: Int) {
    let base = Natural(UInt128(UInt64.max))
    let repeated = (0..<power).reduce(Natural(1)) { product, _ in product * base }
    #expect(base.raised(to: power) == repeated)
  }

  @Test("multiplication carries through all words")
  func carries() {
    // (2^128 − 1)² + 2 (2^128 − 1) + 1 = 2^256, seen as (a + 1)(a − 1) = a² − 1 with a = 2^127.
    let a = Natural(1 << 127)
    let above = Natural((1 << 127) + 1)
    let below = Natural((1 << 127) - 1)
    #expect(above * below < a * a)
    #expect(above * below != a * a)
    #expect(Natural(.max) * Natural(.max) < Natural(2).raised(to: 256))
    #expect(Natural(2).raised(to: 255) < Natural(.max) * Natural(.max))
  }

  @Test("zero times anything is zero")
  func zero() {
    #expect(Natural(0) * Natural(.max) == Natural(0))
    #expect(Natural(0) < Natural(1))
  }
}
