// string.format: every conversion, its flags, and its errors.

import Testing

@Suite struct FormatBehaviourTests {
  @Test(arguments: [
    (
      """
      ('%d %i'):format(42, -7), ('%5d|%-5d|%05d'):format(42, 42, 42)
      """, "'42 -7' '   42|42   |00042'"
    ),
    (
      """
      ('%+d % d %+d'):format(5, 5, -5), ('%.3d|%5.3d|%-5.3d|'):format(7, 7, 7)
      """, "'+5  5 -5' '007|  007|007  |'"
    ),
    (
      """
      ('%x %X %#x %#X'):format(255, 255, 255, 255), ('%o %#o'):format(8, 8)
      """, "'ff FF 0xff 0XFF' '10 010'"
    ),
    (
      """
      ('%08x'):format(0xBEEF), ('%x'):format(-1), ('%o'):format(-1)
      """, "'0000beef' 'ffffffffffffffff' '1777777777777777777777'"
    ),
    (
      """
      ('%d'):format(math.mininteger), ('%d'):format(math.maxinteger)
      """, "'-9223372036854775808' '9223372036854775807'"
    ),
    (
      """
      ('%u'):format(7), ('%d'):format(3.0), ('%d'):format('10'), ('%x'):format('0x1F')
      """, "'7' '3' '10' '1f'"
    ),
    ("('%d'):format(-0.0), ('%.0d|'):format(0)", "'0' '|'"),
    (
      """
      ('%d'):format(3.5)
      """, "error: bad argument #1 to 'format' (number has no integer representation)"
    ),
    (
      """
      ('%d'):format('3.5')
      """, "error: bad argument #1 to 'format' (number has no integer representation)"
    ),
    ("('%d'):format('x')", "error: bad argument #1 to 'format' (number expected, got string)"),
    (
      """
      ('%d'):format(2^63)
      """, "error: bad argument #1 to 'format' (number has no integer representation)"
    ),
    (
      """
      ('%x'):format(0.5)
      """, "error: bad argument #1 to 'format' (number has no integer representation)"
    ),
    ("('%d'):format({})", "error: bad argument #1 to 'format' (number expected, got table)"),
    ("('%d'):format(nil)", "error: bad argument #1 to 'format' (number expected, got nil)"),
    ("('%d'):format()", "error: bad argument #1 to 'format' (no value)"),
    (
      """
      ('%c%c%c'):format(76, 117, 97), ('%c'):format(0), ('%5c|%-5c|'):format(65, 65)
      """, #"'Lua' '\x00' '    A|A    |'"#
    ),
    ("('%c'):format('a')", "error: bad argument #1 to 'format' (number expected, got string)"),
  ])
  func integersAreWrittenInThreeBases(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('%f %.2f %.0f'):format(1.5, 2.345, 2.5),
        ('%8.3f|%-8.3f|%08.3f'):format(3.14159, 3.14159, 3.14159)
      """, "'1.500000 2.35 2' '   3.142|3.142   |0003.142'"
    ),
    (
      """
      ('%e %.2E'):format(12345.678, 12345.678), ('%g %G'):format(1e20, 1e-10)
      """, "'1.234568e+04 1.23E+04' '1e+20 1E-10'"
    ),
    (
      """
      ('%g %g %g %g'):format(100000, 1000000, 0.0001, 0.00001), ('%.3g'):format(1234.5),
        ('%#g'):format(1.0)
      """, "'100000 1e+06 0.0001 1e-05' '1.23e+03' '1.00000'"
    ),
    (
      """
      ('%f'):format(1), ('%.1f'):format('2.25'), ('%+.1f % .1f'):format(1.0, 1.0)
      """, "'1.000000' '2.2' '+1.0  1.0'"
    ),
    (
      """
      ('%f %e %g'):format(1/0, -1/0, 1/0), ('%5.1f|'):format(1/0), ('%d'):format(1e15)
      """, "'inf -inf inf' '  inf|' '1000000000000000'"
    ),
    (
      """
      ('%.20f'):format(0.1), ('%.14g'):format(0.1), ('%.17g'):format(0.1)
      """, "'0.10000000000000000555' '0.1' '0.10000000000000001'"
    ),
    ("('%.99f'):format(1/3):len(), ('%99.1f'):format(1):len()", "101 99"),
    (
      """
      ('%f'):format(-0.0), ('%g'):format(2^53), ('%.3f'):format(2^-3)
      """, "'-0.000000' '9.0072e+15' '0.125'"
    ),
    (
      """
      ('%a'):format(1.0), ('%A'):format(0.5), ('%.1a'):format(1.0), ('%a'):format(1/0)
      """, "'0x1p+0' '0X1P-1' '0x1.0p+0' 'inf'"
    ),
    ("('%f'):format('x')", "error: bad argument #1 to 'format' (number expected, got string)"),
    ("('%g'):format({})", "error: bad argument #1 to 'format' (number expected, got table)"),
    ("('%e'):format(true)", "error: bad argument #1 to 'format' (number expected, got boolean)"),
  ])
  func floatsAreWrittenInThreeNotations(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('%s %s %s'):format('a', 1, 2.5), ('%s %s'):format(nil, true)", "'a 1 2.5' 'nil true'"),
    ("('%5s|%-5s|%.2s|%5.1s|'):format('abc', 'abc', 'abc', 'abc')", "'  abc|abc  |ab|    a|'"),
    (
      #"""
      ('%s'):format('a\0b'), ('%s'):format(('x'):rep(200)):len(), ('%.0s|'):format('abc'),
        ('%.s|'):format('abc')
      """#, #"'a\x00b' 200 '|' '|'"#
    ),
    ("('%s'):format(setmetatable({}, {__tostring = function() return 'mine' end}))", "'mine'"),
    ("('%5s|'):format(setmetatable({}, {__tostring = function() return 'me' end}))", "'   me|'"),
    (
      """
      ('%s'):format(setmetatable({}, {__tostring = function() return {} end}))
      """, "error: '__tostring' must return a string"
    ),
    (#"('%10s'):format('a\0b')"#, "error: bad argument #1 to 'format' (string contains zeros)"),
    ("('%s'):format()", "error: bad argument #1 to 'format' (no value)"),
    ("('%s %s'):format('only one')", "error: bad argument #2 to 'format' (no value)"),
    (
      """
      ('%.20s|'):format(('x'):rep(30)), ('%-20s|'):format('x')
      """, "'xxxxxxxxxxxxxxxxxxxx|' 'x                   |'"
    ),
    // As with `tostring`, no addresses are written.
    ("('%s %s %-8s|'):format({}, print, {})", "'table function table   |'"),
    ("('%s'):format(setmetatable({}, {__name = 'Account'}))", "'Account'"),
    ("('%p'):format({})", "error: `string.format` has no `%p` here; addresses are not shown"),
    ("('%p'):format(1)", "error: `string.format` has no `%p` here; addresses are not shown"),
  ])
  func textsAreCutAndPadded(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"('%q'):format('a "quote" \\ back')"#, #"'"a \"quote\" \\ back"'"#),
    (#"('%q'):format('line\nnext\r\0end')"#, #"'"line\\x0Anext\13\0end"'"#),
    (#"('%q'):format('\0011\127\200é')"#, #"'"\0011\127\xC8\xC3\xA9"'"#),
    ("('%q'):format('')", #"'""'"#),
    ("('%q %q %q'):format(1, -5, 0)", "'1 -5 0'"),
    (
      """
      ('%q'):format(math.mininteger), ('%q'):format(math.maxinteger)
      """, "'0x8000000000000000' '9223372036854775807'"
    ),
    ("('%q %q'):format(1.0, 0.1)", "'0x1p+0 0x1.999999999999ap-4'"),
    ("('%q %q'):format(1/0, -1/0)", "'1e9999 -1e9999'"),
    ("('%q'):format(0/0)", "'(0/0)'"),
    ("('%q %q'):format(2^63, -0.0)", "'0x1p+63 -0x0p+0'"),
    ("('%q %q %q'):format(nil, true, false)", "'nil true false'"),
    (#"load('return ' .. ('%q'):format('\0\n\r\t"\\\200中'))() == '\0\n\r\t"\\\200中'"#, "true"),
    (
      """
      load('return ' .. ('%q'):format(0.1))() == 0.1,
        load('return ' .. ('%q'):format(1e300))() == 1e300
      """, "true true"
    ),
    (
      """
      load('return ' .. ('%q'):format(math.mininteger))() == math.mininteger,
        math.type(load('return ' .. ('%q'):format(math.mininteger))())
      """, "true 'integer'"
    ),
    ("('%q'):format({})", "error: bad argument #1 to 'format' (value has no literal form)"),
    ("('%q'):format(print)", "error: bad argument #1 to 'format' (value has no literal form)"),
    (
      """
      ('%q'):format(coroutine.create(print))
      """, "error: bad argument #1 to 'format' (value has no literal form)"
    ),
    (
      """
      ('%q'):format(setmetatable({}, {__tostring = function() return 'x' end}))
      """, "error: bad argument #1 to 'format' (value has no literal form)"
    ),
    ("('%5q'):format('x')", "error: specifier '%q' cannot have modifiers"),
    ("('%.1q'):format(1)", "error: specifier '%q' cannot have modifiers"),
    ("('%q'):format()", "error: bad argument #1 to 'format' (no value)"),
  ])
  func quotedValuesCanBeReadAgain(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('%'):format()", "error: bad argument #1 to 'format' (no value)"),
    ("('100%'):format()", "error: bad argument #1 to 'format' (no value)"),
    ("('%y'):format(1)", "error: invalid conversion '%y' to 'format'"),
    ("('%%'):format(), ('100%%'):format(1, 2)", "'%' '100%'"),
    ("('%10'):format(1)", "error: invalid conversion '%10' to 'format'"),
    ("('%123d'):format(1)", "error: invalid conversion specification: '%123d'"),
    ("('%.123d'):format(1)", "error: invalid conversion specification: '%.123d'"),
    ("('%-+ #0-d'):format(1)", "error: invalid conversion specification: '%-+ #0-d'"),
    ("('%#s'):format('x')", "error: invalid conversion specification: '%#s'"),
    ("('%05s'):format('x')", "error: invalid conversion specification: '%05s'"),
    ("('%+x'):format(1)", "error: invalid conversion specification: '%+x'"),
    ("('%#d'):format(1)", "error: invalid conversion specification: '%#d'"),
    ("('%.1c'):format(65)", "error: invalid conversion specification: '%.1c'"),
    ("('%l'):format(1)", "error: invalid conversion '%l' to 'format'"),
    ("('%ld'):format(1)", "error: invalid conversion '%l' to 'format'"),
    ("('%n'):format(1)", "error: invalid conversion '%n' to 'format'"),
    ("('%*d'):format(5, 1)", "error: invalid conversion '%*' to 'format'"),
    ("string.format()", "error: bad argument #1 to 'format' (string expected, got no value)"),
    ("string.format({})", "error: bad argument #1 to 'format' (string expected, got table)"),
    ("string.format(12)", "'12'"),
    ("('x'):format(1, 2, 3)", "'x'"),
  ])
  func directivesThatLuaDoesNotKnowAreErrors(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
