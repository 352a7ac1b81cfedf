// Reading `plugin.yaml`.

package import Catalog
package import Diagnostics

extension PluginManifest {
  /// Reads a manifest.
  ///
  /// - Parameter catalog: The catalogue without any plugin.
  /// - Throws: a ``Failure`` with everything that is wrong with it.
  package init(path: String, bytes: [UInt8], catalog: Catalog) throws(Failure) {
    let findings = FindingCollector()
    let keys = ["id", "title", "version", "area", "extends", "requires", "reads"]
    let root = YAMLSource.read(
      path: path, bytes: bytes, expected: "`id:`, `title:`, `version:` and `area:`",
      findings: findings
    )?.mapping("a plugin", keys: keys)
    let idValue = root?.required("id")
    let id = idValue?.text()
    let title = root?.required("title")?.title()
    let versionValue = root?.required("version")
    let version = versionValue?.text()
    if let version, !VersionRange.isVersion(version) {
      versionValue?.report(
        "plugin.version", "`\(version)` is no version",
        suggestion: "write three numbers such as `1.0.0`")
    }
    let areaValue = root?.required("area")
    let area = areaValue?.text()
    if let area, catalog.areas[area] == nil {
      areaValue?.report(
        "plugin.unknown-area", "there is no area `\(area)` in the catalogue",
        suggestion: NearestName.suggestion(for: area, among: catalog.areas.ids))
    }
    let extends = root?.optional("extends").flatMap { Name($0) }
    let requires = root?.optional("requires")?.mapping("requires", keys: ["catalog", "plugins"])
    if let range = requires?.optional("catalog").flatMap({ Name($0) }) {
      Self.check(range, catalog.header.version, findings)
    }
    let reads = root?.optional("reads")?.mapping("reads", keys: ["series", "fields"])
    let plugins = requires?.optional("plugins")?.mapping("the plugins it requires", keys: nil)
    guard let id, let title, let version, let area, !findings.hasErrors else {
      throw Failure(findings.findings)
    }
    self.init(
      id: id, title: title, version: version, area: area, extends: extends,
      requires: (plugins?.entries ?? []).compactMap { entry in
        Name(entry.value).map {
          Requirement(plugin: Name(id: entry.key, span: entry.keySpan), versions: $0)
        }
      },
      reads: Reads(
        series: Self.names(reads?.optional("series"), "series"),
        fields: Self.names(reads?.optional("fields"), "fields")),
      span: idValue?.span)
    if findings.hasErrors { throw Failure(findings.findings) }
  }

  private static func names(_ value: YAMLValue?, _ plural: String) -> [Name] {
    (value?.list(of: plural) ?? []).compactMap { Name($0) }
  }

  private static func check(_ range: Name, _ version: String, _ findings: FindingCollector) {
    switch VersionRange.contains(version, in: range.id) {
    case true?: break
    case false?:
      findings.add(
        "plugin.catalog-version",
        "the plugin needs catalogue \(range.id), but this is \(version)", at: range.span,
        suggestion: "use a version of the plugin that was made for this catalogue")
    case nil: findings.add(.noRange(range))
    }
  }
}

extension PluginManifest.Name {
  fileprivate init?(_ value: YAMLValue) {
    guard let text = value.text() else { return nil }
    self.init(id: text, span: value.span)
  }
}

extension Finding {
  static func noRange(_ range: PluginManifest.Name) -> Finding {
    Finding(
      "plugin.catalog-version", "`\(range.id)` is no range of versions", at: range.span,
      suggestion:
        "write a version such as `1.0.0`, or `^1.0` for that one and later ones of its kind")
  }
}
