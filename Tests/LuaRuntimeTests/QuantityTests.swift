import LuaRuntime
import Quantities
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("q'1200万元' * q'5%'", "60万元"), ("q'1200万元' * 2", "2400万元"), ("2 * q'1200万元'", "2400万元"),
    ("q'0.1元' + q'0.2元'", "0.3元"), ("q'1亿元' - q'1元'", "0.99999999亿元"),
    ("q'4.2%' - q'2.7%'", "1.5个百分点"), ("q'10元' / q'4元'", "2.5"), ("q'10元' / 4", "2.5元"),
    ("q'7元' // q'2元'", "3"), ("q'-7元' // q'2元'", "-4"), ("q'7元' // q'-2元'", "-4"),
    ("q'7元' % q'2元'", "1元"), ("q'-7元' % q'2元'", "1元"), ("q'7元' % q'-2元'", "-1元"),
    ("q'1万元' % q'3元'", "0.0001万元"), ("-q'5元'", "-5元"), ("q(7) // 2", "3"), ("q(7) + 1", "8"),
    ("q'1元':to('万元')", "0.0001万元"), ("q'12345.678元':rounded(2)", "12345.68元"),
    ("q'12345元':rounded(1, '万元')", "12000元"), ("q'6万元':unit()", "万元"),
    ("q'6万元':number('元')", "60000"), ("q'1.5个百分点':to('%')", "1.5%"),
    ("q(q'5元')", "5元"), ("tostring(q'25条')", "25条"), ("'= ' .. q'5%' .. '!'", "= 5%!"),
    ("q'5%' .. q'1元'", "5%1元"), ("5 .. q'1元'", "51元"),
    ("q'9007199254740993元' + 0 * q'1元'", "9007199254740993元"),
    ("min(q'1万元', q'9999.99元', q'2亿元')", "9999.99元"), ("max(1, 7, 3)", "7"),
    ("max({q'1元', q'1元'})", "1元"), ("sum(q'1万元', q'1元')", "1.0001万元"), ("sum({1, 2, 3})", "6"),
    ("sum({})", "0"), ("sum({q'5%'})", "5%"), ("max(q'5', 7)", "7"), ("sum(q'5', 7)", "12"),
    ("q'-9223372036854775808' - 1", "-9223372036854775809"),
    ("q(math.mininteger)", "-9223372036854775808"),
  ])
  func arithmeticIsExact(expression: String, expected: String) throws {
    #expect(try makeState().text("local q = quantity return \(expression)") == expected)
  }

  @Test(arguments: [
    ("q'1万元' == q'10000元'", true), ("q'1万元' ~= q'10000元'", false), ("q'1元' < q'2元'", true),
    ("q'9999999.99元' >= q'1000万元'", false), ("q'1000万元' >= q'1000万元'", true),
    ("q'5' > 4", true), ("4 < q'5'", true), ("5 <= q'5'", true), ("q'5%' < 1", true),
    ("q'第1位' < q'第2位'", true),
  ])
  func comparisonsAreExact(expression: String, expected: Bool) throws {
    #expect(try makeState().text("local q = quantity return \(expression)") == String(expected))
  }

  @Test(arguments: [
    ("q'100万元' + q'25条'", ["cannot add 100万元 (money) and 25条"]),
    ("q'100万元' < q'25条'", ["cannot compare 100万元 (money) with 25条"]),
    ("q'100万元' == q'25条'", ["cannot compare 100万元 (money) with 25条"]),
    ("q'1元' / 0", ["cannot divide 1元 (money) by 0"]), ("q'1元' // q'0元'", ["by 0元", "zero"]),
    ("q'1元' % q'0元'", ["by 0元"]), ("q'1元' // 2", ["`//`", "one dimension"]),
    ("q'5' ^ 2", ["power"]), ("q'1元' + 'x'", ["cannot add 1元 and the text \"x\"", "quantity"]),
    ("'5' * q'1元'", ["the text \"5\""]), ("q'1元' + nil", ["cannot add 1元 and nil"]),
    ("q'1元' < {}", ["cannot compare 1元 and a table"]), ("q'1元' .. {}", ["cannot join a table"]),
    ("q'1元' * 0.05", ["0.05 is a floating-point number", "quantity \"0.05\" or quantity \"5%\""]),
    ("q'1元' * 2.0", ["2.0 is a floating-point number", "quantity \"2\""]),
    ("q'1元' < 1e300", ["floating-point"]), ("q'1元' * (0/0)", ["floating-point"]),
    ("q(0.5)", ["0.5 is a floating-point number"]), ("q()", ["needs a text", "nothing"]),
    ("q({})", ["needs a text", "table"]), ("q'1000 wan'", ["wan"]), ("q''", [""]),
    ("q'1元'.amount", ["a quantity has no `amount`"]), ("q'1元'[1]", ["a quantity has no"]),
    ("q'1元':to('万圆')", ["there is no unit `万圆`", "did you mean `万元`"]),
    ("q'1元':to('条')", ["cannot convert 1元"]), ("q'1元':to()", ["`to` needs a unit"]),
    ("q'1元':rounded()", ["`rounded` needs a whole number"]),
    ("q'1元':rounded(1.5)", ["`rounded` needs a whole number"]),
    ("q'1元'.to('万元')", ["call `to` with a colon"]),
    ("min()", ["`min` needs at least one value"]), ("max({})", ["`max` needs at least one value"]),
    ("min(1, 'x')", ["value 2 is string"]), ("sum({1, 0.5})", ["0.5 is a floating-point number"]),
    ("sum(math.maxinteger, 1)", ["too large"]), ("sum(q'1元', q'1条')", ["cannot add"]),
    ("max(q'1元', q'1条')", ["cannot compare"]), ("#q'1元'", ["a quantity value"]),
    ("q'99999999999999999999999999999999999999元' * 11", ["38 digits"]),
  ])
  func mistakesAreExplained(expression: String, parts: [String]) throws {
    let error = try makeState().failure("local q = quantity return \(expression)")
    #expect(error.kind == .runtime)
    for part in parts { #expect(error.message.contains(part)) }
    #expect(error.location?.line == 1)
  }

  @Test func aQuantityCannotBeChanged() throws {
    #expect(
      try makeState().failure("quantity('1元').x = 1").message == "a quantity cannot be changed")
  }

  @Test func theArithmeticErrorIsTheCause() throws {
    let error = try makeState().failure("return quantity '1元' + quantity '1条'")
    #expect(error.underlying is ArithmeticError)
  }

  @Test func whatTheHostHandsOverKeepsItsOrigin() throws {
    let state = try makeState()
    let chunk = try state.load("local a = ... return a, a + a, max(a, a)", chunk: "=origin")
    let results = try state.call(
      chunk, [.quantity(quantity("5元"), origin: 9)], results: 3)
    let origins = results.map { result -> UInt32? in
      if case .quantity(_, let origin) = result { return origin }
      return nil
    }
    #expect(origins == [9, 0, 9])
  }

  @Test func unitsOfAnotherTableAreFoundBySymbol() throws {
    let declaration = UnitDeclaration(
      symbol: "元", english: "yuan", dimension: .named("money"), scale: 0)
    let own = try UnitTable([declaration])
    let state = try LuaState(units: own)
    try state.setGlobal("a", .quantity(quantity("5元")))
    #expect(try state.text("return a + quantity '1元'") == "6元")
    let error = try #require(throws: LuaError.self) {
      try state.setGlobal("b", .quantity(quantity("5条")))
    }
    #expect(error.kind == .conversion)
  }

  @Test func comparisonsAreRecordedWhenAsked() throws {
    let state = try makeState()
    let source = """
      local a, b = ...
      local x = a > b
      local y = a ~= b
      return max(a, b)
      """
    let arguments: [LuaValue] = [
      .quantity(try quantity("5元"), origin: 3), .quantity(try quantity("0.0007万元"), origin: 4),
    ]
    _ = try state.run(source, arguments)
    #expect(state.comparisons == nil)
    state.comparisons = []
    _ = try state.run(source, arguments)
    let comparisons = try #require(state.comparisons)
    #expect(comparisons.map(\.operation) == [.less, .equal])
    #expect(comparisons.map(\.leftOrigin) == [4, 3])
    #expect(comparisons.map(\.rightOrigin) == [3, 4])
    #expect(comparisons.map(\.left.description) == ["0.0007万元", "5元"])
    #expect(comparisons.map(\.result) == [false, false])
    #expect(comparisons.map(\.line) == [2, 3])
  }
}
