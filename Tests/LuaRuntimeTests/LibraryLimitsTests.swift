// Work done inside library functions is paid for, and no size or length is taken on trust.

import LuaRuntime
import Testing

@Suite struct LibraryLimitsTests {
  @Test(
    arguments: [
      ("string.find(('a'):rep(40), ('a?'):rep(40) .. ('a'):rep(40))", "string.find"),
      ("string.find(('a'):rep(1000), '.-.-.-.-.-b')", "string.find"),
      ("string.match(('a'):rep(30000), '(.-)(.-)(.-)%1%2b')", "string.match"),
      ("string.match(('x'):rep(30), ('x*'):rep(30) .. 'y')", "string.match"),
      ("string.gsub(('a'):rep(3000), '.-.-.-b', '')", "string.gsub"),
      ("string.gsub(('('):rep(30000), '%b()', '')", "string.gsub"),
      ("string.gmatch(('a'):rep(3000), '.-.-.-b')()", "string.gmatch"),
      ("string.find(('a'):rep(100000), '[' .. ('b'):rep(10000) .. ']')", "string.find"),
      ("while true do string.find(('a'):rep(100000), ('a'):rep(50000) .. 'b', 1, true) end", nil),
      ("while true do (('a'):rep(1 << 20)):upper() end", nil),
      ("while true do string.reverse(('a'):rep(1 << 20)) end", nil),
      ("local s = ('a'):rep(1 << 20) while true do s:byte(1, 30000) end", nil),
      ("local s = ('a'):rep(1 << 20) while true do utf8.len(s) end", "utf8.len"),
      ("local s = ('a'):rep(1 << 20) while true do utf8.offset(s, -1 << 20) end", "utf8.offset"),
      ("local s = ('\\x80'):rep(1 << 20) local f = utf8.codes('a') while true do f(s, 1) end", nil),
      ("local s = ('1'):rep(1 << 20) while true do tonumber(s, 10) end", "tonumber"),
      ("local s = ('1'):rep(1 << 16) while true do local x = s + 1 end", "arithmetic"),
      ("local s = ('a'):rep(1 << 20) while true do local t = s .. 'b' end", nil),
      ("local s = ('a'):rep(1 << 20) while true do string.format('%s', s) end", nil),
      ("local s = ('a'):rep(1 << 20) while true do string.pack('z', s) end", nil),
      (
        "table.concat(setmetatable({}, {__len = function() return 1 << 60 end, __index = rawlen}))",
        "table.concat"
      ),
      (
        "table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 'x')",
        "table.insert"
      ),
      (
        "table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)", "table.remove"
      ),
      ("table.move({}, 1, 1 << 60, 2)", "table.move"),
      ("table.sort(setmetatable({}, {__len = function() return 1 << 30 end}))", "table.sort"),
      (
        "table.sort(table.move({}, 1, 10000, 1, {}), rawequal) while true do table.sort({1, 2}) end",
        nil
      ),
      ("local t = {} for i = 1, 5000 do t[i] = i end while true do table.unpack(t) end", nil),
      ("local t = {} for i = 1, 200000 do t[i] = i end while true do table.sort(t) end", nil),
      (
        "local function f(...) while true do local a = select('#', ...) end end f(table.unpack({}, 1, 12000))",
        nil
      ),
      (
        "local function f(...) while true do g = select(2, ...) end end f(table.unpack({}, 1, 9000))",
        nil
      ),
      ("while true do load(('x = 1 '):rep(40000)) end", nil),
      ("while true do print(('x'):rep(1000)) end", nil),
      ("while true do math.random(1, 10) end", nil),
    ] as [(String, String?)])
  func hostileWorkIsStopped(source: String, call: String?) throws {
    let state = try makeState(LuaLimits(instructions: 2_000_000))
    let error = try state.failure(source.contains("while") ? source : "return " + source)
    #expect(error.kind == .instructions)
    if let call {
      #expect(
        error.message == "the script was stopped after 2000000 instructions, in `\(call)`")
    }
    #expect(error.location?.line == 1)
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test(arguments: [
    "('x'):rep(1 << 30)", "('x'):rep(1 << 20, ('y'):rep(100))",
    "pcall(string.rep, 'x', 1 << 30)",
  ])
  func aResultThatCannotFitIsNotBegun(source: String) throws {
    let state = try makeState(LuaLimits(memory: 8 << 20))
    let error = try state.failure("\nreturn \(source)")
    #expect(error.kind == .memory)
    #expect(error.message == "the script needs more than 8388608 bytes of memory, in `string.rep`")
    #expect(error.location?.line == 2)
    #expect(state.peakMemory < 1 << 20)
  }

  @Test(
    arguments: [
      ("('x'):rep(math.maxinteger)", .memory), ("('xx'):rep(math.maxinteger)", .runtime),
      ("('x'):rep(-5)", nil), ("(''):rep(math.maxinteger)", nil),
      ("table.unpack({}, 1, 1e8)", .runtime), ("table.unpack({}, math.mininteger, 1)", .runtime),
      ("string.byte(('x'):rep(2000000), 1, -1)", .runtime),
      ("table.concat({}, 'x', 1, math.maxinteger)", .runtime),
      ("table.move({}, math.mininteger, math.maxinteger, 1)", .runtime),
      ("table.sort(setmetatable({}, {__len = function() return math.maxinteger end}))", .runtime),
      ("string.pack('c2147483647', '')", .memory),
      ("('%99.99f'):format(1e308):len()", nil),
    ] as [(String, LuaError.Kind?)])
  func sizesThatMakeNoSenseAreErrors(expression: String, kind: LuaError.Kind?) throws {
    let state = try makeState(LuaLimits(instructions: 200_000_000))
    do {
      _ = try state.run("return \(expression)")
      #expect(kind == nil)
    } catch {
      #expect(error.kind == kind)
    }
  }

  @Test func anEmergencyCollectionIsPaidFor() throws {
    // With memory nearly full, every few allocations make Lua go through all it holds.
    let state = try makeState(LuaLimits(memory: 8 << 20))
    let source = """
      local live, n = {}, 0
      for i = 1, 4000000 do
        if i < 100000 then live[i] = {} else local garbage = {} end
      end
      """
    #expect(try state.failure(source).kind == .instructions)
  }

  @Test func honestWorkIsCheap() throws {
    let state = try makeState(LuaLimits(instructions: 100_000))
    let source = """
      local words, n = {}, 0
      local text = ("the quick brown fox "):rep(20)
      for word in text:gmatch("%a+") do words[#words + 1] = word:upper() end
      table.sort(words)
      local line = table.concat(words, ",")
      return #line .. " " .. select(2, line:gsub("QUICK", "slow")) .. " " .. line:find("THE")
      """
    #expect(try state.text(source) == "399 20 321")
  }

  @Test func sortingDoesNotTrustTheOrder() throws {
    let state = try makeState()
    for order in [
      "function() return true end", "function() return false end",
      "function(a, b) n = n + 1 return n % 3 == 0 end", "function(a, b) return a ~= b end",
    ] {
      let source = """
        n = 0
        local t = {}
        for i = 1, 300 do t[i] = i * 7919 % 301 end
        table.sort(t, \(order))
        local seen = 0
        for _, v in ipairs(t) do seen = seen + v end
        return #t .. " " .. seen
        """
      #expect(try state.text(source) == "300 45150")
    }
  }

  @Test func aListMayChangeWhileItIsSorted() throws {
    let source = """
      local t = {}
      for i = 1, 100 do t[i] = 100 - i end
      table.sort(t, function(a, b) t[#t + 1] = a; t[1] = nil; return a < b end)
      return t[1] .. " " .. t[100]
      """
    #expect(try makeState().text(source) == "0 99")
  }
}
