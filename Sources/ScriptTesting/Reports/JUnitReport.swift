// The results of tests as JUnit XML.

import Diagnostics
import Presentation

/// The results of tests as JUnit XML: a `testsuite` for each file, with times in seconds.
struct JUnitReport {
  let run: TestRun

  init(_ run: TestRun) { self.run = run }

  var text: String {
    let suites = run.files.map { suite($0.path, $0.results) } + run.problems.map(suite)
    let failures = run.count(.failed)
    let errors = run.results.count - run.count(.passed) - failures + run.problems.count
    return XMLElement(
      "testsuites",
      [
        ("name", "yardstick"), ("tests", "\(run.results.count + run.problems.count)"),
        ("failures", "\(failures)"), ("errors", "\(errors)"), ("time", run.duration.seconds),
      ], suites
    ).document
  }

  private func suite(_ path: String, _ results: [TestResult]) -> XMLElement {
    let failures = results.count { $0.status == .failed }
    let errors = results.count { $0.status == .errored || $0.status == .limit }
    let time = results.reduce(Duration.zero) { $0 + $1.duration }
    return XMLElement(
      "testsuite",
      [
        ("name", path), ("tests", "\(results.count)"), ("failures", "\(failures)"),
        ("errors", "\(errors)"), ("skipped", "0"), ("time", time.seconds),
      ],
      [XMLElement("properties", [], [XMLElement("property", [("name", "file"), ("value", path)])])]
        + results.map(testCase))
  }

  private func testCase(_ result: TestResult) -> XMLElement {
    let test = result.test
    var parts: [XMLElement] = []
    if result.status != .passed {
      let failure = FailureText(result)
      parts.append(
        XMLElement(
          result.status == .failed ? "failure" : "error",
          [("message", failure.headline), ("type", result.status.rawValue)],
          text: ([test.span.place] + failure.lines(.plain)).joined(separator: "\n")))
    }
    if !result.log.isEmpty { parts.append(XMLElement("system-out", [], text: result.log)) }
    return XMLElement(
      "testcase",
      [("name", test.name), ("classname", test.suite), ("time", result.duration.seconds)], parts)
  }

  /// A file that could not be read, as a suite with one error.
  private func suite(_ problem: Failure) -> XMLElement {
    let finding = problem.findings.first
    let path = finding?.span?.file.path ?? "suites"
    let error = XMLElement(
      "error", [("message", finding?.message ?? ""), ("type", "errored")],
      text: TextRenderer().render(problem.findings))
    return XMLElement(
      "testsuite",
      [
        ("name", path), ("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0"),
        ("time", "0"),
      ],
      [XMLElement("testcase", [("name", "loading"), ("classname", path), ("time", "0")], [error])])
  }
}

extension Duration {
  /// The duration in seconds, to the millisecond.
  var seconds: String {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
