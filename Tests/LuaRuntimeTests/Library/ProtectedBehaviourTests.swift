// pcall, xpcall and load: errors as results, and how Lua words them.

import Testing

@Suite struct ProtectedBehaviourTests {
  @Test(arguments: [
    ("pcall(function(...) return ... end, 1, nil, 3)", "true 1 nil 3"),
    ("pcall(error, 'x', 0)", "false 'x'"),
    ("pcall(error, nil)", "false nil"),
    ("pcall(1)", "false 'attempt to call a number value'"),
    ("pcall(nil, 1)", "false 'attempt to call a nil value'"),
    ("pcall()", "error: bad argument #1 to 'pcall' (value expected)"),
    ("pcall(pcall)", "false 'bad argument #1 to 'pcall' (value expected)'"),
    ("pcall(pcall, error, 'deep')", "true false 'deep'"),
    ("select('#', pcall(function() end))", "1"),
    (
      """
      pcall(function() local x = nil; return x.y end)
      """, "false 'test.lua:1: attempt to index a nil value (local 'x')'"
    ),
    (
      """
      pcall(function() local x = {}; return x.y.z end)
      """, "false 'test.lua:1: attempt to index a nil value (field 'y')'"
    ),
    (
      """
      pcall(function() return undefined.field end)
      """, "false 'test.lua:1: attempt to index a nil value (global 'undefined')'"
    ),
    (
      """
      pcall(function() undefined() end)
      """, "false 'test.lua:1: attempt to call a nil value (global 'undefined')'"
    ),
    (
      """
      pcall(function() local t = {} t:method() end)
      """, "false 'test.lua:1: attempt to call a nil value (method 'method')'"
    ),
    (
      """
      pcall(function() return 1 + {} end)
      """, "false 'test.lua:1: attempt to perform arithmetic on a table value'"
    ),
    (
      """
      pcall(function() return #5 end)
      """, "false 'test.lua:1: attempt to get length of a number value'"
    ),
    (
      """
      pcall(function() return {} < {} end)
      """, "false 'test.lua:1: attempt to compare two table values'"
    ),
    (
      """
      pcall(function() return {} < 1 end)
      """, "false 'test.lua:1: attempt to compare table with number'"
    ),
    (
      """
      pcall(function() return 'a' < 1 end)
      """, "false 'test.lua:1: attempt to compare string with number'"
    ),
    (
      """
      pcall(function() return 'a' .. {} end)
      """, "false 'test.lua:1: attempt to concatenate a table value'"
    ),
    (
      """
      pcall(function() return -{} end)
      """, "false 'test.lua:1: attempt to perform arithmetic on a table value'"
    ),
    ("pcall(function() local t = {} t[nil] = 1 end)", "false 'test.lua:1: table index is nil'"),
    ("pcall(function() local t = {} t[0/0] = 1 end)", "false 'test.lua:1: table index is NaN'"),
    (
      """
      pcall(function() return ('x')() end)
      """, "false 'test.lua:1: attempt to call a string value (constant 'x')'"
    ),
    (
      """
      pcall(function() for i = 1, 'x' do end end)
      """, "false 'test.lua:1: bad 'for' limit (number expected, got string)'"
    ),
    (
      """
      pcall(function() for i = 'a', 2 do end end)
      """, "false 'test.lua:1: bad 'for' initial value (number expected, got string)'"
    ),
    (
      """
      pcall(function() for i = 1, 2, {} do end end)
      """, "false 'test.lua:1: bad 'for' step (number expected, got table)'"
    ),
    ("pcall(function() for i = 1, 2, 0 do end end)", "false 'test.lua:1: 'for' step is zero'"),
    (
      """
      pcall(function() for x in 5 do end end)
      """, "false 'test.lua:1: attempt to call a number value (for iterator 'for iterator')'"
    ),
    (
      """
      pcall(string.rep)
      """, "false 'bad argument #1 to 'string.rep' (string expected, got no value)'"
    ),
    (
      """
      pcall(string.rep, 'x', {})
      """, "false 'bad argument #2 to 'string.rep' (number expected, got table)'"
    ),
    (
      """
      pcall(('x').rep, 'x', 1.5)
      """, "false 'bad argument #2 to 'string.rep' (number has no integer representation)'"
    ),
    ("pcall(setmetatable({}, {__call = function(self, a) return a end}), 7)", "true 7"),
  ])
  func pcallTurnsErrorsIntoResults(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("xpcall(function(...) return ... end, error, 1, 2)", "true 1 2"),
    ("xpcall(error, function(m) return m .. '!' end, 'x', 0)", "false 'x!'"),
    ("xpcall(error, function(m) return type(m), 'second' end, {})", "false 'table'"),
    (
      """
      xpcall(function() local x = nil; return x.y end, function(m) return #m > 10 end)
      """, "false true"
    ),
    ("xpcall(function() error() end, function(m) return m end)", "false nil"),
    ("xpcall(type)", "error: bad argument #2 to 'xpcall' (function expected, got no value)"),
    ("xpcall(type, nil)", "error: bad argument #2 to 'xpcall' (function expected, got nil)"),
    ("xpcall()", "error: bad argument #2 to 'xpcall' (function expected, got no value)"),
    ("xpcall(error, 5)", "error: bad argument #2 to 'xpcall' (function expected, got number)"),
    (
      """
      local depth = 0
      return xpcall(error, function(m)
        depth = depth + 1
        if depth < 3 then error(m) end
        return depth
      end, 'x')
      """, "false 3"
    ),
    ("xpcall(1, function(m) return m end)", "false 'attempt to call a number value'"),
  ])
  func xpcallHandsErrorsToAHandler(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("load('return 1, 2')()", "1 2"),
    ("load('return ...', 'name')(5, 6)", "5 6"),
    ("load('x =', '=here')", "nil 'here:1: unexpected symbol near <eof>'"),
    ("load('x = = 1', '@file.lua')", "nil 'file.lua:1: unexpected symbol near '=''"),
    ("load('return x', 'c', 't', {x = 'own'})()", "'own'"),
    ("load('return x', 'c', 'bt', {})()", "nil"),
    (
      """
      load('local x <const> = 1 x = 2', '=c')
      """, "nil 'c:1: attempt to assign to const variable 'x''"
    ),
    ("load('goto nowhere', '=c')", "nil 'c:1: no visible label 'nowhere' for <goto> at line 1'"),
    ("load('return 1 +', '=c')", "nil 'c:1: unexpected symbol near <eof>'"),
    ("load('for', '=c')", "nil 'c:1: <name> expected near <eof>'"),
    ("load('return 0x', '=c')", "nil 'c:1: malformed number near '0x''"),
    (#"load('return "abc', '=c')"#, "nil 'c:1: unfinished string near <eof>'"),
    (#"load('return "\\q"', '=c')"#, #"nil 'c:1: invalid escape sequence near '"\q''"#),
    (#"load('return "\\300"', '=c')"#, #"nil 'c:1: decimal escape too large near '"\300"''"#),
    (
      #"""
      load('return "\\u{80000000}"', '=c')
      """#, #"nil 'c:1: UTF-8 value too large near '"\u{80000000''"#
    ),
    (
      """
      load('--[[ unfinished', '=c')
      """, "nil 'c:1: unfinished long comment (starting at line 1) near <eof>'"
    ),
    ("load('::a:: ::a::', '=c')", "nil 'c:1: label 'a' already defined on line 1'"),
    ("load('local a <foo> = 1', '=c')", "nil 'c:1: unknown attribute 'foo''"),
    (
      """
      load('local a <close>, b <close> = nil, nil', '=c')
      """, "nil 'c:1: multiple to-be-closed variables in local list'"
    ),
    (
      """
      load('return ...', '=c') ~= nil, load('function f() return ... end', '=c')
      """, "true nil 'c:1: cannot use '...' outside a vararg function near '...''"
    ),
    ("load('x = }', '=c')", "nil 'c:1: unexpected symbol near '}''"),
    ("load('f(', '=c')", "nil 'c:1: unexpected symbol near <eof>'"),
    ("load('return 1 return 2', '=c')", "nil 'c:1: <eof> expected near 'return''"),
    ("load('a.b:c = 1', '=c')", "nil 'c:1: function arguments expected near '=''"),
    (
      """
      load('(a) = 1', '=c') ~= nil, load('a + 1', '=c')
      """, "false nil 'c:1: syntax error near '+''"
    ),
    ("load(12)", #"nil '[string "12"]:1: unexpected symbol near '12''"#),
    ("load(12, '=c')", "nil 'c:1: unexpected symbol near '12''"),
    (
      """
      local parts, i = {'return ', '4', '2', nil}, 0
      return load(function() i = i + 1 return parts[i] end)()
      """, "42"
    ),
    ("load(function() return {} end)", "nil 'test.lua:1: reader function must return a string'"),
    // Precompiled chunks can crash Lua, so they are never loaded.
    (#"load('\27Lua', '=c')"#, "nil 'attempt to load a binary chunk (mode is 't')'"),
    ("load('return 1', '=c', 'b')", "nil 'attempt to load a text chunk (mode is 'b')'"),
    ("load()", "error: bad argument #1 to 'load' (function expected, got no value)"),
    ("load({})", "error: bad argument #1 to 'load' (function expected, got table)"),
    ("load(nil)", "error: bad argument #1 to 'load' (function expected, got nil)"),
    ("load('return 1', {})", "error: bad argument #2 to 'load' (string expected, got table)"),
    ("load(function() error('reader') end, '=c')", "nil 'test.lua:1: reader'"),
  ])
  func loadCompilesText(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
