// Runs many tests, in one or several sessions at a time.

import Dispatch
public import Diagnostics
public import Evaluation
import Scripting
import Synchronization

/// How tests are run.
public struct TestOptions: Sendable {
  /// Texts of which the id of a test must hold one; every test is run when there are none.
  public var filter: [String] = []

  /// Whether nothing more is begun after a test that did not pass.
  public var failFast = false

  /// From what the order is shuffled; tests run in the order of the files when there is nothing.
  public var seed: UInt64?

  /// How many tests run at a time.
  public var jobs = 1

  /// Whether it is measured what the tests reach, which takes time.
  public var measuresCoverage = false

  /// Creates options with which every test runs in order.
  public init() {}
}

/// Runs many tests.
public enum TestRunner {
  /// Runs tests; the results come in the order of the tests, in whatever order they ran.
  ///
  /// - Parameters:
  ///   - tests: The tests.
  ///   - problems: The suite files that could not be read.
  ///   - bench: What the tests run on.
  ///   - evaluator: An evaluator of the bench's inputs that is open already, where one job is enough.
  ///   - options: How they are run.
  ///   - recordings: What results were when they were recorded.
  ///   - isStopped: Whether the tests are only counted, because one before them had failed.
  public static func run(
    _ tests: [TestCase], problems: [Failure] = [], on bench: TestBench,
    reusing evaluator: (any SuiteEvaluator)? = nil,
    options: TestOptions = TestOptions(), recordings: Recordings = Recordings(),
    isStopped: Bool = false
  ) -> TestRun {
    let start = ContinuousClock.now
    let chosen = tests.filter { test in
      options.filter.isEmpty || options.filter.contains { test.id.contains($0) }
    }
    guard !isStopped else {
      return TestRun(
        results: [], problems: problems, notRun: chosen.count, scope: bench.scope)
    }
    let order = order(chosen.count, options.seed)
    let queue = TestQueue(order.map { chosen[$0] }, failFast: options.failFast)
    let jobs = max(1, min(options.jobs, chosen.count))
    let countsLines = options.measuresCoverage
    if jobs == 1 {
      let session = TestSession(
        bench, recordings: recordings, countsLines: countsLines, evaluator: evaluator)
      work(through: queue, session)
      session.finish()
    } else {
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        work(
          through: queue, TestSession(bench, recordings: recordings, countsLines: countsLines))
      }
    }
    let ran = queue.results
    let results = zip(order, ran).compactMap { position, result in result.map { (position, $0) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
    return TestRun(
      results: results, problems: problems, notRun: chosen.count - results.count,
      duration: .now - start, lines: LineCoverage.merged(queue.lines), scope: bench.scope)
  }

  private static func work(through queue: TestQueue, _ session: TestSession) {
    while let (position, test) = queue.next() {
      queue.finish(position, session.run(test))
    }
    queue.add(session.lineCoverage())
  }

  /// The positions of tests in the order in which they run.
  private static func order(_ count: Int, _ seed: UInt64?) -> [Int] {
    guard let seed else { return Array(0..<count) }
    var generator = SeededGenerator(seed: seed)
    return (0..<count).shuffled(using: &generator)
  }
}

/// Hands out tests in order and collects their results, from any thread.
private final class TestQueue: Sendable {
  private struct State {
    var next = 0
    var results: [TestResult?]
    var lines: [LineCoverage] = []

    /// The first test that did not pass.
    var failure = Int.max
  }

  private let tests: [TestCase]
  private let failFast: Bool
  private let state: Mutex<State>

  init(_ tests: [TestCase], failFast: Bool) {
    self.tests = tests
    self.failFast = failFast
    state = Mutex(State(results: Array(repeating: nil, count: tests.count)))
  }

  func next() -> (Int, TestCase)? {
    state.withLock { state in
      guard state.next < tests.count, state.failure == .max else { return nil }
      defer { state.next += 1 }
      return (state.next, tests[state.next])
    }
  }

  func finish(_ position: Int, _ result: TestResult) {
    state.withLock { state in
      state.results[position] = result
      if failFast, result.status != .passed { state.failure = min(state.failure, position) }
    }
  }

  func add(_ lines: [LineCoverage]) { state.withLock { $0.lines += lines } }

  /// Which lines of scripts ran.
  var lines: [LineCoverage] { state.withLock { $0.lines } }

  /// The results; nothing for tests that were not run, or only by chance after one that failed.
  var results: [TestResult?] {
    state.withLock { state in
      state.results.enumerated().map { $0 > state.failure ? nil : $1 }
    }
  }
}

/// A generator that gives the same numbers on every machine.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
