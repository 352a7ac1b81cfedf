// What operators and literals do with texts.

import Testing

@Suite struct TextBehaviourTests {
  @Test(arguments: [
    ("'10' + 5, '10' * '2', '3' - 1, '7' // 2", "15 20 2 3"),
    ("'10' / 2, '2' ^ 2, '7' % 4, -'2'", "5.0 4.0 3 -2"),
    ("'0x10' + 0, '1e1' + 0, ' 5 ' + 0, '1.5' + 1", "16 10.0 5 2.5"),
    (
      """
      math.type('10' + 1), math.type('10.0' + 1), math.type('9223372036854775808' + 0)
      """, "'integer' 'float' 'float'"
    ),
    (
      """
      '10' | 1
      """, "error: attempt to perform bitwise operation on a string value (constant '10')"
    ),
    ("~'1.0'", "error: attempt to perform bitwise operation on a string value (constant '1.0')"),
    ("'abc' + 1", "error: attempt to add a 'string' with a 'number'"),
    ("1 + 'abc'", "error: attempt to add a 'number' with a 'string'"),
    ("{} + '1'", "error: attempt to add a 'table' with a 'string'"),
    ("'a' | 1", "error: attempt to perform bitwise operation on a string value (constant 'a')"),
    ("'1' .. 2, 1 .. 2, 1.5 .. '', -0.0 .. ''", "'12' '12' '1.5' '-0.0'"),
    ("1e15 .. '', 2^63 .. ''", "'1e+15' '9.2233720368548e+18'"),
    ("'a' .. nil", "error: attempt to concatenate a nil value"),
    ("true .. 'x'", "error: attempt to concatenate a boolean value"),
    ("- 'x'", "error: attempt to unm a 'string' with a 'string'"),
    ("'9223372036854775807' + 1", "-9223372036854775808"),
  ])
  func textsTakePartInArithmetic(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("'a' < 'b', 'a' < 'B', 'a' < 'aa', '' < 'a'", "true false true true"),
    ("'a' <= 'a', 'b' > 'a', 'Z' >= 'a'", "true true false"),
    (#"'a\0a' < 'a\0b', 'a' < 'a\0', 'a\0' == 'a'"#, "true true false"),
    ("'10' == 10, '10' < '9', 'é' > 'z'", "false true true"),
    ("'10' < 9", "error: attempt to compare string with number"),
    ("1 < 'x'", "error: attempt to compare number with string"),
    ("'a' == 'a', 'a' ~= 'b', rawequal('a' .. 'b', 'ab')", "true true true"),
  ])
  func textsAreComparedByTheirBytes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"'\65\066\x41\u{41}', '\z   x', '\a\b\f\v'"#, #"'ABAA' 'x' '\x07\x08\x0C\x0B'"#),
    (
      #"""
      '\u{4E2D}', '\u{7FFFFFFF}', '\u{0}'
      """#, #"'\xE4\xB8\xAD' '\xFD\xBF\xBF\xBF\xBF\xBF' '\x00'"#
    ),
    ("'a\\\nb', #'a\\\\nb'", #"'a\x0Ab' 4"#),
    ("[[\nfirst]], [==[a]]b]==], #[[\n\n]]", "'first' 'a]]b' 1"),
    (#""it's", 'say "x"', '\\', '\''"#, #"'it's' 'say "x"' '\' '''"#),
    (#"'\0651', #'\0', '\x00' == '\0'"#, "'A1' 1 true"),
  ])
  func escapesStandForBytes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      1 .. '' == tostring(1), 1.0 .. '', 1e100 .. '', 10 // 1 .. '', 7 / 2 .. ''
      """, "true '1.0' '1e+100' '10' '3.5'"
    ),
    (
      """
      3 .. '' .. 4, 2^31 .. '', 100000000000000 .. '', 1e14 .. ''
      """, "'34' '2147483648.0' '100000000000000' '1e+14'"
    ),
  ])
  func tostringAndConcatWriteNumbersTheSameWay(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
