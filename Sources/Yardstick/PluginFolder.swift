// A plugin's folder: its manifest, its scripts, its modules and its catalogue files.

import Catalog
import Diagnostics
import Evaluation
import ScriptTesting
import Scripting

/// A plugin's folder, of which only the manifest has been read.
struct PluginFolder {
  /// The folders of a plugin that hold definitions.
  private static let scriptFolders = ["indicators", "eligibility"]

  /// The folder of a plugin that holds what its scripts `require`.
  private static let moduleFolder = "lib"

  /// The folder of a plugin that holds what it adds to the catalogue and changes in it.
  private static let catalogFolder = "catalog"

  /// The path of the folder.
  let folder: String

  /// What the plugin says about itself.
  let manifest: PluginManifest

  private let bytes: [UInt8]

  /// Reads the manifest of a plugin.
  ///
  /// - Parameters:
  ///   - folder: The folder of the plugin.
  ///   - span: Where it is named.
  ///   - catalog: The catalogue without any plugin.
  /// - Throws: a `Failure` with everything that is wrong with the manifest.
  init(_ folder: String, namedAt span: SourceSpan, catalog: Catalog) throws(Failure) {
    try InputFile.check(folder: folder, purpose: "a plugin", namedAt: span)
    let path = InputFile.path("plugin.yaml", in: folder)
    self.folder = folder
    bytes = try InputFile.read(path, purpose: "the plugin's manifest", namedAt: span)
    manifest = try PluginManifest(path: path, bytes: bytes, catalog: catalog)
  }

  /// A plugin that is not written yet, of texts by their paths in its folder.
  static func draft(
    _ manifest: PluginManifest, _ texts: [TextFile], in folder: String
  ) -> Plugin {
    func scripts(in subfolder: String) -> [Script] {
      texts.filter { $0.path.hasPrefix(subfolder + "/") }.map {
        Script(path: InputFile.path($0.path, in: folder), bytes: Array($0.text.utf8))
      }
    }
    return Plugin(
      manifest: manifest, scripts: scriptFolders.flatMap(scripts),
      modules: scripts(in: moduleFolder).map { script in
        let name = script.path.dropFirst(InputFile.path(moduleFolder + "/", in: folder).count)
        return ScriptModule(name: String(name.dropLast(4)), script: script)
      },
      catalog: scripts(in: catalogFolder).map { CatalogFile(path: $0.path, bytes: $0.bytes) })
  }

  /// Reads the plugin; `contents` is everything else that results depend on, apart from the catalogue.
  func read() throws(Failure) -> (plugin: Plugin, contents: [[UInt8]]) {
    var scripts: [Script] = []
    for kind in Self.scriptFolders {
      scripts += try Self.files(in: kind, of: folder, withExtension: "lua", purpose: "a script")
    }
    var catalog: [Script] = []
    for suffix in ["yaml", "yml"] {
      catalog += try Self.files(
        in: Self.catalogFolder, of: folder, withExtension: suffix, purpose: "a catalogue file")
    }
    let modules = try Self.modules(in: InputFile.path(Self.moduleFolder, in: folder), of: folder)
    // Scripts find modules by their names.
    let named = modules.flatMap { [Array($0.name.utf8), $0.script.bytes] }
    return (
      Plugin(
        manifest: manifest, scripts: scripts, modules: modules,
        catalog: catalog.map { CatalogFile(path: $0.path, bytes: $0.bytes) }),
      [bytes] + scripts.map(\.bytes) + named
    )
  }

  /// The files of a folder of the plugin, in the order of their names.
  private static func files(
    in name: String, of folder: String, withExtension suffix: String, purpose: String
  ) throws(Failure) -> [Script] {
    let subfolder = InputFile.path(name, in: folder)
    var files: [Script] = []
    for name in InputFile.names(in: subfolder, withExtension: suffix) {
      files.append(try script(InputFile.path(name, in: subfolder), of: folder, purpose: purpose))
    }
    return files
  }

  /// The folder of a plugin that holds its suites.
  private static let suiteFolder = "tests"

  /// The suite files, in the order of their names.
  func suites() throws(Failure) -> [Script] {
    let subfolder = InputFile.path(Self.suiteFolder, in: folder)
    var suites: [Script] = []
    for name in InputFile.names(in: subfolder, withExtension: "lua")
    where name.hasSuffix(SuiteSource.ending) {
      suites.append(
        try Self.script(InputFile.path(name, in: subfolder), of: folder, purpose: "a suite"))
    }
    return suites
  }

  /// A table of cases that a suite file names, which lies in the plugin.
  static func cases(
    _ name: String, beside suite: String, of folder: String, namedAt span: SourceSpan
  ) throws(Failure) -> InputBytes {
    let parts = suite.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = InputFile.path(name, in: parts.joined(separator: "/"))
    guard !InputFile.exists(path) || InputFile.isInside(path, folder) else {
      throw Failure(
        Finding(
          "plugin.outside", "`\(path)` leads out of the plugin `\(folder)`", at: span,
          notes: ["a plugin is complete in itself, so that it can be handed on"],
          suggestion: "put the file in the plugin"))
    }
    return InputBytes(
      path: path, bytes: try InputFile.read(path, purpose: "cases", namedAt: span))
  }

  /// Reads a script, unless it lies outside the plugin.
  private static func script(
    _ path: String, of folder: String, purpose: String
  ) throws(Failure) -> Script {
    guard InputFile.isInside(path, folder) else {
      throw Failure(
        Finding(
          "plugin.outside", "`\(path)` leads out of the plugin `\(folder)`",
          notes: ["a plugin is complete in itself, so that it can be handed on"],
          suggestion: "put a copy of the file in the plugin in place of the link"))
    }
    return Script(path: path, bytes: try InputFile.read(path, purpose: purpose))
  }

  /// The modules in a folder and the folders in it, in the order of their names.
  private static func modules(
    in subfolder: String, of folder: String, prefix: String = ""
  ) throws(Failure) -> [ScriptModule] {
    var modules: [ScriptModule] = []
    for name in InputFile.names(in: subfolder, withExtension: "lua") {
      let path = InputFile.path(name, in: subfolder)
      let stem = String(name.dropLast(4))
      try check(stem, at: path)
      modules.append(
        ScriptModule(
          name: prefix + stem, script: try script(path, of: folder, purpose: "a module")))
    }
    for name in InputFile.folderNames(in: subfolder) {
      let path = InputFile.path(name, in: subfolder)
      try check(name, at: path)
      guard !InputFile.isLink(path) else {
        throw Failure(
          Finding(
            "plugin.link", "`\(path)` is a link to a folder, and modules are not looked for there",
            suggestion: "put a copy of the folder in the plugin in place of the link"))
      }
      modules += try self.modules(in: path, of: folder, prefix: prefix + name + "/")
    }
    return modules
  }

  /// Scripts must be able to write the name of a module.
  private static func check(_ part: String, at path: String) throws(Failure) {
    guard part.contains(".") else { return }
    throw Failure(
      Finding(
        "plugin.module-name", "`\(path)` has a dot in its name, so no script can require it",
        notes: ["in `require \"a.b\"` the dot stands for a folder, as in `lib/a/b.lua`"],
        suggestion: "rename it"))
  }
}
