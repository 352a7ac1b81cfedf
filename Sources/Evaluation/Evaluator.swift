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

  /// Decides on a subject under several eligibilities, each on its own: one that fails leaves the others,
  /// and what one pays says nothing about what another does.
  func decideSeparately(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>]

  /// Computes an indicator.
  ///
  /// - Throws: a ``Failure`` when the indicator is unknown, its script fails, or a limit is hit.
  func compute(_ indicator: String, at moment: Moment) throws(Failure) -> IndicatorFacts
}

extension Evaluator {
  /// Decides on a subject.
  ///
  /// What is payable takes into account every other instrument of its groups.
  ///
  /// - Throws: a ``Failure`` when the eligibility is unknown, its script fails, or a limit is hit.
  public func decide(
    _ eligibility: String, on subject: Subject, at moment: Moment
  ) throws(Failure) -> Decision {
    guard let result = decide([eligibility], on: subject, at: moment).first else {
      throw Failure(.unknownDefinition(eligibility, known: eligibilities.ids))
    }
    return try result.get()
  }

  /// Decides on a subject under several eligibilities: one that fails leaves the others.
  ///
  /// What is payable takes into account every other instrument of their groups, whether it is among the
  /// eligibilities or not.
  public func decide(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>] {
    let others = companions(of: eligibilities, at: moment)
    let results = decideSeparately(eligibilities + others, on: subject, at: moment)
    return Array(
      stacked(results, of: eligibilities + others, at: moment).prefix(eligibilities.count))
  }

  /// The eligibilities in force that share a group with some of these, directly or through others.
  private func companions(of ids: [String], at moment: Moment) -> [String] {
    guard !catalog.groups.isEmpty else { return [] }
    var instruments = Set(ids.compactMap { instrument(of: $0, at: moment) })
    var groups = Array(catalog.groups)
    while let next = groups.firstIndex(where: { !instruments.isDisjoint(with: $0.members) }) {
      instruments.formUnion(groups.remove(at: next).members)
    }
    let grouped = instruments.filter { id in catalog.groups.contains { $0.members.contains(id) } }
    return eligibilities.all.filter {
      grouped.contains($0.instrument.id) && $0.validity.contains(moment.date)
        && !ids.contains($0.id)
    }.map(\.id)
  }

  private func instrument(of id: String, at moment: Moment) -> String? {
    eligibilities.versions(of: id).first { $0.validity.contains(moment.date) }?.instrument.id
  }

  private func stacked(
    _ results: [Result<Decision, Failure>], of ids: [String], at moment: Moment
  ) -> [Result<Decision, Failure>] {
    let hasSplit = results.contains { (try? $0.get())?.instrument.split.isEmpty == false }
    guard !catalog.groups.isEmpty || hasSplit else { return results }
    // The order of the definitions decides between equals, whatever is asked for first.
    let order = eligibilities.ids.compactMap { id in ids.firstIndex(of: id) }
    var made: [(position: Int, decision: Decision)] = []
    var unknown: [(eligibility: String, instrument: String)] = []
    for position in order {
      if case .success(let decision) = results[position] {
        made.append((position, decision))
      } else if let instrument = instrument(of: ids[position], at: moment) {
        unknown.append((ids[position], instrument))
      }
    }
    var results = results
    do {
      let stacked = try Stacking.apply(catalog.groups, to: made.map(\.decision), unknown: unknown)
      for (position, decision) in zip(made.map(\.position), stacked) {
        results[position] = .success(decision)
      }
    } catch {
      for (position, _) in made { results[position] = .failure(error) }
    }
    // An eligibility that is asked for twice gets one answer.
    for position in results.indices {
      if let first = ids.firstIndex(of: ids[position]) { results[position] = results[first] }
    }
    return results
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
public final class LocalEvaluator: PromptEvaluator {
  let engine: ScriptEngine

  /// Creates an evaluator on a script engine.
  public init(engine: ScriptEngine) {
    self.engine = engine
    engine.promptHost = self
    engine.resolveDecision = { [unowned self] id, subject, moment throws(Failure) in
      let decision = try self.decision(id, on: subject, at: moment)
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

  /// Decides on a subject under several eligibilities, each on its own.
  public func decideSeparately(
    _ eligibilities: [String], on subject: Subject, at moment: Moment
  ) -> [Result<Decision, Failure>] {
    eligibilities.map { id in
      Result { () throws(Failure) in try decision(id, on: subject, at: moment) }
    }
  }

  private func decision(
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

  /// The functions of an eligibility, as Lua compiles them; `nil` when one of them has no code to show.
  package func code(of definition: EligibilityDefinition) -> EligibilityCode? {
    engine.code(of: definition)
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
