// The global functions, apart from conversions and protected calls.

import Testing

@Suite struct BaseBehaviourTests {
  @Test(arguments: [
    ("assert(1, 2, nil)", "1 2 nil"),
    ("assert('')", "''"),
    ("assert(0)", "0"),
    ("assert()", "error: bad argument #1 to 'assert' (value expected)"),
    ("assert(false)", "error: assertion failed!"),
    ("assert(nil)", "error: assertion failed!"),
    ("assert(false, 'why')", "error: why"),
    ("assert(nil, 12)", "error: error object (12)"),
    ("assert(false, {})", "error: error object (table)"),
    ("select('#', assert(true, nil, nil))", "3"),
    ("pcall(assert, false, 'why')", "false 'why'"),
    ("select(2, pcall(assert, nil, 7))", "7"),
  ])
  func assertGivesBackItsArgumentsOrFails(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("pcall(error, 'plain')", "false 'plain'"),
    ("pcall(function() error('here') end)", "false 'test.lua:1: here'"),
    ("pcall(function() error('here', 1) end)", "false 'test.lua:1: here'"),
    ("pcall(function() error('nowhere', 0) end)", "false 'nowhere'"),
    (
      "local function check() error('caller', 2) end\nreturn pcall(function()\ncheck() return end)",
      "false 'test.lua:3: caller'"
    ),
    ("pcall(function() error() end)", "false nil"),
    ("pcall(function() error(nil) end)", "false nil"),
    ("pcall(function() error(12) end)", "false 12"),
    ("pcall(function() error({}) end)", "false table"),
    ("pcall(error)", "false nil"),
    ("math.type(select(2, pcall(error, 12)))", "'integer'"),
    ("pcall(error, 'far', 100)", "false 'far'"),
    (
      """
      pcall(function() error('x', 'level') end)
      """, "false 'test.lua:1: bad argument #2 to 'error' (number expected, got string)'"
    ),
  ])
  func errorAddsThePlaceOfTheLevelThatIsAsked(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local out = {}
      for i, v in ipairs({'a', 'b', nil, 'd'}) do out[i] = v end
      return #out, out[2]
      """, "2 'b'"
    ),
    ("local n = 0 for i in ipairs({}) do n = n + 1 end return n", "0"),
    ("local n = 0 for i in ipairs({n = 1, [0] = 1}) do n = n + 1 end return n", "0"),
    ("local n = 0 for i, v in ipairs('text') do n = n + 1 end return n", "0"),
    (
      """
      local step, t, start = ipairs({7})
      return type(step), type(t), start, step(t, 0)
      """, "'function' 'table' 0 1 7"
    ),
    ("local step, t = ipairs({7}) return step(t, 1)", "nil"),
    (
      """
      local t = setmetatable({}, {__index = function(_, i)
        if i <= 3 then return i * i end
      end})
      local sum = 0
      for _, v in ipairs(t) do sum = sum + v end
      return sum
      """, "14"
    ),
    ("ipairs()", "error: bad argument #1 to 'ipairs' (value expected)"),
    ("for i in ipairs(5) do end", "error: attempt to index a number value"),
  ])
  func ipairsGoesUpToTheFirstNil(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local sum, count = 0, 0
      for k, v in pairs({10, 20, x = 30}) do sum, count = sum + v, count + 1 end
      return sum, count
      """, "60 3"
    ),
    ("for k in pairs({}) do return k end return 'none'", "'none'"),
    (
      """
      local t = {a = 1, b = 2, c = 3}
      for k in pairs(t) do t[k] = nil end
      return next(t)
      """, "nil"
    ),
    ("local t = {a = 1, b = 2} for k, v in pairs(t) do t[k] = v * 2 end return t.a, t.b", "2 4"),
    (
      """
      local t = setmetatable({}, {__pairs = function(t)
        return function(_, k) if not k then return 1, 2 end end, t, nil
      end})
      for k, v in pairs(t) do return k, v end
      """, "1 2"
    ),
    ("select('#', pairs(setmetatable({}, {__pairs = function() return 1 end})))", "3"),
    ("select('#', pairs({}))", "3"),
    ("pairs()", "error: bad argument #1 to 'pairs' (value expected)"),
    // Lua itself notices this only when the loop calls the iterator.
    ("pairs(nil)", "error: bad argument #1 to 'pairs' (table expected, got nil)"),
    ("pairs(5)", "error: bad argument #1 to 'pairs' (table expected, got number)"),
    // The order of a traversal is left open by Lua; here it is fixed.
    (
      """
      local out = {}
      for k in pairs({b = 1, a = 1, 1, 2, [-1] = 1, [true] = 1}) do
        out[#out + 1] = tostring(k)
      end
      return table.concat(out, ' ')
      """, "'1 2 a b -1 true'"
    ),
    ("next({})", "nil"),
    ("next({5})", "1 5"),
    ("next({x = 1})", "'x' 1"),
    ("next()", "error: bad argument #1 to 'next' (table expected, got no value)"),
    ("next(1)", "error: bad argument #1 to 'next' (table expected, got number)"),
  ])
  func pairsGoesThroughEveryEntry(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("select('#')", "0"),
    ("select('#', nil, nil)", "2"),
    ("select(1, 'a', 'b')", "'a' 'b'"),
    ("select(2, 'a', 'b', 'c')", "'b' 'c'"),
    ("select(3, 'a', 'b')", ""),
    ("select(-1, 'a', 'b', 'c')", "'c'"),
    ("select(-3, 'a', 'b', 'c')", "'a' 'b' 'c'"),
    ("select('2', 'a', 'b')", "'b'"),
    ("select(2.0, 'a', 'b')", "'b'"),
    ("select(0, 'a')", "error: bad argument #1 to 'select' (index out of range)"),
    ("select(-2, 'a')", "error: bad argument #1 to 'select' (index out of range)"),
    (
      """
      select(1.5, 'a')
      """, "error: bad argument #1 to 'select' (number has no integer representation)"
    ),
    ("select()", "error: bad argument #1 to 'select' (number expected, got no value)"),
    ("select({}, 'a')", "error: bad argument #1 to 'select' (number expected, got table)"),
  ])
  func selectTakesFromEitherEnd(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("type(nil), type(1), type(1.5), type('')", "'nil' 'number' 'number' 'string'"),
    (
      """
      type({}), type(print), type(true), type(coroutine.create(print))
      """, "'table' 'function' 'boolean' 'thread'"
    ),
    ("type(setmetatable({}, {__name = 'mine'}))", "'table'"),
    ("type()", "error: bad argument #1 to 'type' (value expected)"),
    ("type(type())", "error: bad argument #1 to 'type' (value expected)"),
  ])
  func typeNamesTheKindOfAValue(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      rawequal(1, 1.0), rawequal('a', 'a'), rawequal({}, {}), rawequal(1, '1')
      """, "true true false false"
    ),
    (
      """
      local m = {__eq = function() return true end}
      local a, b = setmetatable({}, m), setmetatable({}, m)
      return a == b, rawequal(a, b), rawequal(a, a)
      """, "true false true"
    ),
    ("rawequal(1)", "error: bad argument #2 to 'rawequal' (value expected)"),
    (
      """
      rawget(setmetatable({}, {__index = function()
        return 1
      end}), 'x'), rawget({5}, 1), rawget({5}, 1.0)
      """, "nil 5 5"
    ),
    ("rawget('text', 1)", "error: bad argument #1 to 'rawget' (table expected, got string)"),
    ("rawget({})", "error: bad argument #2 to 'rawget' (value expected)"),
    ("rawset({}, 'x', 1).x", "1"),
    ("local t = setmetatable({}, {__newindex = error}) rawset(t, 'x', 2) return t.x", "2"),
    ("rawset({}, nil, 1)", "error: table index is nil"),
    ("rawset({}, 0/0, 1)", "error: table index is NaN"),
    ("rawset({}, 'x')", "error: bad argument #3 to 'rawset' (value expected)"),
    ("rawset(1, 2, 3)", "error: bad argument #1 to 'rawset' (table expected, got number)"),
    (
      """
      rawlen({1, 2}), rawlen('abc'), rawlen(setmetatable({1}, {__len = function()
        return 9
      end}))
      """, "2 3 1"
    ),
    ("rawlen(5)", "error: bad argument #1 to 'rawlen' (table or string expected, got number)"),
    ("rawlen()", "error: bad argument #1 to 'rawlen' (table or string expected, got no value)"),
  ])
  func rawFunctionsPassMetamethodsBy(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local m = {}
      return getmetatable(setmetatable({}, m)) == m, getmetatable({}), getmetatable(1)
      """, "true nil nil"
    ),
    ("getmetatable(setmetatable({}, {__metatable = 'locked'}))", "'locked'"),
    (
      """
      setmetatable(setmetatable({}, {__metatable = 1}), {})
      """, "error: cannot change a protected metatable"
    ),
    (
      """
      setmetatable(setmetatable({}, {__metatable = false}), {})
      """, "error: cannot change a protected metatable"
    ),
    (
      """
      local t = setmetatable({}, {__index = {x = 1}})
      setmetatable(t, nil)
      return t.x, getmetatable(t)
      """, "nil nil"
    ),
    ("local t = {} return setmetatable(t, {}) == t", "true"),
    (
      """
      setmetatable({})
      """, "error: bad argument #2 to 'setmetatable' (nil or table expected, got no value)"
    ),
    (
      """
      setmetatable({}, 1)
      """, "error: bad argument #2 to 'setmetatable' (nil or table expected, got number)"
    ),
    (
      """
      setmetatable(1, {})
      """, "error: bad argument #1 to 'setmetatable' (table expected, got number)"
    ),
    (
      """
      setmetatable('x', {})
      """, "error: bad argument #1 to 'setmetatable' (table expected, got string)"
    ),
    ("getmetatable()", "error: bad argument #1 to 'getmetatable' (value expected)"),
    // The methods of texts are shared by all scripts, so their metatable is locked.
    ("getmetatable('')", "false"),
    ("('x').rep == string.rep, ('x').nothing, #('abc'):upper()", "true nil 3"),
  ])
  func metatablesAreSetAndRead(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
