// Patterns, by string.find and string.match.

import Testing

@Suite struct PatternBehaviourTests {
  @Test(arguments: [
    ("('hello'):find('l'), ('hello'):find('lo')", "3 4 5"),
    ("('hello'):find('xyz'), ('hello'):find('')", "nil 1 0"),
    ("(''):find(''), (''):find('x'), ('abc'):find('', 4)", "1 nil 4 3"),
    ("('abc'):find('', 10), ('abc'):find('', -1), ('abc'):find('b', -1)", "nil 3 nil"),
    ("('hello'):find('l', 4), ('hello'):find('l', -2), ('hello'):find('h', -100)", "4 4 1 1"),
    (
      """
      ('a.b'):find('.', 1, true), ('a.b'):find('.', 2, true), ('a+b'):find('+', 1, true)
      """, "2 2 2 2"
    ),
    ("('a.b'):find('%.'), ('abc'):find('b', 1, false)", "2 2 2"),
    ("('hello'):find('(l)(l)')", "3 4 'l' 'l'"),
    ("('hello'):find('()ll()')", "3 4 3 5"),
    (#"('a\0b'):find('\0'), ('a\0b'):find('b', 1, true), ('a\0b'):find('%z')"#, "2 3 2 2"),
    ("('abc'):find('', math.maxinteger), ('abc'):find('a', math.mininteger)", "nil 1 1"),
    ("string.find(12345, 34)", "3 4"),
    ("('x'):find()", "error: bad argument #1 to 'find' (string expected, got no value)"),
    ("('x'):find({})", "error: bad argument #1 to 'find' (string expected, got table)"),
    ("('x'):find('x', 'y')", "error: bad argument #2 to 'find' (number expected, got string)"),
    (
      """
      ('x'):find('x', 1.5)
      """, "error: bad argument #2 to 'find' (number has no integer representation)"
    ),
  ])
  func findLocatesTheFirstMatch(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('key = value'):match('(%w+)%s*=%s*(%w+)')", "'key' 'value'"),
    ("('2024-05-17'):match('(%d+)-(%d+)-(%d+)')", "'2024' '05' '17'"),
    ("('hello'):match('l+'), ('hello'):match('z'), ('hello'):match('()')", "'ll' nil 1"),
    ("('hello'):match('h(.)l'), ('hello'):match('(h)(x?)')", "'e' 'h' ''"),
    ("('hello'):match('.', -1), ('hello'):match('.', 10), ('hello'):match('', 6)", "'o' nil ''"),
    ("(' trim '):match('^%s*(.-)%s*$')", "'trim'"),
    ("('[[x]]'):match('%[(%b[])%]')", "'[x]'"),
    ("('abc'):match('((a)(b))')", "'ab' 'a' 'b'"),
    (
      """
      ('abc'):match('^b'), ('abc'):match('^b', 2), ('abc'):match('b$'), ('abc'):match('c$')
      """, "nil 'b' nil 'c'"
    ),
    (
      """
      ('a^b$c'):match('b$c'), ('a^b'):match('a^b'), ('^'):match('^^'), ('$'):match('$$')
      """, "'b$c' 'a^b' '^' '$'"
    ),
    ("string.match()", "error: bad argument #1 to 'match' (string expected, got no value)"),
    ("('x'):match()", "error: bad argument #1 to 'match' (string expected, got no value)"),
  ])
  func matchGivesTheMatchOrItsCaptures(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"('aB1_ .\n'):gsub('%a', '*')"#, #"'**1_ .\x0A' 2"#),
    (#"('aB1_ .\n'):gsub('%A', '*')"#, "'aB*****' 5"),
    (#"('aB1_ .\n'):gsub('%d', '*')"#, #"'aB*_ .\x0A' 1"#),
    (#"('aB1_ .\n'):gsub('%l', '*')"#, #"'*B1_ .\x0A' 1"#),
    (#"('aB1_ .\n'):gsub('%u', '*')"#, #"'a*1_ .\x0A' 1"#),
    (#"('aB1_ .\n'):gsub('%s', '*')"#, "'aB1_*.*' 2"),
    (#"('aB1_ .\n'):gsub('%p', '*')"#, #"'aB1* *\x0A' 2"#),
    (#"('aB1_ .\n'):gsub('%w', '*')"#, #"'***_ .\x0A' 3"#),
    (#"('aB1_ .\n'):gsub('%W', '*')"#, "'aB1****' 4"),
    (#"('aFg0\1\127'):gsub('%x', '*')"#, #"'**g*\x01\x7F' 3"#),
    (#"('aFg0\1\127'):gsub('%c', '*')"#, "'aFg0**' 2"),
    (#"('a \1é'):gsub('%g', '*')"#, #"'* \x01\xC3\xA9' 1"#),
    ("('a.b%c'):gsub('%%', '*')", "'a.b*c' 1"),
    ("('a.b%c'):gsub('%.', '*')", "'a*b%c' 1"),
    (
      #"""
      ('é中'):gsub('%a', '*') == 'é中', ('é'):find('%w'), ('é'):find('[\128-\255]')
      """#, "true nil 1 1"
    ),
  ])
  func classesMatchKindsOfCharacters(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('a-b]c^d'):gsub('[]]', '*')", "'a-b*c^d' 1"),
    ("('a-b]c^d'):gsub('[^]]', '*')", "'***]***' 6"),
    ("('a-b]c^d'):gsub('[a-]', '*')", "'**b]c^d' 2"),
    ("('a-b]c^d'):gsub('[-a]', '*')", "'**b]c^d' 2"),
    ("('a-b]c^d'):gsub('[%]%-]', '*')", "'a*b*c^d' 2"),
    ("('a-b]c^d'):gsub('[a^]', '*')", "'*-b]c*d' 2"),
    ("('a-b]c^d'):gsub('[%a-]', '*')", "'***]*^*' 5"),
    ("('a-b]c^d'):gsub('[b-d]', '*')", "'a-*]*^*' 3"),
    ("('a-b]c^d'):gsub('[d-b]', '*')", "'a-b]c^d' 0"),
    ("('a-b]c^d'):gsub('[^%w]', '*')", "'a*b*c*d' 3"),
    (#"('a\0b'):gsub('[%z]', '*')"#, "'a*b' 1"),
    (#"('a\0b'):gsub('[^\0]', '*')"#, #"'*\x00*' 2"#),
    ("('abc'):gsub('[a-]c', '*')", "'abc' 0"),
  ])
  func setsMatchAnyOfTheirMembers(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('aaa'):match('a*'), ('aaa'):match('a+'), ('aaa'):match('a-'), ('aaa'):match('a?')
      """, "'aaa' 'aaa' '' 'a'"
    ),
    (
      """
      ('aaab'):match('a*b'), ('aaab'):match('a-b'), ('b'):match('a*b'), ('b'):match('a+b')
      """, "'aaab' 'aaab' 'b' nil"
    ),
    (
      """
      ('<<a>>'):match('<.*>'), ('<a><b>'):match('<.->'), ('<a><b>'):match('<.*>')
      """, "'<<a>>' '<a>' '<a><b>'"
    ),
    ("('aXb'):match('aX?b'), ('ab'):match('aX?b'), ('aXXb'):match('aX?b')", "'aXb' 'ab' nil"),
    (
      """
      ('a*b'):match('a%*b'), ('*'):match('*'), ('+a'):match('+a'), ('?'):match('?')
      """, "'a*b' '*' '+a' '?'"
    ),
    ("('aaa'):find('a-', 2), ('aaa'):find('a-$'), ('aaa'):find('^a-$')", "2 1 1 3"),
    ("('--x'):match('^-*'), ('--x'):match('^--'), ('a-'):match('a%-')", "'--' '' 'a-'"),
    (
      """
      ('xay'):match('.-a'), (''):match('.*'), (''):match('.+'), (''):match('.-')
      """, "'xa' '' nil ''"
    ),
  ])
  func repetitionsTakeAsMuchOrAsLittleAsTheyCan(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (#"('"it" \'is\''):match('(["\'])(.-)%1')"#, #"'"' 'it'"#),
    (
      """
      ('abab'):match('(ab)%1'), ('abac'):match('(ab)%1'), ('aa'):match('(.)%1')
      """, "'ab' nil 'a'"
    ),
    ("('xyzzy'):find('(.)%1')", "3 4 'z'"),
    ("('aXa'):match('(a)(X)%1')", "'a' 'X'"),
    ("('a'):match('(a*)%1')", "''"),
    ("('abc'):match('%1')", "error: invalid capture index %1"),
    ("('abc'):match('(a)%2')", "error: invalid capture index %2"),
    ("('abc'):match('(a%1)')", "error: invalid capture index %1"),
    ("('abc'):find('()%1')", "nil"),
  ])
  func backReferencesRepeatACapture(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    (
      """
      ('f(a(b)c)d'):match('%b()'), ('((x)'):match('%b()'), ('(x'):match('%b()'),
        ('|a|b|'):match('%b||')
      """, "'(a(b)c)' '(x)' nil '|a|'"
    ),
    ("('THE (quick) fox'):find('%((%a+)%)')", "5 11 'quick'"),
    ("('THE (quick) fox'):gsub('%f[%a]%a+', 'w')", "'w (w) w' 3"),
    ("('THE (quick) fox'):find('%f[%a]%a+%f[%A]', 4)", "6 10"),
    (#"('foo'):find('%f[%z]'), ('foo'):find('%f[\0]'), ('foo bar'):find('%f[^%w]')"#, "4 4 4 3"),
    ("('[x]'):match('%f[%[]'), ('aba'):gsub('%f[a]', '<')", "'' '<ab<a' 2"),
    ("('x'):match('%b')", "error: malformed pattern (missing arguments to '%b')"),
    ("('x'):match('%bx')", "error: malformed pattern (missing arguments to '%b')"),
    ("('x'):match('%f')", "error: missing '[' after '%f' in pattern"),
    ("('x'):match('%fa')", "error: missing '[' after '%f' in pattern"),
  ])
  func balancesAndFrontiersLookAround(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }

  @Test(arguments: [
    ("('a'):match('[a')", "error: malformed pattern (missing ']')"),
    ("('a'):match('[]')", "error: malformed pattern (missing ']')"),
    ("('a'):match('[^]')", "error: malformed pattern (missing ']')"),
    ("('a'):match('[a%')", "error: malformed pattern (missing ']')"),
    ("('a'):match('%')", "error: malformed pattern (ends with '%')"),
    ("('a'):match('(a')", "error: unfinished capture"),
    ("('a'):match('a)')", "error: invalid pattern capture"),
    ("('a'):match('(()')", "error: unfinished capture"),
    ("('a'):find(('()'):rep(33))", "error: too many captures"),
    ("select('#', ('a'):find(('()'):rep(32)))", "34"),
    ("('a'):match('[a-%')", "error: malformed pattern (missing ']')"),
  ])
  func malformedPatternsAreErrors(source: String, expected: String) throws {
    #expect(try behaviour(of: source) == expected)
  }
}
