// Decimals of any length, and how they are rounded in the end.

import Quantities
import Testing

@testable import Statistics

@Suite struct WideDecimalTests {
  private func wide(_ text: String) throws -> WideDecimal { WideDecimal(try decimal(text)) }

  @Test(arguments: [
    ("1", "3", "0.3333333333333333333333333333333333"), ("1", "8", "0.125"),
    ("-2", "3", "-0.6666666666666666666666666666666667"),
    ("0", "7", "0"), ("1", "0.0001", "10000"),
    ("12345678901234567890123456789012345678", "1", "12345678901234567890123456789012345678"),
  ])
  func dividesLikeDecimals(dividend: String, divisor: String, expected: String) throws {
    let found = try WideDecimal.quotient(of: try wide(dividend), by: try wide(divisor))
    #expect(found.description == expected)
    #expect(try found == decimal(dividend).divided(by: decimal(divisor)))
  }

  @Test(arguments: 0..<20)
  func dividesLikeDecimalsAnywhere(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for _ in 0..<30 {
      let (a, b) = (try generator.decimal(digits: 30), try generator.decimal(digits: 30))
      #expect(try WideDecimal.quotient(of: WideDecimal(a), by: WideDecimal(b)) == a.divided(by: b))
    }
  }

  @Test func keepsMoreDigitsThanADecimalUntilTheEnd() throws {
    let one = try wide("1.0000000000000000000000000000000000001")
    #expect((one * one).exact == nil)
    #expect(try (one * one - .one).decimal() > 0)
    #expect((one * one - one * one).isZero)
  }

  @Test func roundsAHalfAwayFromZero() throws {
    #expect(try wide("2.345").rounded(toPlaces: 2).description == "2.35")
    #expect(try wide("-2.345").rounded(toPlaces: 2).description == "-2.35")
    #expect(try wide("99995").rounded(significantDigits: 4).description == "100000")
  }

  @Test func refusesWhatADecimalCannotHold() throws {
    let huge = try wide("1" + String(repeating: "0", count: 200))
    #expect(
      try refusal { _ = try (huge * huge).decimal() }
        == "the result is too large or too small for a decimal; use values of a similar size")
  }

  @Test(arguments: [("2", "1.4142135623730950488"), ("4", "2"), ("0", "0"), ("0.0625", "0.25")])
  func takesSquareRoots(square: String, root: String) throws {
    #expect(try WideDecimal.root(of: wide(square), by: .one).description == root)
  }
}
