// Expectations that are recorded instead of written.

import Diagnostics
import Presentation
import Testing

@testable import ScriptTesting

@Suite struct RecordingTests {
  private static let suite = Sample.grant(
    """
    { "capped", given = { spend = "2亿元" }, expect = recorded },
    { "not known", given = { spend = missing }, expect = recorded },
    { "written", expect = { eligible = true } },
    """)

  @Test func `what is recorded is what comes out, and passes then`() throws {
    let run = try Sample.run(Self.suite, recordings: Recordings(acceptsAll: true))
    #expect(run.statuses == [.passed, .passed, .passed])
    let recorded = try #require(run.recordings.first)
    #expect(recorded.suite == "tests/grant_test.lua")
    #expect(
      recorded.json == [
        "grant/capped": [
          "status": "eligible", "amount": "500万元", "computed": "0.1亿元", "capped_by": "cap",
        ],
        "grant/not known": [
          "status": "undetermined", "unknown": "spends enough", "missing": "spend",
        ],
      ])
  }

  @Test func `a result that is not as recorded fails part by part`() throws {
    let recordings = Recordings([
      "tests/grant_test.lua": [
        "grant/capped": ["status": "eligible", "amount": "450万元", "open": "rate"],
        "grant/not known": [
          "status": "undetermined", "unknown": "spends enough", "missing": "spend",
        ],
      ]
    ])
    let run = try Sample.run(Self.suite, recordings: recordings)
    #expect(run.statuses == [.failed, .passed, .passed])
    #expect(run.results[0].mismatches.map(\.part) == [.amount, .computed, .cappedBy, .open])
  }

  @Test func `nothing recorded is a failure that shows what there is to record`() throws {
    let run = try Sample.run(Self.suite)
    #expect(run.statuses == [.failed, .failed, .passed])
    #expect(run.results[0].findings.first?.notes.first == "status: eligible")
  }

  @Test func `a file with a test that has no result is not recorded anew`() throws {
    let text = Self.suite + "\nsuite \"raises\" { at = 2025, { \"a\", expect = recorded } }"
    let run = try Sample.run(text, recordings: Recordings(acceptsAll: true))
    #expect(run.statuses == [.passed, .passed, .passed, .errored])
    #expect(run.recordings.isEmpty)
  }

  @Test(arguments: [("true", true), ("1", true), ("false", false), ("", false)])
  func `nothing is recorded in CI`(_ mark: String, _ isRefused: Bool) {
    #expect((TestRun.refusalToRecord(in: ["CI": mark]) != nil) == isRefused)
    #expect(TestRun.refusalToRecord(in: [:]) == nil)
  }
}
