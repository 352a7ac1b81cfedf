// The math library.

import Testing

@Suite struct MathBehaviourTests {
  @Test(arguments: [
    ("math.floor(3.7), math.floor(-3.7), math.ceil(3.2), math.ceil(-3.2)", "3 -4 4 -3"),
    (
      """
      math.floor(5), math.ceil(5), math.floor(2^70), math.ceil(-2^70)
      """, "5 5 1.1805916207174e+21 -1.1805916207174e+21"
    ),
    ("math.floor(1/0), math.ceil(-1/0), math.floor(-0.0), math.ceil(-0.5)", "inf -inf 0 0"),
    (
      """
      math.type(math.floor(3.7)), math.type(math.floor(1e300)), math.floor('2.5')
      """, "'integer' 'float' 2"
    ),
    (
      """
      math.tointeger(3.0), math.tointeger(3.5), math.tointeger(2^63), math.tointeger(-2^63)
      """, "3 nil nil -9223372036854775808"
    ),
    (
      """
      math.tointeger('8'), math.tointeger('8.0'), math.tointeger('x'), math.tointeger({})
      """, "8 8 nil nil"
    ),
    (
      """
      math.tointeger(0/0), math.tointeger(1/0), math.tointeger(math.mininteger)
      """, "nil nil -9223372036854775808"
    ),
    ("math.tointeger()", "error: bad argument #1 to 'tointeger' (value expected)"),
    ("math.floor()", "error: bad argument #1 to 'floor' (number expected, got no value)"),
    ("math.floor({})", "error: bad argument #1 to 'floor' (number expected, got table)"),
    ("math.ceil('x')", "error: bad argument #1 to 'ceil' (number expected, got string)"),
    ("math.modf(3.7), math.modf(-3.7)", "3 -3 -0.7"),
    ("math.modf(5)", "5 0.0"),
    ("math.modf(-0.0)", "0 0.0"),
    ("math.modf(1/0)", "inf 0.0"),
    ("math.modf(-1/0)", "-inf 0.0"),
  ])
  func roundingGivesIntegersWhereItCan(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      math.type(1), math.type(1.0), math.type('1'), math.type(nil)
      """, "'integer' 'float' nil nil"
    ),
    ("math.type()", "error: bad argument #1 to 'type' (value expected)"),
    (
      """
      1 == 1.0, math.type(3 // 1), math.type(3.0 // 1), math.type(2^2), math.type(4 / 2)
      """, "true 'integer' 'float' 'float' 'float'"
    ),
    (
      """
      math.type(0x10), math.type(1e2), math.type(0x1p1), math.type(9223372036854775808),
        math.type(0xffffffffffffffff)
      """, "'integer' 'float' 'float' 'float' 'integer'"
    ),
    (
      """
      math.maxinteger, math.mininteger, math.huge, -math.huge
      """, "9223372036854775807 -9223372036854775808 inf -inf"
    ),
    (
      """
      math.pi, math.maxinteger + 1.0, math.maxinteger + 0.0 == 2^63
      """, "3.1415926535898 9.2233720368548e+18 true"
    ),
  ])
  func numbersKnowTheirType(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("math.abs(-5), math.abs(-5.5), math.abs(-0.0), math.abs('-3')", "5 5.5 0.0 3.0"),
    ("math.abs(math.mininteger), math.abs(-1/0)", "-9223372036854775808 inf"),
    ("math.max(1, 2.5), math.max(2, 2.0), math.max(2.0, 2), math.max(1)", "2.5 2 2.0 1"),
    ("math.min(1, 2.5), math.min(-0.0, 0.0)", "1 -0.0"),
    ("math.max(1, '10', 3)", "error: attempt to compare number with string"),
    ("math.max(0/0, 1) ~= math.max(0/0, 1), math.max(1, 0/0)", "true 1"),
    ("math.max()", "error: bad argument #1 to 'max' (value expected)"),
    ("math.min()", "error: bad argument #1 to 'min' (value expected)"),
    ("math.max(1, {})", "error: attempt to compare number with table"),
    ("math.abs()", "error: bad argument #1 to 'abs' (number expected, got no value)"),
    ("math.abs('x')", "error: bad argument #1 to 'abs' (number expected, got string)"),
  ])
  func absMinAndMaxKeepTheKind(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      math.sqrt(16), math.sqrt(2), math.sqrt(-1) ~= math.sqrt(-1), math.sqrt('9')
      """, "4.0 1.4142135623731 true 3.0"
    ),
    (
      """
      math.exp(0), math.log(1), math.log(8, 2), math.log(1000, 10), math.log(27, 3)
      """, "1.0 0.0 3.0 3.0 3.0"
    ),
    ("math.log(0), math.log(2, 0), math.log(-1) ~= math.log(-1)", "-inf -0.0 true"),
    ("math.sin(0), math.cos(0), math.tan(0), math.atan(1) * 4 == math.pi", "0.0 1.0 0.0 true"),
    (
      """
      math.atan(1, -1) > math.pi / 2, math.atan(0, -1) == math.pi,
        math.atan(-0.0, -1) == -math.pi
      """, "true true true"
    ),
    ("math.asin(1) * 2 == math.pi, math.acos(1), math.asin(2) ~= math.asin(2)", "true 0.0 true"),
    ("math.deg(math.pi), math.rad(180) == math.pi, math.deg(1) > 57", "180.0 true true"),
    (
      """
      2 ^ 10, 2 ^ -1, 2 ^ 0.5 == math.sqrt(2), (-8) ^ (1/3) ~= (-8) ^ (1/3), 0 ^ 0
      """, "1024.0 0.5 true true 1.0"
    ),
    ("-2 ^ 2, 2 ^ 3 ^ 2, 2 ^ -2", "-4.0 512.0 0.25"),
    ("math.sqrt()", "error: bad argument #1 to 'sqrt' (number expected, got no value)"),
    ("math.sin('x')", "error: bad argument #1 to 'sin' (number expected, got string)"),
  ])
  func rootsPowersAndAngles(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-7, -3)", "1 -1 1 -1"),
    ("math.fmod(7.5, 2), math.fmod(-7.5, 2), math.fmod(7, 2.5)", "1.5 -1.5 2.0"),
    (
      """
      math.fmod(math.mininteger, -1), math.fmod(5, math.mininteger), math.fmod(1, 1/0)
      """, "0 5 1.0"
    ),
    (
      """
      math.fmod(1, 0.0) ~= math.fmod(1, 0.0), math.fmod(1/0, 1) ~= math.fmod(1/0, 1)
      """, "true true"
    ),
    ("math.fmod(1, 0)", "error: bad argument #2 to 'fmod' (zero)"),
    ("math.fmod(1)", "error: bad argument #2 to 'fmod' (number expected, got no value)"),
    ("math.fmod('a', 1)", "error: bad argument #1 to 'fmod' (number expected, got string)"),
  ])
  func fmodTakesTheSignOfTheDividend(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      math.ult(1, 2), math.ult(-1, 2), math.ult(2, -1), math.ult(1, 1)
      """, "true false true false"
    ),
    ("math.ult(math.maxinteger, math.mininteger), math.ult(0, -1)", "true true"),
    ("math.ult(1.0, 2)", "true"),
    (
      """
      math.ult(1.5, 2)
      """, "error: bad argument #1 to 'ult' (number has no integer representation)"
    ),
    ("math.ult(1)", "error: bad argument #2 to 'ult' (number expected, got no value)"),
  ])
  func ultComparesWithoutASign(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      for _ = 1, 200 do local x = math.random() if x < 0 or x >= 1 then return x end end
      return 'within'
      """, "'within'"
    ),
    (
      """
      for _ = 1, 200 do
        local x = math.random(6)
        if x < 1 or x > 6 or math.type(x) ~= 'integer' then return x end
      end
      return 'within'
      """, "'within'"
    ),
    (
      """
      for _ = 1, 200 do local x = math.random(-3, 3) if x < -3 or x > 3 then return x end end
      return 'within'
      """, "'within'"
    ),
    ("local seen = {} for _ = 1, 500 do seen[math.random(3)] = true end return #seen", "3"),
    (
      """
      math.random(5, 5), math.random(1), math.type(math.random(0)), math.random(3.0, 3)
      """, "5 1 'integer' 3"
    ),
    ("math.type(math.random(math.mininteger, math.maxinteger))", "'integer'"),
    (
      """
      math.random(math.maxinteger, math.maxinteger),
        math.random(math.mininteger, math.mininteger)
      """, "9223372036854775807 -9223372036854775808"
    ),
    (
      """
      math.randomseed(42)
      local a = math.random(1000000)
      math.randomseed(42)
      return a == math.random(1000000)
      """, "true"
    ),
    (
      """
      math.randomseed(1, 2)
      local a = math.random(1000000)
      math.randomseed(1, 2)
      return a == math.random(1000000)
      """, "true"
    ),
    ("math.random(-1)", "error: bad argument #1 to 'random' (interval is empty)"),
    // Of two arguments the second is named here; Lua 5.4.4 names the first.
    ("math.random(2, 1)", "error: bad argument #2 to 'random' (interval is empty)"),
    (
      """
      math.random(1.5)
      """, "error: bad argument #1 to 'random' (number has no integer representation)"
    ),
    ("math.random('x')", "error: bad argument #1 to 'random' (number expected, got string)"),
    ("math.random(1, 2, 3)", "error: wrong number of arguments"),
    ("math.random({})", "error: bad argument #1 to 'random' (number expected, got table)"),
    (
      """
      math.randomseed('x')
      """, "error: bad argument #1 to 'randomseed' (number expected, got string)"
    ),
  ])
  func randomStaysWithinItsBounds(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
