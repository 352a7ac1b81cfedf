// What went wrong beside the results: rows left out, scripts that failed.

public import DataSources
public import Diagnostics

/// What went wrong beside the results.
public struct Problems: Sendable {
  /// Rows that could not be read.
  public let rejects: [RejectedRow]

  /// Work that could not be done.
  public let failures: [Failure]

  /// Creates a list of problems.
  public init(rejects: [RejectedRow] = [], failures: [Failure] = []) {
    self.rejects = rejects
    self.failures = failures
  }

  /// The problems of two parts of a command.
  public static func + (left: Problems, right: Problems) -> Problems {
    Problems(rejects: left.rejects + right.rejects, failures: left.failures + right.failures)
  }

  /// How a command with these problems ends; `nil` when there are none.
  ///
  /// A limit counts more than a failure, and a failure more than rows that were left out.
  public var kind: Failure.Kind? {
    if failures.contains(where: { $0.kind == .limit }) { return .limit }
    if !failures.isEmpty { return .couldNotRun }
    return rejects.isEmpty ? nil : .findings
  }

  /// The most rejected rows that are shown one by one.
  private static let mostRejectsShown = 10

  /// Everything to tell the user, with a last word on how many rows were left out.
  public var findings: [Finding] {
    var findings = failures.flatMap(\.findings)
    findings += rejects.prefix(Self.mostRejectsShown).map(\.reason)
    if !rejects.isEmpty {
      let count = rejects.count == 1 ? "1 row was" : "\(rejects.count) rows were"
      findings.append(
        Finding(
          "data.rejected", "\(count) left out; every other row was used", severity: .warning,
          notes: rejects.count > Self.mostRejectsShown
            ? ["the first \(Self.mostRejectsShown) are shown above"] : []))
    }
    return findings
  }
}

extension RegisterResult {
  /// The failures, each place in a script once, with the first subject and how many it concerned.
  public var distinctFailures: [Failure] {
    var order: [String] = []
    var groups: [String: (failed: FailedDecision, count: Int)] = [:]
    for failed in failures {
      let key = failed.failure.findings.map { "\($0.code) \($0.span?.place ?? $0.message)" }
        .joined(separator: "\n")
      if groups[key] == nil { order.append(key) }
      groups[key, default: (failed, 0)].count += 1
    }
    return order.compactMap { groups[$0] }.map { failed, count in
      let others = count == 1 ? "" : " and \(count - 1) more"
      let note = "while deciding `\(failed.eligibility)` on \(failed.subject)\(others)"
      return Failure(
        failed.failure.findings.map { $0.noting(note) }, kind: failed.failure.kind)
    }
  }
}

extension Finding {
  /// The finding with one more note.
  fileprivate func noting(_ note: String) -> Finding {
    Finding(
      code, message, severity: severity, at: span, notes: notes + [note], suggestion: suggestion)
  }
}
