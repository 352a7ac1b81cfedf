// What is wrong with suite files, with the place and what to do.

import Testing

@testable import ScriptTesting

@Suite struct SuiteMistakeTests {
  @Test(arguments: [
    (
      "{ \"a\", given = { spent = \"1元\" }, expect = { eligible = true } }",
      "3:20: unknown field `spent` of `firm`; did you mean `spend`?"
    ),
    (
      "{ \"a\", given = { size = \"smal\" }, expect = { eligible = true } }",
      "3:20: field `size`: `smal` is none of the values of this field; did you mean `small`?"
    ),
    (
      "{ \"a\", given = { spend = 0.5 }, expect = { eligible = true } }",
      "3:20: field `spend`: 0.5 is a floating-point number, which is not exact; "
        + "write it in quotes, with its unit"
    ),
    (
      "{ \"a\", given = { exporter = 1 }, expect = { eligible = true } }",
      "3:20: field `exporter`: `1` is neither `true` nor `false`; "
        + "write `true` or `false` (`是` or `否`); leave it empty when it is not known"
    ),
    (
      "{ \"a\", expect = { amont = \"1元\" } }",
      "3:21: a decision has no part `amont` that could be expected; did you mean `amount`?"
    ),
    (
      "{ \"a\", expect = { unmet = { \"is smal\" } } }",
      "3:32: `unmet`: there is no condition `is smal`; did you mean `is small`?"
    ),
    (
      "{ \"a\", expect = {} }",
      "3:10: `expect` must be a table of parts, not an empty one; "
        + "write for example `expect = { eligible = true, amount = \"60万元\" }`"
    ),
    ("{ \"a\" }", "3:5: the case `a` expects nothing, so it cannot fail; add `expect = { … }`"),
    (
      "{ expect = { eligible = true } }",
      "1:1: case 1 of `grant` has no label of its own; "
        + "write `{ \"what it shows\", expect = { … } }`"
    ),
    (
      "{ \"a\", expct = 1, expect = { eligible = true } }",
      "3:10: unknown key `expct`; did you mean `expect`?"
    ),
    (
      "{ \"a\", at = \"20\", expect = { eligible = true } }",
      "3:10: `at`: expected a year of four digits, found the end"
    ),
    (
      "{ \"a\", expect = { open = { \"rat\" } } }",
      "3:31: `open`: there is no parameter `rat`; did you mean `rate`?"
    ),
  ])
  func `a mistake in a case is told with its place`(_ cases: String, _ message: String) throws {
    let mistakes = try Sample.mistakes(Sample.grant(cases))
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasPrefix(String(message.prefix(40))) == true, "\(mistakes)")
  }

  @Test func `every mistake is told, not only the first`() throws {
    let mistakes = try Sample.mistakes(
      Sample.grant("{ \"a\", given = { x = 1, y = 2 }, expect = { z = 3 } }"))
    #expect(mistakes.count == 3)
  }

  @Test(arguments: [
    (
      "suite \"grnt\" { at = 2025, { \"a\", expect = { eligible = true } } }",
      "did you mean `grant`?"
    ),
    ("suite \"grant\" { at = 2025 }", "has no cases, so it tests nothing"),
    ("suite \"grant\"", "has no table, so it tests nothing"),
    ("test \"a\"", "has no function, so it tests nothing"),
    ("", "`tests/grant_test.lua` tests nothing"),
    ("suite(5)", "`suite` needs a name"),
    ("suite \"grant\" (5)", "suite \"grant\" needs a table"),
    ("expect(1):is(1)", "`expect` works inside a test only"),
    ("eligibility \"x\" {}", "a suite tests definitions, and makes none"),
    ("suite \"grant\" { { \"a\", expect = { eligible = true } } }", "does not say when"),
    ("local t = {} t.t = t suite \"grant\" (t)", "deep in each other, or in themselves"),
  ])
  func `a mistake in a file is told`(_ text: String, _ words: String) throws {
    let mistakes = try Sample.mistakes(text)
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.contains(words) == true, "\(mistakes)")
  }

  @Test func `two tests of one name are a mistake`() throws {
    let mistakes = try Sample.mistakes(
      Sample.grant("{ \"a\", expect = { met = {} } },\n{ \"a\", expect = { met = {} } },"))
    #expect(mistakes.first?.hasPrefix("4:3: `grant/a` is there twice") == true, "\(mistakes)")
  }
}
