// Integer helpers around powers of ten.

import Testing

@testable import Quantities

@Suite("Powers of ten")
struct PowersOfTenTests {
  @Test("digits are counted exactly around every power", arguments: 0...38)
  func digitCounts(exponent: Int) {
    let power = PowersOfTen.wide(exponent)
    #expect(PowersOfTen.digitCount(power) == exponent + 1)
    #expect(PowersOfTen.digitCount(power - 1) == exponent)
    #expect(String(power) == "1" + String(repeating: "0", count: exponent))
  }

  @Test("the largest integer has 39 digits")
  func largest() {
    #expect(PowersOfTen.digitCount(.max) == 39)
  }

  @Test("trailing zeros are taken off and counted", arguments: 0...37)
  func strips(zeros: Int) {
    for digits in [1, 5, 2, 3] as [UInt128] {
      let stripped = PowersOfTen.stripped(digits * PowersOfTen.wide(zeros))
      #expect(stripped.value == digits)
      #expect(stripped.zeros == zeros)
    }
  }

  @Test("zero has no trailing zeros")
  func zero() {
    #expect(PowersOfTen.stripped(0).zeros == 0)
  }
}
