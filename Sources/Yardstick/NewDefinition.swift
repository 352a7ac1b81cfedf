// A definition that joins a plugin, together with a suite that holds it to what was seen.

public import Diagnostics
import Foundation
public import ScriptTesting
public import Scripting

/// A definition that is to join a plugin, with a suite for it.
public struct NewDefinition: Sendable {
  /// What it is.
  public let kind: PromptDefinition.Kind

  /// The id, which is also the name of its files.
  public let id: String

  /// The script that defines it.
  public let script: String

  /// The suite that tests it.
  public let suite: String

  /// Creates a definition.
  public init(kind: PromptDefinition.Kind, id: String, script: String, suite: String) {
    self.kind = kind
    self.id = id
    self.script = script
    self.suite = suite
  }

  private var folder: String {
    switch kind {
    case .eligibility: "eligibility"
    case .indicator: "indicators"
    }
  }

  /// Writes the definition and its suite into a plugin, and runs the suite there.
  ///
  /// - Parameters:
  ///   - plugin: The id of the plugin.
  ///   - folder: The folder of the workspace.
  ///   - scripts: Where scripts run.
  ///   - limits: What one evaluation may use.
  /// - Returns: the paths of the two files, and what became of the suite.
  /// - Throws: a `Failure` when there are such files already, or when the suite does not pass; nothing is left behind
  ///   then.
  public func write(
    to plugin: String, in folder: String, scripts: ScriptPlace, limits: LimitSettings
  ) throws(Failure) -> (paths: [String], run: TestRun) {
    let root = try Workspace.findFolder(folder)
    let files = try WorkspaceFiles(root, try Workspace.configuration(of: root))
    guard let home = try files.suites().first(where: { $0.manifest.id == plugin })?.folder else {
      throw Failure(Finding("argument.plugin", "the workspace has no plugin `\(plugin)`"))
    }
    let script = InputFile.path("\(self.folder)/\(id).lua", in: home)
    let suite = InputFile.path("tests/\(id)\(SuiteSource.ending)", in: home)
    for path in [script, suite] where InputFile.exists(path) {
      throw Failure(
        Finding(
          "output.exists", "`\(path)` is there already, and is not overwritten",
          suggestion: "choose another name, or move the file away"))
    }
    do throws(Failure) {
      for (path, text) in [(script, self.script), (suite, self.suite)] {
        try makeFolder(of: path)
        try OutputFile.write(text, to: path)
      }
      let run = try WorkspaceSuites(of: root, scripts: scripts, limits: limits).run([suite])
      guard run.kind == nil else {
        throw Failure(
          run.findings + run.results.flatMap(\.findings), kind: run.kind ?? .findings)
      }
      return ([script, suite], run)
    } catch {
      for path in [script, suite] { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
  }

  private func makeFolder(of path: String) throws(Failure) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(Finding("output.unwritable", "the folder of `\(path)` cannot be made"))
    }
  }
}
