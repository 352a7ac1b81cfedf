// Quantities as values: amounts, conversion, rounding.

import Testing

@testable import Quantities

/// Parses a quantity in the standard units.
func quantity(_ text: String) throws -> Quantity {
  try Quantity(parsing: text, units: .standard)
}

/// The standard unit with a symbol.
func unit(_ symbol: String) throws -> Unit {
  try #require(UnitTable.standard[symbol])
}

@Suite("Quantities")
struct QuantityTests {
  @Test("the value is in the base, the amount in the unit")
  func valueAndAmount() throws {
    let money = try Quantity(amount: ExactDecimal(parsing: "1.5"), unit: unit("亿元"))
    #expect(money.value == 150_000_000)
    #expect(try money.amount == ExactDecimal(parsing: "1.5"))
    #expect(try quantity("4.2%").value == ExactDecimal(parsing: "0.042"))
  }

  @Test("one value in two units is two quantities, which compare as equal")
  func identity() throws {
    let (wan, yuan) = (try quantity("60万元"), try quantity("600000元"))
    #expect(wan != yuan)
    #expect(wan.value == yuan.value)
    #expect(try Quantity.isEqual(wan, yuan))
    #expect(try quantity("1.50元") == quantity("1.5元"))
    #expect(try Set([quantity("1.50元"), quantity("1.5元")]).count == 1)
  }

  @Test(
    "conversion keeps the value",
    arguments: [
      ("60万元", "元", "600000元"), ("600000元", "亿元", "0.006亿元"), ("4.2%", "‰", "42‰"),
      ("4.2%", "", "0.042"), ("0.5", "%", "50%"), ("1.5个百分点", "%", "1.5%"),
      ("1.5%", "个百分点", "1.5个百分点"), ("2平方公里", "万平方米", "200万平方米"),
    ])
  func conversion(text: String, symbol: String, expected: String) throws {
    #expect(try quantity(text).converted(to: unit(symbol)).description == expected)
  }

  @Test("conversion to another dimension is an error that names both")
  func refusedConversion() throws {
    #expect(
      throws: ArithmeticError.unlikeUnits(
        "cannot convert 25条 (条) to 元 (money); convert to a unit of 条")
    ) { try quantity("25条").converted(to: unit("元")) }
    #expect(throws: ArithmeticError.self) { try quantity("5").converted(to: unit("元")) }
    #expect(throws: ArithmeticError.self) { try quantity("第1位").converted(to: .none) }
  }

  @Test(
    "rounding is in the places of any unit of the dimension",
    arguments: [
      ("1.23456789万元", 2, "元", "1.234568万元"), ("12345.675元", 2, "元", "12345.68元"),
      ("12345.675元", 0, "万元", "10000元"), ("4.25%", 1, "%", "4.3%"), ("4.25%", 2, "", "4%"),
      ("25条", 0, "条", "25条"), ("1.5元", Int.max, "元", "1.5元"), ("1.5元", Int.min, "元", "0元"),
    ])
  func rounding(text: String, places: Int, symbol: String, expected: String) throws {
    let rounded = try quantity(text).rounded(toPlaces: places, in: unit(symbol), .halfUp)
    #expect(rounded.description == expected)
  }

  @Test("rounding without a unit is in the places of its own")
  func roundingInOwnUnit() throws {
    #expect(try quantity("1.2345万元").rounded(toPlaces: 2).description == "1.23万元")
    #expect(try quantity("1.2345万元").rounded(toPlaces: 2, .up).description == "1.24万元")
  }

  @Test("a plain whole number has a sign and no unit")
  func wholeNumber() throws {
    #expect(try Quantity(-3) == quantity("-3"))
    #expect(Quantity(-3).isNegative && !Quantity(-3).isZero)
    #expect(try quantity("0亿元").isZero && !quantity("0亿元").isNegative)
  }

  @Test("rounding in a unit of another dimension is an error")
  func refusedRounding() throws {
    #expect(
      throws: ArithmeticError.unlikeUnits(
        "cannot round 25条 (条) in 元 (money); round in a unit of 条")
    ) { try quantity("25条").rounded(toPlaces: 2, in: unit("元"), .halfUp) }
  }

  @Test("an amount that is out of range in the base is an error")
  func amountOutOfRange() throws {
    let huge = try ExactDecimal(
      coefficient: Int128(ExactDecimal.limit) - 1, exponent: 256)
    #expect(throws: ArithmeticError.self) { try Quantity(amount: huge, unit: unit("亿元")) }
  }
}
