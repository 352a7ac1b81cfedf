// An evaluator whose scripts run in a worker process.

public import Catalog
public import DataSources
public import Diagnostics
public import Evaluation
import LuaRuntime
import Quantities
import Registers
public import Scripting
import Wire

/// An evaluator whose scripts run in a worker process that is locked down before any of them.
///
/// A script that crashes the worker, or takes longer than it may, costs its own evaluation: the worker is replaced
/// and the rest of the work goes on. Not thread-safe: use an evaluator from one thread at a time.
public final class WorkerEvaluator: PromptEvaluator {
  /// The catalogue that scripts are typed against.
  public let catalog: Catalog

  /// What the scripts define to decide on subjects.
  public private(set) var eligibilities: DefinitionList<EligibilityDefinition>

  /// What the scripts define to compute quantities.
  public private(set) var indicators: DefinitionList<IndicatorDefinition>

  /// What keeps the worker from the rest of the machine.
  public var isolation: Isolation? { link.isolation }

  private let link: WorkerLink
  private let limits: WorkerLimits
  private let inputs: EvaluatorInputs
  private let countsLines: Bool

  /// The worker that the definitions are those of.
  private var known: Int

  /// Loads inputs into a new worker.
  ///
  /// - Parameters:
  ///   - inputs: Everything that evaluations need.
  ///   - catalog: The catalogue of the inputs, loaded.
  ///   - limits: What one evaluation may use.
  ///   - executable: The program whose `worker` command is the worker.
  ///   - countsLines: Whether it is counted how often lines of scripts run, which takes time.
  ///   - interruption: A descriptor; the worker is ended when it can be read while the worker computes.
  /// - Throws: a ``Failure`` with everything that is wrong with the scripts, or why no worker can be had.
  public init(
    inputs: EvaluatorInputs, catalog: Catalog, limits: WorkerLimits, executable: String,
    countsLines: Bool = false, interruption: Int32? = nil
  ) throws(Failure) {
    self.catalog = catalog
    self.limits = limits
    self.inputs = inputs
    self.countsLines = countsLines
    let link = WorkerLink(
      executable: executable, limits: limits, units: catalog.units, catalog: catalog,
      texts: inputs.texts, interruption: interruption)
    link.greeting = WorkerRequest.open(inputs, limits.lua, countsLines: countsLines)
    self.link = link
    let definitions = try link.definitions()
    (eligibilities, indicators) = (definitions.eligibilities, definitions.indicators)
    known = link.session
  }

  /// Changes when the worker is lost, and with it what lines of a prompt have set up.
  public var session: Int { link.session }

  /// Decides on a subject under several eligibilities, each on its own: one that fails leaves the others.
  public func decideSeparately(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>] {
    var results: [Result<Decision, Failure>] = []
    // An evaluation that ends the worker is a result; the ones after it go to the next worker.
    while results.count < eligibilities.count {
      let rest = Array(eligibilities[results.count...])
      follow(link.session)
      let answers = link.facts(rest, on: subject, at: moment)
      follow(link.sessions)
      results += answers.enumerated().map { position, facts in
        decision(rest[position], facts, on: subject, at: moment)
      }
    }
    follow(link.session)
    return results
  }

  /// Computes an indicator.
  public func compute(_ indicator: String, at moment: Moment) throws(Failure) -> IndicatorFacts {
    follow(link.session)
    defer { follow(link.session) }
    let definition = try indicators.definition(indicator, on: moment.date)
    return try link.facts(of: definition, at: moment)
  }

  /// Runs a line of a prompt.
  public func run(_ line: PromptLine) throws(Failure) -> PromptOutcome {
    defer { follow(link.session) }
    let (outcome, definitions) = try link.run(line)
    follow(link.sessions)
    if let definitions {
      (eligibilities, indicators) = (definitions.eligibilities, definitions.indicators)
    }
    return outcome
  }

  /// Loads the subjects of a register for the lines of a prompt.
  public func load(
    subjects: InputBytes, format: RowFormat, kind: String
  ) throws(Failure) -> LoadedSubjects {
    defer { follow(link.session) }
    return try link.load(subjects, format: format, kind: kind)
  }

  /// Forgets what lines have defined, when it was another worker that they defined it in.
  private func follow(_ session: Int) {
    guard session != known, let loaded = link.loaded else { return }
    known = session
    (eligibilities, indicators) = (loaded.eligibilities, loaded.indicators)
  }

  /// What a suite file holds.
  public func contents(of suite: SuiteScript) throws(Failure) -> SuiteContents {
    try link.contents(of: suite)
  }

  /// Runs a test of a suite file.
  public func runTest(
    _ position: Int, of suite: SuiteScript, at span: SourceSpan?
  ) throws(Failure) -> TestFacts {
    try link.runTest(position, of: suite, at: span)
  }

  /// Takes other observations; a worker that has to be replaced later gets them too.
  public func observe(_ observations: InputBytes?, sources: InputBytes?) throws(Failure) {
    link.greeting = .open(
      inputs.observing(observations, sources: sources), limits.lua, countsLines: countsLines)
    try link.observe(observations, sources)
  }

  /// Which lines of the plugins' scripts have run in the worker that is there now.
  public func lineCoverage() throws(Failure) -> [LineCoverage] { try link.lineCoverage() }

  /// What is decided on a block of a register; `nil` when the worker has not survived it.
  func decideAtOnce(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult? { try link.decide(block, asked: question) }

  private func decision(
    _ id: String, _ facts: Result<EligibilityFacts, Failure>, on subject: Subject, at moment: Moment
  ) -> Result<Decision, Failure> {
    do throws(Failure) {
      return .success(
        try DecisionRules.decide(
          try eligibilities.definition(id, on: moment.date), from: try facts.get(),
          subject: subject.key, at: moment, catalog: catalog))
    } catch {
      return .failure(error)
    }
  }
}
