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
  ///
  /// A worker that is computing is ended when `interruption`, a descriptor, can be read.
  case worker(executable: String, interruption: Int32? = nil)
}

extension ScriptPlace {
  /// Opens an evaluator there.
  func open(
    _ inputs: EvaluatorInputs, catalog: Catalog, limits: WorkerLimits, countsLines: Bool = false
  ) throws(Failure) -> any PromptEvaluator {
    switch self {
    case .thisProcess:
      try inputs.makeEvaluator(limits: limits.lua, countsLines: countsLines)
    case .worker(let executable, let interruption):
      try WorkerEvaluator(
        inputs: inputs, catalog: catalog, limits: limits, executable: executable,
        countsLines: countsLines, interruption: interruption)
    }
  }
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

  /// The code of the area whose rules hold.
  public let area: String

  /// The catalogue as it is in the area.
  public let catalog: Catalog

  /// The plugins that hold in the area, in the order in which they were loaded.
  public let plugins: [Plugin]

  /// What was published.
  public let observations: ObservationStore

  /// Where it was published.
  public let sources: [PublishedSource]

  /// The rows of the observations that could not be read.
  public let rejects: [RejectedRow]

  /// What evaluates the definitions.
  public let evaluator: any PromptEvaluator

  /// What one evaluation may use.
  public let limits: WorkerLimits

  /// What evaluators are opened with.
  let inputs: EvaluatorInputs

  /// Opens an evaluator where the workspace's own runs; the second argument says whether it counts
  /// how often lines run.
  let openEvaluator: @Sendable (EvaluatorInputs, Bool) throws(Failure) -> any PromptEvaluator

  private let catalogDigest: String
  private let scriptsDigest: String
  private let dataFiles: [[UInt8]]

  /// What keeps the scripts' worker from the rest of the machine; `nil` when they run in this process.
  public var isolation: Isolation? { (evaluator as? WorkerEvaluator)?.isolation }

  /// Opens the workspace of a folder, or of the nearest folder above it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - area: The code or name of the area whose rules hold, or the workspace's own.
  ///   - scripts: Where scripts run.
  ///   - limits: What one evaluation may use, where it is not as the workspace says.
  /// - Throws: a `Failure` with everything that is wrong with its files.
  public static func open(
    _ folder: String = ".", area: String? = nil, scripts: ScriptPlace = .thisProcess,
    limits: LimitSettings = LimitSettings()
  ) throws(Failure) -> Workspace {
    let folder = try findFolder(folder)
    let configuration = try configuration(of: folder)
    let files = try WorkspaceFiles(folder, configuration)
    return try Workspace(
      folder: folder, configuration, files, try files.jurisdiction(of: area), scripts: scripts,
      limits: limits)
  }

  /// Opens the workspace of a folder as it is once a plugin is loaded, and none after it.
  ///
  /// - Throws: a `Failure` when there is no such plugin, or with everything that is wrong with the files.
  public static func open(
    _ folder: String = ".", through plugin: String, scripts: ScriptPlace = .thisProcess,
    limits: LimitSettings = LimitSettings()
  ) throws(Failure) -> Workspace {
    let folder = try findFolder(folder)
    let configuration = try configuration(of: folder)
    let files = try WorkspaceFiles(folder, configuration)
    return try Workspace(
      folder: folder, configuration, files, try files.jurisdiction(through: plugin),
      scripts: scripts, limits: limits)
  }

  /// What the plugins of a workspace say about themselves, in the order in which they are loaded.
  ///
  /// - Throws: a `Failure` when the plugins do not go together.
  public static func manifests(_ folder: String = ".") throws(Failure) -> [PluginManifest] {
    let folder = try findFolder(folder)
    return try WorkspaceFiles(folder, try configuration(of: folder)).order.manifests
  }

  /// Loads only the catalogue of a workspace.
  ///
  /// - Parameters:
  ///   - folder: The folder, or one inside it.
  ///   - area: The code or name of the area whose plugins apply; none apply when it is left out.
  /// - Throws: a `Failure` with everything that is wrong with the catalogue.
  public static func catalog(
    _ folder: String = ".", area: String? = nil
  ) throws(Failure) -> Catalog {
    let folder = try findFolder(folder)
    let configuration = try configuration(of: folder)
    guard let area else {
      return try Catalog.load(files: try WorkspaceFiles.catalog(of: configuration, in: folder))
    }
    return try WorkspaceFiles(folder, configuration).jurisdiction(of: area).jurisdiction.catalog
  }

  init(
    folder: String, _ configuration: WorkspaceConfiguration, _ files: WorkspaceFiles,
    _ found: WorkspaceFiles.Found, scripts place: ScriptPlace, limits settings: LimitSettings
  ) throws(Failure) {
    self.folder = folder
    self.configuration = configuration
    let jurisdiction = found.jurisdiction
    let catalog = jurisdiction.catalog
    self.catalog = catalog
    self.area = jurisdiction.area
    plugins = jurisdiction.plugins
    catalogDigest = DigestBuilder.digest(
      files.catalog.map(\.bytes) + plugins.flatMap(\.catalog).map(\.bytes))
    scriptsDigest = DigestBuilder.digest(found.contents)

    let inputs = EvaluatorInputs(
      catalog: files.catalog, plugins: plugins,
      observations: try Self.input(configuration.observations, "the observations", folder),
      sources: try Self.input(configuration.sources, "the sources", folder))
    sources = try inputs.readSources()
    (observations, rejects) = try inputs.readObservations(catalog: catalog, sources: sources)
    dataFiles = [inputs.sources, inputs.observations].compactMap { $0?.bytes }
    self.inputs = inputs
    let limits = WorkerLimits().applying(configuration.limits).applying(settings)
    self.limits = limits
    openEvaluator = { inputs, countsLines throws(Failure) in
      try place.open(inputs, catalog: catalog, limits: limits, countsLines: countsLines)
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
    Moment(
      period: period,
      area: try area.map { area throws(Failure) in try catalog.area(named: area) }
        ?? self.area)
  }

  /// Digests of everything that a result is made from.
  ///
  /// - Parameter register: The bytes of the register, for results on subjects.
  public func digests(register: [UInt8]? = nil) -> Digests {
    Digests(
      catalog: catalogDigest, scripts: scriptsDigest,
      data: DigestBuilder.digest(dataFiles + (register.map { [$0] } ?? [])))
  }

  /// Digests of everything that a result on subjects is made from.
  func digests(descriptor: Int32) -> Digests {
    Digests(
      catalog: catalogDigest, scripts: scriptsDigest,
      data: DigestBuilder.digest(dataFiles, descriptor: descriptor))
  }

  // MARK: Files

  static func findFolder(_ start: String) throws(Failure) -> String {
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

  static func configuration(of folder: String) throws(Failure) -> WorkspaceConfiguration {
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
}
