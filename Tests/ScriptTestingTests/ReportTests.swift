// The results of tests as programs read them.

import Diagnostics
import Presentation
import Scripting
import Testing

@testable import ScriptTesting

@Suite struct ReportTests {
  /// A run with a test of every status, names that every format has to escape, and a broken file.
  private static let run: TestRun = {
    let file = SourceFile(path: "tests/a_test.lua", text: "one\ntwo")
    func test(_ name: String) -> TestCase {
      TestCase(
        file: file.path, suite: "grant", name: name,
        span: SourceSpan(file: file, line: 2, column: 3),
        work: .code(SuiteScript(script: Script(path: file.path, bytes: []), modules: []), 0))
    }
    return TestRun(
      results: [
        TestResult(test("passes # really"), .passed, duration: .milliseconds(1234)),
        TestResult(
          test("fails <\"&\u{1B}100%,:\">"), .failed, duration: .microseconds(1900),
          mismatches: [
            Mismatch(part: .amount, expected: .text("]]>\r\n&"), actual: .none),
            Mismatch(part: .unmet, expected: .names(["a", "b"]), actual: .names(["b", "c"])),
          ], evidence: [Evidence(sign: "✗", title: "c", lines: ["e.x = 1"])], log: "seen\u{0}\n"),
        TestResult(test("raises"), .errored, findings: [Finding("script.error", "broken")]),
        TestResult(
          test("loops"), .limit, findings: [Finding("script.limit", "stopped")]),
      ],
      problems: [
        Failure(
          Finding(
            "suite.unknown-part", "no part `x`", at: SourceSpan(file: file, line: 1, column: 1),
            suggestion: "did you mean `y`?"))
      ], duration: .milliseconds(5))
  }()

  @Test func `JUnit is well-formed and has the structure that readers expect`() throws {
    let document = try XMLCheck(Self.run.report(.junit))
    #expect(
      document.paths == [
        "testsuites", "testsuites/testsuite", "testsuites/testsuite/properties",
        "testsuites/testsuite/properties/property", "testsuites/testsuite/testcase",
        "testsuites/testsuite/testcase/failure", "testsuites/testsuite/testcase/error",
        "testsuites/testsuite/testcase/system-out",
      ])
    #expect(document.names["testcase"] == 5)
    #expect(document.names["failure"] == 1)
    #expect(document.names["error"] == 3)
    let all = try #require(document.attributes["testsuites"])
    #expect(
      all == ["name": "yardstick", "tests": "5", "failures": "1", "errors": "3", "time": "0.005"])
    let suite = try #require(document.attributes["testsuite"])
    #expect(
      suite == [
        "name": "tests/a_test.lua", "tests": "4", "failures": "1", "errors": "2", "skipped": "0",
        "time": "1.235",
      ])
    #expect(
      document.attributes["testcase"]
        == ["name": "passes # really", "classname": "grant", "time": "1.234"])
    #expect(document.attributes["failure"]?["type"] == "failed")
    #expect(document.texts["system-out"] == "seen\u{FFFD}\n")
  }

  @Test func `TAP has a plan, and a point for every test and every broken file`() {
    let lines = Self.run.report(.tap).split(separator: "\n")
    #expect(lines.prefix(3) == ["TAP version 14", "1..5", "ok 1 - grant/passes \\# really"])
    #expect(lines.count { $0.hasPrefix("not ok") } == 4)
    #expect(lines.contains("not ok 5 - tests/a_test.lua"))
    #expect(lines.count { $0 == "  ---" } == lines.count { $0 == "  ..." })
    #expect(lines.contains("  severity: \"limit\""))
  }

  @Test func `annotations are one line each, with their places`() {
    let lines = Self.run.report(.github).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[0].hasPrefix(
        "::error file=tests/a_test.lua,line=2,col=3,title=grant/fails <\"&\u{1B}100%25%2C%3A\">::amount"
      ))
    #expect(
      lines[3] == "::error file=tests/a_test.lua,line=1,col=1,title=suite.unknown-part"
        + "::no part `x`%0Adid you mean `y`?")
    #expect(
      lines[4] == "4 tests in 1 file: 1 passed, 1 failed, 1 with an error, 1 stopped at a limit")
    #expect(!Self.run.report(.github).contains("\r"))
  }

  @Test func `JSON has every test with what was expected and what came`() throws {
    let json = Self.run.json
    #expect(json["passed"] == false)
    #expect(json["counts"]?["limit"] == 1)
    guard case .array(let tests)? = json["tests"], tests.count == 4 else {
      Issue.record("there are not four tests")
      return
    }
    #expect(tests[0]["status"] == "passed")
    #expect(tests[0]["seconds"] == "1.234")
    #expect(
      tests[1]["mismatches"] == [
        ["part": "amount", "expected": "]]>\r\n&", "actual": nil],
        ["part": "unmet", "expected": ["a", "b"], "actual": ["b", "c"]],
      ])
    guard case .array(let problems)? = json["problems"] else {
      Issue.record("there are no problems")
      return
    }
    #expect(problems.first?["place"] == "tests/a_test.lua:1:1")
  }

  @Test func `a list that differs is told as a difference`() {
    let lines = FailureText(Self.run.results[1]).lines(.plain)
    #expect(
      lines.suffix(7) == ["unmet:", "  - a", "  + c", "✗ c", "    e.x = 1", "printed:", "  seen"])
    #expect(lines.first == "amount: expected ]]> &, but got none")
  }
}
