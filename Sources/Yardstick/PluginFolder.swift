// A plugin's folder: its manifest, its scripts and its modules.

import Catalog
import Diagnostics
import Evaluation
import ScriptTesting
import Scripting

/// Reads a plugin from its folder.
enum PluginFolder {
  /// The folders of a plugin that hold definitions.
  private static let scriptFolders = ["indicators", "eligibility"]

  /// The folder of a plugin that holds what its scripts `require`.
  private static let moduleFolder = "lib"

  /// Reads a plugin; `contents` is everything that results depend on.
  static func read(
    _ folder: String, namedAt span: SourceSpan, catalog: Catalog
  ) throws(Failure) -> (plugin: Plugin, contents: [[UInt8]]) {
    try InputFile.check(folder: folder, purpose: "a plugin", namedAt: span)
    let path = InputFile.path("plugin.yaml", in: folder)
    let bytes = try InputFile.read(path, purpose: "the plugin's manifest", namedAt: span)
    let manifest = try manifest(path: path, bytes: bytes, catalog: catalog)
    var scripts: [Script] = []
    for kind in scriptFolders {
      let subfolder = InputFile.path(kind, in: folder)
      for name in InputFile.names(in: subfolder, withExtension: "lua") {
        scripts.append(
          try script(InputFile.path(name, in: subfolder), of: folder, purpose: "a script"))
      }
    }
    let modules = try modules(in: InputFile.path(moduleFolder, in: folder), of: folder)
    // Scripts find modules by their names.
    let named = modules.flatMap { [Array($0.name.utf8), $0.script.bytes] }
    return (
      Plugin(manifest: manifest, scripts: scripts, modules: modules),
      [bytes] + scripts.map(\.bytes) + named
    )
  }

  /// The folder of a plugin that holds its suites.
  private static let suiteFolder = "tests"

  /// The suite files of a plugin, in the order of their names.
  static func suites(of folder: String) throws(Failure) -> [Script] {
    let subfolder = InputFile.path(suiteFolder, in: folder)
    var suites: [Script] = []
    for name in InputFile.names(in: subfolder, withExtension: "lua")
    where name.hasSuffix(SuiteSource.ending) {
      suites.append(
        try script(InputFile.path(name, in: subfolder), of: folder, purpose: "a suite"))
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

  private static func manifest(
    path: String, bytes: [UInt8], catalog: Catalog
  ) throws(Failure) -> PluginManifest {
    let findings = FindingCollector()
    let root = YAMLSource.read(
      path: path, bytes: bytes, expected: "`id:`, `title:`, `version:` and `area:`",
      findings: findings
    )?.mapping("a plugin", keys: ["id", "title", "version", "area", "requires"])
    let id = root?.required("id")?.text()
    let title = root?.required("title")?.title()
    let version = root?.required("version")?.text()
    let area = root?.required("area")
    let code = area?.text()
    if let code, catalog.areas[code] == nil {
      area?.report(
        "plugin.unknown-area", "there is no area `\(code)` in the catalogue",
        suggestion: NearestName.suggestion(for: code, among: catalog.areas.ids))
    }
    if let required = root?.optional("requires")?.mapping("requires", keys: ["catalog"])?
      .required("catalog"), let range = required.text(),
      VersionRange.contains(catalog.header.version, in: range) != true
    {
      let isRange = VersionRange.contains(catalog.header.version, in: range) != nil
      required.report(
        "plugin.catalog-version",
        isRange
          ? "the plugin needs catalogue \(range), but this is \(catalog.header.version)"
          : "`\(range)` is no range of versions",
        suggestion: isRange
          ? "use a version of the plugin that was made for this catalogue"
          : "write a version such as `1.0.0`, or `^1.0` for that one and later ones of its kind")
    }
    guard let id, let title, let version, let code, !findings.hasErrors else {
      throw Failure(findings.findings)
    }
    return PluginManifest(id: id, title: title, version: version, area: code)
  }
}

/// Ranges of semantic versions such as `^1.2`.
enum VersionRange {
  /// Whether a version has the range's first number and is not older than it; `nil` when the range
  /// cannot be read.
  static func contains(_ version: String, in range: String) -> Bool? {
    let least = numbers(range.hasPrefix("^") ? range.dropFirst() : range[...])
    let actual = numbers(version[...])
    guard let least, let actual else { return nil }
    guard range.hasPrefix("^") else { return actual == least }
    return actual[0] == least[0] && !actual.lexicographicallyPrecedes(least)
  }

  /// Three numbers; those left out are zero.
  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
    return (parts.compactMap { $0 } + [0, 0, 0]).prefix(3).map { $0 }
  }
}
