// Quotients: exact where possible, otherwise correctly rounded.

import Testing

@testable import Quantities

@Suite("Exact decimal division")
struct ExactDecimalDivisionTests {
  @Test(
    "quotients that end are exact",
    arguments: [
      ("1", "8", "0.125"), ("600000", "12000000", "0.05"), ("-7", "2", "-3.5"), ("0", "-3", "0"),
      ("1", "1024", "0.0009765625"),
      (
        "99999999999999999999999999999999999999", "1",
        "99999999999999999999999999999999999999"
      ),
      ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999", "1"),
      ("1", "50000000000000000000000000000000000000", "0.00000000000000000000000000000000000002"),
      ("12345678901234567890123456789012345678", "2", "6172839450617283945061728394506172839"),
    ])
  func exact(dividend: String, divisor: String, expected: String) throws {
    let quotient = try ExactDecimal(parsing: dividend).divided(by: ExactDecimal(parsing: divisor))
    #expect(quotient.description == expected)
  }

  @Test("a product divided by one factor is the other")
  func productsDivideExactly() throws {
    var generator = Generator(seed: 6)
    var tested = 0
    for _ in 0..<2000 {
      let a = try generator.decimal(digits: 30, spread: 20)
      let b = try generator.decimal(digits: 30, spread: 20)
      guard !b.isZero, let product = try? a * b else { continue }
      // Rounding down or up would show a quotient that is only nearly exact.
      #expect(try product.divided(by: b, rounding: .down) == a, "\(product) ÷ \(b)")
      #expect(try product.divided(by: b, rounding: .up) == a, "\(product) ÷ \(b)")
      tested += 1
    }
    #expect(tested > 500)
  }

  @Test("inexact quotients are within half a unit of their last digit", arguments: [1, 7, 34, 38])
  func roundedQuotients(digits: Int) throws {
    var generator = Generator(seed: UInt64(digits) + 100)
    var inexact = 0
    for round in 0..<600 {
      let width = round % 2 == 0 ? 18 : 38
      let a = try generator.decimal(digits: width, spread: 10)
      let b = try generator.decimal(digits: width, spread: 10)
      guard !a.isZero, !b.isZero else { continue }
      let quotient = try a.divided(by: b, significantDigits: digits)
      let exponent = Int(quotient.exponent)
      // All three in one unit: dividend, quotient times divisor, and half a last digit of it.
      let base = min(Int(a.exponent), exponent + Int(b.exponent))
      let dividend = Reference(a, at: base)
      let scale = Reference(10).raised(to: exponent + Int(b.exponent) - base)
      let product = Reference(quotient.coefficient) * Reference(b.coefficient) * scale
      guard dividend != product else { continue }
      inexact += 1
      let stripped = quotient.stripped
      #expect(PowersOfTen.digitCount(stripped.coefficient.magnitude) <= digits)
      // Trailing zeros of the quotient were stripped; its last place is that of `digits` digits.
      let missing = digits - PowersOfTen.digitCount(quotient.coefficient.magnitude)
      let half = Reference(b.coefficient).magnitude * scale
      let error = (dividend - product).magnitude * Reference(2)
      #expect(error * Reference(10).raised(to: max(missing, 0)) <= half, "\(a) ÷ \(b)")
    }
    #expect(inexact > 200)
  }

  @Test("one third and two thirds are rounded in the 34th digit")
  func thirds() throws {
    #expect(try ExactDecimal(1).divided(by: 3).description == "0." + repeated("3", 34))
    #expect(try ExactDecimal(2).divided(by: 3).description == "0." + repeated("6", 33) + "7")
    #expect(try ExactDecimal(-2).divided(by: 3).description == "-0." + repeated("6", 33) + "7")
  }

  @Test(
    "every rule rounds 2/3 and 1/3 its own way",
    arguments: [
      (Rounding.halfUp, "0.67", "-0.33"), (.halfEven, "0.67", "-0.33"), (.down, "0.66", "-0.33"),
      (.up, "0.67", "-0.34"), (.floor, "0.66", "-0.34"), (.ceiling, "0.67", "-0.33"),
    ])
  func rules(rule: Rounding, twoThirds: String, minusThird: String) throws {
    let up = try ExactDecimal(2).divided(by: 3, significantDigits: 2, rounding: rule)
    let down = try ExactDecimal(-1).divided(by: 3, significantDigits: 2, rounding: rule)
    #expect(up.description == twoThirds)
    #expect(down.description == minusThird)
  }

  @Test("a quotient just above a half is not taken for a tie", arguments: Rounding.allCases)
  func aboveHalf(rule: Rounding) throws {
    // The quotient is 2.5 + 5·10^-38, so that all its first 38 digits say is 2.5.
    let dividend = try ExactDecimal(parsing: "50000000000000000000000000000000000006")
    let divisor = try ExactDecimal(parsing: "20000000000000000000000000000000000002")
    let quotient = try dividend.divided(by: divisor, significantDigits: 1, rounding: rule)
    #expect(quotient == (rule == .down || rule == .floor ? 2 : 3))
  }

  @Test("rounding up may carry into a new digit")
  func carry() throws {
    let nearly = try ExactDecimal(parsing: "99999999999999999999999999999999999999")
    let quotient = try nearly.divided(
      by: ExactDecimal(parsing: "30000000000000000000000000000000000001"), significantDigits: 1)
    #expect(quotient.description == "3")
    let carried = try ExactDecimal(2999).divided(by: 3001, significantDigits: 2)
    #expect(carried.description == "1")
  }

  @Test("digits asked for out of range are taken as the nearest", arguments: [Int.min, 0, 1])
  func fewDigits(digits: Int) throws {
    #expect(try ExactDecimal(2).divided(by: 3, significantDigits: digits).description == "0.7")
  }

  @Test("division by zero and quotients out of range are errors")
  func refused() throws {
    #expect(
      throws: ArithmeticError.divisionByZero(
        "cannot divide 5 by 0; test the divisor for zero before dividing")
    ) { try ExactDecimal(5).divided(by: 0) }
    let small = try ExactDecimal(coefficient: 1, exponent: -256)
    let large = try ExactDecimal(coefficient: 1, exponent: 256)
    #expect(throws: ArithmeticError.self) { try small.divided(by: large) }
    #expect(throws: ArithmeticError.self) { try large.divided(by: small) }
  }
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}
