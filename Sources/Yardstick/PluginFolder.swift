// A plugin's folder: its manifest and its scripts.

import Catalog
import Diagnostics
import Scripting

/// Reads a plugin from its folder.
enum PluginFolder {
  /// The folders of a plugin that hold definitions.
  private static let scriptFolders = ["indicators", "eligibility"]

  static func read(
    _ folder: String, namedAt span: SourceSpan, catalog: Catalog
  ) throws(Failure) -> (plugin: Plugin, files: [Script]) {
    try InputFile.check(folder: folder, purpose: "a plugin", namedAt: span)
    let path = InputFile.path("plugin.yaml", in: folder)
    let bytes = try InputFile.read(path, purpose: "the plugin's manifest", namedAt: span)
    let manifest = try manifest(path: path, bytes: bytes, catalog: catalog)
    var scripts: [Script] = []
    for kind in scriptFolders {
      let subfolder = InputFile.path(kind, in: folder)
      for name in InputFile.names(in: subfolder, withExtension: "lua") {
        let path = InputFile.path(name, in: subfolder)
        scripts.append(Script(path: path, bytes: try InputFile.read(path, purpose: "a script")))
      }
    }
    return (
      Plugin(manifest: manifest, scripts: scripts), [Script(path: path, bytes: bytes)] + scripts
    )
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
