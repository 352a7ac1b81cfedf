// Which plugins hold where, and in which order they are loaded.

public import Catalog
public import Diagnostics

/// Plugins in the order in which they are loaded: wide areas before narrow ones, and each after the plugin
/// that it extends.
public struct PluginOrder: Sendable {
  /// The manifests in order.
  public let manifests: [PluginManifest]

  /// The position of each manifest in the list that was given.
  public let positions: [Int]

  private let catalog: Catalog

  /// Orders plugins.
  ///
  /// - Throws: a ``Failure`` with every plugin that does not go with the others: two of one id, one that
  ///   extends or needs what is not there, circles, and versions that do not fit.
  public init(_ given: [PluginManifest], catalog: Catalog) throws(Failure) {
    var problems = FindingList()
    problems.add(Self.duplicates(given))
    try problems.throwIfErrors()
    for manifest in given {
      problems.add(Self.problems(with: manifest, among: given, catalog))
    }
    problems.add(Self.circles(given))
    try problems.throwIfErrors()

    let byID = Dictionary(given.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func generation(_ manifest: PluginManifest) -> Int {
      manifest.extends.flatMap { byID[$0.id] }.map { generation($0) + 1 } ?? 0
    }
    positions = given.indices.sorted { left, right in
      let keys = [left, right].map {
        (catalog.containing(given[$0].area).count, generation(given[$0]), $0)
      }
      return keys[0] < keys[1]
    }
    manifests = positions.map { given[$0] }
    self.catalog = catalog
  }

  /// The positions in ``manifests`` of the plugins that hold in an area: those of the area itself and of
  /// every area that contains it.
  public func chain(for area: String) -> [Int] {
    let areas = catalog.containing(area)
    return manifests.indices.filter { areas.contains(manifests[$0].area) }
  }

  // MARK: Checks

  private static func duplicates(_ manifests: [PluginManifest]) -> [Finding] {
    manifests.enumerated().compactMap { position, manifest in
      manifests[..<position].first { $0.id == manifest.id }.map { .duplicate(manifest, of: $0) }
    }
  }

  private static func problems(
    with manifest: PluginManifest, among manifests: [PluginManifest], _ catalog: Catalog
  ) -> [Finding] {
    let known = manifests.map(\.id)
    var problems: [Finding] = []
    if let extended = manifest.extends {
      if let other = manifests.first(where: { $0.id == extended.id }) {
        if !catalog.containing(manifest.area).contains(other.area) {
          problems.append(.extendsElsewhere(manifest, other, at: extended.span))
        }
      } else {
        problems.append(.unknownPlugin(extended, known: known))
      }
    }
    for requirement in manifest.requires {
      guard let other = manifests.first(where: { $0.id == requirement.plugin.id }) else {
        problems.append(.unknownPlugin(requirement.plugin, known: known))
        continue
      }
      switch VersionRange.contains(other.version, in: requirement.versions.id) {
      case true?: break
      case false?: problems.append(.otherVersion(requirement, other))
      case nil: problems.append(.noRange(requirement.versions))
      }
    }
    return problems
  }

  /// Plugins that extend each other in a circle, each circle once.
  private static func circles(_ manifests: [PluginManifest]) -> [Finding] {
    let byID = Dictionary(manifests.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var circles: [Finding] = []
    for start in manifests {
      var path: [PluginManifest] = []
      var next: PluginManifest? = start
      while let manifest = next, seen.insert(manifest.id).inserted {
        path.append(manifest)
        next = manifest.extends.flatMap { byID[$0.id] }
      }
      if let again = next, let first = path.firstIndex(where: { $0.id == again.id }) {
        circles.append(.circle(Array(path[first...])))
      }
    }
    return circles
  }
}

extension Catalog {
  /// The code of an area and those of the areas that contain it, the narrowest first.
  public func containing(_ area: String) -> [String] {
    var codes: [String] = []
    var next: String? = area
    while let code = next, !codes.contains(code) {
      codes.append(code)
      next = areas[code]?.parent
    }
    return codes
  }
}

// MARK: - Words

extension Finding {
  fileprivate static func duplicate(
    _ manifest: PluginManifest, of first: PluginManifest
  ) -> Finding {
    Finding(
      "plugin.duplicate-id", "two plugins have the id `\(manifest.id)`", at: manifest.span,
      notes: first.span.map { ["the other is at \($0.place)"] } ?? [],
      suggestion: "rename one of the two")
  }

  fileprivate static func unknownPlugin(
    _ name: PluginManifest.Name, known: [String]
  ) -> Finding {
    Finding(
      "plugin.unknown", "the workspace has no plugin `\(name.id)`", at: name.span,
      suggestion: NearestName.suggestion(for: name.id, among: known)
        ?? "add its folder under `plugins:` in yardstick.yaml")
  }

  fileprivate static func extendsElsewhere(
    _ manifest: PluginManifest, _ other: PluginManifest, at span: SourceSpan?
  ) -> Finding {
    Finding(
      "plugin.extends-area",
      "`\(manifest.id)` is for \(manifest.area), which is no part of \(other.area), the area of"
        + " `\(other.id)`",
      at: span, notes: ["a plugin builds on one that holds wherever it holds itself"],
      suggestion: "extend a plugin of the same area or of one that contains it")
  }

  fileprivate static func otherVersion(
    _ requirement: PluginManifest.Requirement, _ other: PluginManifest
  ) -> Finding {
    Finding(
      "plugin.version",
      "the plugin needs `\(other.id)` \(requirement.versions.id), but this is \(other.version)",
      at: requirement.versions.span, notes: other.span.map { ["it is at \($0.place)"] } ?? [],
      suggestion: "use versions of the two that were made for each other")
  }

  fileprivate static func circle(_ manifests: [PluginManifest]) -> Finding {
    let names = (manifests + manifests.prefix(1)).map(\.id)
    let places = manifests.compactMap { manifest in
      manifest.extends?.span.map { "`\(manifest.id)` says so at \($0.place)" }
    }
    return Finding(
      "plugin.circle", "plugins extend each other in a circle: \(names.joined(separator: " → "))",
      at: manifests.first?.extends?.span, notes: Array(places.dropFirst()),
      suggestion: "remove one of these `extends:`")
  }
}
