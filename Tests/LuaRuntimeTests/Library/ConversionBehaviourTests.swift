// tonumber and tostring.

import Testing

@Suite struct ConversionBehaviourTests {
  @Test(arguments: [
    ("tonumber('10'), tonumber('10.0'), tonumber('0x10'), tonumber('1e1')", "10 10.0 16 10.0"),
    (#"tonumber('  12  '), tonumber('\n12\t'), tonumber('1 2')"#, "12 12 nil"),
    ("tonumber(''), tonumber(' '), tonumber('-'), tonumber('abc')", "nil nil nil nil"),
    ("tonumber('-0x10'), tonumber('- 1'), tonumber('+5'), tonumber('--1')", "-16 nil 5 nil"),
    ("tonumber('.5'), tonumber('5.'), tonumber('.'), tonumber('0x.8')", "0.5 5.0 nil 0.5"),
    ("tonumber('0x1p4'), tonumber('0x1p'), tonumber('1e'), tonumber('1e+')", "16.0 nil nil nil"),
    ("tonumber('inf'), tonumber('nan'), tonumber('0x'), tonumber('1_000')", "nil nil nil nil"),
    (
      """
      tonumber('9223372036854775807'), tonumber('9223372036854775808')
      """, "9223372036854775807 9.2233720368548e+18"
    ),
    (
      """
      tonumber('-9223372036854775808'), tonumber('-9223372036854775809')
      """, "-9223372036854775808 -9.2233720368548e+18"
    ),
    ("tonumber('0xffffffffffffffff'), tonumber('0x1ffffffffffffffff')", "-1 -1"),
    ("tonumber('1e400'), tonumber('-1e400'), tonumber('1e-400')", "inf -inf 0.0"),
    (#"tonumber('1\0'), tonumber('\0')"#, "nil nil"),
    ("tonumber(5), tonumber(5.5), tonumber(nil), tonumber({})", "5 5.5 nil nil"),
    ("tonumber(true), tonumber(print)", "nil nil"),
    ("tonumber()", "error: bad argument #1 to 'tonumber' (value expected)"),
    ("tonumber('0b1'), tonumber('1f'), tonumber('1,5')", "nil nil nil"),
  ])
  func tonumberReadsNumeralsAsLuaDoes(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      tonumber('10', 2), tonumber('777', 8), tonumber('zz', 36), tonumber('ZZ', 36)
      """, "2 511 1295 1295"
    ),
    ("tonumber('ff', 16), tonumber('FF', 16), tonumber('0xff', 16)", "255 255 nil"),
    ("tonumber('8', 8), tonumber('2', 2), tonumber('a', 10)", "nil nil nil"),
    (
      """
      tonumber('-101', 2), tonumber(' 11 ', 3), tonumber('- 1', 10), tonumber('+1', 10)
      """, "-5 4 nil 1"
    ),
    (
      """
      tonumber('', 10), tonumber('-', 10), tonumber('1.0', 10), tonumber('1 1', 10)
      """, "nil nil nil nil"
    ),
    (
      """
      tonumber('7fffffffffffffff', 16), tonumber('ffffffffffffffff', 16),
        tonumber('10000000000000000', 16)
      """, "9223372036854775807 -1 0"
    ),
    (#"tonumber('1e1', 16), tonumber('1\0', 10)"#, "481 nil"),
    ("tonumber(10, 10)", "error: bad argument #1 to 'tonumber' (string expected, got number)"),
    ("tonumber(nil, 10)", "error: bad argument #1 to 'tonumber' (string expected, got nil)"),
    ("tonumber('1', 1)", "error: bad argument #2 to 'tonumber' (base out of range)"),
    ("tonumber('1', 37)", "error: bad argument #2 to 'tonumber' (base out of range)"),
    (
      """
      tonumber('1', 2.5)
      """, "error: bad argument #2 to 'tonumber' (number has no integer representation)"
    ),
    ("tonumber({}, 10)", "error: bad argument #1 to 'tonumber' (string expected, got table)"),
  ])
  func tonumberReadsIntegersOfAnyBase(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      tostring(nil), tostring(true), tostring(false), tostring('x')
      """, "'nil' 'true' 'false' 'x'"
    ),
    ("tostring(1), tostring(-0), tostring(1.0), tostring(-0.0)", "'1' '0' '1.0' '-0.0'"),
    (
      """
      tostring(1e15), tostring(1e16), tostring(1e100), tostring(123456789012.5)
      """, "'1e+15' '1e+16' '1e+100' '123456789012.5'"
    ),
    (
      """
      tostring(0.1), tostring(1/3), tostring(3.14159265358979), tostring(2^53)
      """, "'0.1' '0.33333333333333' '3.1415926535898' '9.007199254741e+15'"
    ),
    (
      """
      tostring(2^63), tostring(-2^63), tostring(math.mininteger), tostring(math.maxinteger)
      """,
      "'9.2233720368548e+18' '-9.2233720368548e+18' '-9223372036854775808' '9223372036854775807'"
    ),
    (
      """
      tostring(1/0), tostring(-1/0), tostring(5e-324), tostring(1.7976931348623157e308)
      """, "'inf' '-inf' '4.9406564584125e-324' '1.7976931348623e+308'"
    ),
    ("tostring(setmetatable({}, {__tostring = function() return 'mine' end}))", "'mine'"),
    ("tostring(setmetatable({}, {__tostring = function() return 12 end}))", "'12'"),
    (
      """
      tostring(setmetatable({}, {__tostring = function(...)
        return select('#', ...) .. ''
      end}))
      """, "'1'"
    ),
    (
      """
      tostring(setmetatable({}, {__tostring = 'no function'}))
      """, "error: attempt to call a string value"
    ),
    ("tostring()", "error: bad argument #1 to 'tostring' (value expected)"),
    // An address would differ from run to run, so only the kind is written.
    (
      """
      tostring({}), tostring(print), tostring(coroutine.create(print))
      """, "'table' 'function' 'thread'"
    ),
    ("tostring(setmetatable({}, {__name = 'Account'}))", "'Account'"),
    ("tostring(setmetatable({}, {__name = 12}))", "'table'"),
  ])
  func tostringWritesBasicValues(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
