// Cases of indicators and targets, on observations of the workspace and of the suite.

import Diagnostics
import Testing

@testable import ScriptTesting

@Suite struct IndicatorCaseTests {
  @Test func `an indicator computes from the workspace's observations`() throws {
    let run = try Sample.run(
      """
      suite "growth" { at = 2025,
        { "exact", expect = { value = "5%" } },
        { "not as expected", expect = { value = "6%" } },
        { "not published", at = 2024, expect = { value = missing, missing = { "output[2023] of 100" } } },
      }
      """)
    #expect(run.statuses == [.passed, .failed, .passed])
    #expect(run.results[1].mismatches.map(\.actual.description) == ["5%"])
    #expect(run.results[1].evidence.first?.lines.first == "output[2025] of 100 = 420亿元 (S1)")
  }

  @Test func `an indicator computes from the observations of its suite, and no others`() throws {
    let run = try Sample.run(
      """
      suite "growth" { at = 2025,
        observations = {
          { series = "output", period = 2024, value = "300亿元" },
          { series = "output", period = "2025", value = 400, unit = "亿元" },
        },
        { "rounded", expect = { value = "~ 33.33%" } },
        { "not rounded so", expect = { value = "~ 33.4%" } },
        { "the workspace's are gone", observations = {}, expect = { value = missing } },
        { "only a bound", observations = {
            { series = "output", period = 2024, value = "300亿元" },
            { series = "output", period = 2025, value = ">400亿元" },
          }, expect = { value = missing } },
        { "unreliable", observations = {
            { series = "output", period = 2024, value = "300亿元", area = "100", status = "U" },
            { series = "output", period = 2025, value = "330亿元" },
          }, expect = { missing = { "output[2024] of 100" } } },
      }
      """)
    #expect(run.statuses == [.passed, .failed, .passed, .passed, .passed])
  }

  @Test func `a target is assessed from its series or its indicator`() throws {
    let run = try Sample.run(
      """
      suite "output" { at = 2025,
        { "still to go", expect = { value = "420亿元", distance = "80亿元", status = "moderate" } },
        { "reached", observations = { { series = "output", period = 2025, value = "501亿元" } },
          expect = { status = "met", distance = "-1亿元" } },
        { "nothing known", observations = {}, expect = { status = "not_assessable", value = missing } },
      }
      suite "gap" { at = 2025,
        { "held against the target", expect = { value = "-1个百分点", status = "unmet" } },
      }
      """)
    #expect(
      run.statuses == [.passed, .passed, .passed, .passed], "\(run.results.map { $0.mismatches })")
  }

  @Test(arguments: [
    ("{ series = \"outpt\", period = 2025, value = \"1亿元\" }", "there is no series `outpt`"),
    ("{ series = \"output\", period = 2025 }", "it has no `value`"),
    ("{ series = \"output\", period = \"x\", value = \"1亿元\" }", "row 1 of `observations`:"),
    ("{ series = \"output\", period = 2025, value = \"1家\" }", "row 1 of `observations`:"),
    ("{ series = \"output\", period = 2025, value = 1, unit = \"家\" }", "cannot measure `output`"),
    ("{ series = \"output\", period = 2025, value = 1.5 }", "write it in quotes"),
    ("{ series = \"output\", period = 2025, value = 1, status = \"X\" }", "unknown status `X`"),
    ("{ series = \"output\", period = 2025, value = 1, area = \"9\" }", "there is no area `9`"),
    ("{ serie = \"output\", period = 2025, value = 1 }", "did you mean `series`?"),
    ("5", "row 1 of `observations` is the number 5"),
  ])
  func `a mistake in an observation is told`(_ row: String, _ words: String) throws {
    let mistakes = try Sample.mistakes(
      "suite \"growth\" { at = 2025, observations = { \(row) }, { \"a\", expect = { value = \"1%\" } } }"
    )
    #expect(mistakes.contains { $0.contains(words) }, "\(mistakes)")
    #expect(mistakes.allSatisfy { $0.hasPrefix("1:") })
  }

  @Test func `indicators are not about subjects`() throws {
    let mistakes = try Sample.mistakes(
      "suite \"growth\" { at = 2025, given = {}, { \"a\", expect = { value = \"1%\" } } }")
    #expect(mistakes.first?.hasPrefix("1:29: unknown key `given`") == true, "\(mistakes)")
  }
}
