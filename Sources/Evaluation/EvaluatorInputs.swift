// Everything an evaluator is made from, as bytes.

public import Catalog
public import DataSources
public import Diagnostics
public import LuaRuntime
public import Scripting

/// A file by its path and contents.
public struct InputBytes: Sendable {
  /// The path as the user would type it.
  public let path: String

  /// The contents.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Everything an evaluator is made from, as bytes, so that a worker without files can be handed it.
public struct EvaluatorInputs: Sendable {
  /// The files of the catalogue.
  public let catalog: [CatalogFile]

  /// The plugins, in the order in which they are loaded.
  public let plugins: [Plugin]

  /// The published observations.
  public let observations: InputBytes?

  /// Where they were published.
  public let sources: InputBytes?

  /// Creates inputs.
  public init(
    catalog: [CatalogFile], plugins: [Plugin], observations: InputBytes?, sources: InputBytes?
  ) {
    self.catalog = catalog
    self.plugins = plugins
    self.observations = observations
    self.sources = sources
  }

  /// The same inputs with other observations.
  public func observing(_ observations: InputBytes?, sources: InputBytes?) -> EvaluatorInputs {
    EvaluatorInputs(
      catalog: catalog, plugins: plugins, observations: observations, sources: sources)
  }

  /// Where figures were published.
  ///
  /// - Throws: a ``Failure`` when the list of sources has a mistake.
  public func readSources() throws(Failure) -> [PublishedSource] {
    guard let sources else { return [] }
    return try SourceReader.read(path: sources.path, bytes: sources.bytes)
  }

  /// What was published, and the rows that could not be read.
  ///
  /// - Throws: a ``Failure`` when the table as a whole cannot be read.
  public func readObservations(
    catalog: Catalog, sources: [PublishedSource]
  ) throws(Failure) -> (store: ObservationStore, rejects: [RejectedRow]) {
    guard let observations else {
      return (ObservationStore(observations: [], sources: sources), [])
    }
    let read = try ObservationReader.read(
      path: observations.path, bytes: observations.bytes, catalog: catalog, sources: sources)
    return (ObservationStore(observations: read.observations, sources: sources), read.rejects)
  }

  /// An evaluator that runs scripts in this process.
  ///
  /// - Parameters:
  ///   - limits: What scripts may use.
  ///   - countsLines: Whether it is counted how often lines of scripts run, which takes time.
  /// - Throws: a ``Failure`` with everything that is wrong with the inputs.
  public func makeEvaluator(
    limits: LuaLimits, countsLines: Bool = false
  ) throws(Failure) -> LocalEvaluator {
    let catalog = try Catalog.load(files: catalog).applying(plugins.map(\.overlay))
    let (store, _) = try readObservations(catalog: catalog, sources: try readSources())
    return LocalEvaluator(
      engine: try ScriptEngine(
        catalog: catalog, plugins: plugins, observations: store, limits: limits,
        countsLines: countsLines))
  }
}
