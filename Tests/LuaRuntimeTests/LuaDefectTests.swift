// What is known to go wrong in Lua 5.4.4, and how it is kept from scripts; see docs/lua-defects.md.

import LuaRuntime
import Testing

@Suite struct LuaDefectTests {
  @Test func aConcatenationSurvivesAMetamethodThatNeedsMuchStack() throws {
    let source = """
      local function grow(n) return n == 0 and 1 or 1 + grow(n - 1) end
      local mine = setmetatable({}, {__concat = function() grow(60) return "x" end})
      local wrong = 0
      local function at(depth)
        if depth > 0 then
          local r = at(depth - 1)
          return r
        end
        local a, b, c = "p", "q", "r"
        if a .. b .. c .. mine ~= "pqx" or a .. (b .. mine) .. c ~= "pxr" then wrong = wrong + 1 end
        if a .. b .. quantity "5元" .. c ~= "pq5元r" then wrong = wrong + 1 end
      end
      for depth = 0, 300 do
        at(depth)
        coroutine.wrap(at)(depth)
      end
      return wrong
      """
    #expect(try makeState().text(source) == "0")
  }

  @Test func aConcatenationNearTheEndOfTheStackIsSafe() throws {
    for padding in stride(from: 3000, to: 4100, by: 7) {
      let state = try makeState()
      let source = """
        local mine = setmetatable({}, {__concat = function() return "x" end})
        local function deep(n, ...)
          if n > 0 then
            local r = deep(n - 1)
            return r
          end
          return "a" .. "b" .. mine .. "c"
        end
        local function run(...) return deep(20) end
        return coroutine.wrap(run)(table.unpack({}, 1, \(padding) // 2))
        """
      do throws(LuaError) {
        let text = try state.text(source)
        #expect(text == "abx")
      } catch {
        #expect(error.message.hasPrefix("calls are nested too deeply"))
      }
      #expect(try state.text("return 1 + 1") == "2")
    }
  }

  @Test(arguments: [
    (
      "local t = {[true] = 'T', [false] = 'F'}\nreturn (function(a, b) return t[a < b] .. t[a > b] end)(1, 2)",
      "TF"
    ),
    (
      "local t = {}\nlocal function f(a, b) t[a == b] = 1 end f(1, 1) f(1, 2) return t[true] + t[false]",
      "2"
    ),
    (
      "local t = {[true] = 'T'}\nreturn (function() return function(a) return t[a ~= 1] end end)()(2)",
      "T"
    ),
  ])
  func aComparisonAsAnIndexIsRight(source: String, expected: String) throws {
    #expect(try makeState().text(source) == expected)
    #expect(try makeState().text("return load([==[\(source)]==])()") == expected)
  }

  @Test(arguments: [
    ("local t, a, b = {[true] = 'T', [false] = 'F'}, 1, 2 return t[a < b] .. t[a > b]", "TF"),
    (
      "local t = {[true] = 'T'} local function f(a, b) local c = a < b return t[c] end return f(1, 2)",
      "T"
    ),
    (
      "local function f(a, b) return a < b, not (a < b), a < b and 1 or 2 end return f(1, 2)",
      "true"
    ),
    ("local u = 5 local function f(a) return a < u and u or a == u or u end return f(1)", "5"),
  ])
  func otherComparisonsAreNot(source: String, expected: String) throws {
    #expect(try makeState().text(source) == expected)
  }

  @Test func bitwiseOperatorsInFunctionsWithVeryManyConstantsAreRefused() throws {
    func source(constants: Int) -> String {
      let values = (1...constants).map { "\($0).5" }.joined(separator: ", ")
      return """
        local t = {\(values)}
        local a
        return (1000 & (a or 129)) - 128
        """
    }
    #expect(try makeState().text(source(constants: 100)) == "0")
    let error = try makeState().failure(source(constants: 300))
    #expect(error.kind == .syntax)
    #expect(error.location?.line == 3)
    #expect(error.message.hasSuffix("with more than 255 constants; split the function"))
    // Arithmetic with as many constants is right.
    let sums = (1...300).map { "\($0).5" }.joined(separator: " + a + ")
    #expect(try makeState().text("local a = 0 return \(sums)") == "45300.0")
  }

  @Test(arguments: [
    ("for _ in utf8.codes('ab\\x80') do end", "invalid UTF-8 code"),
    ("for _ in utf8.codes('\\x80') do end", "invalid UTF-8 code"),
    ("for _ in utf8.codes('\\xC3\\xA9\\xA9') do end", "invalid UTF-8 code"),
  ])
  func strayContinuationBytesAreErrors(source: String, message: String) throws {
    #expect(try makeState().failure(source).message.contains(message))
  }

  @Test(arguments: [
    "return xpcall(error, function(m) error('again') end, 'x')",
    "return xpcall(error, function(m) return xpcall(error, function(n) return n .. m end, 'i') end)",
    "local loop = {} loop.__index = loop setmetatable(loop, loop) return pcall(function() return loop.x end)",
    "local t = setmetatable({}, {}) getmetatable(t).__add = function(...) return t + t end return pcall(function() return t + t end)",
    "local t = setmetatable({}, {}) getmetatable(t).__close = function() error(t) end return pcall(function() local x <close> = t error('y') end)",
    """
    local co = coroutine.create(function()
      xpcall(function()
        local x <close> = setmetatable({}, {__close = function() error("closing") end})
        coroutine.yield()
      end, function(m) return m end)
    end)
    coroutine.resume(co)
    return (coroutine.close(co))
    """,
  ])
  func errorsWhileErrorsAreHandledEnd(source: String) throws {
    let state = try makeState()
    #expect(try state.text("return tostring((function() \(source) end)())") == "false")
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test func aTableThatCallsItselfEnds() throws {
    let state = try makeState()
    let source = "local loop = {} loop.__call = loop setmetatable(loop, loop) return pcall(loop)"
    #expect(try state.failure(source).message.hasPrefix("calls are nested too deeply"))
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test func chainsOfSuspendedCoroutinesCloseEachOther() throws {
    func source(_ count: Int) -> String {
      """
      local previous
      for i = 1, \(count) do
        local inner = previous
        previous = coroutine.create(function()
          local x <close> = setmetatable({}, {
            __close = function() if inner then assert(coroutine.close(inner)) end end})
          coroutine.yield()
        end)
        coroutine.resume(previous)
      end
      return coroutine.close(previous)
      """
    }
    #expect(try makeState().text(source(40)) == "true")
    #expect(try makeState().text("return (function() \(source(200)) end)()") == "false")
  }

  @Test func theParserEndsOnDeepNesting() throws {
    let state = try makeState()
    for source in [
      "return \(String(repeating: "(", count: 5000))1", String(repeating: "do ", count: 5000),
      "return \(String(repeating: "{", count: 5000))", "a\(String(repeating: "[a", count: 5000))",
      "return \(String(repeating: "- ", count: 5000))1",
      "return \(String(repeating: "a..", count: 5000))a",
      String(repeating: "function f() ", count: 5000),
      "local \(String(repeating: "a,", count: 300))a",
    ] {
      #expect(try state.failure(source).kind == .syntax)
    }
    #expect(
      try state.text("local a = 'x' return #(\(String(repeating: "a..", count: 150))a)") == "151")
  }

  @Test func scriptsMayCallEachOtherDeeply() throws {
    let source = """
      local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
      return depth(5000) .. " " .. coroutine.wrap(depth)(500)
      """
    #expect(try makeState().text(source) == "5000 500")
  }

  @Test func breakAndGotoCloseVariables() throws {
    let source = """
      local log = {}
      local function C(name)
        return setmetatable({}, {__close = function() log[#log + 1] = name end})
      end
      for i = 1, 3 do local a <close> = C("a" .. i) if i == 2 then break end end
      while true do
        local b <close> = C("b")
        local f = function() return b end
        break
      end
      do
        local d <close> = C("d")
        goto done
      end
      ::done::
      for i = 1, 2 do
        local z <close> = C("z" .. i)
        if i == 1 then goto continue end
        log[#log + 1] = "body"
        ::continue::
      end
      return table.concat(log, " ")
      """
    #expect(try makeState().text(source) == "a1 a2 b d z1 body z2")
  }

  @Test(arguments: [
    "for k in next, {1, 2}, nil, C(i) do local function f() return k end if f() then break end end",
    "for k in next, {1, 2}, nil, C(i) do f = function() return k end break end",
    "for k in next, {1, 2}, nil, C(i) do local j = k f = function() return j end if j then break end end",
    "for k in next, {1, 2}, nil, C(i) do for _ = 1, 2 do f = function() return k end goto out end end ::out::",
    "for k in next, {1, 2}, nil, C(i) do do local j f = function() return j end if k then break end end end",
    "for a, b, c in next, {1, 2}, nil, C(i) do f = function() return b end break end",
    "for k in next, {1, 2}, nil, C(i) do f = function() return k end end",
    "for k in next, {}, nil, C(i) do f = function() return k end break end",
    "for k in next, {1, 2}, nil, C(i) do if k then break end end",
  ])
  func leavingALoopClosesItsValue(loop: String) throws {
    let source = """
      local log, f = {}
      local function C(name)
        return setmetatable({}, {__close = function() log[#log + 1] = name end})
      end
      local function walk(kept)
        for i = 1, 3 do
          local before = kept
          \(loop)
          log[#log + 1] = before
        end
        return table.concat(log, " ")
      end
      return walk("-")
      """
    #expect(try makeState().text(source) == "1 - 2 - 3 -")
    #expect(try makeState().text("return load([==[\(source)]==])()") == "1 - 2 - 3 -")
  }

  @Test func weakMetatablesSurviveWithoutMemory() throws {
    // A table that only a weak metatable holds, growing while memory runs out.
    let source = """
      local function run(n)
        local meta, weak = {}, {}
        setmetatable(meta, weak)
        weak.__mode = "v"
        local t = setmetatable({}, meta)
        meta.__newindex = {}
        for i = 1, n do t["k" .. i] = i end
      end
      local kept = {}
      for i = 1, 1000 do
        run(i % 300)
        kept[i] = ("x"):rep(3000) .. i
      end
      """
    #expect(
      try makeState(LuaLimits(memory: 2 << 20, instructions: 1_000_000_000)).failure(source).kind
        == .memory)
  }
}
