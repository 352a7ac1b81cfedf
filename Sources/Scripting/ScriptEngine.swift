// Loads plugins into one Lua state and runs their definitions.

public import Catalog
public import DataSources
public import Diagnostics
public import LuaRuntime
public import Quantities

/// The decision of another eligibility on the same subject, as a script sees it.
public struct RelatedDecision: Sendable {
  /// The id of the eligibility.
  public let id: String

  /// Whether the subject is eligible.
  public let isEligible: Bool

  /// Whether the decision is known at all.
  public let isDetermined: Bool

  /// The amount, when there is one.
  public let amount: Quantity?

  /// Creates a related decision.
  public init(id: String, isEligible: Bool, isDetermined: Bool, amount: Quantity?) {
    self.id = id
    self.isEligible = isEligible
    self.isDetermined = isDetermined
    self.amount = amount
  }
}

/// Loads plugins into one Lua state and runs their definitions.
///
/// Each plugin has globals of its own. Once all scripts are loaded, what they have set up is sealed: an
/// evaluation finds it as it is, whatever ran before, and leaves it so.
///
/// An engine is not thread-safe: use it from one thread at a time.
public final class ScriptEngine {
  /// The catalogue that scripts are typed against.
  public let catalog: Catalog

  /// What the scripts define to decide on subjects.
  public internal(set) var eligibilities = DefinitionList<EligibilityDefinition>([])

  /// What the scripts define to compute quantities.
  public internal(set) var indicators = DefinitionList<IndicatorDefinition>([])

  /// Answers `e:decision("id")`; set by whoever turns facts into decisions.
  public var resolveDecision: ((String, Subject, Moment) throws(Failure) -> RelatedDecision)?

  let state: LuaState

  /// What was published, as scripts see it.
  package var observations: ObservationStore {
    didSet { prompt?.revision += 1 }
  }

  var sources: [String: SourceFile] = [:]
  var functions: [LuaFunction] = []
  var pending: [PendingDefinition] = []

  var loadingFile: SourceFile?

  /// The id of the plugin that is being loaded, or was loaded last.
  var loadingPlugin = ""

  /// The modules that are being loaded, each required by the one before it.
  var requiring: [String] = []

  /// What the suite file has said, where one is loaded.
  var suite: SuiteSession?

  /// The path of the suite file, where one is loaded.
  var suitePath: String?

  /// Whether it is counted how often lines run.
  package let countsLines: Bool

  /// Definitions that were named while the present script was loaded, and have no table yet.
  var announced: [(kind: PendingDefinition.Kind, id: String)] = []
  var types = ScriptTypes()
  var fieldRecords = RecordPool()
  var parameterRecords = RecordPool()
  let areaPositions: [String: Int]
  let seriesPositions: [String: Int]
  let instrumentPositions: [String: Int]

  /// The evaluations in progress, innermost last.
  private(set) var contexts: [EvaluationContext] = []

  /// How many functions of definitions have run.
  private var runs: UInt32 = 0

  /// The modules of each plugin, in the order in which plugins are loaded.
  var moduleSets: [(plugin: String, modules: [ScriptModule])] = []

  /// The session of a prompt, once there is one.
  var prompt: PromptMemory?

  /// Decides and assesses for the lines of a prompt.
  package weak var promptHost: (any PromptHost)?

  /// Loads the scripts of plugins.
  ///
  /// - Throws: a ``Failure`` with everything that is wrong with the scripts.
  public convenience init(
    catalog: Catalog, plugins: [Plugin], observations: ObservationStore,
    limits: LuaLimits = LuaLimits(), countsLines: Bool = false
  ) throws(Failure) {
    try self.init(
      catalog: catalog, observations: observations, limits: limits, countsLines: countsLines)
    try load(plugins)
  }

  /// An engine that has loaded nothing yet.
  init(
    catalog: Catalog, observations: ObservationStore, limits: LuaLimits, countsLines: Bool
  ) throws(Failure) {
    self.countsLines = countsLines
    self.catalog = catalog
    self.observations = observations
    areaPositions = Self.positions(catalog.areas.ids)
    seriesPositions = Self.positions(catalog.series.ids)
    instrumentPositions = Self.positions(catalog.instruments.ids)
    do {
      state = try LuaState(units: catalog.units, limits: limits)
      if countsLines { try state.countLines() }
      try registerApi()
    } catch {
      throw Failure(Finding("script.state", "Lua could not be started: \(error.message)"))
    }
  }

  private static func positions(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The evaluation in progress.
  var context: EvaluationContext? { contexts.last }

  /// Runs an eligibility's conditions on a subject, each on its own, then its amount.
  ///
  /// - Throws: a ``Failure`` when a function of the script fails or hits a limit.
  public func evaluate(
    _ definition: EligibilityDefinition, on subject: Subject, at moment: Moment
  ) throws(Failure) -> EligibilityFacts {
    let context = try context(for: definition, on: subject, at: moment)
    try begin(context)
    defer { end() }

    let arguments =
      [context.fields, context.parameters].compactMap { $0 }.map(LuaValue.record)
      + [momentValue(moment)]
    var conditions: [ConditionFacts] = []
    for condition in definition.conditions {
      let (value, trace) = try run(condition.function, arguments, in: context)
      let outcome: Outcome
      if !trace.gaps.isEmpty {
        outcome = .unknown
      } else if case .boolean(let holds)? = value {
        outcome = holds ? .met : .unmet
      } else {
        throw Failure(.conditionNotBoolean(condition, value ?? .nil))
      }
      conditions.append(ConditionFacts(title: condition.title, outcome: outcome, trace: trace))
    }
    guard let amount = definition.amount, conditions.allSatisfy({ $0.outcome == .met }) else {
      return EligibilityFacts(conditions: conditions, computed: nil, amountTrace: nil)
    }
    let (value, trace) = try run(amount, arguments, in: context)
    guard trace.gaps.isEmpty else {
      return EligibilityFacts(conditions: conditions, computed: nil, amountTrace: trace)
    }
    guard case .quantity(let computed, _)? = value,
      computed.unit.dimension == definition.instrument.amountDimension
    else {
      throw Failure(
        .wrongAmount(value ?? .nil, definition, at: span(ofFunction: amount) ?? definition.span))
    }
    return EligibilityFacts(conditions: conditions, computed: computed, amountTrace: trace)
  }

  /// Computes an indicator.
  ///
  /// - Throws: a ``Failure`` when its function fails, hits a limit, or returns something that is not a
  ///   quantity of the indicator's unit.
  public func evaluate(
    _ definition: IndicatorDefinition, at moment: Moment
  ) throws(Failure) -> IndicatorFacts {
    try checkArea(of: moment)
    let context = EvaluationContext(moment: moment)
    try begin(context)
    defer { end() }
    let (value, trace) = try run(
      definition.function, [observer(of: moment.area), momentValue(moment)], in: context)
    guard trace.gaps.isEmpty else { return IndicatorFacts(value: nil, trace: trace) }
    if case .quantity(let quantity, _)? = value,
      let converted = try? quantity.converted(to: definition.unit)
    {
      return IndicatorFacts(value: converted, trace: trace)
    }
    throw Failure(
      .wrongIndicatorValue(
        value ?? .nil, definition, at: span(ofFunction: definition.function) ?? definition.span))
  }

  /// Scripts must never see figures of another area than the one asked about.
  func checkArea(of moment: Moment) throws(Failure) {
    guard areaPositions[moment.area] == nil else { return }
    throw Failure(.unknownName(moment.area, "area", at: nil, known: catalog.areas.ids))
  }

  private func context(
    for definition: EligibilityDefinition, on subject: Subject, at moment: Moment
  ) throws(Failure) -> EvaluationContext {
    guard let kind = catalog.subjects[subject.kind] else {
      throw Failure(
        .unknownName(subject.kind, "kind of subject", at: nil, known: catalog.subjects.ids))
    }
    try checkArea(of: moment)
    do throws(LuaError) {
      return EvaluationContext(
        moment: moment, eligibility: definition, subject: subject, kind: kind,
        fields: try fieldRecord(for: subject, kind),
        parameters: try parameterRecord(for: definition.instrument, on: moment.date))
    } catch {
      throw failure(error)
    }
  }

  /// What an engine may use.
  package var limits: LuaLimits { state.limits }

  /// Begins an evaluation, in which nothing is left of those before it.
  func begin(_ context: EvaluationContext) throws(Failure) {
    do {
      try state.beginEvaluation()
    } catch {
      throw failure(error)
    }
    if contexts.isEmpty { state.clearLog() }
    // A line of a prompt may define and require; what it evaluates may not.
    context.interrupted = loadingFile
    loadingFile = nil
    contexts.append(context)
  }

  func end() {
    loadingFile = contexts.removeLast().interrupted
    state.endEvaluation()
  }

  /// Runs one function of a definition and gathers what it saw.
  ///
  /// A value that was missing makes the result unknown even when the script caught the error.
  private func run(
    _ function: Int, _ arguments: [LuaValue], in context: EvaluationContext
  ) throws(Failure) -> (LuaValue?, Trace) {
    runs &+= 1
    context.begin(run: runs)
    let outer = state.comparisons
    state.comparisons = []
    defer { state.comparisons = outer }
    var value: LuaValue?
    var problem: LuaError?
    do {
      value = try state.result(of: functions[function], arguments)
    } catch {
      problem = error
    }
    let trace = try context.trace(comparisons: state.comparisons ?? [])
    if let problem, problem.kind != .missing || trace.gaps.isEmpty { throw failure(problem) }
    return (trace.gaps.isEmpty ? value : nil, trace)
  }
}
