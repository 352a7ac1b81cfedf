// Which quantities combine, into what unit, and what is said when they do not.

import Testing

@testable import Quantities

@Suite("Quantity arithmetic")
struct QuantityArithmeticTests {
  /// An operation by the sign it is written with.
  private func apply(_ sign: String, _ left: Quantity, _ right: Quantity) throws -> Quantity {
    switch sign {
    case "+": try left + right
    case "-": try left - right
    case "*": try left * right
    default: try left / right
    }
  }

  @Test(
    "the unit of the result follows from the units of the operands",
    arguments: [
      ("1万元", "+", "5000元", "1.5万元"), ("5000元", "+", "1万元", "15000元"),
      ("1亿元", "-", "1元", "0.99999999亿元"), ("5", "+", "7", "12"), ("1", "-", "20%", "0.8"),
      ("4.2%", "-", "3.7%", "0.5个百分点"), ("4.2%", "-", "2‰", "4个百分点"),
      ("4.2%", "+", "1%", "5.2%"), ("4.2%", "+", "0.5个百分点", "4.7%"),
      ("4.2%", "-", "0.5个百分点", "3.7%"), ("42‰", "+", "1个百分点", "52‰"),
      ("1.5个百分点", "+", "0.5个百分点", "2个百分点"), ("1.5个百分点", "-", "2个百分点", "-0.5个百分点"),
      ("1200万元", "*", "5%", "60万元"), ("5%", "*", "1200万元", "60万元"), ("3", "*", "25条", "75条"),
      ("25条", "*", "2", "50条"), ("50%", "*", "50%", "25%"), ("2", "*", "5%", "10%"),
      ("5%", "*", "2", "10%"), ("50%", "*", "2‰", "0.1%"),
      ("2", "*", "3", "6"), ("1.5个百分点", "*", "2", "3个百分点"),
      ("50%", "*", "3个百分点", "1.5个百分点"), ("60万元", "/", "5%", "1200万元"),
      ("60万元", "/", "1200万元", "0.05"), ("60万元", "/", "2元", "300000"), ("4.2%", "/", "2", "2.1%"),
      ("4.2%", "/", "2.1%", "2"), ("1", "/", "4%", "25"), ("1.5个百分点", "/", "3", "0.5个百分点"),
      ("1.5个百分点", "/", "3个百分点", "0.5"), ("25条", "/", "4", "6.25条"),
    ])
  func results(left: String, sign: String, right: String, expected: String) throws {
    let result = try apply(sign, quantity(left), quantity(right))
    #expect(result.description == expected)
  }

  @Test(
    "unlike operands are refused with both names and what to do",
    arguments: [
      (
        "100万元", "+", "25条",
        "cannot add 100万元 (money) and 25条 (条); both sides must have the same dimension"
      ),
      (
        "100万元", "-", "25条",
        "cannot subtract 25条 (条) from 100万元 (money); both sides must have the same dimension"
      ),
      (
        "100万元", "+", "1",
        "cannot add 100万元 (money) and 1 (number); write the number with a unit of money"
      ),
      (
        "1美元", "+", "1元",
        "cannot add 1美元 (usd) and 1元 (money); both sides must have the same "
          + "dimension"
      ),
      (
        "0.5个百分点", "+", "4%",
        "cannot add 0.5个百分点 (percentage points) and 4% (number); swap them: "
          + "a percentage plus percentage points is a percentage"
      ),
      (
        "0.5个百分点", "-", "4%",
        "cannot subtract 4% (number) from 0.5个百分点 (percentage points); "
          + "convert the percentage points with `:to(\"%\")` if a ratio is meant"
      ),
      (
        "5", "+", "1个百分点",
        "cannot add 5 (number) and 1个百分点 (percentage points); percentage points "
          + "go with a percentage; convert the number with `:to(\"%\")`"
      ),
      ("第1位", "+", "第2位", "cannot add 第1位 (rank) and 第2位 (rank); ranks can only be compared"),
      ("第1位", "-", "1", "cannot subtract 1 (number) from 第1位 (rank); ranks can only be compared"),
      ("第1位", "*", "2", "cannot multiply 第1位 (rank) by 2 (number); ranks can only be compared"),
      ("第2位", "/", "第1位", "cannot divide 第2位 (rank) by 第1位 (rank); ranks can only be compared"),
      (
        "1个百分点", "*", "100万元",
        "cannot multiply 1个百分点 (percentage points) by 100万元 (money); a "
          + "percentage point is a difference between two ratios; convert it with `:to(\"%\")` if a "
          + "ratio is meant"
      ),
      (
        "100万元", "*", "1个百分点",
        "cannot multiply 100万元 (money) by 1个百分点 (percentage points); a "
          + "percentage point is a difference between two ratios; convert it with `:to(\"%\")` if a "
          + "ratio is meant"
      ),
      (
        "2元", "*", "3元",
        "cannot multiply 2元 (money) by 3元 (money); one of the two must be a plain "
          + "number or a percentage"
      ),
      (
        "2元", "/", "3条",
        "cannot divide 2元 (money) by 3条 (条); divide by a number, or by a quantity "
          + "of the same dimension"
      ),
      (
        "1个百分点", "/", "4%",
        "cannot divide 1个百分点 (percentage points) by 4% (number); a percentage "
          + "point is a difference between two ratios; convert it with `:to(\"%\")` if a ratio is "
          + "meant"
      ),
    ])
  func refusals(left: String, sign: String, right: String, message: String) throws {
    let (left, right) = (try quantity(left), try quantity(right))
    #expect(throws: ArithmeticError.unlikeUnits(message)) { try apply(sign, left, right) }
  }

  @Test("division by a zero quantity names both sides, whatever its unit")
  func divisionByZero() throws {
    #expect(
      throws: ArithmeticError.divisionByZero(
        "cannot divide 5元 (money) by 0亿元 (money); test the divisor for zero first")
    ) { try quantity("5元") / quantity("0亿元") }
    #expect(throws: ArithmeticError.self) { try quantity("5%") / quantity("0") }
    // The units are judged first: this is a mistake in the script, not in the data.
    #expect(
      throws: ArithmeticError.unlikeUnits(
        "cannot divide 5元 (money) by 0条 (条); divide by a number, or by a quantity of the same "
          + "dimension")
    ) { try quantity("5元") / quantity("0条") }
  }

  @Test("an overflow names both sides with their units")
  func overflow() throws {
    let digits = "99999999999999999999999999999999999999"
    #expect(
      throws: ArithmeticError.overflow(
        "cannot add \(digits)元 (money) and 0.5元 (money): the exact result does not fit in 38 "
          + "digits; round one of them first")
    ) { try quantity(digits + "元") + quantity("0.5元") }
    for sign in ["-", "*"] {
      let right = try quantity(sign == "-" ? "0.5元" : "1.1")
      #expect(throws: ArithmeticError.self) { try apply(sign, quantity(digits + "元"), right) }
    }
  }

  @Test("negation keeps the unit, and ranks have none")
  func negation() throws {
    #expect(try (-quantity("5万元")).description == "-5万元")
    #expect(
      throws: ArithmeticError.notMeaningful(
        "cannot negate 第1位 (rank); ranks can only be compared")
    ) { try -quantity("第1位") }
  }

  @Test("what is added can be subtracted again, in any units of the dimension")
  func inverse() throws {
    var generator = Generator(seed: 9)
    let symbols = ["元", "万元", "亿元", "万亿元"]
    for _ in 0..<1000 {
      let units = try (0..<2).map { _ in
        try unit(#require(symbols.randomElement(using: &generator)))
      }
      let a = try Quantity(amount: generator.decimal(digits: 14, spread: 4), unit: units[0])
      let b = try Quantity(amount: generator.decimal(digits: 14, spread: 4), unit: units[1])
      #expect(try a + b - b == a)
      #expect(try Quantity.isEqual(a + b, b + a))
      #expect(try (a + b).unit == a.unit)
      let factor = Quantity(value: try generator.decimal(digits: 9, spread: 4), unit: .none)
      #expect(try a * factor == factor * a)
      #expect(try (a + b) * factor == a * factor + b * factor)
      if !factor.isZero { #expect(try a * factor / factor == a) }
    }
  }

  @Test("every pair of standard units gives a result or a message with both names")
  func everyPair() throws {
    for left in UnitTable.standard.units {
      for right in UnitTable.standard.units {
        let a = try Quantity(amount: 6, unit: left)
        let b = try Quantity(amount: 3, unit: right)
        for sign in ["+", "-", "*", "/"] {
          do {
            let result = try apply(sign, a, b)
            #expect(left.dimension != .rank && right.dimension != .rank)
            #expect(try quantity(result.description) == result)
          } catch let error as ArithmeticError {
            #expect(error.message.contains("\(a) (") && error.message.contains("\(b) ("))
          }
        }
      }
    }
  }

  @Test("a kind of number without a negative scale behaves like a plain one")
  func declaredNumber() throws {
    let table = try UnitTable([
      UnitDeclaration(symbol: "倍", english: "times", dimension: .number, scale: 0)
    ])
    let twice = try Quantity(parsing: "2倍", units: table)
    #expect(try (twice * quantity("5%")).description == "10%")
    #expect(try (twice * quantity("5")).description == "10倍")
    #expect(try (quantity("5") * twice).description == "10倍")
    #expect(try (twice - quantity("50%")).description == "1.5倍")
    #expect(try (quantity("5元") * twice).description == "10元")
  }
}
