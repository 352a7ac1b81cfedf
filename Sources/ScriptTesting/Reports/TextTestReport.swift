// The results of tests as people read them.

import Diagnostics
public import Presentation

/// The results of tests for people: what failed and why, then the counts.
public struct TextTestReport {
  private let run: TestRun
  private let isVerbose: Bool

  /// How the command is called again for one file, up to the file.
  private let command: String

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - run: The results.
  ///   - isVerbose: Whether tests that passed are shown too.
  ///   - command: How tests are run, such as `yardstick test`; the file and the test follow.
  public init(_ run: TestRun, isVerbose: Bool = false, command: String = "yardstick test") {
    self.run = run
    self.isVerbose = isVerbose
    self.command = command
  }

  /// The report as text.
  public func text(style: Style) -> String {
    var lines: [String] = []
    for result in run.results where isVerbose || result.status != .passed {
      lines += self.lines(for: result, style)
    }
    if let last = lines.last, !last.isEmpty { lines.append("") }
    lines.append(style.paint(summary, run.kind == nil ? .green : .red))
    return lines.map { $0 + "\n" }.joined()
  }

  /// How many tests there were, and how they ended.
  public var summary: String {
    let total = run.results.count
    let files = run.files.count
    var parts: [String] = []
    for (status, word) in [
      (TestResult.Status.passed, "passed"), (.failed, "failed"), (.errored, "with an error"),
      (.limit, "stopped at a limit"),
    ] {
      let count = run.count(status)
      if count > 0 { parts.append("\(count) \(word)") }
    }
    if run.notRun > 0 { parts.append("\(run.notRun) not run") }
    let tests =
      "\(total) \(total == 1 ? "test" : "tests") in \(files) "
      + (files == 1 ? "file" : "files")
    return parts.isEmpty ? tests : "\(tests): \(parts.joined(separator: ", "))"
  }

  private func lines(for result: TestResult, _ style: Style) -> [String] {
    let test = result.test
    let hasPassed = result.status == .passed
    let sign = hasPassed ? style.green("✓") : style.red("✗")
    var lines = ["\(sign) \(test.id.onOneLine)  " + style.dim("\(test.span.place)")]
    guard !hasPassed else { return lines }
    lines += FailureText(result).lines(style).map { $0.isEmpty ? "" : "    \($0)" }
    lines.append("    " + style.dim("again: \(reproduction(of: test))"))
    return lines + [""]
  }

  /// One command that runs the test again.
  private func reproduction(of test: TestCase) -> String {
    "\(command) \(ShellText.quoted(test.file)) --filter \(ShellText.quoted(test.id, always: true))"
  }
}

/// Why a test did not pass, in lines.
struct FailureText {
  private let result: TestResult

  init(_ result: TestResult) { self.result = result }

  /// The first line, which says the most.
  var headline: String {
    if let mismatch = result.mismatches.first {
      return "\(mismatch.part.rawValue): expected \(mismatch.expected), but got \(mismatch.actual)"
    }
    return result.findings.first?.message ?? result.status.rawValue
  }

  /// What was expected and what came, what the conditions saw, and what else went wrong.
  func lines(_ style: Style) -> [String] {
    var lines = result.mismatches.flatMap { difference($0, style) }
    for evidence in result.evidence {
      lines.append("\(evidence.sign) \(evidence.title.onOneLine)")
      lines += evidence.lines.map { "    \($0.onOneLine)" }
    }
    lines += TextRenderer(color: style.color).render(result.findings)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    if !result.log.isEmpty {
      lines.append("printed:")
      lines += result.log.split(separator: "\n").map { "  \($0)".onOneLine }
    }
    return lines
  }

  private func difference(_ mismatch: Mismatch, _ style: Style) -> [String] {
    let name = mismatch.part.rawValue
    if case .names(let wanted) = mismatch.expected, case .names(let found) = mismatch.actual {
      return ["\(name):"]
        + wanted.filter { !found.contains($0) }.map { style.red("  - \($0.onOneLine)") }
        + found.filter { !wanted.contains($0) }.map { style.green("  + \($0.onOneLine)") }
    }
    // A message reads like the words around it.
    let mark = mismatch.part == .error ? "`" : ""
    let (expected, actual) = (mismatch.expected.description, mismatch.actual.description)
    return [
      "\(name): expected \(mark)\(style.red(expected.onOneLine))\(mark), "
        + "but got \(mark)\(style.green(actual.onOneLine))\(mark)"
    ]
  }
}

/// Words of a command line.
enum ShellText {
  /// A word as a shell takes it, in quotes where it needs them.
  static func quoted(_ word: String, always: Bool = false) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "/._-+,:@%=".unicodeScalars.contains(scalar)
    }
    if plain, !always, !word.isEmpty { return word }
    guard word.contains(where: { "\"$`\\!".contains($0) }) else { return "\"\(word)\"" }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
