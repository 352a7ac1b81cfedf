// What operators and loops do with integers and floats.

import Testing

@Suite struct NumberBehaviourTests {
  @Test(arguments: [
    ("7 // 2, -7 // 2, 7 // -2, -7 // -2", "3 -4 -4 3"),
    ("7 % 3, -7 % 3, 7 % -3, -7 % -3", "1 2 -2 -1"),
    ("7.5 // 2, -7.5 // 2, 7 // 2.0, 7.5 % 2, -7.5 % 2, 7.5 % -2", "3.0 -4.0 3.0 1.5 0.5 -0.5"),
    (
      """
      1 // 0.0, -1 // 0.0, 0.0 / 0 ~= 0.0 / 0, 1 % 0.0 ~= 1 % 0.0, 1 / 0, -1 / 0
      """, "inf -inf true true inf -inf"
    ),
    ("5 % (1/0), -5 % (1/0), 5 % (-1/0), 5 // (1/0), -5 // (1/0)", "5.0 inf -inf 0.0 -0.0"),
    (
      """
      math.mininteger // -1, math.mininteger % -1, 0 // 5, 0 % -5, -0.0 % 5
      """, "-9223372036854775808 0 0 0 -0.0"
    ),
    ("5.3 % 0.1 < 0.1, 6 % 6.0, -6 % 6.0, 3 % -2.0", "true 0.0 -0.0 -1.0"),
    ("1 // 0", "error: attempt to divide by zero"),
    ("1 % 0", "error: attempt to perform 'n%0'"),
    ("local zero = 0 return 5 // zero", "error: attempt to divide by zero"),
    ("local zero = 0 return 5 % zero", "error: attempt to perform 'n%0'"),
  ])
  func divisionAndRemainderRoundDown(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      math.maxinteger + 1 == math.mininteger, math.mininteger - 1 == math.maxinteger,
        -math.mininteger == math.mininteger
      """, "true true true"
    ),
    (
      """
      math.maxinteger * 2, math.mininteger * -1, math.maxinteger * math.maxinteger
      """, "-2 -9223372036854775808 1"
    ),
    (
      """
      math.maxinteger + 1.0 == 2^63, math.maxinteger // 1 | 0, 1 << 63 == math.mininteger
      """, "true 9223372036854775807 true"
    ),
    (
      """
      0x7fffffffffffffff + 1 == math.mininteger, 0xffffffffffffffff, 0x1ffffffffffffffff
      """, "true -1 -1"
    ),
    (
      """
      9223372036854775807, 9223372036854775808, -9223372036854775808, -9223372036854775807 - 1
      """, "9223372036854775807 9.2233720368548e+18 -9.2233720368548e+18 -9223372036854775808"
    ),
  ])
  func integersWrapRound(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("5 & 3, 5 | 3, 5 ~ 3, ~5, ~0", "1 7 6 -6 -1"),
    (
      """
      1 << 4, 256 >> 4, -1 >> 60, -1 << 63, 1 << 64, 1 >> 64, 1 << 63
      """, "16 16 15 -9223372036854775808 0 0 -9223372036854775808"
    ),
    ("1 << -1, 2 >> -1, 1 << -64, 1 << math.mininteger, 1 >> math.maxinteger", "0 4 0 0 0"),
    ("3.0 & 1, 2^53 | 0, -1.0 & 0xFF", "1 9007199254740992 255"),
    ("1.5 & 1", "error: number has no integer representation"),
    ("2^63 | 0", "error: number has no integer representation"),
    ("1/0 | 0", "error: number has no integer representation"),
    ("0/0 | 0", "error: number has no integer representation"),
    ("{} | 1", "error: attempt to perform bitwise operation on a table value"),
    ("nil & 1", "error: attempt to perform bitwise operation on a nil value"),
    ("'x' << 1", "error: attempt to perform bitwise operation on a string value (constant 'x')"),
    (
      """
      '1.5' << 1
      """, "error: attempt to perform bitwise operation on a string value (constant '1.5')"
    ),
    ("1 << {}", "error: attempt to perform bitwise operation on a table value"),
  ])
  func bitwiseOperatorsWorkOnIntegers(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      1 == 1.0, 1 < 1.5, 2 > 1.5, math.maxinteger < 2^63,
        math.maxinteger + 0.0 == math.maxinteger
      """, "true true true true false"
    ),
    (
      """
      math.maxinteger == 2^63, math.mininteger == -2^63, math.mininteger <= -2^63,
        2^53 == 2^53 + 1
      """, "false true true true"
    ),
    (
      """
      (2^53 | 0) + 1 == 2^53, (2^53 | 0) + 1 > 2^53, 0 == -0.0, 1/0 > math.maxinteger,
        -1/0 < math.mininteger
      """, "false true true true true"
    ),
    (
      """
      0/0 == 0/0, 0/0 ~= 0/0, 0/0 < 1, 0/0 > 1, not (0/0 <= 0/0)
      """, "false true false false true"
    ),
    ("1 < '2'", "error: attempt to compare number with string"),
    ("{} <= {}", "error: attempt to compare two table values"),
    ("nil > 1", "error: attempt to compare number with nil"),
  ])
  func integersAndFloatsAreComparedExactly(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      local out = {}
      for i = 1, 3 do out[#out + 1] = tostring(i) end
      return table.concat(out, ' ')
      """, "'1 2 3'"
    ),
    (
      """
      local out = {}
      for i = 1.0, 3 do out[#out + 1] = tostring(i) end
      return table.concat(out, ' ')
      """, "'1.0 2.0 3.0'"
    ),
    (
      """
      local out = {}
      for i = 3, 1, -1 do out[#out + 1] = tostring(i) end
      return table.concat(out, ' ')
      """, "'3 2 1'"
    ),
    (
      """
      local out = {}
      for i = 1, 2, 0.5 do out[#out + 1] = tostring(i) end
      return table.concat(out, ' ')
      """, "'1.0 1.5 2.0'"
    ),
    ("local n = 0 for i = 1, 0 do n = n + 1 end return n", "0"),
    ("local n = 0 for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end return n", "2"),
    ("local n = 0 for i = math.mininteger, math.mininteger + 2 do n = n + 1 end return n", "3"),
    ("local n = 0 for i = 1, math.huge do n = n + 1 if n == 5 then break end end return n", "5"),
    ("local n = 0 for i = 1, 3.9 do n = n + 1 end return n", "3"),
    ("local n = 0 for i = 1, -1/0 do n = n + 1 end return n", "0"),
    (
      """
      local n = 0
      for i = 3, 1 do n = n + 1 end
      for i = 0.1, 0.5, 0.1 do n = n + 1 end
      return n
      """, "5"
    ),
    ("for i = 1, 10, 0 do end", "error: 'for' step is zero"),
    ("for i = 1.0, 10, 0 do end", "error: 'for' step is zero"),
    ("for i = {}, 10 do end", "error: bad 'for' initial value (number expected, got table)"),
    ("local out = {} for i = 1, 3 do local j = i i = 10 out[#out + 1] = j end return #out", "3"),
  ])
  func loopsCountInTheKindOfTheirStart(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
