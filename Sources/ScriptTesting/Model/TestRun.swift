// What became of many tests.

public import Diagnostics
import Scripting

/// What became of many tests.
public struct TestRun: Sendable {
  /// The results, in the order of the files and of the tests in them.
  public let results: [TestResult]

  /// The suite files that could not be read, with everything that is wrong with them.
  public let problems: [Failure]

  /// How many tests were left out because one before them had failed.
  public let notRun: Int

  /// How long it all took.
  public let duration: Duration

  /// Which lines of scripts ran, where that was measured.
  let lines: [LineCoverage]

  /// What the tests are there to reach.
  let scope: CoverageScope

  /// Creates a run.
  init(
    results: [TestResult], problems: [Failure], notRun: Int = 0, duration: Duration = .zero,
    lines: [LineCoverage] = [], scope: CoverageScope = CoverageScope()
  ) {
    self.scope = scope
    self.lines = lines
    self.results = results
    self.problems = problems
    self.notRun = notRun
    self.duration = duration
  }

  /// Several runs as one, in their order.
  public init(merging runs: [TestRun]) {
    self.init(
      results: runs.flatMap(\.results), problems: runs.flatMap(\.problems),
      notRun: runs.reduce(0) { $0 + $1.notRun },
      duration: runs.reduce(.zero) { $0 + $1.duration },
      lines: LineCoverage.merged(runs.flatMap(\.lines)),
      scope: CoverageScope(merging: runs.map(\.scope)))
  }

  /// How many tests ended in a way.
  public func count(_ status: TestResult.Status) -> Int { results.count { $0.status == status } }

  /// How a command with these results ends; `nil` when every test passed and there was one.
  ///
  /// A limit counts more than a file that could not be read, and that more than a failed test.
  public var kind: Failure.Kind? {
    if count(.limit) > 0 || problems.contains(where: { $0.kind == .limit }) { return .limit }
    if problems.contains(where: { $0.kind == .couldNotRun }) { return .couldNotRun }
    return count(.passed) == results.count && !results.isEmpty && problems.isEmpty
      ? nil : .findings
  }

  /// The results file by file, in order.
  var files: [(path: String, results: [TestResult])] {
    grouped(results) { $0.test.file }.map { (path: $0.key, results: $0.elements) }
  }
}

/// Elements in groups of one key, in the order in which the keys first occur.
func grouped<Element>(
  _ elements: [Element], by key: (Element) -> String
) -> [(key: String, elements: [Element])] {
  var positions: [String: Int] = [:]
  var groups: [(key: String, elements: [Element])] = []
  for element in elements {
    let key = key(element)
    if let position = positions[key] {
      groups[position].elements.append(element)
    } else {
      positions[key] = groups.count
      groups.append((key, [element]))
    }
  }
  return groups
}

extension TestRun {
  /// What to tell beside the report: what is wrong with suite files, and why the command fails.
  public var findings: [Finding] {
    var findings = problems.flatMap(\.findings)
    guard kind != nil else { return findings }
    let unsuccessful = results.count - count(.passed)
    if unsuccessful > 0 {
      let tests = results.count == 1 ? "test" : "tests"
      findings.append(
        Finding("test.failed", "\(unsuccessful) of \(results.count) \(tests) did not pass"))
    } else if problems.isEmpty {
      findings.append(
        Finding(
          "test.none", "there is no test to run",
          suggestion: "write suites in `tests/*\(SuiteSource.ending)` of a plugin, "
            + "or choose others with `--filter`"))
    }
    return findings
  }
}
