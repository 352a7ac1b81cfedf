// Lines of a prompt in this process.

import Catalog
public import DataSources
public import Diagnostics
import Quantities
public import Scripting

extension LocalEvaluator {
  /// Always the same: nothing is lost in this process.
  public var session: Int { 0 }

  /// Runs a line.
  public func run(_ line: PromptLine) -> PromptOutcome { engine.run(line) }

  /// Loads the subjects of a register.
  public func load(
    subjects: InputBytes, format: RowFormat, kind: String
  ) throws(Failure) -> LoadedSubjects {
    guard let declared = catalog.subjects[kind] else {
      throw Failure(
        Finding(
          "argument.kind", "there is no kind of subject `\(kind)` in the catalogue",
          suggestion: NearestName.suggestion(for: kind, among: catalog.subjects.ids)))
    }
    let read = try SubjectReader.read(
      path: subjects.path, bytes: subjects.bytes, format: format, kind: declared,
      catalog: catalog)
    try engine.load(subjects: read.subjects)
    return LoadedSubjects(count: read.subjects.count, rejects: read.rejects)
  }
}

extension LocalEvaluator: PromptHost {
  package func promptDecision(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> PromptDecision {
    PromptDecision(try decide(eligibility, on: subject, at: moment), on: subject)
  }

  package func promptAssessment(
    _ target: String, at moment: Moment, by settings: AssessmentSettings?
  ) throws(Failure) -> PromptAssessment {
    let settings =
      settings
      ?? AssessmentSettings(
        vintage: catalog.header.vintage, method: ProgressMethod.cagrRatio.rawValue,
        maximumAge: Assessor.defaultMaximumAge)
    guard let method = ProgressMethod(rawValue: settings.method) else {
      throw Failure(
        Finding(
          "argument.method", "there is no method `\(settings.method)`",
          suggestion: NearestName.suggestion(
            for: settings.method, among: ProgressMethod.allCases.map(\.rawValue))))
    }
    guard let declared = catalog.targets[target] else {
      throw Failure(
        Finding(
          "argument.target", "there is no target `\(target)` in the catalogue",
          suggestion: NearestName.suggestion(for: target, among: catalog.targets.ids)))
    }
    let assessor = Assessor(
      evaluator: self, observations: engine.observations, vintage: settings.vintage,
      method: method, maximumAge: settings.maximumAge)
    guard let assessment = try assessor.assess(declared, at: moment) else {
      throw Failure(
        Finding(
          "argument.vintage", "the version `\(settings.vintage)` says nothing about `\(target)`",
          at: declared.span,
          suggestion: NearestName.suggestion(
            for: settings.vintage, among: declared.vintages.map(\.name))))
    }
    return PromptAssessment(assessment, by: settings)
  }
}

extension PromptDecision {
  fileprivate init(_ decision: Decision, on subject: Subject) {
    func labels(_ outcome: Outcome) -> [String] {
      decision.conditions.filter { $0.outcome == outcome }.map(\.title.en)
    }
    self.init(
      eligibility: decision.eligibility, subject: subject, moment: decision.moment,
      status: decision.status.rawValue, computed: decision.computed, amount: decision.amount,
      payable: decision.payable, cappedBy: decision.cappedBy, met: labels(.met),
      unmet: labels(.unmet), unknown: labels(.unknown), missing: decision.missing,
      open: decision.open)
  }
}

extension PromptAssessment {
  fileprivate init(_ assessment: Assessment, by settings: AssessmentSettings) {
    self.init(
      target: assessment.target.id, moment: assessment.moment, settings: settings,
      status: assessment.status.rawValue, value: assessment.latest?.value,
      period: assessment.latest?.period, distance: assessment.distance,
      relativeDistance: assessment.relativeDistance, pace: assessment.pace?.ratio,
      missing: assessment.missing)
  }
}
