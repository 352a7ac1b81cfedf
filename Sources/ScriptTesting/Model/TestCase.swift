// Something that can be run and passes or does not.

import DataSources
public import Diagnostics
import Evaluation
import Scripting

/// Something that can be run and passes or does not.
public struct TestCase: Sendable {
  /// The path of the suite file.
  public let file: String

  /// What it belongs to: the id that the suite is about, or the name of the file without `_test.lua`.
  public let suite: String

  /// Its label.
  public let name: String

  /// Where it stands: in the suite file, or in a table of cases.
  public let span: SourceSpan

  /// What there is to do.
  let work: Work

  /// The suite and the label, by which it is named on a command line.
  public var id: String { "\(suite)/\(name)" }

  /// What there is to do.
  enum Work: Sendable {
    /// An eligibility decides on a subject.
    case decide(String, Subject, Moment, Expectations)
    /// An indicator computes, and the target that it is for is assessed.
    case compute(String, target: String?, Moment, InjectedObservations?, Expectations)
    /// A target that a series observes is assessed.
    case assess(target: String, Moment, InjectedObservations?, Expectations)
    /// Free code, by its position in the suite file.
    case code(SuiteScript, Int)
  }
}

/// What a case expects.
enum Expectations: Sendable {
  /// Each of these parts.
  case parts([Expectation])
  /// What was recorded the last time.
  case recorded
}

/// A part of a result and what it must be.
struct Expectation: Sendable {
  let part: Part
  let wanted: PartValue
}
