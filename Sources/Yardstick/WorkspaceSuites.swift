// The suites of a workspace's plugins, each run where its plugin holds.

public import Diagnostics
import Evaluation
public import ScriptTesting
import Scripting

/// The suites of a workspace's plugins.
///
/// A plugin's suites run in the plugin's area, on what holds there once the plugin is loaded and none after it: what
/// they show does not depend on who else is in the workspace.
public struct WorkspaceSuites {
  private let folder: String
  private let place: ScriptPlace
  private let limits: LimitSettings

  /// The suites of the workspace in a folder, or in the nearest folder above it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - scripts: Where scripts run.
  ///   - limits: What one evaluation may use, where it is not as the workspace says.
  public init(
    of folder: String = ".", scripts: ScriptPlace = .thisProcess,
    limits: LimitSettings = LimitSettings()
  ) {
    self.folder = folder
    self.place = scripts
    self.limits = limits
  }

  /// Runs the suites.
  ///
  /// - Parameters:
  ///   - paths: Suite files, or folders with some; those of all plugins when empty.
  ///   - options: How they are run.
  ///   - isRecording: Whether what cases record is taken as it comes; see ``TestRun/recordings``.
  ///   - opened: Called with each workspace that is opened.
  /// - Throws: a `Failure` when the workspace cannot be opened, a path leads to no suite, or recordings cannot be
  ///   read.
  public func run(
    _ paths: [String] = [], options: TestOptions = TestOptions(), isRecording: Bool = false,
    opened: (Workspace) -> Void = { _ in }
  ) throws(Failure) -> TestRun {
    let folder = try Workspace.findFolder(self.folder)
    let configuration = try Workspace.configuration(of: folder)
    let files = try WorkspaceFiles(folder, configuration)
    let chosen = try chosen(paths, among: try files.suites())
    var runs: [TestRun] = []
    for suites in chosen
    where options.measuresCoverage && paths.isEmpty || !suites.scripts.isEmpty {
      let workspace = try Workspace(
        folder: folder, configuration, files,
        try files.jurisdiction(through: suites.manifest.id), scripts: place, limits: limits)
      opened(workspace)
      guard let plugin = workspace.plugins.last else { continue }
      runs.append(
        try workspace.run(
          suites, of: plugin, options: options, isRecording: isRecording,
          isStopped: options.failFast && runs.contains { $0.kind != nil }))
    }
    return TestRun(merging: runs)
  }

  /// The plugins of which suites are among some paths, with these suites; all plugins when there are no paths.
  private func chosen(
    _ paths: [String], among all: [PluginSuites]
  ) throws(Failure) -> [PluginSuites] {
    guard !paths.isEmpty else { return all }
    let known = all.flatMap(\.scripts).map(\.path)
    var chosen: Set<String> = []
    for path in paths {
      let found = known.filter { InputFile.isInside($0, path) }
      guard !found.isEmpty else { throw Failure(noSuite(path, known: known)) }
      chosen.formUnion(found)
    }
    return all.map { plugin in
      PluginSuites(
        folder: plugin.folder, manifest: plugin.manifest,
        scripts: plugin.scripts.filter { chosen.contains($0.path) })
    }
  }

  private func noSuite(_ path: String, known: [String]) -> Finding {
    guard InputFile.exists(path) else {
      return Finding(
        "test.missing", "there is no suite file or folder `\(path)`",
        suggestion: NearestName.suggestion(for: path, among: known))
    }
    return Finding(
      "test.no-suite", "`\(path)` is no suite file of a plugin, and holds none",
      notes: ["suites are the files `tests/*\(SuiteSource.ending)` of a workspace's plugins"],
      suggestion: NearestName.of(path, among: known).map { "did you mean `\($0)`?" })
  }
}

/// A plugin with its suite files.
struct PluginSuites {
  let folder: String
  let manifest: PluginManifest
  let scripts: [Script]
}

extension Workspace {
  /// Runs suites of a plugin, which was loaded last.
  ///
  /// - Parameter isStopped: Whether the tests are only counted, because one before them had failed.
  fileprivate func run(
    _ suites: PluginSuites, of plugin: Plugin, options: TestOptions, isRecording: Bool,
    isStopped: Bool
  ) throws(Failure) -> TestRun {
    var tests: [TestCase] = []
    var problems: [Failure] = []
    for script in suites.scripts {
      let source = SuiteSource(
        suite: SuiteScript(script: script, modules: plugin.modules), area: plugin.manifest.area
      ) { name, span throws(Failure) in
        try PluginFolder.cases(name, beside: script.path, of: suites.folder, namedAt: span)
      }
      do throws(Failure) {
        tests += try SuiteReader.read(source, by: evaluator)
      } catch {
        problems.append(error)
      }
    }
    let recordings =
      isRecording
      ? Recordings(acceptsAll: true)
      : try RecordedFile.read(beside: suites.scripts.map(\.path))
    return TestRunner.run(
      tests, problems: problems, on: bench(CoverageScope(plugin, in: evaluator)),
      reusing: evaluator, options: options,
      recordings: recordings, isStopped: isStopped)
  }

  private func bench(_ scope: CoverageScope) -> TestBench {
    TestBench(
      inputs: inputs, catalog: catalog, observations: observations, scope: scope,
      vintage: configuration.vintage ?? catalog.header.vintage,
      method: configuration.method ?? .cagrRatio,
      maximumAge: configuration.maximumAge ?? Assessor.defaultMaximumAge, open: openEvaluator)
  }
}
