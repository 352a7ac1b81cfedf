// Decimals to text and back.

import Testing

@testable import Quantities

@Suite("Exact decimal text")
struct ExactDecimalTextTests {
  @Test("what is printed parses back to the same value", arguments: [5, 60, 256])
  func roundTrip(spread: Int) throws {
    var generator = Generator(seed: UInt64(spread) + 300)
    for _ in 0..<800 {
      let value = try generator.decimal(spread: spread)
      #expect(try ExactDecimal(parsing: value.description) == value)
      #expect(try ExactDecimal(parsing: value.formatted(minimumPlaces: 3)) == value)
    }
  }

  @Test(
    "printing is plain, with as many places as are needed or asked for",
    arguments: [
      (600_000, 0, 2, "600000.00"), (600_000, 0, 0, "600000"), (6, 5, 0, "600000"),
      (60_000_050, -2, 0, "600000.5"), (60_000_050, -2, 2, "600000.50"),
      (12345, -3, 2, "12.345"), (-5, -3, 0, "-0.005"), (-5, -1, 1, "-0.5"), (0, 7, 2, "0.00"),
      (0, -7, 0, "0"), (100, -2, 0, "1"), (100, -2, -4, "1"), (7, -1, 3, "0.700"),
    ] as [(Int128, Int, Int, String)])
  func formatting(coefficient: Int128, exponent: Int, places: Int, expected: String) throws {
    let value = try ExactDecimal(coefficient: coefficient, exponent: exponent)
    #expect(value.formatted(minimumPlaces: places) == expected)
  }

  @Test(
    "signs, separators, full-width forms and surrounding spaces are read",
    arguments: [
      ("1,234,567.891", "1234567.891"), ("1，234", "1234"), ("１２．５", "12.5"), ("−3", "-3"),
      ("－3", "-3"), ("＋3", "3"), ("+3", "3"), ("-0", "0"), ("007", "7"), ("0.50", "0.5"),
      (" 5\u{3000}", "5"), ("\u{A0}5 ", "5"), ("0,001", "1"), ("000", "0"),
      ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ])
  func grammar(text: String, expected: String) throws {
    #expect(try ExactDecimal(parsing: text).description == expected)
  }

  @Test("zeros around 38 digits do not count as digits")
  func zerosAround() throws {
    let digits = String(repeating: "7", count: 38)
    let zeros = String(repeating: "0", count: 50)
    #expect(try ExactDecimal(parsing: zeros + digits + zeros).description == digits + zeros)
    #expect(try ExactDecimal(parsing: "0." + zeros + digits + zeros).coefficient == Int128(digits))
  }

  @Test(
    "what is not a plain number is refused, with the place and the reason",
    arguments: [
      ("", 0, "expected a number, found nothing"), ("  ", 2, "expected a number, found nothing"),
      ("-", 1, "expected a number, found nothing"), ("abc", 0, "expected a number, found `abc`"),
      ("NaN", 0, "`NaN` is not a number"), ("-inf", 1, "`inf` is not a number"),
      ("1.2.3", 3, "a number has only one point"),
      ("1e6", 1, "a number is written without an exponent"),
      ("1E+6", 1, "a number is written without an exponent"),
      ("1.", 2, "expected a digit after the point"),
      (".5", 0, "expected a digit before the point"),
      ("1,23", 2, "digits are grouped in threes"), ("12,34,567", 3, "digits are grouped in threes"),
      ("1234,567", 0, "digits are grouped in threes"),
      ("1,234567", 2, "digits are grouped in threes"), ("1,", 2, "digits are grouped in threes"),
      (",1", 0, "expected a digit before the separator"),
      ("1,,234", 2, "expected a digit before the separator"),
      ("1.234,5", 5, "digits after the point are not grouped"),
      ("--1", 0, "expected a number, found `--1`"),
      ("12元", 2, "unexpected `元` after the number"), ("1 2", 2, "unexpected `2`"),
      ("- 1", 0, "expected a number, found `- 1`"),
      ("123456789012345678901234567890123456789", 0, "a number has at most 38 digits"),
      ("0.123456789012345678901234567890123456789", 0, "a number has at most 38 digits"),
      ("1" + String(repeating: "0", count: 300), 0, "the number is too large or too small"),
      ("0." + String(repeating: "0", count: 300) + "1", 0, "the number is too large or too small"),
    ])
  func refused(text: String, offset: Int, message: String) {
    do {
      let value = try ExactDecimal(parsing: text)
      Issue.record("`\(text)` was read as \(value)")
    } catch {
      #expect(error.offset == offset, "\(error)")
      #expect(error.message.hasPrefix(message), "\(error)")
    }
  }

  @Test("reading random characters never traps, and what it reads it can print")
  func noise() throws {
    var generator = Generator(seed: 8)
    let characters = Array("0123456789.,+-eE −－，．１９元% \u{3000}∞nainf\u{301}")
    for _ in 0..<5000 {
      let length = Int.random(in: 0...9, using: &generator)
      let text = String(
        (0..<length).compactMap { _ in characters.randomElement(using: &generator) })
      guard let value = try? ExactDecimal(parsing: text) else { continue }
      #expect(try ExactDecimal(parsing: value.description) == value)
    }
  }

  @Test(
    "integers are recognised if they fit in 64 bits",
    arguments: [
      ("42", 42), ("42.0", 42), ("42.5", nil), ("-9223372036854775808", Int64.min),
      ("9223372036854775807", Int64.max), ("9223372036854775808", nil), ("0.00", 0),
      ("1000000000000000000", 1_000_000_000_000_000_000),
      ("1" + String(repeating: "0", count: 30), nil), ("0.1", nil),
    ] as [(String, Int64?)])
  func integers(text: String, expected: Int64?) throws {
    #expect(try ExactDecimal(parsing: text).integerValue == expected)
  }

  @Test("an integer is recognised whatever its representation")
  func integerRepresentations() throws {
    #expect(try ExactDecimal(coefficient: 4200, exponent: -2).integerValue == 42)
    #expect(try ExactDecimal(coefficient: 42, exponent: 3).integerValue == 42000)
    #expect(try ExactDecimal(coefficient: 0, exponent: 200).integerValue == 0)
    let smallest = try ExactDecimal(coefficient: Int128(Int64.min) * 10, exponent: -1)
    #expect(smallest.integerValue == .min)
  }
}
