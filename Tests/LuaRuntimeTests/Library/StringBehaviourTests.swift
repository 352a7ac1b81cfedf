// The string library, apart from patterns, formats and packing.

import Testing

@Suite struct StringBehaviourTests {
  @Test(arguments: [
    ("('A'):byte(), ('abc'):byte(2), ('abc'):byte(-1)", "65 98 99"),
    ("('abc'):byte(1, 3)", "97 98 99"),
    ("('abc'):byte(2, 10)", "98 99"),
    ("('abc'):byte(0)", ""),
    ("('abc'):byte(10), (''):byte()", "nil"),
    ("('abc'):byte(3, 1)", ""),
    (#"('\0\255'):byte(1, -1)"#, "0 255"),
    ("('abc'):byte('2')", "98"),
    (
      """
      ('abc'):byte(1.5)
      """, "error: bad argument #1 to 'byte' (number has no integer representation)"
    ),
    ("('abc'):byte({})", "error: bad argument #1 to 'byte' (number expected, got table)"),
    ("string.byte()", "error: bad argument #1 to 'byte' (string expected, got no value)"),
    ("string.byte(123, 1, -1)", "49 50 51"),
    ("('abc'):byte(math.mininteger, math.maxinteger)", "97 98 99"),
  ])
  func byteGivesCodes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("string.char(), string.char(72, 105)", "'' 'Hi'"),
    ("string.char(0, 255)", #"'\x00\xFF'"#),
    ("string.char('65')", "'A'"),
    ("string.char(256)", "error: bad argument #1 to 'char' (value out of range)"),
    ("string.char(-1)", "error: bad argument #1 to 'char' (value out of range)"),
    (
      """
      string.char(65, 1.5)
      """, "error: bad argument #2 to 'char' (number has no integer representation)"
    ),
    ("string.char({})", "error: bad argument #1 to 'char' (number expected, got table)"),
    ("string.char(65.0)", "'A'"),
  ])
  func charMakesATextOfCodes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"#'', #'abc', #'a\0b', string.len('中')"#, "0 3 3 3"),
    ("('abc'):len(), string.len(12.5)", "3 4"),
    ("string.len()", "error: bad argument #1 to 'len' (string expected, got no value)"),
    ("string.len({})", "error: bad argument #1 to 'len' (string expected, got table)"),
  ])
  func lenCountsBytes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('aBc-Z1'):lower(), ('aBc-z1'):upper()", "'abc-z1' 'ABC-Z1'"),
    ("('ÀÉ中'):lower() == 'ÀÉ中', ('é'):upper() == 'é'", "true true"),
    (#"string.upper(1e5), string.lower('\0A')"#, #"'100000.0' '\x00a'"#),
    ("string.upper()", "error: bad argument #1 to 'upper' (string expected, got no value)"),
  ])
  func lowerAndUpperChangeAsciiOnly(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('ab'):rep(3), ('ab'):rep(1), ('ab'):rep(0), ('ab'):rep(-5)", "'ababab' 'ab' '' ''"),
    (
      """
      ('ab'):rep(3, ', '), ('ab'):rep(1, ', '), (''):rep(3, '.'), (''):rep(1000000000)
      """, "'ab, ab, ab' 'ab' '..' ''"
    ),
    ("('x'):rep(2.0), ('x'):rep('2')", "'xx' 'xx'"),
    (#"('\0'):rep(2, '\1')"#, #"'\x00\x01\x00'"#),
    ("('x'):rep(1.5)", "error: bad argument #1 to 'rep' (number has no integer representation)"),
    ("('x'):rep()", "error: bad argument #1 to 'rep' (number expected, got no value)"),
    ("('x'):rep(2, {})", "error: bad argument #2 to 'rep' (string expected, got table)"),
    ("('x'):rep(math.mininteger)", "''"),
    ("string.rep(7, 3)", "'777'"),
    ("('abc'):rep(math.maxinteger)", "error: resulting string too large"),
    ("('x'):rep(-1, 5)", "''"),
  ])
  func repRepeatsWithASeparator(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"('abc'):reverse(), (''):reverse(), ('a\0b'):reverse()"#, #"'cba' '' 'b\x00a'"#),
    ("string.reverse(123)", "'321'"),
    ("string.reverse()", "error: bad argument #1 to 'reverse' (string expected, got no value)"),
  ])
  func reverseTurnsBytesRound(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('hello'):sub(2), ('hello'):sub(2, 3), ('hello'):sub(-3), ('hello'):sub(-3, -2)
      """, "'ello' 'el' 'llo' 'll'"
    ),
    (
      """
      ('hello'):sub(0), ('hello'):sub(-100, 2), ('hello'):sub(4, 100), ('hello'):sub(6)
      """, "'hello' 'he' 'lo' ''"
    ),
    (
      """
      ('hello'):sub(4, 2), ('hello'):sub(3, 3), ('hello'):sub(0, 0), (''):sub(1, 1)
      """, "'' 'l' '' ''"
    ),
    (
      """
      ('hello'):sub(math.mininteger, math.maxinteger), ('hello'):sub(math.maxinteger)
      """, "'hello' ''"
    ),
    ("('hello'):sub('2', '3'), ('hello'):sub(2.0)", "'el' 'ello'"),
    (
      """
      ('hello'):sub(1.5)
      """, "error: bad argument #1 to 'sub' (number has no integer representation)"
    ),
    ("('hello'):sub()", "error: bad argument #1 to 'sub' (number expected, got no value)"),
    ("('hello'):sub(1, {})", "error: bad argument #2 to 'sub' (number expected, got table)"),
    ("string.sub()", "error: bad argument #1 to 'sub' (string expected, got no value)"),
  ])
  func subCutsByPositionsFromEitherEnd(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('x').upper == string.upper, ('x').none, ('x')[1]", "true nil nil"),
    ("('%d'):format(5), ('a,b'):find(',')", "'5' 2 2"),
    (
      """
      pcall(function() local s = 'x' s.field = 1 end)
      """, "false 'test.lua:1: attempt to index a string value (local 's')'"
    ),
    (
      """
      pcall(function() return ('x'):nothing() end)
      """, "false 'test.lua:1: attempt to call a nil value (method 'nothing')'"
    ),
  ])
  func methodsAndFieldsOfTextsAreTheLibrarys(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
