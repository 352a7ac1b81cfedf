// The table library.

import Testing

@Suite struct TableBehaviourTests {
  @Test(arguments: [
    (
      """
      table.concat({}), table.concat({'a'}), table.concat({'a', 'b', 'c'}, ', ')
      """, "'' 'a' 'a, b, c'"
    ),
    (
      """
      table.concat({1, 2.5, 'x'}, '-'), table.concat({'a', 'b', 'c'}, '', 2),
        table.concat({'a', 'b', 'c'}, '', 2, 3)
      """, "'1-2.5-x' 'bc' 'bc'"
    ),
    (
      """
      table.concat({'a', 'b'}, ',', 3), table.concat({'a', 'b'}, ',', 2, 1),
        table.concat({}, ',', 1, 0)
      """, "'' '' ''"
    ),
    (
      """
      table.concat({'a', 'b'}, 1), table.concat({[0] = 'z', 'a'}, '+', 0),
        table.concat({[math.maxinteger] = 'm'}, '', math.maxinteger, math.maxinteger)
      """, "'a1b' 'z+a' 'm'"
    ),
    (
      """
      table.concat({'a', 'b'}, ',', 1, 3)
      """, "error: invalid value (nil) at index 3 in table for 'concat'"
    ),
    (
      """
      table.concat({'a', {}, 'b'})
      """, "error: invalid value (table) at index 2 in table for 'concat'"
    ),
    (
      """
      table.concat({'a', true})
      """, "error: invalid value (boolean) at index 2 in table for 'concat'"
    ),
    (
      """
      table.concat({'a', nil, 'b'}, ',', 1, 3)
      """, "error: invalid value (nil) at index 2 in table for 'concat'"
    ),
    (
      """
      table.concat({1, 2}, {})
      """, "error: bad argument #2 to 'concat' (string expected, got table)"
    ),
    (
      """
      table.concat({1, 2}, ',', 'x')
      """, "error: bad argument #3 to 'concat' (number expected, got string)"
    ),
    ("table.concat()", "error: bad argument #1 to 'concat' (table expected, got no value)"),
    ("table.concat('abc')", "error: bad argument #1 to 'concat' (table expected, got string)"),
    (
      """
      table.concat(setmetatable({}, {__index = function(_, i)
        return i * i
      end, __len = function() return 4 end}), ' ')
      """, "'1 4 9 16'"
    ),
    ("table.concat(setmetatable({}, {__tostring = function() return 'x' end}))", "''"),
    (
      """
      table.concat({setmetatable({}, {__tostring = function() return 'x' end})})
      """, "error: invalid value (table) at index 1 in table for 'concat'"
    ),
  ])
  func concatJoinsTextsAndNumbers(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local t = {1, 2} table.insert(t, 3) return table.unpack(t)", "1 2 3"),
    ("local t = {1, 2} table.insert(t, 1, 0) return table.unpack(t)", "0 1 2"),
    ("local t = {1, 2} table.insert(t, 2, 9) return table.unpack(t)", "1 9 2"),
    ("local t = {1, 2} table.insert(t, 3, 9) return table.unpack(t)", "1 2 9"),
    (
      """
      local t = {}
      table.insert(t, 'x')
      table.insert(t, 1, 'w')
      return table.unpack(t)
      """, "'w' 'x'"
    ),
    ("local t = {1} table.insert(t, '1', 0) return table.unpack(t)", "0 1"),
    ("local t = {1} table.insert(t, 1.0, 0) return table.unpack(t)", "0 1"),
    ("local t = {1} table.insert(t, nil) return #t", "1"),
    ("select('#', table.insert({}, 1))", "0"),
    ("table.insert({1}, 3, 'x')", "error: bad argument #2 to 'insert' (position out of bounds)"),
    ("table.insert({1}, 0, 'x')", "error: bad argument #2 to 'insert' (position out of bounds)"),
    (
      """
      table.insert({1}, -1, 'x')
      """, "error: bad argument #2 to 'insert' (position out of bounds)"
    ),
    (
      """
      table.insert({1}, 1.5, 'x')
      """, "error: bad argument #2 to 'insert' (number has no integer representation)"
    ),
    (
      """
      table.insert({1}, 'a', 'x')
      """, "error: bad argument #2 to 'insert' (number expected, got string)"
    ),
    ("table.insert({1})", "error: wrong number of arguments to 'insert'"),
    ("table.insert({1}, 1, 2, 3)", "error: wrong number of arguments to 'insert'"),
    ("table.insert()", "error: bad argument #1 to 'insert' (table expected, got no value)"),
    ("table.insert(nil, 1)", "error: bad argument #1 to 'insert' (table expected, got nil)"),
    ("table.insert('x', 1)", "error: bad argument #1 to 'insert' (table expected, got string)"),
    (
      """
      local log = {}
      local t = setmetatable({}, {__len = function() return 2 end, __index = function(_, i)
        return i * 10
      end, __newindex = function(_, i, v)
        log[#log + 1] = i .. '=' .. v
      end})
      table.insert(t, 1, 7)
      return table.concat(log, ' ')
      """, "'3=20 2=10 1=7'"
    ),
    (
      """
      local t = setmetatable({}, {__len = function() return 'x' end})
      table.insert(t, 1)
      """, "error: object length is not an integer"
    ),
    (
      """
      local t = setmetatable({}, {__len = function() return 1.5 end})
      table.insert(t, 1)
      """, "error: object length is not an integer"
    ),
  ])
  func insertMakesRoom(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local t = {1, 2, 3} return table.remove(t), #t", "3 2"),
    ("local t = {1, 2, 3} return table.remove(t, 1), table.unpack(t)", "1 2 3"),
    ("local t = {1, 2, 3} return table.remove(t, 3), #t", "3 2"),
    ("local t = {1, 2, 3} return table.remove(t, 4), #t", "nil 3"),
    ("local t = {} return table.remove(t), table.remove(t, 0), #t", "nil nil 0"),
    ("local t = {[0] = 'z'} return table.remove(t, 0), t[0]", "'z' nil"),
    ("local t = {[0] = 'z'} return table.remove(t), t[0]", "'z' nil"),
    ("local t = {n = 1} return table.remove(t, 1), select('#', table.remove(t))", "nil 1"),
    (
      """
      table.remove({1, 2}, 1.5)
      """, "error: bad argument #2 to 'remove' (number has no integer representation)"
    ),
    (
      """
      table.remove({1, 2}, 'x')
      """, "error: bad argument #2 to 'remove' (number expected, got string)"
    ),
    ("table.remove()", "error: bad argument #1 to 'remove' (table expected, got no value)"),
    ("table.remove(5)", "error: bad argument #1 to 'remove' (table expected, got number)"),
    (
      """
      local s = {1, 2, 3}
      local t = setmetatable({}, {__index = s, __newindex = s, __len = function()
        return #s
      end})
      return table.remove(t, 1), table.unpack(s)
      """, "1 2 3"
    ),
    // The position is the second argument; Lua 5.4.4 names the first.
    ("table.remove({1, 2}, 4)", "error: bad argument #2 to 'remove' (position out of bounds)"),
    ("table.remove({1, 2}, -1)", "error: bad argument #2 to 'remove' (position out of bounds)"),
    ("table.remove({1, 2}, 0)", "error: bad argument #2 to 'remove' (position out of bounds)"),
    ("table.remove({}, 5)", "error: bad argument #2 to 'remove' (position out of bounds)"),
  ])
  func removeClosesTheGap(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local t = table.move({1, 2, 3}, 1, 3, 2) return table.unpack(t)", "1 1 2 3"),
    ("local t = table.move({1, 2, 3}, 2, 3, 1) return table.unpack(t)", "2 3 3"),
    ("local t = table.move({1, 2, 3}, 1, 3, 1, {}) return table.unpack(t)", "1 2 3"),
    ("local t = table.move({1, 2, 3}, 1, 0, 5) return #t", "3"),
    ("local t = table.move({1, 2, 3}, 1, 2, 3, {9, 9}) return table.unpack(t)", "9 9 1 2"),
    ("local t = {1} return table.move(t, 1, 1, 2) == t, #t", "true 2"),
    ("local t = table.move({1, nil, 3}, 1, 3, 2) return t[1], t[2], t[3], t[4]", "1 1 nil 3"),
    ("local t = table.move({[-1] = 'a', [0] = 'b'}, -1, 0, 1) return t[1], t[2]", "'a' 'b'"),
    ("local t = table.move({1, 2, 3, 4, 5}, 1, 4, 2) return table.unpack(t)", "1 1 2 3 4"),
    (
      """
      local t = {[math.maxinteger] = 'm'}
      return table.move(t, math.maxinteger, math.maxinteger, 1)[1]
      """, "'m'"
    ),
    (
      """
      local log = {}
      table.move(setmetatable({}, {__index = function(_, i)
        log[#log + 1] = 'r' .. i
        return i
      end}), 1, 2, 1, setmetatable({}, {__newindex = function(_, i)
        log[#log + 1] = 'w' .. i
      end}))
      return table.concat(log, ' ')
      """, "'r1 w1 r2 w2'"
    ),
    (
      """
      table.move({}, 1, math.maxinteger, 2)
      """, "error: bad argument #4 to 'move' (destination wrap around)"
    ),
    (
      """
      table.move({}, -1, math.maxinteger, 1)
      """, "error: bad argument #3 to 'move' (too many elements to move)"
    ),
    (
      """
      table.move({}, math.mininteger, -1, 1)
      """, "error: bad argument #3 to 'move' (too many elements to move)"
    ),
    ("table.move({}, 1, 2)", "error: bad argument #4 to 'move' (number expected, got no value)"),
    (
      """
      table.move({}, 1, 'x', 2)
      """, "error: bad argument #3 to 'move' (number expected, got string)"
    ),
    (
      """
      table.move({}, 1, 2, 1, 5)
      """, "error: bad argument #5 to 'move' (table expected, got number)"
    ),
    ("table.move(5, 1, 2, 1)", "error: bad argument #1 to 'move' (table expected, got number)"),
    (
      """
      table.move('abc', 1, 2, 1)
      """, "error: bad argument #1 to 'move' (table expected, got string)"
    ),
  ])
  func moveCopiesARange(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("table.pack().n, table.pack(nil).n, table.pack(1, nil, nil).n", "0 1 3"),
    ("local t = table.pack('a', nil, 'c') return t[1], t[2], t[3], t.n", "'a' nil 'c' 3"),
    ("table.unpack({1, 2, 3})", "1 2 3"),
    ("table.unpack({1, 2, 3}, 2)", "2 3"),
    ("table.unpack({1, 2, 3}, 2, 3)", "2 3"),
    ("table.unpack({1, 2, 3}, -1, 1)", "nil nil 1"),
    ("table.unpack({1, nil, 3}, 1, 3)", "1 nil 3"),
    ("select('#', table.unpack({}, 1, 3)), select('#', table.unpack({}))", "3 0"),
    ("table.unpack({}, 1, 0)", ""),
    ("table.unpack({1, 2}, 3)", ""),
    ("table.unpack({[math.maxinteger] = 'm'}, math.maxinteger, math.maxinteger)", "'m'"),
    ("table.unpack({[math.mininteger] = 'm'}, math.mininteger, math.mininteger)", "'m'"),
    (
      """
      table.unpack(setmetatable({}, {__index = function(_, i)
        return i * i
      end, __len = function() return 3 end}))
      """, "1 4 9"
    ),
    (
      """
      table.unpack(setmetatable({}, {__index = function(_, i)
        return i * i
      end, __len = function() return 3 end}), 2)
      """, "4 9"
    ),
    ("table.unpack(setmetatable({7, 8}, {}))", "7 8"),
    ("table.unpack('abc', 1, 2)", "nil nil"),
    ("table.unpack({}, 1, 1e8)", "error: too many results to unpack"),
    ("table.unpack({}, math.mininteger, math.maxinteger)", "error: too many results to unpack"),
    ("table.unpack({1, 2}, '2')", "2"),
    (
      """
      table.unpack({1, 2}, 1.5)
      """, "error: bad argument #2 to 'unpack' (number has no integer representation)"
    ),
    (
      """
      table.unpack({1, 2}, 1, {})
      """, "error: bad argument #3 to 'unpack' (number expected, got table)"
    ),
    ("table.unpack()", "error: attempt to get length of a nil value"),
    ("table.unpack(5)", "error: attempt to get length of a number value"),
    ("table.unpack(5, 1, 1)", "error: attempt to index a number value"),
    ("table.unpack(nil, 1, 0)", ""),
  ])
  func packAndUnpackCountTheirValues(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("local t = {3, 1, 2} table.sort(t) return table.unpack(t)", "1 2 3"),
    ("local t = {'b', 'a', 'C', 'B'} table.sort(t) return table.unpack(t)", "'B' 'C' 'a' 'b'"),
    (
      """
      local t = {3, 1.5, 2, -1/0, 1/0}
      table.sort(t)
      return table.unpack(t)
      """, "-inf 1.5 2 3 inf"
    ),
    (
      """
      local t = {3, 1, 2}
      table.sort(t, function(a, b) return a > b end)
      return table.unpack(t)
      """, "3 2 1"
    ),
    (
      """
      local t = {'ccc', 'a', 'bb'}
      table.sort(t, function(a, b) return #a < #b end)
      return table.unpack(t)
      """, "'a' 'bb' 'ccc'"
    ),
    ("local t = {} table.sort(t) return #t", "0"),
    ("local t = {1} table.sort(t, function() error('never called') end) return #t", "1"),
    ("local t = {2, 1, nil} table.sort(t) return table.unpack(t)", "1 2"),
    (
      """
      local m = {__lt = function(a, b) return a.v < b.v end}
      local t = {}
      for i = 1, 5 do t[i] = setmetatable({v = -i}, m) end
      table.sort(t)
      return t[1].v, t[5].v
      """, "-5 -1"
    ),
    (
      """
      local t = {}
      for i = 1, 200 do t[i] = (i * 7919) % 200 end
      table.sort(t)
      for i = 1, 200 do if t[i] ~= i - 1 then return i end end
      return 'sorted'
      """, "'sorted'"
    ),
    (
      """
      local s = {3, 1, 2}
      local t = setmetatable({}, {__index = s, __newindex = s, __len = function()
        return #s
      end})
      table.sort(t)
      return table.unpack(s)
      """, "1 2 3"
    ),
    (
      """
      local t = {math.maxinteger, math.mininteger, 0, 2^53, 2^53 | 0}
      table.sort(t)
      return t[1], t[5]
      """, "-9223372036854775808 9223372036854775807"
    ),
    (
      #"""
      local t = {'a\0b', 'a\0a', 'a'}
      table.sort(t)
      return t[1] == 'a', t[2] == 'a\0a'
      """#, "true true"
    ),
    ("select('#', table.sort({2, 1}))", "0"),
    ("table.sort({1, 'x'})", "error: attempt to compare string with number"),
    ("table.sort({{}, {}})", "error: attempt to compare two table values"),
    ("table.sort({true, false})", "error: attempt to compare two boolean values"),
    (
      """
      table.sort({1, 2, 3}, 5)
      """, "error: bad argument #2 to 'sort' (function expected, got number)"
    ),
    ("table.sort({1}, 5)", ""),
    ("table.sort({3, 2, 1}, function() error('inside', 0) end)", "error: inside"),
    ("table.sort()", "error: bad argument #1 to 'sort' (table expected, got no value)"),
    ("table.sort('x')", "error: bad argument #1 to 'sort' (table expected, got string)"),
    // A function that contradicts itself gives some order, always the same, and never an error.
    ("local t = {3, 1, 2} table.sort(t, function() return true end) return #t", "3"),
  ])
  func sortOrdersInPlace(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("#{1, 2, 3}, #{}, #{n = 1}, #{nil}", "3 0 0 0"),
    (
      """
      #{(function()
        return 1, 2, 3
      end)()}, #{(function() return 1, 2, 3 end)(), 10}, #{((function() return 1, 2 end)())}
      """, "3 2 1"
    ),
    ("#setmetatable({}, {__len = function() return 'any' end})", "'any'"),
    ("local t = {1, 2, [3] = 3, [1] = 'later'} return t[1], #t", "1 3"),
    ("local t = {[1.0] = 'a', [2^53] = 'b'} return t[1], t[2^53 | 0]", "'a' 'b'"),
    ("local t = {} t[1.5] = 1 t['1'] = 2 t[1] = 3 return t[1.5], t['1'], t[1]", "1 2 3"),
  ])
  func lengthAndConstructorsCount(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
