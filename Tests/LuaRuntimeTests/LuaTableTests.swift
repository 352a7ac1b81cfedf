import LuaRuntime
import Testing

@Suite struct LuaTableTests {
  private func keys(_ source: String) throws -> [String] {
    let state = try makeState()
    guard case .table(let table) = try state.run(source) else { return [] }
    return try table.entries().map { entry in
      switch entry.key {
      case .string(let text): text
      case .integer(let integer): String(integer)
      case .number(let number): String(number)
      case .boolean(let boolean): String(boolean)
      case let other: other.typeName
      }
    }
  }

  @Test func entriesComeInAFixedOrder() throws {
    let source = """
      local t = {"x", "y", z = 1, ["标"] = 1, a = 1, [true] = 1, [false] = 1, [-3] = 1, [1.5] = 1}
      t[t] = 1
      return t
      """
    #expect(
      try keys(source) == ["1", "2", "a", "z", "标", "-3", "1.5", "false", "true", "table"])
  }

  @Test func valuesAreStoredAndRemoved() throws {
    let state = try makeState()
    let table = try state.makeTable([(.integer(1), .string("a")), (.string("k"), .boolean(false))])
    #expect(table.count == 1)
    try table.set("k", .nil)
    #expect(try table.get("k").typeName == "nil")
    #expect(try table.entries().count == 1)
  }

  @Test func aKeyThatLuaRefusesIsAnError() throws {
    let state = try makeState()
    let table = try state.makeTable()
    #expect(throws: LuaError.self) { try table.set(.nil, .integer(1)) }
    #expect(throws: LuaError.self) { try table.set(.number(.nan), .integer(1)) }
    #expect(try table.get(.nil).typeName == "nil")
  }

  @Test func accessIsRaw() throws {
    let state = try makeState()
    let value = try state.run(
      """
      return setmetatable({}, {
        __index = function() error("reached") end, __newindex = function() error("reached") end,
        __len = function() return 9 end, __pairs = function() error("reached") end,
      })
      """)
    guard case .table(let table) = value else { return }
    #expect(try table.get("x").typeName == "nil")
    try table.set("x", .integer(1))
    #expect(table.count == 0)
    #expect(try table.entries().count == 1)
  }

  @Test func metatablesFromTheHostWork() throws {
    let state = try makeState()
    let (table, metatable) = (try state.makeTable(), try state.makeTable())
    let index = try state.function("index") { call in
      guard case .string(let name) = try call.argument(1) else { return .nil }
      throw LuaError("there is no `\(name)`")
    }
    try metatable.set("__index", .function(index))
    try table.setMetatable(metatable)
    try state.setGlobal("t", .table(table))
    #expect(try state.failure("return t.nothing").message == "there is no `nothing`")
    try table.setMetatable(nil)
    #expect(try state.run("return t.nothing").typeName == "nil")
    try metatable.set("__gc", .boolean(true))
    #expect(throws: LuaError.self) { try table.setMetatable(metatable) }
  }
}
