// Units and dimensions as values.

import Testing

@testable import Quantities

@Suite("Units")
struct UnitTests {
  @Test("units are equal by symbol, dimension and scale, whatever table they come from")
  func equality() throws {
    let money = UnitDeclaration(
      symbol: "万元", english: "wan yuan", dimension: .named("money"), scale: 4)
    let table = try UnitTable([money])
    let own = try #require(table["万元"])
    let standard = try #require(UnitTable.standard["万元"])
    #expect(own == standard)
    #expect(own.hashValue == standard.hashValue)
    #expect(own.index != standard.index)
    #expect(own != UnitTable.standard["元"])
  }

  @Test("units that differ in dimension or scale only are unlike")
  func inequality() throws {
    let count = try UnitTable([
      UnitDeclaration(symbol: "元", english: "elements", dimension: .named("元"), scale: 0)
    ])
    let scaled = try UnitTable([
      UnitDeclaration(symbol: "元", english: "yuan", dimension: .named("money"), scale: 1)
    ])
    #expect(count["元"] != UnitTable.standard["元"])
    #expect(scaled["元"] != UnitTable.standard["元"])
  }

  @Test(
    "dimensions read and write their names",
    arguments: [
      ("number", Dimension.number), ("points", .points), ("rank", .rank),
      ("money", .named("money")), ("家", .named("家")),
    ])
  func dimensionNames(name: String, dimension: Dimension) {
    #expect(Dimension(name: name) == dimension)
    #expect(dimension.name == name)
  }

  @Test("only the unit without a symbol is plain")
  func plain() {
    #expect(UnitTable.standard.units.filter(\.isPlain) == [Unit.none])
    #expect(Unit.none.description == "number")
    #expect(Unit.percent.description == "%")
  }
}
