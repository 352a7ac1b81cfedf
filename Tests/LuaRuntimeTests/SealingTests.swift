// Sealed states: what evaluations try to leave behind, and what they can still do.

import LuaRuntime
import Testing

/// A file whose function is evaluated after everything has been sealed.
private struct SealedFile {
  let state: LuaState
  let function: LuaFunction

  /// - Parameter file: Lua that sets something up and returns a function.
  init(_ file: String, limits: LuaLimits = LuaLimits()) throws {
    state = try makeState(limits)
    let environment = try state.makeEnvironment()
    let chunk = try state.load(file, chunk: "@file.lua", environment: environment)
    guard case .function(let function) = try state.result(of: chunk) else {
      throw LuaError("the file returns no function")
    }
    self.function = function
    try state.seal()
  }

  /// What one evaluation of the function comes to, as text.
  func evaluate(_ arguments: LuaValue...) throws -> String {
    try state.beginEvaluation()
    defer { state.endEvaluation() }
    return try state.text(of: state.result(of: function, arguments))
  }
}

@Suite struct SealingRefusalTests {
  @Test(
    arguments: [
      ("", "count = 1", "the global `count` cannot be set here"),
      ("count = 0", "count = count + 1", "the global `count` cannot be set here"),
      ("", "_G.count = 1", "the global `count` cannot be set here"),
      ("", "_ENV.count = 1", "the global `count` cannot be set here"),
      ("", "rawset(_G, 'count', 1)", "the global `count` cannot be set here"),
      ("", "function helper() end", "the global `helper` cannot be set here"),
      ("", "load('count = 1')()", "the global `count` cannot be set here"),
      ("", "_G._G = nil", "the global `_G` cannot be set here"),
      ("", "string.trim = print", "`trim` cannot be set here"),
      ("", "rawset(string, 'rep', nil)", "`rep` cannot be set here"),
      ("", "math.pi = 3", "`pi` cannot be set here"),
      ("", "_G.string.x = 1", "`x` cannot be set here"),
      ("local t = {}", "t.a = 1", "`a` cannot be set here"),
      ("local t = {a = 1}", "t.a = nil", "`a` cannot be set here"),
      ("local t = {1}", "t[1] = 2", "`[1]` cannot be set here"),
      ("local t = {1}", "t[2] = 2", "`[2]` cannot be set here"),
      ("local t = {}", "t[true] = 2", "this entry cannot be set here"),
      ("local t = {}", "rawset(t, 'a', 1)", "`a` cannot be set here"),
      ("local t = {in_ = {}}", "t.in_.a = 1", "`a` cannot be set here"),
      ("local k = {} local t = {[k] = 1}", "next(t).a = 1", "`a` cannot be set here"),
      ("local t = {}", "table.insert(t, 1)", "this table cannot be changed here"),
      ("local t = {1}", "table.remove(t)", "this table cannot be changed here"),
      ("local t = {2, 1}", "table.sort(t)", "this table cannot be changed here"),
      ("local t = {}", "table.move({1}, 1, 1, 1, t)", "this table cannot be changed here"),
      ("local t = {}", "setmetatable(t, {})", "the metatable of this table cannot be changed here"),
      ("", "setmetatable(_G, {})", "the metatable of this table cannot be changed here"),
      (
        "local t = setmetatable({}, {__index = {}})", "getmetatable(t).__index = nil",
        "`__index` cannot be set here"
      ),
      (
        "local t = setmetatable({}, {__index = {}})", "getmetatable(t).__index.a = 1",
        "`a` cannot be set here"
      ),
      (
        "local c = {} c.__index = c", "getmetatable(setmetatable({}, c)).extra = 1",
        "`extra` cannot be set here"
      ),
      (
        "local seen = {} local f = function(k) if not seen[k] then seen[k] = k end end", "f(3)",
        "`[3]` cannot be set here"
      ),
      (
        "local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v) end})",
        "t.a = 1", "`a` cannot be set here"
      ),
      (
        "local store = {} local t = setmetatable({}, {__newindex = store})", "t.a = 1",
        "`a` cannot be set here"
      ),
      (
        "local t = setmetatable({a = 1}, {__newindex = function() error('own words') end})",
        "t.a = 2", "`a` cannot be set here"
      ),
      (
        "local t = setmetatable({}, {__newindex = function(_, k) error('no ' .. k, 0) end})",
        "t.a = 2", "no a"
      ),
      (
        "local t = setmetatable({}, {__index = function(t, k) t[k] = 1 return 1 end})",
        "return t.a", "`a` cannot be set here"
      ),
    ] as [(String, String, String)])
  func aChangeIsRefused(setup: String, body: String, message: String) throws {
    let file = try SealedFile("\(setup)\nreturn function()\n\(body)\nend")
    for _ in 1...2 {
      let error = try #require(throws: LuaError.self) { try file.evaluate() }
      #expect(error.message.hasPrefix(message))
      #expect(error.kind == .runtime)
    }
  }

  @Test func theMessageSaysWhatToDoAndWhere() throws {
    let file = try SealedFile("count = 0\nreturn function()\n  count = count + 1\nend")
    let error = try #require(throws: LuaError.self) { try file.evaluate() }
    #expect(
      error.description == "file.lua:3: the global `count` cannot be set here: what scripts set up "
        + "while they load stays as it is; use a local variable inside the function")
  }

  @Test(
    arguments: [
      ("co = coroutine.create(print)", "the global `co` holds a coroutine", 0),
      ("local co = coroutine.create(print)", "the local variable `co` holds a coroutine", 3),
      ("co = {deep = {it = coroutine.create(print)}}", "the field `it` holds a coroutine", 0),
      ("co = {[coroutine.create(print)] = 1}", "a table holds a coroutine", 0),
      ("co = {coroutine.create(print)}", "a table holds a coroutine", 0),
      (
        "co = setmetatable({}, {it = coroutine.create(print)})", "the field `it` holds a coroutine",
        0
      ),
      (
        "local co = coroutine.wrap(print)",
        "the local variable `co` holds a function of `coroutine.wrap`", 3
      ),
      ("co = ('abc'):gmatch('.')", "the global `co` holds an iterator of `string.gmatch`", 0),
      ("co = pairs({1, 2})", "the global `co` holds an iterator of `pairs`", 0),
    ] as [(String, String, Int)])
  func whatRemembersHowFarItHasComeIsRefused(setup: String, message: String, line: Int) throws {
    let error = try #require(throws: LuaError.self) {
      _ = try SealedFile("\(setup)\n\nreturn function() return co end")
    }
    #expect(error.message.hasPrefix(message + ", which would go on"))
    #expect(error.location?.line ?? 0 == line)
  }

  @Test func aStateIsNotSealedInTheMiddleOfACall() throws {
    let state = try makeState()
    try state.setGlobal(
      "seal",
      .function(
        state.function("seal") { [unowned state] _ in
          try state.seal()
          return .nil
        }))
    #expect(try state.failure("seal()").message == "scripts can be sealed between calls only")
    #expect(try state.text("x = 1 return x") == "1")
  }

  @Test func moreThanTheMemoryHoldsIsALimit() throws {
    let error = try #require(throws: LuaError.self) {
      _ = try SealedFile(
        "t = {} for i = 1, 15000 do t[i] = {i} end return print",
        limits: LuaLimits(memory: 4 << 20))
    }
    #expect(error.kind == .memory)
  }

  @Test func moreThanTheInstructionsAllowIsALimit() throws {
    let limits = LuaLimits(instructions: 60_000)
    #expect(throws: Never.self) {
      _ = try SealedFile("t = table.pack(('x'):byte()) return print", limits: limits)
    }
    let error = try #require(throws: LuaError.self) {
      _ = try SealedFile(
        "t = table.pack(('x'):rep(35000):byte(1, -1)) return print", limits: limits)
    }
    #expect(error.kind == .instructions)
    #expect(error.usage?.call == "loading")
  }
}

@Suite struct SealingInvisibilityTests {
  /// What a file sets up, what an evaluation does about it, and what shows it.
  static let attempts: [(setup: String, attempt: String, view: String)] = [
    ("", "count = 1", "return tostring(count)"),
    ("count = 0", "count = count + 1", "return count"),
    ("", "rawset(_G, 'x', 1)", "return tostring(x)"),
    ("", "_ENV = {}", "return type(string)"),
    ("", "_ENV.x = 1", "return tostring(x)"),
    ("", "string.rep = nil", "return ('x'):rep(2) .. type(string.rep)"),
    ("", "getmetatable('').__index = nil", "return ('x'):rep(2)"),
    ("", "('').x = 1", "return tostring(('').x)"),
    ("local n = 0", "n = n + 1", "return n"),
    ("local n = 0 local function add() n = n + 1 end", "add() add()", "return n"),
    ("local n = 0", "(function() n = n + 1 end)()", "return n"),
    ("local n = 0", "local f = function() return function() n = n + 1 end end f()()", "return n"),
    ("local n = 0 local function put(x) n = x end", "put(5)", "return n"),
    ("local n", "n = {1}", "return tostring(n)"),
    ("local n = {1}", "n = nil", "return n[1]"),
    ("local n = {1}", "n = {2}", "return n[1]"),
    ("local f = function() return 1 end", "f = function() return 2 end", "return f()"),
    ("local function f() return 1 end", "f = nil", "return f()"),
    ("local a, b = 1, 2", "a, b = b, a", "return a .. b"),
    ("local n = 'x'", "n = n .. n", "return n"),
    (
      "local function counter() local n = 0 return function() n = n + 1 return n end end "
        + "local c = counter()", "c() c()", "return c()"
    ),
    (
      "local c = {} do local n = 0 function c.up() n = n + 1 end function c.get() return n end end",
      "c.up()", "return c.get()"
    ),
    (
      "local c do local n = 0 c = {function() n = n + 1 return n end} end", "c[1]()",
      "return c[1]()"
    ),
    ("local t = {1, 2}", "table.insert(t, 3)", "return #t"),
    ("local t = {2, 1}", "table.sort(t)", "return t[1]"),
    ("local t = {1}", "t[#t + 1] = 2", "return #t"),
    ("local memo = {}", "memo[1] = 5", "return tostring(memo[1])"),
    (
      "local memo = setmetatable({}, {__mode = 'k'})", "memo[{}] = 5", "return tostring(next(memo))"
    ),
    ("local t = {}", "setmetatable(t, {__index = {a = 1}})", "return tostring(t.a)"),
    (
      "local m = {a = 1} local t = setmetatable({}, {__index = m})", "m.a = 2 t.a = 3", "return t.a"
    ),
    (
      "local m = {__mode = 'k', __index = {a = 1}}", "setmetatable({}, m)",
      "return tostring(m.__mode) .. setmetatable({}, m).a"
    ),
    (
      "local co", "co = co or coroutine.wrap(function() coroutine.yield(1) end) co()",
      "return type(co)"
    ),
    (
      "local it", "it = it or ('ab'):gmatch('.') it()",
      "it = it or ('ab'):gmatch('.') return it()"
    ),
    ("", "math.random() math.random()", "return math.random(1000000)"),
    ("", "math.randomseed(7)", "return math.random(1000000)"),
    ("math.randomseed(7)", "math.random()", "return math.random(1000000)"),
    ("local n = 0", "n = 5 error('stopped')", "return n"),
    ("local n = 0", "n = 5 error({})", "return n"),
    ("local n = 0", "n = 5 while true do end", "return n"),
    ("local n = 0", "n = ('x'):rep(1 << 30)", "return n"),
    ("local n = 0", "n = 5 local function f() return 1 + f() end f()", "return n"),
    (
      "local n = 0",
      "local co = coroutine.wrap(function() n = 1 coroutine.yield() n = 2 end) co()", "return n"
    ),
    (
      "local n = 0 local e = setmetatable({}, {__close = function() n = n + 1 end})",
      "local x <close> = e", "return n"
    ),
  ]

  @Test(arguments: attempts)
  func whatAnEvaluationDoesIsInvisibleToOthers(
    setup: String, attempt: String, view: String
  ) throws {
    let file = try SealedFile(
      """
      \(setup)
      local function attempt() \(attempt) end
      local function view() \(view) end
      return function(attempts) if attempts then attempt() else return view() end end
      """, limits: LuaLimits(instructions: 300_000))
    let before = try file.evaluate(.boolean(false))
    for _ in 1...3 {
      _ = try? file.evaluate(.boolean(true))
      #expect(try file.evaluate(.boolean(false)) == before)
    }
  }

  @Test func variablesGoOnInsideAnEvaluation() throws {
    let file = try SealedFile(
      """
      local n, list = 0, {}
      local function add(x) n = n + 1 list = {x, list} end
      return function() add(1) add(2) math.random() return n .. list[1] .. list[2][1] end
      """)
    #expect(try file.evaluate() == "221")
    #expect(try file.evaluate() == "221")
  }

  @Test func aVariableIsResetOnceHoweverManyFunctionsShareIt() throws {
    let file = try SealedFile(
      """
      local n, shown = 0, {}
      local function up() n = n + 1 end
      for i = 1, 50 do shown[i] = function() up() return n end end
      return function() for i = 1, 50 do shown[i]() end return n end
      """)
    for _ in 1...3 { #expect(try file.evaluate() == "50") }
  }

  @Test func anEvaluationInsideAnotherStartsAnewAndLeavesTheOuterOneAlone() throws {
    let state = try makeState()
    var inner: LuaFunction?
    var seen: [String] = []
    let ask = try state.function("ask") { [unowned state] _ in
      try state.beginEvaluation()
      defer { state.endEvaluation() }
      if let inner { seen.append(try state.text(of: state.result(of: inner))) }
      return .nil
    }
    try state.setGlobal("ask", .function(ask))
    let environment = try state.makeEnvironment()
    let source = """
      local n, list, depth = 0, nil, 0
      function inner()
        n = n + 1
        list = {n}
        local first = math.random(1000000)
        if n < 2 then math.randomseed(n) math.random() end
        return n .. ' ' .. first
      end
      return function()
        n, list = 7, {7}
        local first = math.random(1000000)
        if asks then ask() coroutine.wrap(ask)() pcall(ask) end
        return n .. ' ' .. list[1] .. ' ' .. first .. ' ' .. math.random(1000000)
      end
      """
    let chunk = try state.load(source, chunk: "@file.lua", environment: environment)
    guard case .function(let outer) = try state.result(of: chunk),
      case .function(let found) = try environment.get("inner")
    else { throw LuaError("no function") }
    inner = found
    try environment.set("asks", .boolean(true))
    let quiet = try state.makeEnvironment()
    guard
      case .function(let alone) = try state.result(
        of: state.load(source, chunk: "@file.lua", environment: quiet))
    else { throw LuaError("no function") }
    try state.seal()

    var results: [String] = []
    for function in [outer, alone, outer] {
      try state.beginEvaluation()
      results.append(try state.text(of: state.result(of: function)))
      state.endEvaluation()
    }
    #expect(results[0] == results[1])
    #expect(results[2] == results[1])
    #expect(seen.count == 6)
    #expect(Set(seen).count == 1)
    #expect(seen.first?.hasPrefix("1 ") == true)
    let random = try #require(results.first?.split(separator: " ")[2])
    #expect(seen.first == "1 \(random)")
  }

  @Test func whatIsSetUpLaterIsSealedWithTheNextSeal() throws {
    let state = try makeState()
    let environment = try state.makeEnvironment()
    func load(_ source: String) throws -> LuaFunction {
      let chunk = try state.load(source, chunk: "@file.lua", environment: environment)
      guard case .function(let function) = try state.result(of: chunk) else {
        throw LuaError("no function")
      }
      return function
    }
    func evaluate(_ function: LuaFunction) throws -> String {
      try state.beginEvaluation()
      defer { state.endEvaluation() }
      return try state.text(of: state.result(of: function))
    }
    let first = try load(
      "class = {} class.__index = class local n = 0 return function() n = n + 1 return n end")
    try state.seal()
    #expect(try evaluate(first) == "1")
    let second = try load(
      "local o = setmetatable({}, class) return function() o.x = (o.x or 0) + 1 return o.x end")
    #expect(try evaluate(second) == "1")
    #expect(try evaluate(second) == "2")
    try state.seal()
    #expect(throws: LuaError.self) { try evaluate(second) }
    #expect(try evaluate(first) == "1")
    #expect(try evaluate(first) == "1")
  }
}

@Suite struct SealedReadingTests {
  @Test(
    arguments: [
      ("local t = {a = 1, b = {c = 2}}", "return t.a + t.b.c", "3"),
      ("rates = {micro = 5}", "return rates.micro .. tostring(rates.large)", "5nil"),
      ("local t = {3, 1, 2}", "return #t .. t[1] .. t[3]", "332"),
      (
        "local t = {3, 1, 2}", "local s = 0 for i, v in ipairs(t) do s = s + i * v end return s",
        "11"
      ),
      (
        "local t = {10, 20, b = 2, a = 1, [true] = 0}",
        "local s = '' for k, v in pairs(t) do s = s .. tostring(k) .. '=' .. v .. ' ' end return s",
        "1=10 2=20 a=1 b=2 true=0 "
      ),
      ("local t = {1, nil, 3, nil, 5}", "return #t .. tostring(t[2]) .. t[5]", "5nil5"),
      ("local t = {a = 1}", "local k, v = next(t) return k .. v .. tostring(next(t, k))", "a1nil"),
      ("local t = {}", "return tostring(next(t))", "nil"),
      ("local t = {nil, 2}", "local k, v = next(t) return k .. v", "22"),
      ("local t = {'a', 'b'}", "return table.concat(t, '-')", "a-b"),
      (
        "local t = {1, 2, 3}", "return select('#', table.unpack(t)) .. select(2, table.unpack(t))",
        "32"
      ),
      (
        "local t = {3, 1}",
        "local c = table.move(t, 1, #t, 1, {}) table.sort(c) return c[1] .. t[1]", "13"
      ),
      ("local t = {3, 1}", "local c = {table.unpack(t)} c[3] = 4 return #c .. #t", "32"),
      ("local t = {a = 1}", "return rawget(t, 'a') .. tostring(rawget(t, 'b'))", "1nil"),
      ("local t = {1, 2}", "return rawlen(t) .. rawlen('abc')", "23"),
      ("local t = {} u = t", "return tostring(rawequal(t, u) and t == u)", "true"),
      ("local t = {}", "return type(t) .. tostring(getmetatable(t))", "tablenil"),
      ("local t = {5, 7}", "return min(t) .. max(t) .. sum(t)", "5712"),
      ("local t = {x = 'y'}", "return (('x-z'):gsub('%a', t))", "y-z"),
      (
        "local m = {} local t = setmetatable({}, m)", "return tostring(getmetatable(t) == m)",
        "true"
      ),
      ("local t = setmetatable({}, {__metatable = 'no'})", "return getmetatable(t)", "no"),
      ("local t = setmetatable({}, {__len = function() return 9 end})", "return #t", "9"),
      ("local t = setmetatable({a = 1}, {__index = {b = 2}})", "return t.a + t.b", "3"),
      (
        "local t = setmetatable({a = 1}, {__index = function(s, k) return k .. s.a end})",
        "return t.a .. t.b", "1b1"
      ),
      (
        "local t = setmetatable({a = 1}, {__index = function(s, k) return rawget(s, 'a') end})",
        "return t.b", "1"
      ),
      (
        "local t = setmetatable({}, {__index = function(s, k) return coroutine.yield(k) end})",
        "local co = coroutine.wrap(function() return t.x end) return co() .. co(5)", "x5"
      ),
      (
        "local t = {a = 1} t.__index = function(_, k) return k end setmetatable(t, t)",
        "return t.a .. t.b", "1b"
      ),
      (
        "setmetatable(_G, {__index = function(_, k) return 'no ' .. k end}) known = 1",
        "return known .. unknown", "1no unknown"
      ),
      (
        "local t = setmetatable({}, {__call = function(s, x) return x + 1 end})", "return t(1)", "2"
      ),
      (
        "local V = {} V.__add = function(a, b) return a.x + b.x end "
          + "local a, b = setmetatable({x = 1}, V), setmetatable({x = 2}, V)", "return a + b", "3"
      ),
      (
        "local V = {} V.__eq = function() return true end V.__lt = function() return true end "
          + "V.__le = function() return false end "
          + "local a, b = setmetatable({}, V), setmetatable({}, V)",
        "return tostring(a == b) .. tostring(a < b) .. tostring(a <= b)", "truetruefalse"
      ),
      (
        "local V = {__tostring = function() return 'V' end, "
          + "__concat = function(a, b) return 'joined' end} local a = setmetatable({}, V)",
        "return tostring(a) .. (a .. 'x')", "Vjoined"
      ),
      (
        "local t = setmetatable({}, {__pairs = function() return next, {a = 1}, nil end})",
        "for k, v in pairs(t) do return k .. v end", "a1"
      ),
      (
        "local closed = {} local t = setmetatable({}, {__close = function() error('closed', 0) end})",
        "local ok, e = pcall(function() local x <close> = t end) return e", "closed"
      ),
      (
        "local store = {} local t = setmetatable({}, {__newindex = function(_, k, v) store = {k, v} end})",
        "t.a = 5 return store[1] .. store[2]", "a5"
      ),
      (
        "local A = {} A.__index = A function A.new(x) return setmetatable({x = x}, A) end "
          + "function A:get() return self.x end "
          + "local B = setmetatable({}, {__index = A}) B.__index = B "
          + "function B.new(x) local o = A.new(x) return setmetatable(o, B) end "
          + "function B:twice() return 2 * self:get() end",
        "local o = B.new(4) o.y = 1 return o:twice() + o.y + A.new(1):get()", "10"
      ),
      (
        "local A = {} A.__index = A A.__tostring = function(s) return 'A' .. s.x end "
          + "A.__eq = function(a, b) return a.x == b.x end",
        "local a, b = setmetatable({x = 1}, A), setmetatable({x = 1}, A) "
          + "return tostring(a) .. tostring(a == b) .. tostring(getmetatable(a) == A)", "A1truetrue"
      ),
      (
        "local A = {__metatable = 'locked'}",
        "local a = setmetatable({}, A) return getmetatable(a) .. tostring(pcall(setmetatable, a, {}))",
        "lockedfalse"
      ),
      ("local weak = {__mode = 'k'}", "local c = setmetatable({}, weak) c[1] = 2 return c[1]", "2"),
      ("local t = {} t.self = t t.up = {t}", "return tostring(t.self.up[1].self == t)", "true"),
      (
        "local function count(...) return select('#', ...) end", "return count(nil, 1, nil)", "3"
      ),
      (
        "local function fib(n, memo) memo = memo or {} if n < 2 then return n end "
          + "memo[n] = memo[n] or fib(n - 1, memo) + fib(n - 2, memo) return memo[n] end",
        "return fib(50)", "12586269025"
      ),
      ("local upper = string.upper", "return upper('a') .. ('b'):upper() .. #('ab'):rep(3)", "AB6"),
      (
        "local days = {31, 28}",
        "local copy = {} for i, d in ipairs(days) do copy[i] = d end copy[1] = 0 return days[1]",
        "31"
      ),
      ("local q = quantity '5万元'", "return tostring(q + quantity '1元')", "5.0001万元"),
      ("", "local x = load('local a = {} a.b = 1 return a.b + math.max(1, 2)') return x()", "3"),
      ("", "local _ENV = {x = 1} x = x + 1 return x", "2"),
      (
        "local t = {}",
        "local o = setmetatable({}, {__index = t, __newindex = t}) return tostring(o.x)", "nil"
      ),
      (
        "local t = {{'b'}, {'a'}} local keys = {[t[1]] = 1, [t[2]] = 2}",
        "local s = '' for k in pairs(keys) do s = s .. k[1] end return s", "ba"
      ),
      (
        "local t = {} for c in ('hbfdcgae'):gmatch('.') do t[{c}] = 5 end",
        "local s = '' for k in pairs(t) do s = s .. k[1] end return s", "abcdefgh"
      ),
    ] as [(String, String, String)])
  func honestUseGoesOn(setup: String, body: String, expected: String) throws {
    let source = "\(setup)\nreturn function()\n\(body)\nend"
    let open = try makeState()
    guard case .function(let function) = try open.run(source) else { throw LuaError("no function") }
    #expect(try open.text(of: open.result(of: function)) == expected)
    let file = try SealedFile(source)
    for _ in 1...2 { #expect(try file.evaluate() == expected) }
  }

  @Test(arguments: 1...40)
  func aTableReadsAsItDidBefore(seed: Int) throws {
    let file = """
      math.randomseed(\(seed))
      local t = {}
      for _ = 1, math.random(0, 60) do
        local k = math.random(4)
        if k == 1 then t[#t + 1] = math.random(9)
        elseif k == 2 then t[math.random(-5, 0)] = math.random(9) t[math.random(90, 99)] = 0
        elseif k == 3 then t['k' .. math.random(20)] = math.random(9)
        else t[#t], t[99] = nil end
      end
      local function show()
        local out = {#t, rawlen(t), select('#', table.unpack(t))}
        for k, v in pairs(t) do out[#out + 1] = tostring(k) .. '=' .. v end
        for i, v in ipairs(t) do out[#out + 1] = i .. ':' .. v end
        local k, v = next(t)
        while k do out[#out + 1] = k .. '>' .. v k, v = next(t, k) end
        for i = -5, 99 do out[#out + 1] = tostring(t[i]) .. tostring(rawget(t, i)) end
        return table.concat(out, ' ')
      end
      before = show()
      return function(now) return now and show() or before end
      """
    let sealed = try SealedFile(file)
    let now = try sealed.evaluate(.boolean(true)), before = try sealed.evaluate(.boolean(false))
    #expect(now == before)
  }

  @Test func theHostReadsThroughAndCannotWrite() throws {
    let state = try makeState()
    let table = try state.makeTable([
      (.integer(1), .integer(5)), (.integer(2), .integer(6)), (.string("a"), .boolean(true)),
    ])
    try state.seal()
    #expect(table.count == 2)
    #expect(try state.text(of: table.get(.integer(1))) == "5")
    #expect(try state.text(of: .table(table)) == "{5, 6, a = true}")
    #expect(try table.entries().count == 3)
    #expect(throws: LuaError.self) { try table.set("a", .nil) }
    #expect(throws: LuaError.self) { try table.setMetatable(state.makeTable()) }
    #expect(throws: LuaError.self) { try state.setGlobal("x", .integer(1)) }
    #expect(try state.text(of: table.get("a")) == "true")
  }

  @Test func anEnvironmentMadeLaterIsACompleteCopyThatCanBeChanged() throws {
    let state = try makeState()
    let shared = try state.makeTable([(.integer(1), .integer(5))])
    try shared.setMetatable(
      state.makeTable([(.string("__index"), .table(state.makeTable([(.string("a"), .integer(1))])))]
      ))
    try state.setGlobal("shared", .table(shared))
    try state.seal()
    let environment = try state.makeEnvironment()
    let chunk = try state.load(
      "x = 1 string.y = 2 shared[2] = shared.a return x .. string.y .. #shared .. ('z'):rep(2)",
      chunk: "@later.lua", environment: environment)
    #expect(try state.text(of: state.result(of: chunk)) == "122zz")
    #expect(try state.text("return tostring(x) .. tostring(string.y) .. #shared") == "nilnil1")
  }

  @Test func aLongChainOfTablesIsSealed() throws {
    let file = try SealedFile(
      """
      local list for i = 1, 50000 do list = {next = list, i = i} end
      return function() local n, node = 0, list
        while node do n = n + node.i node = node.next end return n end
      """)
    #expect(try file.evaluate() == "1250025000")
    #expect(try file.evaluate() == "1250025000")
  }
}
