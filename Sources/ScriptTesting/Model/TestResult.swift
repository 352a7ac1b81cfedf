// What became of a test.

public import Diagnostics

/// What became of a test.
public struct TestResult: Sendable {
  /// How it ended.
  public enum Status: String, Sendable, CaseIterable {
    /// Everything is as expected.
    case passed
    /// Something is not as expected.
    case failed
    /// A script failed, so nothing could be compared.
    case errored
    /// A script was stopped at a limit.
    case limit
  }

  /// The test.
  public let test: TestCase

  /// How it ended.
  public let status: Status

  /// How long it took.
  public let duration: Duration

  /// The parts that are not as expected.
  public let mismatches: [Mismatch]

  /// What the definition saw, condition by condition, where something is not as expected.
  public let evidence: [Evidence]

  /// What went wrong otherwise: errors of scripts, and expectations of free code.
  public let findings: [Finding]

  /// What the test printed.
  public let log: String

  /// What was seen of conditions and caps.
  let outcomes: [SeenOutcome]

  /// What there is to record, where the test expects what was recorded.
  let recording: [(part: Part, value: PartValue)]?

  /// Creates a result.
  init(
    _ test: TestCase, _ status: Status, duration: Duration = .zero, mismatches: [Mismatch] = [],
    evidence: [Evidence] = [], findings: [Finding] = [], log: String = "",
    outcomes: [SeenOutcome] = [], recording: [(part: Part, value: PartValue)]? = nil
  ) {
    self.test = test
    self.status = status
    self.duration = duration
    self.mismatches = mismatches
    self.evidence = evidence
    self.findings = findings
    self.log = log
    self.outcomes = outcomes
    self.recording = recording
  }

  /// The same result after some time.
  func taking(_ duration: Duration) -> TestResult {
    TestResult(
      test, status, duration: duration, mismatches: mismatches, evidence: evidence,
      findings: findings, log: log, outcomes: outcomes, recording: recording)
  }
}

/// A part of a result that is not as expected.
public struct Mismatch: Sendable, Hashable {
  /// The part.
  public let part: Part

  /// What was expected.
  public let expected: PartValue

  /// What came out.
  public let actual: PartValue
}

/// What a condition, or another function of a definition, saw.
public struct Evidence: Sendable, Hashable {
  /// A sign for its outcome: `✓`, `✗`, `?`, or `·` where there is none.
  public let sign: String

  /// Its label.
  public let title: String

  /// What was read and compared, in words.
  public let lines: [String]
}
