// Metamethods of every operator, and the order in which expressions are evaluated.

import Testing

@Suite struct OperatorBehaviourTests {
  @Test(arguments: [
    (
      """
      local m = {}
      for _, n in ipairs({'add', 'sub', 'mul', 'div', 'mod', 'pow', 'idiv'}) do
        m['__' .. n] = function(a, b) return n end
      end
      local t = setmetatable({}, m)
      return t + 1, 1 - t, t * t, t / 2, t % 2, 2 ^ t, t // 1
      """, "'add' 'sub' 'mul' 'div' 'mod' 'pow' 'idiv'"
    ),
    (
      """
      local m = {}
      for _, n in ipairs({'band', 'bor', 'bxor', 'shl', 'shr'}) do
        m['__' .. n] = function(a, b) return n end
      end
      local t = setmetatable({}, m)
      return t & 1, 1 | t, t ~ t, t << 2, 2 >> t
      """, "'band' 'bor' 'bxor' 'shl' 'shr'"
    ),
    (
      """
      local t = setmetatable({}, {__unm = function(a, b)
        return rawequal(a, b)
      end, __bnot = function(a, b)
        return rawequal(a, b)
      end, __len = function(a, b) return 'length' end})
      return -t, ~t, #t
      """, "true true 'length'"
    ),
    (
      """
      local t = setmetatable({}, {__add = function(a, b)
        return type(a) .. ' ' .. type(b)
      end})
      return t + 1, 1 + t, 'x' + t, t + nil
      """, "'table number' 'number table' 'string table' 'table nil'"
    ),
    ("local t = setmetatable({}, {__add = function() return 1, 2 end}) return t + t", "1"),
    ("local t = setmetatable({}, {__add = function() end}) return t + t", "nil"),
    (
      """
      local a, b = setmetatable({}, {__add = function()
        return 'left'
      end}), setmetatable({}, {__add = function() return 'right' end})
      return a + b, b + a
      """, "'left' 'right'"
    ),
    (
      """
      local t = setmetatable({}, {__band = function(a, b) return 'band' end})
      return 1.5 & t, 'x' & t
      """, "'band' 'band'"
    ),
    (
      """
      local t = setmetatable({}, {__div = 5})
      return t / 1
      """, "error: attempt to call a number value (metamethod 'div')"
    ),
    (
      """
      local t = setmetatable({}, {})
      return t + 1
      """, "error: attempt to perform arithmetic on a table value (local 't')"
    ),
    (
      """
      local t = {}
      return t.x + 1
      """, "error: attempt to perform arithmetic on a nil value (field 'x')"
    ),
    (
      """
      local t = {}
      return 1 & t
      """, "error: attempt to perform bitwise operation on a table value (local 't')"
    ),
    (
      """
      local a = 'x'
      return a | 1
      """, "error: attempt to perform bitwise operation on a string value (local 'a')"
    ),
    (
      """
      local t = setmetatable({}, {__concat = function(a, b)
        return (type(a) == 'table' and 'T' or a) .. (type(b) == 'table' and 'T' or b)
      end})
      return t .. 'x', 'x' .. t, 1 .. t, t .. t
      """, "'Tx' 'xT' '1T' 'TT'"
    ),
  ])
  func arithmeticCallsTheMetamethodOfEitherOperand(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local m = {__eq = function() return 1 end}
      local a, b = setmetatable({}, m), setmetatable({}, m)
      return a == b, a ~= b, a == a, a == 1
      """, "true false true false"
    ),
    (
      """
      local a = setmetatable({}, {__eq = function() return true end})
      return a == {}, {} == a, a == 'x'
      """, "true true false"
    ),
    (
      """
      local m = {__lt = function(a, b)
        return a.v < b.v
      end, __le = function(a, b) return a.v <= b.v end}
      local a, b = setmetatable({v = 1}, m), setmetatable({v = 2}, m)
      return a < b, a > b, a <= b, a >= b
      """, "true false true false"
    ),
    (
      """
      local t = setmetatable({}, {__lt = function(a, b) return type(a) .. type(b) end})
      return t < 1, 1 < t, t > 'x'
      """, "true true true"
    ),
    (
      """
      local t = setmetatable({}, {__lt = function()
        return nil
      end, __le = function() return 'yes' end})
      return t < t, t <= t
      """, "false true"
    ),
    (
      """
      local t = setmetatable({}, {})
      return t < t
      """, "error: attempt to compare two table values"
    ),
    ("return {} < {}", "error: attempt to compare two table values"),
    ("return 1 <= {}", "error: attempt to compare number with table"),
    ("return nil < nil", "error: attempt to compare two nil values"),
  ])
  func comparisonsCallMetamethods(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local t = setmetatable({}, {__index = {x = 1}})
      return t.x, t.y, rawget(t, 'x')
      """, "1 nil nil"
    ),
    (
      """
      local t = setmetatable({}, {__index = function(t, k) return k .. '!' end})
      return t.x, t[1]
      """, "'x!' '1!'"
    ),
    (
      """
      local t = setmetatable({}, {__index = setmetatable({}, {__index = {deep = 'found'}})})
      return t.deep
      """, "'found'"
    ),
    (
      """
      local store = {}
      local t = setmetatable({}, {__newindex = store})
      t.x = 1
      return rawget(t, 'x'), store.x
      """, "nil 1"
    ),
    (
      """
      local log = {}
      local t = setmetatable({y = 0}, {__newindex = function(_, k, v)
        log[#log + 1] = k .. v
      end})
      t.x = 1
      t.y = 2
      return log[1], #log, t.y
      """, "'x1' 1 2"
    ),
    (
      """
      local t = setmetatable({}, {__call = function(self, ...)
        return select('#', ...), ...
      end})
      return t(1, nil)
      """, "2 1 nil"
    ),
    (
      """
      local t = setmetatable({}, {__call = setmetatable({}, {__call = function(...)
        return select('#', ...)
      end})})
      return t('x')
      """, "3"
    ),
    (
      """
      local t = setmetatable({}, {__len = function() return 7 end})
      return #t, rawlen(t)
      """, "7 0"
    ),
    (
      """
      local t = setmetatable({}, {__index = 5})
      return t.x
      """, "error: attempt to index a number value"
    ),
    (
      """
      local t = setmetatable({}, {__newindex = 5})
      t.x = 1
      """, "error: attempt to index a number value"
    ),
    (
      """
      local t = setmetatable({}, {__call = 5})
      return t()
      """, "error: attempt to call a number value (local 't')"
    ),
    (
      """
      local loop = {}
      setmetatable(loop, {__index = loop})
      return loop.x
      """, "error: '__index' chain too long; possible loop"
    ),
    (
      """
      local loop = {}
      setmetatable(loop, {__newindex = loop})
      loop.x = 1
      """, "error: '__newindex' chain too long; possible loop"
    ),
    (
      """
      local t = setmetatable({}, {__index = function() error('reading', 0) end})
      return t.x
      """, "error: reading"
    ),
    ("local x = nil return x.field", "error: attempt to index a nil value (local 'x')"),
    ("local x = 5 x.field = 1", "error: attempt to index a number value (local 'x')"),
    (
      """
      local up = nil
      local function f() return up.field end
      return f()
      """, "error: attempt to index a nil value (upvalue 'up')"
    ),
    ("return ('x').y.z", "error: attempt to index a nil value (field 'y')"),
    ("local t = {a = {}} return t.a.b.c", "error: attempt to index a nil value (field 'b')"),
    ("local t = {} t.f()", "error: attempt to call a nil value (field 'f')"),
    ("local t = {} t:f()", "error: attempt to call a nil value (method 'f')"),
    (
      """
      local t = {}
      return t[1][2]
      """, "error: attempt to index a nil value (field 'integer index')"
    ),
  ])
  func indexingFollowsMetatables(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local a, b, c = (function() return 1, 2 end)() return a, b, c", "1 2 nil"),
    ("local a, b = ((function() return 1, 2 end)()) return a, b", "1 nil"),
    ("local a, b = 1 return a, b", "1 nil"),
    ("local i, t = 1, {} i, t[i] = i + 1, 'x' return i, t[1], t[2]", "2 'x' nil"),
    ("local a, b = 1, 2 a, b = b, a return a, b", "2 1"),
    ("(function(...) local a, b = ... return select('#', ...), a, b end)(nil, 5)", "2 nil 5"),
    ("(function(...) return ... end)(1, 2), (function(...) return ... end)(3, 4)", "1 3 4"),
    ("nil and 1, false or nil, 1 and 2, nil or 'x', not nil, not 0", "nil nil 2 'x' true false"),
    ("1 and nil or 'default', false == nil, 1 or error('not reached')", "'default' false 1"),
    ("local t = {f = function(self, x) return self.v + x end, v = 1} return t:f(2)", "3"),
    (
      """
      not 1 == 2, 1 .. 2 == '12', -2 ^ 2, not nil == true, 1 + 2 < 4,
        'a' .. 'b' == 'ab' and 1 or 2
      """, "false true -4.0 true true 1"
    ),
    (
      """
      2 * 3 % 4, 7 // 2 * 2, 1 << 2 + 1, 5 & 6 | 8, 3 ~ 1 & 1, 1 < 2 == true
      """, "2 6 8 12 2 true"
    ),
  ])
  func assignmentsAndCallsAreEvaluatedInTheirOrder(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
