// The utf8 library.

import Testing

@Suite struct UTF8BehaviourTests {
  @Test(arguments: [
    ("utf8.char(), utf8.char(65), utf8.char(0x4E2D, 0x6587) == '中文'", "'' 'A' true"),
    (
      """
      utf8.char(0x7F), utf8.char(0x80), utf8.char(0x7FF), utf8.char(0x800)
      """, #"'\x7F' '\xC2\x80' '\xDF\xBF' '\xE0\xA0\x80'"#
    ),
    (
      """
      utf8.char(0xFFFF), utf8.char(0x10000), utf8.char(0x10FFFF), utf8.char(0x7FFFFFFF)
      """, #"'\xEF\xBF\xBF' '\xF0\x90\x80\x80' '\xF4\x8F\xBF\xBF' '\xFD\xBF\xBF\xBF\xBF\xBF'"#
    ),
    (
      """
      utf8.char(0), utf8.char(0xD800), utf8.char('66'), utf8.char(67.0)
      """, #"'\x00' '\xED\xA0\x80' 'B' 'C'"#
    ),
    ("utf8.char(-1)", "error: bad argument #1 to 'char' (value out of range)"),
    ("utf8.char(0x80000000)", "error: bad argument #1 to 'char' (value out of range)"),
    (
      """
      utf8.char(1.5)
      """, "error: bad argument #1 to 'char' (number has no integer representation)"
    ),
    ("utf8.char('x')", "error: bad argument #1 to 'char' (number expected, got string)"),
    ("utf8.char(65, {})", "error: bad argument #2 to 'char' (number expected, got table)"),
  ])
  func charEncodesCodes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("utf8.codepoint('A'), utf8.codepoint('中'), utf8.codepoint('é', 1)", "65 20013 233"),
    ("utf8.codepoint('aé中', 1, -1)", "97 233 20013"),
    ("utf8.codepoint('aé中', 2)", "233"),
    ("utf8.codepoint('aé中', -3)", "20013"),
    ("utf8.codepoint('abc', 3, 2)", ""),
    ("select('#', utf8.codepoint('', 1, 0))", "0"),
    (#"utf8.codepoint('\u{7FFFFFFF}', 1, 1, true)"#, "2147483647"),
    (#"utf8.codepoint('\u{D800}', 1, 1, true)"#, "55296"),
    (#"utf8.codepoint('\u{7FFFFFFF}')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\u{D800}')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\u{110000}')"#, "error: invalid UTF-8 code"),
    ("utf8.codepoint('')", "error: bad argument #3 to 'codepoint' (out of bounds)"),
    ("utf8.codepoint('abc', 4)", "error: bad argument #3 to 'codepoint' (out of bounds)"),
    ("utf8.codepoint('abc', 1, 4)", "error: bad argument #3 to 'codepoint' (out of bounds)"),
    ("utf8.codepoint('abc', 0)", "error: bad argument #2 to 'codepoint' (out of bounds)"),
    ("utf8.codepoint('é', 2)", "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\xFF')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\xC3')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\xC0\x80')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\xE0\x80\x80')"#, "error: invalid UTF-8 code"),
    (#"utf8.codepoint('\xF8\x80\x80\x80\x80')"#, "error: invalid UTF-8 code"),
    (
      """
      utf8.codepoint()
      """, "error: bad argument #1 to 'codepoint' (string expected, got no value)"
    ),
    (
      """
      utf8.codepoint('a', {})
      """, "error: bad argument #2 to 'codepoint' (number expected, got table)"
    ),
  ])
  func codepointDecodes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"utf8.len(''), utf8.len('abc'), utf8.len('aé中𝄞'), utf8.len('a\0b')"#, "0 3 4 3"),
    (
      """
      utf8.len('aé中', 2), utf8.len('aé中', -3), utf8.len('aé中', 4), utf8.len('abc', 4)
      """, "2 1 1 0"
    ),
    (
      """
      utf8.len('aé中', 1, 1), utf8.len('aé中', 1, 2), utf8.len('aé中', 2, 3),
        utf8.len('abc', 3, 2)
      """, "1 2 1 0"
    ),
    ("utf8.len('abc', 1, 0), utf8.len('abc', 2, -2), utf8.len('abc', 1, -10)", "0 1 0"),
    (#"utf8.len('ab\xFF')"#, "nil 3"),
    (#"utf8.len('\x80')"#, "nil 1"),
    ("utf8.len('é', 2)", "nil 2"),
    (#"utf8.len('中\xE4\xB8')"#, "nil 4"),
    (#"utf8.len('\u{D800}')"#, "nil 1"),
    (#"utf8.len('\u{D800}', 1, -1, true)"#, "1"),
    (#"utf8.len('\u{110000}'), utf8.len('\u{110000}', 1, -1, true)"#, "nil 1"),
    (#"utf8.len('\xC0\x80', 1, -1, true)"#, "nil 1"),
    ("utf8.len('abc', 0)", "error: bad argument #2 to 'len' (initial position out of bounds)"),
    ("utf8.len('abc', 5)", "error: bad argument #2 to 'len' (initial position out of bounds)"),
    ("utf8.len('abc', 1, 4)", "error: bad argument #3 to 'len' (final position out of bounds)"),
    ("utf8.len('abc', -5)", "error: bad argument #2 to 'len' (initial position out of bounds)"),
    ("utf8.len()", "error: bad argument #1 to 'len' (string expected, got no value)"),
    ("utf8.len({})", "error: bad argument #1 to 'len' (string expected, got table)"),
    ("utf8.len(123)", "3"),
  ])
  func lenCountsCharactersOrTellsWhereItStops(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      utf8.offset('aé中', 1), utf8.offset('aé中', 2), utf8.offset('aé中', 3),
        utf8.offset('aé中', 4), utf8.offset('aé中', 5)
      """, "1 2 4 7 nil"
    ),
    (
      """
      utf8.offset('aé中', -1), utf8.offset('aé中', -2), utf8.offset('aé中', -3),
        utf8.offset('aé中', -4)
      """, "4 2 1 nil"
    ),
    (
      """
      utf8.offset('aé中', 0), utf8.offset('aé中', 0, 3), utf8.offset('aé中', 0, 6),
        utf8.offset('aé中', 0, 7)
      """, "1 2 4 7"
    ),
    (
      """
      utf8.offset('aé中', 1, 2), utf8.offset('aé中', 2, 2), utf8.offset('aé中', -1, 4),
        utf8.offset('aé中', 1, -3)
      """, "2 4 2 4"
    ),
    (
      """
      utf8.offset('', 1), utf8.offset('', 0), utf8.offset('', -1), utf8.offset('', 2)
      """, "1 1 nil nil"
    ),
    (
      """
      utf8.offset('abc', 3, 4), utf8.offset('abc', 1, 4), utf8.offset('abc', math.maxinteger),
        utf8.offset('abc', math.mininteger)
      """, "nil 4 nil nil"
    ),
    ("utf8.offset('aé', 1, 3)", "error: initial position is a continuation byte"),
    ("utf8.offset('aé', -1, 3)", "error: initial position is a continuation byte"),
    ("utf8.offset('abc', 1, 5)", "error: bad argument #3 to 'offset' (position out of bounds)"),
    ("utf8.offset('abc', 1, 0)", "error: bad argument #3 to 'offset' (position out of bounds)"),
    ("utf8.offset('abc', 1, -4)", "error: bad argument #3 to 'offset' (position out of bounds)"),
    ("utf8.offset('abc')", "error: bad argument #2 to 'offset' (number expected, got no value)"),
    ("utf8.offset()", "error: bad argument #1 to 'offset' (string expected, got no value)"),
    (
      """
      utf8.offset('abc', 'x')
      """, "error: bad argument #2 to 'offset' (number expected, got string)"
    ),
    (#"utf8.offset('\x80\x80', 0, 2), utf8.offset('\x80\x80a', 0, 3)"#, "1 3"),
  ])
  func offsetFindsWhereACharacterBegins(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local out = {}
      for p, c in utf8.codes('aé中𝄞') do out[#out + 1] = p .. ':' .. c end
      return table.concat(out, ' ')
      """, "'1:97 2:233 4:20013 7:119070'"
    ),
    ("local out = {} for p, c in utf8.codes('') do out[#out + 1] = p end return #out", "0"),
    (
      #"""
      local out = {}
      for p, c in utf8.codes('a\0b') do out[#out + 1] = c end
      return table.concat(out, ' ')
      """#, "'97 0 98'"
    ),
    (
      #"""
      local out = {}
      for p, c in utf8.codes('\u{D800}\u{7FFFFFFF}', true) do out[#out + 1] = c end
      return table.concat(out, ' ')
      """#, "'55296 2147483647'"
    ),
    (#"for p, c in utf8.codes('a\xFF') do end"#, "error: invalid UTF-8 code"),
    (#"for p, c in utf8.codes('\xE4\xB8') do end"#, "error: invalid UTF-8 code"),
    (#"for p, c in utf8.codes('\u{D800}') do end"#, "error: invalid UTF-8 code"),
    (#"for p, c in utf8.codes('\u{110000}') do end"#, "error: invalid UTF-8 code"),
    (#"for p, c in utf8.codes('\xC0\x80', true) do end"#, "error: invalid UTF-8 code"),
    ("utf8.codes()", "error: bad argument #1 to 'codes' (string expected, got no value)"),
    ("utf8.codes({})", "error: bad argument #1 to 'codes' (string expected, got table)"),
    (
      """
      local step, s, start = utf8.codes('ab')
      return type(step), s, start, step(s, 0)
      """, "'function' 'ab' 0 1 97"
    ),
    ("local step, s = utf8.codes('ab') return step(s, 2)", ""),
    // Lua 5.4.4 passes over continuation bytes that belong to nothing; later releases refuse them.
    (#"for p, c in utf8.codes('ab\x80') do end"#, "error: invalid UTF-8 code"),
    (#"for p, c in utf8.codes('\xC3\xA9\xA9') do end"#, "error: invalid UTF-8 code"),
    (
      #"""
      for p, c in utf8.codes('\x80') do end
      """#, "error: bad argument #1 to 'codes' (invalid UTF-8 code)"
    ),
    (
      #"""
      for p, c in utf8.codes('\xBFa', true) do end
      """#, "error: bad argument #1 to 'codes' (invalid UTF-8 code)"
    ),
  ])
  func codesGoesThroughACharacterAtATime(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("utf8.charpattern", #"'[\x00-\x7F\xC2-\xFD][\x80-\xBF]*'"#),
    (
      """
      local out = {}
      for c in ('aé中𝄞'):gmatch(utf8.charpattern) do out[#out + 1] = #c end
      return table.concat(out, ' ')
      """, "'1 2 3 4'"
    ),
    (
      """
      ('中文'):match('^' .. utf8.charpattern) == '中',
        select(2, ('é中a'):gsub(utf8.charpattern, ''))
      """, "true 3"
    ),
  ])
  func charpatternMatchesOneCharacter(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
