// Tests in free code: `test`, `expect`, and what a hostile one can do.

import Diagnostics
import Testing

@testable import ScriptTesting

@Suite struct FreeTestTests {
  @Test(arguments: [
    "expect(1 + 1):is(2)", "expect(2.0):is(2)", "expect(\"a\"):is_not(\"b\")",
    "expect(nil):is(nil)",
    "expect(quantity \"1万元\"):is(quantity \"10000元\")", "expect(quantity \"2\"):is(2)",
    "expect(date \"2026-01-01\"):is(date \"2026-01-01\")", "expect(missing):is(missing)",
    "expect({ 1, { a = true } }):is({ 1, { a = true } })", "expect(sums.double(21)):is(42)",
    "expect(sums.rates):is { 1, { 2, 3 } }",
    "expect(function() error(\"no rate\") end):fails(\"rate\")",
    "expect(function() return nil + 1 end):fails()", "local m = expect(1).is m(expect(1), 1)",
  ])
  func `what is as expected passes`(_ code: String) throws {
    let run = try Sample.run(
      "local sums = require \"sums\"\ntest \"a\" (function() \(code) end)")
    #expect(run.statuses == [.passed], "\(run.results[0].findings)")
    #expect(run.results[0].test.id == "grant/a")
  }

  @Test(arguments: [
    ("expect(1):is(2)", "expected 2, but got 1"),
    ("expect(\"1\"):is(1)", "expected 1, but got \"1\""),
    ("expect(nil):is(false)", "expected false, but got nil"),
    ("expect(1):is_not(1)", "expected anything but 1"),
    ("expect(quantity \"1元\"):is(quantity \"1家\")", "expected 1家, but got 1元"),
    ("expect({ 1, { 2, 4 } }):is({ 1, { 2, 3 } })", "expected 3 at `[2][2]`, but got 4"),
    ("expect({ a = { b = 1 } }):is({ a = {} })", "expected nothing at `.a.b`, but got 1"),
    ("expect({}):is({ x = 1 })", "expected 1 at `.x`, but got nothing"),
    ("expect({ [true] = 1 }):is({ [true] = 2 })", "expected 2 at `[true]`, but got 1"),
    ("expect(print):is(print)", "expected a function, but got a function"),
    ("expect(function() end):fails()", "expected an error, but there was none"),
    (
      "expect(function() error(\"no rate\") end):fails(\"cap\")",
      "expected an error that says `cap`, but it says `no rate`"
    ),
    ("pcall(function() expect(1):is(2) end) expect(1):is(1)", "expected 2, but got 1"),
    ("local x = 1", "the test `a` expects nothing, so it cannot fail"),
  ])
  func `what is not as expected fails and says where`(_ code: String, _ message: String) throws {
    let run = try Sample.run("\ntest \"a\" (function() \(code) end)")
    #expect(run.statuses == [.failed])
    #expect(run.results[0].findings.map(\.message) == [message])
    #expect(run.results[0].findings.first?.span?.line == 2)
  }

  @Test(arguments: [
    ("error(\"broken\")", "broken"), ("undefined.field = 1", "`undefined`"),
    ("expect(1).equals(1)", "an expectation has no `equals`"),
    ("expect(1).is(1)", "`is` stands behind `expect(…)` and a colon"),
    ("expect(5):fails()", "`fails` needs a function"),
    ("suite \"grant\" {}", "`suite` works in a suite file, while it is loaded"),
  ])
  func `an error is told with its place`(_ code: String, _ words: String) throws {
    let run = try Sample.run("test \"a\" (function() \(code) end)")
    #expect(run.statuses == [.errored])
    #expect(run.results[0].findings.first?.message.contains(words) == true)
    #expect(run.results[0].findings.first?.span?.line == 1)
  }

  @Test func `a test that never ends stops neither the others nor itself by pcall`() throws {
    let run = try Sample.run(
      """
      test "before" (function() expect(1):is(1) end)
      test "endless" (function() pcall(function() while true do end end) expect(1):is(1) end)
      test "grows" (function() local s = "a" while true do s = s .. s end end)
      test "ends as an error" (function() expect(function() while true do end end):fails() end)
      test "after" (function() expect(1):is(1) end)
      """)
    #expect(run.statuses == [.passed, .limit, .limit, .limit, .passed])
  }

  @Test func `no test sees what another has done`() throws {
    let run = try Sample.run(
      """
      local count = 0
      local function step() count = count + 1 expect(count):is(1) end
      test "first" (step)
      test "second" (step)
      test "globals" (function() expect(leaked):is(nil) leaked = true end)
      test "globals again" (function() expect(leaked):is(nil) leaked = true end)
      """)
    #expect(run.statuses.prefix(2) == [.passed, .passed])
    #expect(run.results.suffix(2).allSatisfy { $0.findings.first?.message != "expected nil" })
  }

  @Test func `what a test prints is kept`() throws {
    let run = try Sample.run("test \"a\" (function() print(\"rate\", 5) expect(1):is(2) end)")
    #expect(run.results[0].log == "rate\t5\n")
  }
}
