// string.pack, unpack and packsize.

import Testing

@Suite struct PackBehaviourTests {
  @Test(arguments: [
    ("('<i1'):pack(-1), ('<I2'):pack(258), ('>I2'):pack(258)", #"'\xFF' '\x02\x01' '\x01\x02'"#),
    (
      """
      ('<i3'):pack(-2), ('>i3'):pack(1), ('<i4'):pack(1), ('>i4'):pack(-1)
      """, #"'\xFE\xFF\xFF' '\x00\x00\x01' '\x01\x00\x00\x00' '\xFF\xFF\xFF\xFF'"#
    ),
    (
      """
      ('<i8'):pack(math.mininteger), ('<j'):pack(-1)
      """, #"'\x00\x00\x00\x00\x00\x00\x00\x80' '\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF'"#
    ),
    (
      """
      ('<i16'):pack(-2)
      """, #"'\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF'"#
    ),
    ("('>I16'):pack(1)", #"'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01'"#),
    (
      """
      ('b'):pack(-128), ('B'):pack(255), ('<h'):pack(-1), ('<H'):pack(65535)
      """, #"'\x80' '\xFF' '\xFF\xFF' '\xFF\xFF'"#
    ),
    (
      """
      ('<l'):pack(1), ('<L'):pack(1)
      """, #"'\x01\x00\x00\x00\x00\x00\x00\x00' '\x01\x00\x00\x00\x00\x00\x00\x00'"#
    ),
    (
      """
      ('<J'):pack(-1), ('<T'):pack(7)
      """, #"'\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF' '\x07\x00\x00\x00\x00\x00\x00\x00'"#
    ),
    (
      """
      ('=I4'):pack(1) == ('I4'):pack(1), ('<i'):pack(1), ('<I'):pack(1)
      """, #"true '\x01\x00\x00\x00' '\x01\x00\x00\x00'"#
    ),
    ("('i1'):pack(128)", "error: bad argument #1 to 'pack' (integer overflow)"),
    ("('i1'):pack(-129)", "error: bad argument #1 to 'pack' (integer overflow)"),
    ("('I1'):pack(256)", "error: bad argument #1 to 'pack' (unsigned overflow)"),
    ("('B'):pack(-1)", "error: bad argument #1 to 'pack' (unsigned overflow)"),
    ("('<i2'):pack(40000)", "error: bad argument #1 to 'pack' (integer overflow)"),
    (
      """
      ('i1'):pack(1.5)
      """, "error: bad argument #1 to 'pack' (number has no integer representation)"
    ),
    ("('i1'):pack('x')", "error: bad argument #1 to 'pack' (number expected, got string)"),
    ("('i1'):pack()", "error: bad argument #1 to 'pack' (number expected, got nil)"),
    ("('<i2'):pack('7'), ('<i2'):pack(7.0)", #"'\x07\x00' '\x07\x00'"#),
  ])
  func integersArePackedInTheirSize(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"('<i2'):unpack('\1\2'), ('>i2'):unpack('\1\2')"#, "513 258 3"),
    (#"('b'):unpack('\255'), ('B'):unpack('\255')"#, "-1 255 2"),
    (#"('<i3'):unpack('\255\255\255'), ('<I3'):unpack('\255\255\255')"#, "-1 16777215 4"),
    ("('<i16'):unpack(('<i16'):pack(-5)), ('<I16'):unpack(('<I16'):pack(5))", "-5 5 17"),
    (#"('<I9'):unpack(('\255'):rep(9))"#, "error: 9-byte integer does not fit into Lua Integer"),
    (
      #"""
      ('<i16'):unpack(('\255'):rep(8) .. ('\1'):rep(8))
      """#, "error: 16-byte integer does not fit into Lua Integer"
    ),
    (#"('<i4'):unpack('\1\2')"#, "error: bad argument #1 to 'unpack' (data string too short)"),
    ("('<j'):unpack(('<j'):pack(math.mininteger))", "-9223372036854775808 9"),
    (#"('<J'):unpack(('\255'):rep(8))"#, "-1 9"),
    (#"('<i2 i2'):unpack('\1\0\2\0')"#, "1 2 5"),
    (#"('<i2'):unpack('\1\0\2\0', 3)"#, "2 5"),
    (#"('<i2'):unpack('\1\0\2\0', -2)"#, "2 5"),
    (
      #"""
      ('<i2'):unpack('\1\0\2\0', 4)
      """#, "error: bad argument #1 to 'unpack' (data string too short)"
    ),
    (
      #"""
      ('<i2'):unpack('\1\0', 4)
      """#, "error: bad argument #2 to 'unpack' (initial position out of string)"
    ),
    (#"('<i2'):unpack('\1\0', -5)"#, "1 3"),
    ("('b'):unpack('a', 2)", "error: bad argument #1 to 'unpack' (data string too short)"),
    ("(''):unpack('abc'), (''):unpack('abc', 4)", "1 4"),
  ])
  func integersAreUnpackedAgain(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('<d'):pack(1.5), ('<f'):pack(1.5), ('<n'):pack(-0.0)
      """, #"'\x00\x00\x00\x00\x00\x00\xF8?' '\x00\x00\xC0?' '\x00\x00\x00\x00\x00\x00\x00\x80'"#
    ),
    (
      """
      ('<d'):unpack(('<d'):pack(0.1)), ('<f'):unpack(('<f'):pack(0.5)),
        ('>d'):unpack(('>d'):pack(1/0))
      """, "0.1 0.5 inf 9"
    ),
    (
      """
      ('<f'):unpack(('<f'):pack(0.1)), ('<f'):unpack(('<f'):pack(1e300))
      """, "0.10000000149012 inf 5"
    ),
    ("('<d'):pack('2.5') == ('<d'):pack(2.5), ('<n'):unpack(('<n'):pack(3))", "true 3.0 9"),
    ("('d'):pack('x')", "error: bad argument #1 to 'pack' (number expected, got string)"),
    ("('d'):unpack('1234')", "error: bad argument #1 to 'unpack' (data string too short)"),
  ])
  func floatsArePackedAndUnpacked(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('z'):pack('abc'), ('<s1'):pack('abc'), ('<s2'):pack('ab'), ('c5'):pack('abc')
      """, #"'abc\x00' '\x03abc' '\x02\x00ab' 'abc\x00\x00'"#
    ),
    (
      """
      ('<s'):pack('x'), ('c0'):pack(''), ('s1'):pack(('x'):rep(255)):len()
      """, #"'\x01\x00\x00\x00\x00\x00\x00\x00x' '' 256"#
    ),
    (
      #"""
      ('z'):unpack('abc\0def'), ('<s1'):unpack('\3abcd'), ('c2'):unpack('abc')
      """#, "'abc' 'abc' 'ab' 3"
    ),
    (#"('z z'):unpack('a\0b\0')"#, "'a' 'b' 5"),
    (#"('<s2 b'):unpack('\1\0a\7')"#, "'a' 7 5"),
    (#"('z'):pack('a\0b')"#, "error: bad argument #1 to 'pack' (string contains zeros)"),
    ("('c2'):pack('abc')", "error: bad argument #1 to 'pack' (string longer than given size)"),
    (
      """
      ('s1'):pack(('x'):rep(256))
      """, "error: bad argument #1 to 'pack' (string length does not fit in given size)"
    ),
    (
      """
      ('z'):unpack('abc')
      """, "error: bad argument #1 to 'unpack' (unfinished string for format 'z')"
    ),
    (#"('<s1'):unpack('\5abc')"#, "error: bad argument #1 to 'unpack' (data string too short)"),
    ("('c5'):unpack('abc')", "error: bad argument #1 to 'unpack' (data string too short)"),
    ("('c'):pack('x')", "error: missing size for format option 'c'"),
    ("('z'):pack({})", "error: bad argument #1 to 'pack' (string expected, got table)"),
    ("('z'):pack(12), ('s1'):pack(1.5)", #"'12\x00' '\x031.5'"#),
  ])
  func textsArePackedWithALengthOrAnEnd(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('<b x b'):pack(1, 2), ('xx'):pack(), ('<!4 b i4'):pack(1, 2), ('<!2 b i4'):pack(1, 2)
      """,
      #"'\x01\x00\x02' '\x00\x00' '\x01\x00\x00\x00\x02\x00\x00\x00' '\x01\x00\x02\x00\x00\x00'"#
    ),
    (
      """
      ('<! b d'):pack(1, 0):len(), ('<b i4'):pack(1, 2):len(),
        ('<!8 b Xi8 b'):pack(1, 2):len()
      """, "16 5 9"
    ),
    ("('<!4 b Xi4'):pack(1):len(), ('<!4 Xi4'):pack():len()", "4 0"),
    (#"('<!4 b i4'):unpack('\1\0\0\0\2\0\0\0')"#, "1 2 9"),
    (#"('<b x b'):unpack('\1\9\2')"#, "1 2 4"),
    (
      """
      ('<!4 i3'):pack(1)
      """, "error: calling 'pack' on bad self (format asks for alignment not power of 2)"
    ),
    ("('X'):pack()", "error: calling 'pack' on bad self (invalid next option for option 'X')"),
    ("('Xz'):pack()", "error: calling 'pack' on bad self (invalid next option for option 'X')"),
    (
      """
      ('Xc1'):pack('x')
      """, "error: calling 'pack' on bad self (invalid next option for option 'X')"
    ),
    (
      """
      ('X b'):pack(1)
      """, "error: calling 'pack' on bad self (invalid next option for option 'X')"
    ),
    ("('!17'):pack()", "error: integral size (17) out of limits [1,16]"),
    (
      """
      ('!3 i4'):pack(1):len()
      """, "error: calling 'pack' on bad self (format asks for alignment not power of 2)"
    ),
    (
      """
      ('!3 i3'):pack(1)
      """, "error: calling 'pack' on bad self (format asks for alignment not power of 2)"
    ),
    ("('!8 i16'):pack(1):len()", "16"),
  ])
  func paddingAndAlignmentFillWithZeros(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('<i4 i2 b'):packsize(), ('<!4 b i4'):packsize(), (''):packsize(),
        ('<d f n j'):packsize()
      """, "7 8 0 28"
    ),
    ("('c10 x'):packsize(), ('i16'):packsize(), ('<!8 b Xd d'):packsize()", "11 16 16"),
    ("('s'):packsize()", "error: calling 'packsize' on bad self (variable-length format)"),
    ("('z'):packsize()", "error: calling 'packsize' on bad self (variable-length format)"),
    (
      """
      ('c200000000' .. ('c200000000'):rep(10)):packsize()
      """, "error: calling 'packsize' on bad self (format result too large)"
    ),
    (
      """
      string.packsize()
      """, "error: bad argument #1 to 'packsize' (string expected, got no value)"
    ),
  ])
  func packsizeCountsWithoutValues(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('y'):pack(1)", "error: invalid format option 'y'"),
    ("('i0'):pack(1)", "error: integral size (0) out of limits [1,16]"),
    ("('i17'):pack(1)", "error: integral size (17) out of limits [1,16]"),
    ("('I99'):packsize()", "error: integral size (99) out of limits [1,16]"),
    ("('s17'):pack('x')", "error: integral size (17) out of limits [1,16]"),
    ("('!0'):pack()", "error: integral size (0) out of limits [1,16]"),
    ("('q'):unpack('x')", "error: invalid format option 'q'"),
    ("('i'):pack(1, 2) == ('i'):pack(1)", "true"),
    ("string.pack()", "error: bad argument #1 to 'pack' (string expected, got no value)"),
    ("string.pack({})", "error: bad argument #1 to 'pack' (string expected, got table)"),
    ("string.unpack('b')", "error: bad argument #2 to 'unpack' (string expected, got no value)"),
    (
      """
      string.unpack('b', 'x', 'y')
      """, "error: bad argument #3 to 'unpack' (number expected, got string)"
    ),
  ])
  func optionsThatLuaDoesNotKnowAreErrors(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
