// The results of tests in the Test Anything Protocol, version 14.

import Diagnostics
import Presentation

/// The results of tests in the Test Anything Protocol, version 14.
struct TAPReport {
  let run: TestRun

  init(_ run: TestRun) { self.run = run }

  var text: String {
    // A file that cannot be read is a test point that is not ok, so that no reader overlooks it.
    var lines = ["TAP version 14", "1..\(run.results.count + run.problems.count)"]
    for (position, result) in run.results.enumerated() {
      let isOK = result.status == .passed
      lines.append("\(isOK ? "ok" : "not ok") \(position + 1) - \(Self.escaped(result.test.id))")
      guard !isOK else { continue }
      let failure = FailureText(result)
      lines += diagnostics(
        [
          ("message", failure.headline), ("severity", result.status.rawValue),
          ("at", result.test.span.place),
        ], details: failure.lines(.plain))
    }
    for (position, problem) in run.problems.enumerated() {
      let finding = problem.findings.first
      lines.append(
        "not ok \(run.results.count + position + 1) - "
          + Self.escaped(finding?.span?.file.path ?? finding?.message ?? "a suite file"))
      lines += diagnostics(
        [("message", finding?.message ?? ""), ("severity", "errored")],
        details: TextRenderer().render(problem.findings).split(separator: "\n").map(String.init))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A block of YAML; texts are written as JSON strings, which YAML reads.
  private func diagnostics(
    _ entries: [(key: String, value: String)], details: [String]
  ) -> [String] {
    ["  ---"] + entries.map { "  \($0.key): \(JSONValue.string($0.value).compact)" }
      + ["  details:"] + details.map { "    - \(JSONValue.string($0).compact)" } + ["  ..."]
  }

  /// A description, in which `#` would begin a directive.
  private static func escaped(_ text: String) -> String {
    text.onOneLine.replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }
}
