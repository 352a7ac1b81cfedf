// The suites of a workspace's plugins.

import Diagnostics
import Evaluation
import Foundation
import ScriptTesting
import Scripting

extension Workspace {
  /// Runs the suites of the plugins.
  ///
  /// - Parameters:
  ///   - paths: Suite files, or folders with some; those of all plugins when empty.
  ///   - options: How they are run.
  ///   - isRecording: Whether what cases record is taken as it comes; see ``TestRun/recordings``.
  /// - Throws: a `Failure` when a path leads to no suite, or recordings cannot be read.
  public func test(
    _ paths: [String] = [], options: TestOptions = TestOptions(), isRecording: Bool = false
  ) throws(Failure) -> TestRun {
    let files = try suites(paths)
    var tests: [TestCase] = []
    var problems: [Failure] = []
    for file in files {
      do throws(Failure) {
        tests += try SuiteReader.read(file, by: evaluator)
      } catch {
        problems.append(error)
      }
    }
    let recordings =
      isRecording
      ? Recordings(acceptsAll: true) : try RecordedFile.read(beside: files.map(\.path))
    return TestRunner.run(
      tests, problems: problems, on: bench, reusing: evaluator, options: options,
      recordings: recordings)
  }

  private var bench: TestBench {
    TestBench(
      inputs: inputs, catalog: catalog, observations: observations,
      vintage: configuration.vintage ?? catalog.header.vintage,
      method: configuration.method ?? .cagrRatio,
      maximumAge: configuration.maximumAge ?? Assessor.defaultMaximumAge, open: openEvaluator)
  }

  /// The suite files at some paths, or all, in the order of the plugins and of their names.
  func suites(_ paths: [String]) throws(Failure) -> [SuiteSource] {
    var all: [SuiteSource] = []
    for (path, plugin) in zip(configuration.plugins, plugins) {
      let folder = InputFile.path(path.path, in: self.folder)
      for script in try PluginFolder.suites(of: folder) {
        all.append(
          SuiteSource(
            suite: SuiteScript(script: script, modules: plugin.modules), area: plugin.manifest.area
          ) { name, span throws(Failure) in
            try PluginFolder.cases(name, beside: script.path, of: folder, namedAt: span)
          })
      }
    }
    guard !paths.isEmpty else { return all }
    var chosen: Set<String> = []
    for path in paths {
      let found = all.filter { InputFile.isInside($0.path, path) }
      guard !found.isEmpty else { throw Failure(try noSuite(path, known: all.map(\.path))) }
      chosen.formUnion(found.map(\.path))
    }
    return all.filter { chosen.contains($0.path) }
  }

  private func noSuite(_ path: String, known: [String]) throws(Failure) -> Finding {
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
