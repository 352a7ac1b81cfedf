// A workspace: catalogue, plugins and data, opened together.

public import Catalog
public import DataSources
public import Diagnostics
public import Evaluation
public import Quantities
public import Scripting
public import Workers

/// Where scripts run.
public enum ScriptPlace: Sendable, Hashable {
  /// In this process, under limits of memory and instructions: for scripts that are trusted.
  case thisProcess

  /// In a worker process without files, network or processes: the `worker` command of an executable.
  case worker(executable: String)
}

/// A workspace: catalogue, plugins and data, opened together.
///
/// ```swift
/// let workspace = try Workspace.open(".")
/// let subject = try workspace.subject(
///   given: "introduced_year=2027,headquarters=rd,rd_spend=1200万元", for: "rd_headquarters_grant")
/// let decision = try workspace.evaluator.decide(
///   "rd_headquarters_grant", on: subject, at: try workspace.moment("2027"))
/// print(decision.status, decision.amount ?? "nothing")  // eligible 60万元
/// ```
public final class Workspace {
  /// The folder of `yardstick.yaml`.
  public let folder: String

  /// What `yardstick.yaml` says.
  public let configuration: WorkspaceConfiguration

  /// The catalogue.
  public let catalog: Catalog

  /// The plugins, in the order in which they were loaded.
  public let plugins: [Plugin]

  /// What was published.
  public let observations: ObservationStore

  /// Where it was published.
  public let sources: [PublishedSource]

  /// The rows of the observations that could not be read.
  public let rejects: [RejectedRow]

  /// What evaluates the definitions.
  public let evaluator: any SuiteEvaluator

  /// What evaluators are opened with.
  let inputs: EvaluatorInputs

  /// Opens an evaluator where the workspace's own runs; the second argument says whether it counts
  /// how often lines run.
  let openEvaluator: @Sendable (EvaluatorInputs, Bool) throws(Failure) -> any SuiteEvaluator

  private let catalogDigest: String
  private let scriptsDigest: String
  private let dataFiles: [[UInt8]]

  /// What keeps the scripts' worker from the rest of the machine; `nil` when they run in this process.
  public var isolation: Isolation? { (evaluator as? WorkerEvaluator)?.isolation }

  /// Opens the workspace of a folder, or of the nearest folder above it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - scripts: Where scripts run.
  ///   - limits: What one evaluation may use, where it is not as the workspace says.
  /// - Throws: a `Failure` with everything that is wrong with its files.
  public static func open(
    _ folder: String = ".", scripts: ScriptPlace = .thisProcess,
    limits: LimitSettings = LimitSettings()
  ) throws(Failure) -> Workspace {
    try Workspace(folder: try findFolder(folder), scripts: scripts, limits: limits)
  }

  /// Loads only the catalogue of a workspace.
  public static func catalog(_ folder: String = ".") throws(Failure) -> Catalog {
    let folder = try findFolder(folder)
    return try Catalog.load(files: try catalogFiles(try configuration(of: folder), folder))
  }

  private init(
    folder: String, scripts place: ScriptPlace, limits settings: LimitSettings
  ) throws(Failure) {
    self.folder = folder
    let configuration = try Self.configuration(of: folder)
    self.configuration = configuration
    let catalogFiles = try Self.catalogFiles(configuration, folder)
    let catalog = try Catalog.load(files: catalogFiles)
    self.catalog = catalog
    catalogDigest = DigestBuilder.digest(catalogFiles.map(\.bytes))

    var plugins: [Plugin] = []
    var scripts: [[UInt8]] = []
    for (position, path) in configuration.plugins.enumerated() {
      guard !configuration.plugins[..<position].contains(where: { $0.path == path.path }) else {
        throw Failure(
          Finding(
            "workspace.duplicate-plugin", "the plugin `\(path.path)` is named twice", at: path.span,
            suggestion: "remove one of the two"))
      }
      let read = try PluginFolder.read(
        InputFile.path(path.path, in: folder), namedAt: path.span, catalog: catalog)
      plugins.append(read.plugin)
      scripts += read.contents
    }
    self.plugins = plugins
    scriptsDigest = DigestBuilder.digest(scripts)

    let inputs = EvaluatorInputs(
      catalog: catalogFiles, plugins: plugins,
      observations: try Self.input(configuration.observations, "the observations", folder),
      sources: try Self.input(configuration.sources, "the sources", folder))
    sources = try inputs.readSources()
    (observations, rejects) = try inputs.readObservations(catalog: catalog, sources: sources)
    dataFiles = [inputs.sources, inputs.observations].compactMap { $0?.bytes }
    self.inputs = inputs
    let limits = WorkerLimits().applying(configuration.limits).applying(settings)
    openEvaluator = { inputs, countsLines throws(Failure) in
      switch place {
      case .thisProcess:
        try inputs.makeEvaluator(limits: limits.lua, countsLines: countsLines)
      case .worker(let executable):
        try WorkerEvaluator(
          inputs: inputs, catalog: catalog, limits: limits, executable: executable,
          countsLines: countsLines)
      }
    }
    evaluator = try openEvaluator(inputs, false)
  }

  // MARK: What is asked about

  /// A moment in the workspace's area or another one.
  ///
  /// - Throws: a `Failure` when the text is no period or the area is not in the catalogue.
  public func moment(_ text: String, area: String? = nil) throws(Failure) -> Moment {
    do {
      return try moment(Period(parsing: text), area: area)
    } catch let failure as Failure {
      throw failure
    } catch let error as QuantityParseError {
      throw Failure(
        Finding(
          "argument.period", "`\(text)` is not a period: \(error.message)",
          suggestion: error.suggestion
            ?? "write a year such as 2027, or 2024-Q1, 2025-12, 2024-06-30"))
    } catch {
      throw Failure(Finding("argument.period", "`\(text)` is not a period"))
    }
  }

  /// A moment in the workspace's area or another one.
  ///
  /// - Throws: a `Failure` when the area is not in the catalogue.
  public func moment(_ period: Period, area: String? = nil) throws(Failure) -> Moment {
    let code = area ?? configuration.area ?? catalog.header.area
    let known = catalog.areas.first { [$0.id, $0.title.zh, $0.title.en].contains(code) }
    guard let known else {
      throw Failure(
        Finding(
          "argument.area", "there is no area `\(code)` in the catalogue",
          suggestion: NearestName.suggestion(
            for: code, among: catalog.areas.ids + catalog.areas.map(\.title.en))))
    }
    return Moment(period: period, area: known.id)
  }

  /// Digests of everything that a result is made from.
  ///
  /// - Parameter register: The bytes of the register, for results on subjects.
  public func digests(register: [UInt8]? = nil) -> Digests {
    Digests(
      catalog: catalogDigest, scripts: scriptsDigest,
      data: DigestBuilder.digest(dataFiles + (register.map { [$0] } ?? [])))
  }

  // MARK: Files

  private static func findFolder(_ start: String) throws(Failure) -> String {
    var folder = start
    for _ in 0..<32 {
      if InputFile.exists(InputFile.path(WorkspaceConfiguration.fileName, in: folder)) {
        return folder
      }
      folder = folder == "." ? ".." : InputFile.path("..", in: folder)
    }
    throw Failure(
      Finding(
        "workspace.missing",
        "there is no `\(WorkspaceConfiguration.fileName)` in `\(start)` or a folder above it",
        suggestion: "change to a workspace, or name one with `--workspace FOLDER`"))
  }

  private static func configuration(of folder: String) throws(Failure) -> WorkspaceConfiguration {
    let path = InputFile.path(WorkspaceConfiguration.fileName, in: folder)
    return try WorkspaceConfiguration(
      path: path, bytes: try InputFile.read(path, purpose: "the workspace"))
  }

  private static func input(
    _ path: WorkspaceConfiguration.Path?, _ purpose: String, _ folder: String
  ) throws(Failure) -> InputBytes? {
    guard let path else { return nil }
    let name = InputFile.path(path.path, in: folder)
    return InputBytes(
      path: name, bytes: try InputFile.read(name, purpose: purpose, namedAt: path.span))
  }

  private static func catalogFiles(
    _ configuration: WorkspaceConfiguration, _ folder: String
  ) throws(Failure) -> [CatalogFile] {
    let path = InputFile.path(configuration.catalog.path, in: folder)
    try InputFile.check(
      folder: path, purpose: "the catalogue", namedAt: configuration.catalog.span)
    return try CatalogFile.read(folder: path)
  }
}
