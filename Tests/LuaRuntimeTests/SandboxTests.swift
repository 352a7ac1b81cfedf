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
  ])
  func whatDependsOnCollectionIsRefused(source: String, field: String) throws {
    #expect(
      try makeState().failure(source).message == "a metatable must not have a `\(field)` field")
  }

  @Test func weakTablesHoldOnToTheirEntries() throws {
    let source = """
      local meta = {__mode = "k", __index = function() return "none" end}
      local t = setmetatable({}, meta)
      for i = 1, 20000 do t[{}] = i end
      local count = 0
      for _ in pairs(t) do count = count + 1 end
      return count .. t.x .. tostring(meta.__mode)
      """
    #expect(try makeState().text(source) == "20000nonenil")
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
    ("tostring(setmetatable({}, {__name = 'x'}))", "x"),
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
  }

  @Test(arguments: [
    ("for k, v in next, {10, 20, x = 1, [2.5] = 2, [true] = 3} do add(k) end", "1 2 x 2.5 true"),
    (
      "local t = {1, 2, 3, z = 5, a = 4} local k = next(t) while k do t[k] = nil add(k) k = next(t, k) end",
      "1 2 3 a z"
    ),
    ("local t = {a = 1, b = 2, c = 3} for k in next, t do t[k] = nil add(k) end", "a b c"),
    ("local t = {a = 1, c = 3} add(next(t, 'b'))", "c"),
    ("local t = {1, 2} for i in next, t do for j in next, t do add(i .. j) end end", "11 12 21 22"),
    ("add(tostring(next({}, nil))) add(tostring(next({a = 1}, 'a')))", "nil nil"),
    (
      "local t = {} for i = 1, 9 do t[{}] = i end for k, v in next, t do add(v) end",
      "1 2 3 4 5 6 7 8 9"
    ),
  ])
  func nextGoesThroughATableInTheOrderOfPairs(body: String, expected: String) throws {
    let source = """
      local seen = {}
      local function add(key) seen[#seen + 1] = tostring(key) end
      \(body)
      return table.concat(seen, " ")
      """
    #expect(try makeState().text(source) == expected)
  }

  @Test func nextRefusesAKeyThatHasNoPlace() throws {
    #expect(
      try makeState().failure("return next({1}, {})").message
        == "`next` was given a key that is not in the table")
  }

  @Test(arguments: [
    "for i = 1, 30 do t[{}] = i end",
    "for i = 1, 30 do t[function() return i end] = 31 - i end",
    "for i = 1, 30 do t[setmetatable({}, {__index = {i = i}, id = i})] = true end",
    "for i = 1, 30 do t[{name = 'n' .. i % 10, list = {i // 10, i}}] = true end",
    "for i = 1, 30 do t[quantity(i .. '元')] = true end",
    "for i = 1, 30 do t[{[i] = 1, deep = {deep = {i}}}] = {x = -i} end",
  ])
  func keysWithoutAnOrderComeByWhatTheyHold(fill: String) throws {
    let source = """
      local t, seen = {}, {}
      \(fill)
      local function write(v)
        if type(v) ~= "table" then return type(v) == "function" and "f" or tostring(v) end
        local parts = {}
        for k, w in pairs(v) do parts[#parts + 1] = tostring(k) .. write(w) end
        return "{" .. table.concat(parts, ",") .. "}"
      end
      for k, v in pairs(t) do seen[#seen + 1] = write(k) .. "=" .. write(v) end
      return table.concat(seen, " ")
      """
    let states = [try makeState(), try makeState()]
    // Another layout of memory.
    _ = try states[1].text("junk = {} for i = 1, 1000 do junk[i] = {} end return 1")
    #expect(try states[0].text(source) == states[1].text(source))
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
