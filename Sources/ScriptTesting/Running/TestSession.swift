// Runs tests one after another, on one evaluator.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Presentation
import Scripting

/// Runs tests one after another.
///
/// Not thread-safe.
final class TestSession {
  private let bench: TestBench
  private let recordings: Recordings
  private let countsLines: Bool

  /// Which lines of scripts ran in free code.
  private var lines: [LineCoverage] = []

  /// An evaluator with the observations that it has now.
  private struct Opened {
    let evaluator: any SuiteEvaluator
    var injected: InjectedObservations?
    var observations: ObservationStore
  }

  private var opened: Opened?

  /// Creates a session.
  ///
  /// - Parameter evaluator: An evaluator of the bench's inputs that is open already.
  init(
    _ bench: TestBench, recordings: Recordings, countsLines: Bool = false,
    evaluator: (any SuiteEvaluator)? = nil
  ) {
    self.bench = bench
    self.recordings = recordings
    self.countsLines = countsLines
    if let evaluator, !countsLines {
      opened = Opened(evaluator: evaluator, injected: nil, observations: bench.observations)
    }
  }

  /// Runs a test.
  ///
  /// Whatever becomes of it is a result.
  func run(_ test: TestCase) -> TestResult {
    let start = ContinuousClock.now
    let result: TestResult
    do throws(Failure) {
      result = try attempt(test)
    } catch {
      result = TestResult(
        test, error.kind == .limit ? .limit : .errored, findings: error.findings)
    }
    return result.taking(.now - start)
  }

  private func attempt(_ test: TestCase) throws(Failure) -> TestResult {
    switch test.work {
    case .decide(let id, let subject, let moment, let expectations):
      let evaluator = try open(nil).evaluator
      return try held(test, expectations) { () throws(Failure) in
        let decision = try evaluator.decide(id, on: subject, at: moment)
        let definition = try evaluator.eligibilities.definition(id, on: moment.date)
        return (.decision(decision), SeenOutcome.all(of: decision, by: definition))
      }
    case .compute(let id, let target, let moment, let injected, let expectations):
      let opened = try open(injected)
      return try held(test, expectations) { () throws(Failure) in
        let facts = try opened.evaluator.compute(id, at: moment)
        let needed = target.flatMap { expectations.needAssessment ? $0 : nil }
        return (.value(facts, try assess(needed, opened, at: moment)), [])
      }
    case .assess(let target, let moment, let injected, let expectations):
      let opened = try open(injected)
      return try held(test, expectations) { () throws(Failure) in
        (.assessment(try assess(target, opened, at: moment)), [])
      }
    case .code(let suite, let position):
      let facts = try open(nil).evaluator.runTest(position, of: suite, at: test.span)
      lines += facts.lines
      return TestResult(
        test, facts.failures.isEmpty ? .passed : .failed, findings: facts.failures, log: facts.log)
    }
  }

  /// Which lines of scripts ran; a worker that was lost has taken its counts along.
  func lineCoverage() -> [LineCoverage] {
    guard countsLines, let opened else { return [] }
    return LineCoverage.merged(lines + ((try? opened.evaluator.lineCoverage()) ?? []))
  }

  /// Gives the evaluator back the observations that it had.
  func finish() {
    if opened != nil { _ = try? open(nil) }
  }

  private func assess(
    _ id: String?, _ opened: Opened, at moment: Moment
  ) throws(Failure) -> Assessment? {
    guard let target = id.flatMap({ bench.catalog.targets[$0] }) else { return nil }
    return try Assessor(
      evaluator: opened.evaluator, observations: opened.observations,
      vintage: bench.assessing.vintage, method: bench.assessing.method,
      maximumAge: bench.assessing.maximumAge
    ).assess(target, at: moment)
  }

  // MARK: The evaluator

  /// The evaluator, with the observations that a test needs.
  private func open(_ injected: InjectedObservations?) throws(Failure) -> Opened {
    var now: Opened
    if let opened {
      now = opened
    } else {
      now = Opened(
        evaluator: try bench.open(bench.inputs, countsLines), injected: nil,
        observations: bench.observations)
    }
    if now.injected != injected {
      let inputs = injected?.applied(to: bench.inputs) ?? bench.inputs
      let read = try inputs.readObservations(
        catalog: bench.catalog, sources: try inputs.readSources())
      if injected != nil, let reject = read.rejects.first { throw Failure(reject.reason) }
      // A failure must leave nothing that is taken for what it is not.
      opened = nil
      try now.evaluator.observe(inputs.observations, sources: inputs.sources)
      now.injected = injected
      now.observations = read.store
    }
    opened = now
    return now
  }

  // MARK: Comparing

  /// What an answer comes to when it is held against what was expected.
  private func held(
    _ test: TestCase, _ expectations: Expectations,
    _ answer: () throws(Failure) -> (Answer, [SeenOutcome])
  ) throws(Failure) -> TestResult {
    let given: (answer: Answer, outcomes: [SeenOutcome])
    do throws(Failure) {
      given = try answer()
    } catch {
      guard error.kind != .limit, let wanted = expectations.error else { throw error }
      let messages = error.findings.map(\.message)
      guard !messages.contains(where: { $0.contains(wanted) }) else {
        return TestResult(test, .passed)
      }
      return TestResult(
        test, .failed,
        mismatches: [
          Mismatch(
            part: .error, expected: .text(wanted),
            actual: .text(messages.joined(separator: "; ")))
        ], findings: error.findings)
    }
    let mismatches: [Mismatch]
    switch expectations {
    case .parts(let parts):
      mismatches = parts.compactMap { expectation in
        let actual = given.answer.value(of: expectation.part)
        return expectation.wanted.isMet(by: actual)
          ? nil
          : Mismatch(
            part: expectation.part, expected: expectation.wanted,
            actual: actual.shown(like: expectation.wanted))
      }
    case .recorded where recordings.acceptsAll: mismatches = []
    case .recorded:
      guard let recorded = recordings.parts(of: test) else {
        return TestResult(
          test, .failed, findings: [.notRecorded(test, given.answer)], outcomes: given.outcomes,
          recording: given.answer.recording)
      }
      mismatches = recorded.mismatches(with: given.answer)
    }
    let isRecorded = if case .recorded = expectations { true } else { false }
    return TestResult(
      test, mismatches.isEmpty ? .passed : .failed, mismatches: mismatches,
      evidence: mismatches.isEmpty ? [] : given.answer.evidence(in: bench.catalog),
      outcomes: given.outcomes, recording: isRecorded ? given.answer.recording : nil)
  }
}

extension Expectations {
  /// The message with which the script is expected to fail, if it is.
  fileprivate var error: String? {
    guard case .parts(let parts) = self else { return nil }
    return parts.lazy.compactMap { expectation -> String? in
      guard expectation.part == .error, case .text(let message) = expectation.wanted else {
        return nil
      }
      return message
    }.first
  }

  /// Whether a target must be assessed to tell.
  fileprivate var needAssessment: Bool {
    switch self {
    case .recorded: true
    case .parts(let parts): parts.contains { [.status, .distance].contains($0.part) }
    }
  }
}
