// Cases of eligibilities: what is given, what is expected, and what is told.

import Diagnostics
import Testing

@testable import ScriptTesting

@Suite struct DecisionCaseTests {
  @Test(arguments: [
    #"{ eligible = true, status = "eligible", amount = "60万元", computed = "600000元" }"#,
    #"{ capped_by = missing, unmet = {}, unknown = {}, missing = {}, open = {} }"#,
    #"{ met = { "属于小型", "spends enough" } }"#,
    #"{ met = { "is small", "spends enough" } }"#,
    #"{ amount = quantity "60万元" }"#,
    #"{ amount = "~ 60万元" }"#,
  ])
  func `a part that is as expected passes`(_ expect: String) throws {
    let run = try Sample.run(Sample.grant("{ \"pays\", expect = \(expect) },"))
    #expect(run.statuses == [.passed])
  }

  @Test(arguments: [
    ("eligible = false", "eligible: expected false, but got true"),
    ("status = \"ineligible\"", "status: expected ineligible, but got eligible"),
    ("amount = \"60.01万元\"", "amount: expected 60.01万元, but got 60万元"),
    ("amount = missing", "amount: expected none, but got 60万元"),
    ("capped_by = \"cap\"", "capped_by: expected cap, but got none"),
    ("unmet = { \"is small\" }", "unmet: expected is small, but got none"),
    ("met = { \"is small\" }", "met: expected is small, but got spends enough; is small"),
    ("payable = \"59万元\"", "payable: expected 59万元, but got 60万元"),
    ("amount = \"~ 59.5万元\"", "amount: expected 59.5万元, rounded to 1 place, but got 60万元"),
  ])
  func `a part that is not as expected fails and says both`(
    _ expect: String, _ headline: String
  ) throws {
    let run = try Sample.run(Sample.grant("{ \"pays\", expect = { \(expect) } },"))
    #expect(run.statuses == [.failed])
    #expect(run.results.map { FailureText($0).headline } == [headline])
    #expect(run.kind == .findings)
  }

  @Test func `what a case gives is laid over what the suite gives`() throws {
    let run = try Sample.run(
      Sample.grant(
        """
        { "large", given = { size = "large" }, expect = { unmet = { "is small" } } },
        { "again small", expect = { eligible = true } },
        { "not known", given = { spend = missing }, expect = { missing = { "spend" } } },
        { "capped", given = { spend = "2亿元" }, expect = { amount = "500万元", capped_by = "cap" } },
        { "later", at = 2026, given = { spend = "2亿元" }, expect = { amount = "400万元" } },
        """))
    #expect(run.statuses == Array(repeating: .passed, count: 5))
  }

  @Test func `undetermined is neither eligible nor ineligible`() throws {
    let run = try Sample.run(
      Sample.grant(
        """
        { "yes", given = { spend = missing }, expect = { eligible = true } },
        { "no", given = { spend = missing }, expect = { eligible = false } },
        { "open", given = { spend = missing }, expect = { status = "undetermined" } },
        """))
    #expect(run.statuses == [.failed, .failed, .passed])
    #expect(run.results[1].mismatches.map(\.actual) == [.text("undetermined")])
  }

  @Test func `a failure shows what each condition compared`() throws {
    let run = try Sample.run(
      Sample.grant(
        "{ \"one fen\", given = { spend = \"9999999.99元\" }, expect = { eligible = true } },"))
    #expect(
      run.results[0].evidence.first
        == Evidence(
          sign: "✗", title: "spends enough",
          lines: ["e.spend = 9999999.99元 < p.floor = 1000万元, 0.01元 below"]))
  }

  @Test func `what is left to local rules can be expected`() throws {
    let run = try Sample.run(
      """
      suite "open" { at = "2025", given = { exporter = true },
        { "open", expect = { eligible = true, open = { "amount" }, amount = missing } } }
      """)
    #expect(run.statuses == [.passed])
  }

  @Test func `a script that fails is an error, unless that is expected`() throws {
    let run = try Sample.run(
      """
      suite "raises" { at = "2025",
        { "by surprise", expect = { eligible = true } },
        { "as expected", expect = { error = "no rate" } },
        { "otherwise", expect = { error = "no cap" } },
      }
      """)
    #expect(run.statuses == [.errored, .passed, .failed])
    #expect(run.results[0].findings.first?.span?.place == "a.lua:13:3")
  }

  @Test func `a limit is never what is expected`() throws {
    let run = try Sample.run(
      """
      suite "loops" { at = "2025",
        { "ends", expect = { error = "stopped" } },
      }
      suite "grant" { at = "2025", { "goes on", expect = { status = "undetermined" } } }
      """)
    #expect(run.statuses == [.limit, .passed])
    #expect(run.kind == .limit)
  }

  @Test func `cases know their line`() throws {
    let tests = try Sample.read(
      Sample.grant("{ \"a\", expect = { eligible = true } }, { \"b\", expect = { met = {} } },"))
    #expect(tests.map(\.span.place) == ["tests/grant_test.lua:3:5", "tests/grant_test.lua:3:44"])
    #expect(tests.map(\.id) == ["grant/a", "grant/b"])
  }
}
