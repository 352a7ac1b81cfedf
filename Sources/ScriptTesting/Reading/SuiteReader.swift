// From what a suite file says to cases that can be run, with everything that is wrong with it.

import Catalog
import DataSources
public import Diagnostics
public import Evaluation
import Quantities
import Scripting

/// Reads the cases of a suite file.
public struct SuiteReader {
  private let source: SuiteSource
  private let evaluator: any Evaluator
  private let file: SourceFile
  private var problems = FindingList()
  private var cases: [TestCase] = []

  /// The cases of a suite file, in the order of the file.
  ///
  /// - Throws: a ``Failure`` with everything that is wrong with it.
  public static func read(
    _ source: SuiteSource, by evaluator: any SuiteEvaluator
  ) throws(Failure) -> [TestCase] {
    let contents = try evaluator.contents(of: source.suite)
    let text = String(decoding: source.suite.script.bytes, as: UTF8.self)
    var reader = SuiteReader(
      source: source, evaluator: evaluator, file: SourceFile(path: source.path, text: text))
    reader.read(contents)
    try reader.problems.throwIfErrors()
    guard !reader.cases.isEmpty else {
      throw Failure(
        Finding(
          "suite.empty", "`\(source.path)` tests nothing",
          suggestion: "write `suite \"id\" { … }` or `test \"what it shows\" (function() … end)`"),
        kind: .findings)
    }
    return reader.cases
  }

  private init(source: SuiteSource, evaluator: any Evaluator, file: SourceFile) {
    self.source = source
    self.evaluator = evaluator
    self.file = file
  }

  private mutating func read(_ contents: SuiteContents) {
    let starts = (contents.suites.map(\.line) + contents.tests.map(\.line)).sorted()
    var found: [(line: Int, cases: [TestCase])] = []
    for suite in contents.suites {
      let next = starts.first { $0 > suite.line } ?? Int.max
      let last = max(suite.line, min(next - 1, file.lines.count))
      found.append((suite.line, read(suite, lines: suite.line...last)))
    }
    for (position, test) in contents.tests.enumerated() {
      let span =
        file.span(ofText: test.name, after: test.line) ?? file.span(ofLine: test.line)
      found.append(
        (
          test.line,
          [
            TestCase(
              file: source.path, suite: source.stem, name: test.name, span: span,
              work: .code(source.suite, position))
          ]
        ))
    }
    var seen: [String: SourceSpan] = [:]
    for test in found.sorted(by: { $0.line < $1.line }).flatMap(\.cases) {
      if let first = seen[test.id] {
        problems.add(
          Finding(
            "suite.duplicate-case", "`\(test.id)` is there twice", at: test.span,
            notes: ["the other one is at \(first.place)"],
            suggestion: "say in the label what only this one shows"))
      }
      seen[test.id] = test.span
      cases.append(test)
    }
  }

  private mutating func read(_ suite: SuiteTable, lines: ClosedRange<Int>) -> [TestCase] {
    let whole = file.span(of: suite.id, onLine: suite.line) ?? file.span(ofLine: suite.line)
    let places = Places(whole, in: file, lines: lines)
    guard let topic = Topic(suite.id, in: evaluator) else {
      problems.add(
        Finding(
          "suite.unknown-definition",
          "there is no eligibility, indicator or observed target `\(suite.id)`", at: whole,
          suggestion: NearestName.suggestion(for: suite.id, among: Topic.ids(in: evaluator))))
      return []
    }
    var reader = CaseReader(
      topic: topic, id: suite.id, source: source, catalog: evaluator.catalog, file: file)
    let cases = reader.read(suite.table, places, lines: lines)
    problems.add(reader.problems.findings)
    if cases.isEmpty, !problems.hasErrors {
      problems.add(
        Finding(
          "suite.no-cases", "the suite `\(suite.id)` has no cases, so it tests nothing", at: whole,
          suggestion: "add `{ \"what it shows\", expect = { … } }`"))
    }
    return cases
  }
}
