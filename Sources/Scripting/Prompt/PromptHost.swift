// What lines of a prompt ask of whoever turns facts into decisions and assessments.

package import DataSources
package import Diagnostics

/// Decides and assesses for the lines of a prompt, by the same rules as everywhere.
package protocol PromptHost: AnyObject {
  /// Decides on a subject, with what is payable beside its other instruments.
  func promptDecision(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> PromptDecision

  /// Assesses a target.
  ///
  /// - Parameter settings: How; `nil` for the defaults.
  /// - Throws: a `Failure` when its indicator fails, or the settings name what does not exist.
  func promptAssessment(
    _ target: String, at moment: Moment, by settings: AssessmentSettings?
  ) throws(Failure) -> PromptAssessment
}
