// The results of tests as people read them.

import Presentation
import Testing

@testable import ScriptTesting

@Suite struct TextTestReportTests {
  private static let suite = Sample.grant(
    """
    { "pays", expect = { eligible = true } },
    { "one fen \\"below\\"", given = { spend = "9999999.99元", size = "large" },
      expect = { amount = "50万元", unmet = { "is small" } } },
    """)

  @Test func `a failure says what, why, and how to see it again`() throws {
    let report = TextTestReport(try Sample.run(Self.suite))
    #expect(
      report.text(style: .plain) == """
        ✗ grant/one fen "below"  tests/grant_test.lua:3:3
            amount: expected 50万元, but got none
            unmet:
              + spends enough
            ✗ spends enough
                e.spend = 9999999.99元 < p.floor = 1000万元, 0.01元 below
            ✗ is small
                e.size = large 大型 · Size
            again: yardstick test tests/grant_test.lua --filter 'grant/one fen "below"'

        2 tests in 1 file: 1 passed, 1 failed

        """)
  }

  @Test func `the verbose report shows what passed too`() throws {
    let text = TextTestReport(try Sample.run(Self.suite), isVerbose: true).text(style: .plain)
    #expect(text.hasPrefix("✓ grant/pays  tests/grant_test.lua:3:5\n✗ "))
  }

  @Test(arguments: [
    ("a/b c", "\"a/b c\""), ("a/b", "\"a/b\""), ("it's", "\"it's\""), ("a$b", "'a$b'"),
    ("a\"'b", "'a\"'\\''b'"),
  ])
  func `a name is quoted for a shell`(_ name: String, _ quoted: String) {
    #expect(ShellText.quoted(name, always: true) == quoted)
  }
}
