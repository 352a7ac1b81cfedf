// Quantities to text and back.

import Testing

@testable import Quantities

@Suite("Quantity text")
struct QuantityTextTests {
  @Test("what is printed parses back to the same quantity, in every unit")
  func roundTrip() throws {
    var generator = Generator(seed: 10)
    for unit in UnitTable.standard.units {
      for _ in 0..<60 {
        let spread = Bool.random(using: &generator) ? 4 : 256
        let original = Quantity(value: try generator.decimal(spread: spread), unit: unit)
        #expect(try quantity(original.description) == original)
        #expect(try quantity(original.formatted(minimumPlaces: 2)) == original)
      }
    }
  }

  @Test(
    "spaces, aliases, separators and full-width forms are read",
    arguments: [
      ("60万元", "60万元"), ("4600 亿元", "4600亿元"), ("4.2%", "4.2%"), ("4.2 ％", "4.2%"),
      ("1,234.5\u{3000}元", "1234.5元"), ("1.5百分点", "1.5个百分点"), ("12名", "12人"),
      ("第1位", "第1位"), ("第1", "第1位"), ("第 3 位", "第3位"), ("1位", "第1位"), ("25", "25"),
      ("-1.5%", "-1.5%"), ("－１．５％", "-1.5%"), (" 5元 ", "5元"), ("5\u{A0}元", "5元"),
      ("0.5‰", "0.5‰"), ("1.1万亿元", "1.1万亿元"),
    ])
  func grammar(text: String, expected: String) throws {
    #expect(try quantity(text).description == expected)
  }

  @Test(
    "what is not a quantity is refused, with the place, the reason and a suggestion",
    arguments: [
      ("5 万圆", 2, "unknown unit `万圆`", "did you mean `万元`?"),
      ("5 bananas", 2, "unknown unit `bananas`", nil),
      ("5 yuan", 2, "unknown unit `yuan`", "did you mean `元`?"),
      ("5元 左右", 1, "unexpected `左右` after the unit `元`", nil),
      ("5元元", 1, "unknown unit `元元`", "did you mean `元`?"),
      ("5元6", 1, "unknown unit `元6`", "did you mean `元`?"),
      ("元", 0, "expected a number, found `元`", nil),
      (
        "", 0, "expected a number, found nothing",
        "write one such as `100`"
      ),
      ("五百万元", 0, "expected a number, found `五百万元`", nil),
      ("1e6元", 1, "a number is written without an exponent", "write all its digits"),
      ("NaN元", 0, "expected a number, found `NaN元`", nil),
      ("第5元", 2, "`第` stands before a rank, not before money", "leave it out"),
      ("第位", 1, "expected a number, found `位`", nil),
      ("5 5元", 2, "unknown unit `5元`", "did you mean `元`?"),
      ("1,00元", 2, "digits are grouped in threes", "write `1,000,000` or `1000000`"),
    ] as [(String, Int, String, String?)])
  func refused(text: String, offset: Int, message: String, suggestion: String?) {
    do {
      let value = try quantity(text)
      Issue.record("`\(text)` was read as \(value)")
    } catch let error as QuantityParseError {
      #expect(error == QuantityParseError(message: message, offset: offset, suggestion: suggestion))
    } catch {
      Issue.record("unexpected \(error)")
    }
  }

  @Test(
    "a number without a unit is read in the default unit",
    arguments: [
      ("500", "万元", "500万元"), ("500元", "万元", "500元"), ("4.2", "%", "4.2%"), ("3", "位", "第3位"),
      ("第3", "位", "第3位"), ("7", "", "7"), ("7%", "", "7%"),
    ])
  func defaultUnit(text: String, symbol: String, expected: String) throws {
    let value = try Quantity(parsing: text, units: .standard, defaultUnit: unit(symbol))
    #expect(value.description == expected)
  }

  @Test(
    "a unit of another dimension than the default is refused with both names",
    arguments: [
      ("25条", "万元", "expected 万元 (money), found 条 (条)", "write it in 万元"),
      ("1.5%", "个百分点", "expected 个百分点 (percentage points), found % (number)", "write it in 个百分点"),
      ("5元", "", "expected a plain number, found 元 (money)", "leave the unit out"),
      ("第1", "家", "expected 家 (家), found 位 (rank)", "write it in 家"),
    ])
  func unlikeDefault(text: String, symbol: String, message: String, suggestion: String) throws {
    let expected = try unit(symbol)
    let error = #expect(throws: QuantityParseError.self) {
      try Quantity(parsing: text, units: .standard, defaultUnit: expected)
    }
    #expect(error?.message == message)
    #expect(error?.suggestion == suggestion)
  }

  @Test("offsets count characters, not bytes")
  func offsets() {
    do {
      _ = try quantity("第１，２３位")
      Issue.record("bad groups were read")
    } catch let error as QuantityParseError {
      #expect(error.offset == 3)
    } catch {
      Issue.record("unexpected \(error)")
    }
  }

  @Test("an error reads as one sentence")
  func errorDescription() {
    let error = QuantityParseError(message: "unknown unit `万圆`", offset: 2, suggestion: "use `万元`")
    #expect(error.description == "unknown unit `万圆`; use `万元`")
    #expect(QuantityParseError(message: "wrong", offset: 0).description == "wrong")
  }
}
