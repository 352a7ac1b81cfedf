import LuaRuntime
import Testing

@Suite struct LuaStateTextTests {
  private func text(_ source: String, limits: LuaTextLimits = LuaTextLimits()) throws -> String {
    let state = try makeState()
    return try state.text(of: state.run(source), limits: limits)
  }

  @Test(arguments: [
    ("nil", "nil"), ("true", "true"), ("12", "12"), ("-0.0", "-0.0"), ("1e15", "1e+15"),
    ("2^53", "9.007199254741e+15"), ("100 / 2", "50.0"), ("0.1", "0.1"), ("1/0", "inf"),
    ("-1/0", "-inf"), ("1e100", "1e+100"), ("math.mininteger", "-9223372036854775808"),
    ("'a\\nb'", "a\nb"), ("'中'", "中"), ("''", ""), ("'a\\xFF'", "a\u{FFFD}"),
    ("quantity '60万元'", "60万元"), ("print", "function"),
    ("coroutine.create(print)", "thread"),
  ])
  func plainValuesAreWrittenAsInLua(expression: String, expected: String) throws {
    #expect(try text("return \(expression)") == expected)
  }

  @Test(arguments: [
    ("{}", "{}"), ("{1, 2, 3}", "{1, 2, 3}"), ("{'a', x = 1}", "{\"a\", x = 1}"),
    ("{b = 1, a = 2}", "{a = 2, b = 1}"),
    ("{['end'] = 1}", "{[\"end\"] = 1}"), ("{['a b'] = 1}", "{[\"a b\"] = 1}"),
    ("{['中'] = '中'}", "{[\"中\"] = \"中\"}"), ("{['1x'] = 1, _x1 = 2}", "{[\"1x\"] = 1, _x1 = 2}"),
    ("{[1.5] = 1, [-1] = 2}", "{[-1] = 2, [1.5] = 1}"),
    ("{[true] = 1, [false] = 2}", "{[false] = 2, [true] = 1}"),
    ("{[{}] = 1, [print] = 2}", "{[function] = 2, [table] = 1}"),
    ("{[{}] = 'b', [{1}] = 'a', x = 1}", "{x = 1, [table] = \"a\", [table] = \"b\"}"),
    ("{{1}, {{2}}}", "{{1}, {{2}}}"), ("{q = quantity '5%'}", "{q = 5%}"),
    ("{print}", "{function}"), ("{'a\\0b\\n\"\\\\\\27'}", "{\"a\\x00b\\n\\\"\\\\\\x1B\"}"),
    ("{[10] = 1}", "{[10] = 1}"), ("{x = 1.0}", "{x = 1.0}"),
  ])
  func tablesAreWrittenInAFixedOrder(expression: String, expected: String) throws {
    #expect(try text("return \(expression)") == expected)
  }

  @Test func aTableInsideItselfIsMarked() throws {
    #expect(try text("local t = {1} t.self = t return t") == "{1, self = <cycle>}")
    #expect(
      try text("local a, b = {}, {} a.b, b.a = b, a return {a, b}")
        == "{{b = {a = <cycle>}}, {a = {b = <cycle>}}}")
    #expect(try text("local t = {} return {t, t}") == "{{}, {}}")
  }

  @Test func metamethodsDoNotRun() throws {
    let source = """
      local trap = function() error("reached") end
      return setmetatable({1, x = 2}, {__tostring = trap, __index = trap, __pairs = trap,
        __len = trap, __name = "mine", __metatable = trap})
      """
    #expect(try text(source) == "{1, x = 2}")
  }

  @Test func recordsAndObjectsAreNamed() throws {
    let state = try makeState()
    let record = try LuaRecord(state, name: "e", fields: ["a"])
    let described = try state.register(
      HostObjectType(name: "moment", describe: { "year \($0.a)" }))
    let plain = try state.register(HostObjectType(name: "thing"))
    try state.setGlobal("e", .record(record))
    try state.setGlobal("m", .object(HostObject(type: described, a: 2027)))
    try state.setGlobal("t", .object(HostObject(type: plain)))
    #expect(try state.text(of: state.run("return {e, m, t}")) == "{record e, year 2027, thing}")
  }

  @Test(arguments: [
    (
      "local t = {} for i = 1, 8 do t = {t} end return t",
      "the result has tables more than 8 deep in each other; return the part of it that matters", 8
    ),
    (
      "local t = {} for i = 1, 1001 do t[i] = i end return t",
      "the result has more than 1000 entries; return the part of it that matters", 1000
    ),
    (
      "local t = {} for i = 1, 101 do t[i] = {1, 2, 3, 4, 5, 6, 7, 8, 9} end return t",
      "the result has more than 1000 entries; return the part of it that matters", 1000
    ),
    (
      "return ('x'):rep(65537)",
      "a text of 65537 bytes is too long to be handed over; at most 65536 are allowed", 65536
    ),
    (
      "local s = ('x'):rep(1000) local t = {} for i = 1, 100 do t[i] = s end return t",
      "the result is longer than 65536 bytes as text; return the part of it that matters", 65536
    ),
    (
      "return {[('x'):rep(70000)] = 1}",
      "the result is longer than 65536 bytes as text; return the part of it that matters", 65536
    ),
  ])
  func whatIsTooLargeIsAnError(source: String, message: String, limit: Int) throws {
    let error = try #require(throws: LuaError.self) { try text(source) }
    #expect(error.kind == .size)
    #expect(error.message == message)
    #expect(error.usage?.limit == limit)
  }

  @Test func limitsAreInclusive() throws {
    #expect(try text("local t = {} for i = 1, 7 do t = {t} end return t").count == 16)
    #expect(try text("local t = {} for i = 1, 1000 do t[i] = 1 end return t").count == 3000)
    #expect(try text("return ('x'):rep(65536)").count == 65536)
    let small = LuaTextLimits(depth: 1, entries: 2, bytes: 10)
    #expect(try text("return {1, 2}", limits: small) == "{1, 2}")
    #expect(throws: LuaError.self) { try text("return {1, 2, 3}", limits: small) }
    #expect(throws: LuaError.self) { try text("return {{}}", limits: small) }
    #expect(throws: LuaError.self) { try text("return 'elevenbytes'", limits: small) }
  }

  @Test func theSameTextComesEveryTime() throws {
    let source = """
      local t = {}
      for i = 1, 50 do t["key" .. i] = i; t[{}] = i; t[function() end] = i end
      return t
      """
    let first = try text(source)
    for _ in 0..<5 { #expect(try text(source) == first) }
  }

  @Test func aTableOfAnotherStateIsAnError() throws {
    let (one, other) = (try makeState(), try makeState())
    let value = try one.run("return {}")
    #expect(throws: LuaError.self) { try other.text(of: value) }
  }
}
