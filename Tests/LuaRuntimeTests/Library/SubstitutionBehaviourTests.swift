// string.gmatch and string.gsub: going through all matches, and replacing them.

import Testing

@Suite struct SubstitutionBehaviourTests {
  @Test(arguments: [
    (
      """
      local out = {}
      for w in ('one two  three'):gmatch('%a+') do out[#out + 1] = w end
      return table.concat(out, '|')
      """, "'one|two|three'"
    ),
    (
      """
      local out = {}
      for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do out[#out + 1] = k .. v end
      return table.concat(out, '|')
      """, "'a1|b2'"
    ),
    (
      """
      local out = {}
      for p in ('abc'):gmatch('()') do out[#out + 1] = p end
      return table.concat(out, '|')
      """, "'1|2|3|4'"
    ),
    ("local out = {} for s in ('abc'):gmatch('') do out[#out + 1] = s end return #out", "4"),
    (
      """
      local out = {}
      for s in ('aXbX'):gmatch('X*') do out[#out + 1] = '[' .. s .. ']' end
      return table.concat(out)
      """, "'[][X][X]'"
    ),
    ("local out = {} for s in ('aaa'):gmatch('a-') do out[#out + 1] = s end return #out", "4"),
    // An anchor is a plain character in gmatch, for it would stop the iteration.
    (
      """
      local out = {}
      for s in ('^a^a'):gmatch('^a') do out[#out + 1] = s end
      return table.concat(out, '|')
      """, "'^a|^a'"
    ),
    ("local out = {} for s in ('ab ab'):gmatch('b$') do out[#out + 1] = s end return #out", "1"),
    (
      """
      local out = {}
      for s in ('a1b2c3'):gmatch('%d', 3) do out[#out + 1] = s end
      return table.concat(out, '|')
      """, "'2|3'"
    ),
    (
      """
      local out = {}
      for s in ('a1b2c3'):gmatch('%d', -1) do out[#out + 1] = s end
      return table.concat(out, '|')
      """, "'3'"
    ),
    ("local out = {} for s in ('abc'):gmatch('', 3) do out[#out + 1] = s end return #out", "2"),
    (
      """
      local out = {}
      for s in ('abc'):gmatch('.', 10) do out[#out + 1] = s end
      return #out
      """, "0"
    ),
    (
      """
      local out = {}
      for s in ('abc'):gmatch('.', -10) do out[#out + 1] = s end
      return #out
      """, "3"
    ),
    ("local step = ('ab'):gmatch('.') return step(), step(), step()", "'a' 'b'"),
    ("local step = ('x'):gmatch('.') step() step() return step()", ""),
    ("('x'):gmatch()", "error: bad argument #1 to 'gmatch' (string expected, got no value)"),
    ("('x'):gmatch('x', {})", "error: bad argument #2 to 'gmatch' (number expected, got table)"),
    ("('x'):gmatch('[')()", "error: malformed pattern (missing ']')"),
    ("type(('x'):gmatch('['))", "'function'"),
  ])
  func gmatchGoesThroughAllMatches(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('hello'):gsub('l', 'L'), ('hello'):gsub('x', 'y'), (''):gsub('', 'x')
      """, "'heLLo' 'hello' 'x' 1"
    ),
    ("('hello world'):gsub('o', '0', 1)", "'hell0 world' 1"),
    ("('hello world'):gsub('o', '0', 0)", "'hello world' 0"),
    ("('hello world'):gsub('o', '0', -1)", "'hello world' 0"),
    ("('hello world'):gsub('o', '0', 100)", "'hell0 w0rld' 2"),
    ("('hello world'):gsub('(%w+) (%w+)', '%2 %1')", "'world hello' 1"),
    ("('abc'):gsub('%w', '%0%0')", "'aabbcc' 3"),
    ("('abc'):gsub('(b)', '[%1]')", "'a[b]c' 1"),
    ("('abc'):gsub('b', '[%1]')", "'a[b]c' 1"),
    ("('abc'):gsub('()', '%1')", "'1a2b3c4' 4"),
    ("('abc'):gsub('b', '%%')", "'a%c' 1"),
    ("('abc'):gsub('', '-')", "'-a-b-c-' 4"),
    ("('abc'):gsub('x*', '-')", "'-a-b-c-' 4"),
    ("('abc'):gsub('b*', '-')", "'-a-c-' 3"),
    ("('abc'):gsub('.-', '.')", "'.a.b.c.' 4"),
    ("('abc'):gsub('^a', 'x')", "'xbc' 1"),
    ("('aaa'):gsub('^a', 'x')", "'xaa' 1"),
    ("('aaa'):gsub('a$', 'x')", "'aax' 1"),
    ("('abc'):gsub('^', '>')", "'>abc' 1"),
    ("('abc'):gsub('$', '<')", "'abc<' 1"),
    ("('a.b.c'):gsub('%.', '')", "'abc' 2"),
    ("('abc'):gsub('b', 5)", "'a5c' 1"),
    ("('abc'):gsub('b', 1.5)", "'a1.5c' 1"),
    (#"('a\0b'):gsub('\0', '%0%0')"#, #"'a\x00\x00b' 1"#),
    ("('abc'):gsub('(a)(b)(c)', '%3%2%1%0')", "'cbaabc' 1"),
    ("('abc'):gsub('b', '%2')", "error: invalid capture index %2"),
    ("('abc'):gsub('b', '%x')", "error: invalid use of '%' in replacement string"),
    ("('abc'):gsub('b', 'x%')", "error: invalid use of '%' in replacement string"),
    (
      """
      ('x'):gsub('x', nil)
      """, "error: bad argument #2 to 'gsub' (string/function/table expected, got nil)"
    ),
    (
      """
      ('x'):gsub('x')
      """, "error: bad argument #2 to 'gsub' (string/function/table expected, got no value)"
    ),
    (
      """
      ('x'):gsub('x', true)
      """, "error: bad argument #2 to 'gsub' (string/function/table expected, got boolean)"
    ),
    (
      """
      ('x'):gsub('x', 'y', 'z')
      """, "error: bad argument #3 to 'gsub' (number expected, got string)"
    ),
    (
      """
      ('x'):gsub('x', 'y', 1.5)
      """, "error: bad argument #3 to 'gsub' (number has no integer representation)"
    ),
    (
      """
      ('1234567890'):gsub('(1)(2)(3)(4)(5)(6)(7)(8)(9)', '%9%8%7%6%5%4%3%2%1')
      """, "'9876543210' 1"
    ),
  ])
  func gsubReplacesByText(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('$name is $age'):gsub('%$(%w+)', {name = 'Li', age = 42})", "'Li is 42' 2"),
    ("('$name is $age'):gsub('%$(%w+)', {name = false})", "'$name is $age' 2"),
    ("('a1'):gsub('%w', {a = 1.5})", "'1.51' 2"),
    ("('abc'):gsub('b', {b = {}})", "error: invalid replacement value (a table)"),
    ("('abc'):gsub('b', {b = true})", "error: invalid replacement value (a boolean)"),
    ("('ab'):gsub('()', {10, 20})", "'10a20b' 3"),
    (
      """
      ('ab'):gsub('%w', setmetatable({}, {__index = function(_, k) return k:upper() end}))
      """, "'AB' 2"
    ),
    ("('abc'):gsub('%w', string.upper)", "'ABC' 3"),
    ("('abc'):gsub('(a)(b)', function(...) return select('#', ...) end)", "'2c' 1"),
    ("('abc'):gsub('b', function() end)", "'abc' 1"),
    ("('abc'):gsub('b', function() return false end)", "'abc' 1"),
    ("('abc'):gsub('b', function() return nil, 'x' end)", "'abc' 1"),
    (
      """
      ('abc'):gsub('b', function() return {} end)
      """, "error: invalid replacement value (a table)"
    ),
    (
      """
      ('abc'):gsub('b', function() return true end)
      """, "error: invalid replacement value (a boolean)"
    ),
    ("('abc'):gsub('b', function() return 12 end)", "'a12c' 1"),
    ("('abc'):gsub('()', function(p) return p end)", "'1a2b3c4' 4"),
    ("('abc'):gsub('b', function() error('inside', 0) end)", "error: inside"),
    ("('hello'):gsub('', function() return '.' end)", "'.h.e.l.l.o.' 6"),
  ])
  func gsubReplacesByTablesAndFunctions(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
