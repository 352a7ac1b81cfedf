// What tests run on.

public import Catalog
public import DataSources
public import Diagnostics
public import Evaluation

/// What tests run on: the inputs of a workspace, and a way to open evaluators.
public struct TestBench: Sendable {
  /// The inputs that evaluators are opened with.
  let inputs: EvaluatorInputs

  /// The catalogue of the inputs.
  let catalog: Catalog

  /// What was published, as far as suites do not state it themselves.
  let observations: ObservationStore

  /// What the tests are there to reach.
  let scope: CoverageScope

  /// How targets are assessed.
  let assessing: (vintage: String, method: ProgressMethod, maximumAge: Int)

  /// Opens an evaluator; the second argument says whether it counts how often lines run.
  let open: @Sendable (EvaluatorInputs, Bool) throws(Failure) -> any SuiteEvaluator

  /// Creates a bench.
  ///
  /// - Parameters:
  ///   - inputs: The inputs of a workspace.
  ///   - catalog: The catalogue of the inputs.
  ///   - observations: The observations of the inputs.
  ///   - scope: What the tests are there to reach.
  ///   - vintage: The version of the document whose targets are assessed.
  ///   - method: The method that judges progress.
  ///   - maximumAge: How many years old the latest value of a target may be.
  ///   - open: Opens an evaluator that counts lines or does not; called on several threads when there are several jobs.
  public init(
    inputs: EvaluatorInputs, catalog: Catalog, observations: ObservationStore,
    scope: CoverageScope, vintage: String, method: ProgressMethod, maximumAge: Int,
    open: @escaping @Sendable (EvaluatorInputs, Bool) throws(Failure) -> any SuiteEvaluator
  ) {
    self.inputs = inputs
    self.catalog = catalog
    self.observations = observations
    self.scope = scope
    assessing = (vintage, method, maximumAge)
    self.open = open
  }
}
