// What went wrong beside the results: rows left out, scripts that failed.

public import DataSources
public import Diagnostics
import Registers

/// What went wrong beside the results.
public struct Problems: Sendable {
  /// How many rows could not be read.
  public let rejectCount: Int

  /// Why rows could not be read; of very many only the first.
  public let reasons: [Finding]

  /// Work that could not be done.
  public let failures: [Failure]

  /// Creates a list of problems.
  public init(rejects: [RejectedRow] = [], failures: [Failure] = []) {
    self.init(reasons: rejects.map(\.reason), rejectCount: rejects.count, failures: failures)
  }

  /// Creates a list of problems with the first reasons for which rows were left out.
  public init(reasons: [Finding], rejectCount: Int, failures: [Failure]) {
    self.reasons = reasons
    self.rejectCount = rejectCount
    self.failures = failures
  }

  /// The problems of two parts of a command.
  public static func + (left: Problems, right: Problems) -> Problems {
    Problems(
      reasons: left.reasons + right.reasons, rejectCount: left.rejectCount + right.rejectCount,
      failures: left.failures + right.failures)
  }

  /// How a command with these problems ends; `nil` when there are none.
  ///
  /// A limit counts more than a failure, and a failure more than rows that were left out.
  public var kind: Failure.Kind? {
    if failures.contains(where: { $0.kind == .limit }) { return .limit }
    if !failures.isEmpty { return .couldNotRun }
    return rejectCount == 0 ? nil : .findings
  }

  /// The most rejected rows that are shown one by one.
  private static let mostRejectsShown = 10

  /// Everything to tell the user, with a last word on how many rows were left out.
  public var findings: [Finding] {
    var findings = failures.flatMap(\.findings)
    findings += reasons.prefix(Self.mostRejectsShown)
    if rejectCount > 0 {
      let count = rejectCount == 1 ? "1 row was" : "\(rejectCount) rows were"
      findings.append(
        Finding(
          "data.rejected", "\(count) left out; every other row was used", severity: .warning,
          notes: rejectCount > Self.mostRejectsShown
            ? ["the first \(Self.mostRejectsShown) are shown above"] : []))
    }
    return findings
  }
}

extension RegisterResult {
  /// The failures, each place in a script once, with the first subject and how many it concerned.
  public var distinctFailures: [Failure] {
    var tally = FailureTally()
    for failed in failures {
      tally.add(failed.failure, eligibility: failed.eligibility, subject: failed.subject)
    }
    return tally.failures
  }
}
