// What evaluates definitions. In this process for now; a worker process can stand behind it.

public import Catalog
public import DataSources
public import Diagnostics
public import Scripting

/// Decides on subjects and computes indicators.
///
/// Commands, tests and explanations only ever talk to an evaluator, so that they give the same answers
/// wherever the scripts run. Everything that crosses it is a plain value.
public protocol Evaluator: AnyObject {
  /// The catalogue that scripts are typed against.
  var catalog: Catalog { get }

  /// What the scripts define to decide on subjects.
  var eligibilities: DefinitionList<EligibilityDefinition> { get }

  /// What the scripts define to compute quantities.
  var indicators: DefinitionList<IndicatorDefinition> { get }

  /// Decides on a subject.
  ///
  /// - Throws: a ``Failure`` when the eligibility is unknown, its script fails, or a limit is hit.
  func decide(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> Decision

  /// Decides on a subject under several eligibilities, each on its own: one that fails leaves the others.
  func decide(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>]

  /// Computes an indicator.
  ///
  /// - Throws: a ``Failure`` when the indicator is unknown, its script fails, or a limit is hit.
  func compute(_ indicator: String, at moment: Moment) throws(Failure) -> IndicatorFacts
}

extension Evaluator {
  /// Decides on a subject under several eligibilities, each on its own: one that fails leaves the others.
  public func decide(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>] {
    eligibilities.map { id in
      do throws(Failure) {
        return .success(try decide(id, on: subject, at: moment))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// An evaluator that can also read suite files and run the tests in them that are free code.
public protocol SuiteEvaluator: Evaluator {
  /// What a suite file holds.
  ///
  /// - Throws: a ``Failure`` with everything that is wrong with it.
  func contents(of suite: SuiteScript) throws(Failure) -> SuiteContents

  /// Runs a test of a suite file, which sees nothing of what any other test has done.
  ///
  /// - Parameters:
  ///   - position: Its position among the file's tests, from 0.
  ///   - suite: The suite file.
  ///   - span: Where the test stands, for failures that have no place of their own.
  /// - Throws: a ``Failure`` when its code fails or hits a limit.
  func runTest(
    _ position: Int, of suite: SuiteScript, at span: SourceSpan?
  ) throws(Failure) -> TestFacts

  /// Takes other observations in place of those that were there; the scripts stay loaded.
  ///
  /// - Throws: a ``Failure`` when the observations as a whole cannot be read.
  func observe(_ observations: InputBytes?, sources: InputBytes?) throws(Failure)

  /// Which lines of the plugins' scripts have run so far; nothing unless lines are counted.
  ///
  /// - Throws: a ``Failure`` when the scripts' process cannot say.
  func lineCoverage() throws(Failure) -> [LineCoverage]
}

/// An evaluator that runs scripts in this process, for hosts that trust them.
public final class LocalEvaluator: SuiteEvaluator {
  private let engine: ScriptEngine

  /// Creates an evaluator on a script engine.
  public init(engine: ScriptEngine) {
    self.engine = engine
    engine.resolveDecision = { [unowned self] id, subject, moment throws(Failure) in
      let decision = try self.decide(id, on: subject, at: moment)
      return RelatedDecision(
        id: id, isEligible: decision.status == .eligible,
        isDetermined: decision.status != .undetermined, amount: decision.amount)
    }
  }

  /// The catalogue that scripts are typed against.
  public var catalog: Catalog { engine.catalog }

  /// What the scripts define to decide on subjects.
  public var eligibilities: DefinitionList<EligibilityDefinition> { engine.eligibilities }

  /// What the scripts define to compute quantities.
  public var indicators: DefinitionList<IndicatorDefinition> { engine.indicators }

  /// Decides on a subject.
  public func decide(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> Decision {
    let definition = try eligibilities.definition(eligibility, on: moment.date)
    return try DecisionRules.decide(
      definition, from: try engine.evaluate(definition, on: subject, at: moment),
      subject: subject.key, at: moment, catalog: catalog)
  }

  /// What an eligibility finds out about a subject, from which a decision is made.
  ///
  /// - Throws: a ``Failure`` when the eligibility is unknown, its script fails, or a limit is hit.
  package func facts(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> EligibilityFacts {
    let definition = try eligibilities.definition(eligibility, on: moment.date)
    return try engine.evaluate(definition, on: subject, at: moment)
  }

  /// Computes an indicator.
  public func compute(_ indicator: String, at moment: Moment) throws(Failure) -> IndicatorFacts {
    try engine.evaluate(try engine.indicators.definition(indicator, on: moment.date), at: moment)
  }

  /// What a suite file holds.
  public func contents(of suite: SuiteScript) throws(Failure) -> SuiteContents {
    try load(suite).suiteContents
  }

  /// Runs a test of a suite file, in a Lua state of its own.
  public func runTest(
    _ position: Int, of suite: SuiteScript, at span: SourceSpan? = nil
  ) throws(Failure) -> TestFacts {
    try load(suite).runTest(position)
  }

  /// Takes other observations.
  public func observe(_ observations: InputBytes?, sources: InputBytes?) throws(Failure) {
    let inputs = EvaluatorInputs(
      catalog: [], plugins: [], observations: observations, sources: sources)
    engine.observations = try inputs.readObservations(
      catalog: catalog, sources: try inputs.readSources()
    ).store
  }

  /// Which lines of the plugins' scripts have run so far.
  public func lineCoverage() -> [LineCoverage] { engine.lineCoverage }

  private func load(_ suite: SuiteScript) throws(Failure) -> ScriptEngine {
    try ScriptEngine(
      catalog: catalog, suite: suite, limits: engine.limits, countsLines: engine.countsLines)
  }
}
