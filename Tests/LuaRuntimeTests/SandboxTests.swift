import LuaRuntime
import Testing

@Suite struct SandboxTests {
  @Test(arguments: [
    "io", "os", "debug", "package", "require", "dofile", "loadfile", "loadstring",
    "collectgarbage", "warn", "string.dump",
  ])
  func whatReachesOutIsAbsent(name: String) throws {
    #expect(try makeState().text("return type(\(name))") == "nil")
  }

  @Test func theGlobalsAreTheseAndNoOthers() throws {
    let names = try makeState().text(
      "local names = {} for name in pairs(_G) do names[#names + 1] = name end return table.concat(names, ' ')"
    )
    #expect(
      names == """
        _G _VERSION assert coroutine error getmetatable ipairs load math max min next pairs pcall \
        print quantity rawequal rawget rawlen rawset select setmetatable string sum table \
        tonumber tostring type utf8 xpcall
        """)
  }

  @Test func bytecodeIsRefused() throws {
    let error = try #require(throws: LuaError.self) {
      try makeState().load([0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00], chunk: "=binary")
    }
    #expect(error.kind == .syntax)
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try makeState().text("\u{FEFF}return 1") == "1")
  }

  @Test(arguments: [
    ("setmetatable({}, {__gc = function() end})", "__gc"),
    ("local m = {} local t = setmetatable({}, m) m.__gc = print setmetatable(t, m)", "__gc"),
    ("setmetatable({}, {__mode = 'k'})", "__mode"),
  ])
  func whatDependsOnCollectionIsRefused(source: String, field: String) throws {
    #expect(
      try makeState().failure(source).message == "a metatable must not have a `\(field)` field")
  }

  @Test(arguments: [
    "''", "quantity '5%'", "record", "object", "setmetatable({}, {__metatable = false})",
  ])
  func metatablesAreProtected(value: String) throws {
    let state = try makeState()
    let record = try LuaRecord(state, name: "e", fields: ["a"])
    try state.setGlobal("record", .record(record))
    let type = try state.register(HostObjectType(name: "thing"))
    try state.setGlobal("object", .object(HostObject(type: type)))
    #expect(try state.text("return tostring(getmetatable(\(value)))") == "false")
    #expect(try state.text("return tostring(pcall(setmetatable, \(value), {}))") == "false")
  }

  @Test(arguments: [
    ("tostring({})", "table"), ("tostring(pcall)", "function"),
    ("tostring(coroutine.create(pcall))", "thread"),
    ("string.format('%s %5s', {}, 1)", "table     1"),
    ("string.format('%-6s|', pcall)", "function|"), ("tostring(12)", "12"),
    ("tostring(setmetatable({}, {__tostring = function() return 'mine' end}))", "mine"),
    ("tostring(setmetatable({}, {__name = 'x'}))", "table"),
    ("string.format('%d%%p', 3)", "3%p"),
  ])
  func addressesAreNotShown(expression: String, expected: String) throws {
    #expect(try makeState().text("return \(expression)") == expected)
  }

  @Test(arguments: ["%p", "%-20p", "a\0%p", "%%%p"])
  func addressesCannotBeFormatted(format: String) throws {
    let state = try makeState()
    try state.setGlobal("format", .string(format))
    #expect(try state.failure("return string.format(format, {})").message.contains("%p"))
  }

  @Test func typesHaveTheirNames() throws {
    let state = try makeState()
    let record = try LuaRecord(state, name: "e", fields: ["a"])
    let type = try state.register(HostObjectType(name: "moment"))
    try state.setGlobal("e", .record(record))
    try state.setGlobal("at", .object(HostObject(type: type)))
    let names = try state.text(
      "return table.concat({type(e), type(at), type(quantity '1'), type({}), type(1)}, ' ')")
    #expect(names == "record moment quantity table number")
    #expect(try state.failure("type()").message.contains("value expected"))
  }

  @Test func pairsGoesThroughKeysInAFixedOrder() throws {
    let source = """
      local t = {"x", "y", z = 1, ["标"] = 1, a = 1, aa = 1, [true] = 1, [false] = 1, [-3] = 1,
        [1.5] = 1, [100] = 1}
      local keys = {}
      for key, value in pairs(t) do keys[#keys + 1] = tostring(key) end
      return table.concat(keys, " ")
      """
    #expect(try makeState().text(source) == "1 2 a aa z 标 -3 1.5 100 false true")
  }

  @Test func entriesMayBeRemovedOnTheWay() throws {
    let source = """
      local t, seen = {1, 2, 3, a = 1, b = 2, c = 3}, {}
      for key in pairs(t) do
        seen[#seen + 1] = tostring(key)
        if key == 1 then t[2], t.b = nil, nil end
        t[key] = nil
      end
      return table.concat(seen, " ") .. " " .. tostring(next(t))
      """
    #expect(try makeState().text(source) == "1 3 a c nil")
  }

  @Test func nextTellsWhetherATableIsEmpty() throws {
    let state = try makeState()
    #expect(try state.text("return tostring(next({}))") == "nil")
    #expect(try state.text("return (next({b = 1, a = 2, [7] = 3}))") == "a")
    #expect(try state.text("return select(2, next({'first', a = 1}))") == "first")
    #expect(try state.failure("for k in next, {a = 1} do end").message.contains("`pairs`"))
  }

  @Test func pcallAndXpcallBehaveAsInLua() throws {
    let state = try makeState()
    #expect(
      try state.text(
        "return table.concat({select(2, pcall(function(...) return ... end, 1, 2))}, ',')") == "1,2"
    )
    #expect(try state.text("return select(2, pcall(error, 'x'))") == "x")
    #expect(
      try state.text(
        "return table.concat({select(2, xpcall(function(a, b) return b, a end, error, 1, 2))}, ',')"
      ) == "2,1")
    #expect(
      try state.text("return select(2, xpcall(error, function(m) return m .. '!' end, 'x'))")
        == "x!")
    #expect(try state.text("return tostring((xpcall(error, error, 'x')))") == "false")
    #expect(throws: LuaError.self) { try state.run("pcall()") }
    #expect(throws: LuaError.self) { try state.run("xpcall(error)") }
  }

  @Test func coroutinesBehaveAsInLua() throws {
    let state = try makeState()
    let source = """
      local out = {}
      local function add(...)
        for i = 1, select("#", ...) do out[#out + 1] = tostring((select(i, ...))) end
      end
      local co = coroutine.create(function(a, b)
        local c = coroutine.yield(a + b)
        local ok, d = pcall(function() return coroutine.yield(c) * 2 end)
        local ok, e = xpcall(function() return coroutine.yield(d) .. "!" end, error)
        return e, "end"
      end)
      add(coroutine.resume(co, 1, 2))
      add(coroutine.resume(co, "c"))
      add(coroutine.resume(co, 21))
      add(coroutine.resume(co, "e"))
      add(coroutine.resume(co))
      add(coroutine.status(co), coroutine.close(co))
      add(pcall(coroutine.wrap(function() error("in", 0) end)))
      add(pcall(coroutine.wrap(function() local x <close> = setmetatable({}, {
        __close = function() add("closed") end}) error("in", 0) end)))
      for v in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do add(v) end
      return table.concat(out, " ")
      """
    #expect(
      try state.text(source) == """
        true 3 true c true 42 true e! end false cannot resume dead coroutine dead true \
        false in closed false in 1 2 3
        """)
  }

  @Test(arguments: [
    "coroutine.resume(1)", "coroutine.create(1)", "coroutine.wrap()", "coroutine.close()",
  ])
  func misusedCoroutinesAreErrors(source: String) throws {
    #expect(try makeState().failure(source).message.contains("bad argument #1"))
  }
}
