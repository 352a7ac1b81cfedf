// A decision with everything an officer needs to explain it.

import Catalog
public import DataSources
public import Diagnostics
public import Scripting

/// A decision, what was known about the subject, and what would have to change.
public struct Explanation: Sendable {
  /// The decision.
  public let decision: Decision

  /// The subject decided on.
  public let subject: Subject

  /// What would have to change; `nil` unless the subject is ineligible.
  public let prospect: Prospect?

  /// Explains an eligibility's decision on a subject.
  ///
  /// - Throws: a ``Failure`` when the eligibility is unknown, its script fails, or a limit is hit.
  public init(
    _ eligibility: String, on subject: Subject, at moment: Moment, by evaluator: any Evaluator
  ) throws(Failure) {
    self.subject = subject
    decision = try evaluator.decide(eligibility, on: subject, at: moment)
    if let kind = evaluator.catalog.subjects[subject.kind] {
      prospect = try RemedySearch(evaluator: evaluator, kind: kind)
        .prospect(for: decision, on: subject)
    } else {
      prospect = nil
    }
  }
}
