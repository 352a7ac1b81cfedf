// Comparing quantities across units.

import Testing

@testable import Quantities

@Suite("Quantity comparison")
struct QuantityComparisonTests {
  @Test(
    "quantities compare by value across units of one dimension",
    arguments: [
      ("60万元", "600000元", 0), ("9999999.99元", "1000万元", -1), ("1000万元", "9999999.99元", 1),
      ("4.2%", "42‰", 0), ("4.2%", "0.042", 0), ("4.2%", "4.3%", -1), ("第1位", "第2位", -1),
      ("1.5个百分点", "1.50个百分点", 0), ("-1元", "0元", -1), ("1平方公里", "100万平方米", 0),
    ])
  func order(left: String, right: String, expected: Int) throws {
    let (left, right) = (try quantity(left), try quantity(right))
    #expect(try Quantity.compare(left, right) == expected)
    #expect(try Quantity.compare(right, left) == -expected)
    #expect(try Quantity.isEqual(left, right) == (expected == 0))
  }

  @Test(
    "unlike quantities do not compare",
    arguments: [
      (
        "1元", "1条",
        "cannot compare 1元 (money) with 1条 (条); both sides must have the same dimension"
      ),
      (
        "5元", "5",
        "cannot compare 5元 (money) with 5 (number); write the number with a unit of money"
      ),
      (
        "5", "5元",
        "cannot compare 5 (number) with 5元 (money); write the number with a unit of money"
      ),
      (
        "第1位", "1",
        "cannot compare 第1位 (rank) with 1 (number); write the number with a unit of "
          + "rank"
      ),
      (
        "1个百分点", "1%",
        "cannot compare 1个百分点 (percentage points) with 1% (number); a percentage "
          + "point is a difference between two ratios; convert it with `:to(\"%\")` if a ratio is "
          + "meant"
      ),
    ])
  func refusals(left: String, right: String, message: String) throws {
    let (left, right) = (try quantity(left), try quantity(right))
    #expect(throws: ArithmeticError.unlikeUnits(message)) { try Quantity.compare(left, right) }
    #expect(throws: ArithmeticError.unlikeUnits(message)) { try Quantity.isEqual(left, right) }
  }

  @Test("units of two tables compare if their dimensions are the same")
  func acrossTables() throws {
    let table = try UnitTable([
      UnitDeclaration(symbol: "百万元", english: "million yuan", dimension: .named("money"), scale: 6)
    ])
    let million = try Quantity(parsing: "1百万元", units: table)
    #expect(try Quantity.isEqual(million, quantity("100万元")))
    #expect(try (quantity("100万元") + million).description == "200万元")
  }
}
