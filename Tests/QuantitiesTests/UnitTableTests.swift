// Tables of units: what is built in, lookups, contradictions.

import Testing

@testable import Quantities

@Suite("Unit tables")
struct UnitTableTests {
  @Test("the standard declarations contradict nothing, and each unit is found")
  func standard() throws {
    let table = try UnitTable(UnitDeclaration.standard)
    #expect(table.units == UnitTable.standard.units)
    #expect(table.units.count == UnitDeclaration.standard.count + 5)
    for unit in table.units {
      #expect(table[unit.symbol] == unit)
      #expect(table.unit(at: unit.index) == unit)
      #expect(table.unit(at: unit.index)?.index == unit.index)
      for alias in unit.aliases { #expect(table[alias] == unit) }
    }
    #expect(table.unit(at: UInt16(table.units.count)) == nil)
  }

  @Test(
    "scale and dimension of the standard units",
    arguments: [
      ("元", "money", 0), ("万元", "money", 4), ("亿元", "money", 8), ("万亿元", "money", 12),
      ("亿美元", "usd", 8), ("%", "number", -2), ("‰", "number", -3), ("个百分点", "points", -2),
      ("位", "rank", 0), ("万人次", "人次", 4), ("名", "人", 0), ("平方公里", "area", 6),
      ("万吨", "mass", 4), ("年", "年", 0), ("", "number", 0),
    ])
  func standardUnits(symbol: String, dimension: String, scale: Int) throws {
    let unit = try #require(UnitTable.standard[symbol])
    #expect(unit.dimension.name == dimension)
    #expect(unit.scale == scale)
  }

  @Test("every table begins with the built-in five")
  func builtIn() throws {
    let table = try UnitTable([])
    #expect(table.units == [.none, .percent, .perMille, .percentagePoints, .rank])
    #expect(table.units.map(\.index) == [0, 1, 2, 3, 4])
  }

  @Test("a declaration may name a built-in unit again and add an alias")
  func merge() throws {
    let table = try UnitTable([declared("%", dimension: .number, scale: -2, aliases: ["百分之"])])
    #expect(table.units.count == 5)
    #expect(table["百分之"] == .percent)
    #expect(table["%"]?.aliases == ["百分之"])
    let points = try UnitTable([declared("个百分点", dimension: .points, scale: -2, aliases: ["pp"])])
    #expect(points["百分点"] == .percentagePoints)
    #expect(points["pp"]?.aliases == ["百分点", "pp"])
  }

  @Test("full-width forms find the plain symbol", arguments: ["％", "%"])
  func fullWidth(symbol: String) {
    #expect(UnitTable.standard[symbol] == .percent)
  }

  @Test("an unknown symbol is not found", arguments: ["圆", "万", "百分比", " 元", "元 "])
  func unknown(symbol: String) {
    #expect(UnitTable.standard[symbol] == nil)
  }

  @Test(
    "contradictions are refused with the position of the declaration",
    arguments: [
      ([declared("a"), declared("b"), declared("a")], 2, "a"),
      ([declared("a", aliases: ["b"]), declared("b")], 1, "b"),
      ([declared("a"), declared("c", aliases: ["x", "a"])], 1, "a"),
      ([declared("a", aliases: ["a"])], 0, "a"), ([declared("a", aliases: ["x", "x"])], 0, "x"),
      ([declared("a", aliases: ["%"])], 0, "%"), ([declared("a", aliases: ["百分点"])], 0, "百分点"),
      ([declared("%")], 0, "%"), ([declared("位", dimension: .rank, scale: 1)], 0, "位"),
      ([declared("")], 0, ""), ([declared("a", aliases: [""])], 0, ""),
      ([declared("a", scale: 31)], 0, "a"), ([declared("a", scale: -31)], 0, "a"),
      ([declared("a", scale: .min)], 0, "a"), ([declared("m2")], 0, "m2"),
      ([declared("a-b")], 0, "a-b"), ([declared(" a")], 0, " a"),
      ([declared("a\u{3000}")], 0, "a\u{3000}"), ([declared("Ａ")], 0, "Ａ"),
      (
        [
          declared("%", dimension: .number, scale: -2),
          declared("%", dimension: .number, scale: -2),
        ], 1, "%"
      ),
    ])
  func contradictions(declarations: [UnitDeclaration], position: Int, symbol: String) {
    do {
      _ = try UnitTable(declarations)
      Issue.record("the declarations were accepted")
    } catch {
      #expect(error.position == position, "\(error)")
      #expect(error.symbol == symbol, "\(error)")
      #expect(!error.message.isEmpty)
    }
  }

  @Test("more units than there are indices are refused")
  func tooManyUnits() {
    let letters = (0..<41).compactMap { Unicode.Scalar(0x4E00 + $0).map(String.init) }
    let symbols = letters.flatMap { a in
      letters.flatMap { b in letters.map { c in a + b + c } }
    }
    #expect(symbols.count > Int(UInt16.max))
    let error = #expect(throws: UnitTableError.self) {
      try UnitTable(symbols.map { declared($0) })
    }
    #expect(error?.position == 65_531)
  }

  @Test("a contradiction says which unit has the name already")
  func message() {
    #expect(
      throws: UnitTableError(
        message: "`b` already stands for the unit `a`", symbol: "b", position: 1)
    ) { try UnitTable([declared("a", aliases: ["b"]), declared("b")]) }
  }

  @Test(
    "the nearest symbol is suggested, also from English, and nothing far-fetched",
    arguments: [
      ("万圆", "万元"), ("亿员", "亿元"), ("平方里", "平方米"), ("人次数", "人次"), ("Yuan", "元"),
      ("hundred million yuan", "亿元"), ("吨吨", "吨"), ("百分", "个百分点"), ("圆", nil),
      ("bananas", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(symbol: String, expected: String?) {
    #expect(UnitTable.standard.nearestSymbol(to: symbol) == expected)
  }
}

private func declared(
  _ symbol: String, dimension: Dimension = .named("thing"), scale: Int = 0, aliases: [String] = []
) -> UnitDeclaration {
  UnitDeclaration(
    symbol: symbol, english: "things", dimension: dimension, scale: scale, aliases: aliases)
}
