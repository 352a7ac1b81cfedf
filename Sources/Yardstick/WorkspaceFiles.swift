// The catalogue's files and the plugins' folders of a workspace, before an area is chosen.

import Catalog
import Diagnostics
import Scripting

/// The catalogue's files and the plugins' folders of a workspace.
struct WorkspaceFiles {
  /// The files of the catalogue.
  let catalog: [CatalogFile]

  /// The catalogue without any plugin.
  let base: Catalog

  /// The plugins, in the order in which they are loaded.
  let order: PluginOrder

  private let folders: [PluginFolder]
  private let defaultArea: String

  /// Reads the catalogue and the manifests of the plugins.
  ///
  /// - Throws: a `Failure` when the catalogue has a mistake, or plugins do not go together.
  init(_ folder: String, _ configuration: WorkspaceConfiguration) throws(Failure) {
    catalog = try Self.catalog(of: configuration, in: folder)
    base = try Catalog.load(files: catalog)
    defaultArea = configuration.area ?? base.header.area
    var folders: [PluginFolder] = []
    for (position, path) in configuration.plugins.enumerated() {
      guard !configuration.plugins[..<position].contains(where: { $0.path == path.path }) else {
        throw Failure(
          Finding(
            "workspace.duplicate-plugin", "the plugin `\(path.path)` is named twice", at: path.span,
            suggestion: "remove one of the two"))
      }
      folders.append(
        try PluginFolder(
          InputFile.path(path.path, in: folder), namedAt: path.span, catalog: base))
    }
    let order = try PluginOrder(folders.map(\.manifest), catalog: base)
    self.order = order
    self.folders = order.positions.map { folders[$0] }
  }

  /// The files of a workspace's catalogue.
  static func catalog(
    of configuration: WorkspaceConfiguration, in folder: String
  ) throws(Failure) -> [CatalogFile] {
    let path = InputFile.path(configuration.catalog.path, in: folder)
    try InputFile.check(
      folder: path, purpose: "the catalogue", namedAt: configuration.catalog.span)
    return try CatalogFile.read(folder: path)
  }

  /// The plugins with their suite files, in the order in which they are loaded.
  func suites() throws(Failure) -> [PluginSuites] {
    var suites: [PluginSuites] = []
    for folder in folders {
      suites.append(
        PluginSuites(
          folder: folder.folder, manifest: folder.manifest, scripts: try folder.suites()))
    }
    return suites
  }

  /// What holds in an area, and the bytes of everything that its plugins hold.
  typealias Found = (jurisdiction: Jurisdiction, contents: [[UInt8]])

  /// What holds in an area, with the bytes of everything that its plugins hold.
  ///
  /// - Parameter name: The code or name of the area, or `nil` for the workspace's own.
  /// - Throws: a `Failure` when there is no such area, or a plugin does what it may not.
  func jurisdiction(of name: String?) throws(Failure) -> Found {
    let area = try base.area(named: name ?? defaultArea)
    return try jurisdiction(of: area, order.chain(for: area))
  }

  /// What holds in the area of a plugin once the plugin is loaded, and none after it.
  ///
  /// - Throws: a `Failure` when there is no such plugin, or a plugin does what it may not.
  func jurisdiction(through plugin: String) throws(Failure) -> Found {
    let ids = order.manifests.map(\.id)
    guard let position = ids.firstIndex(of: plugin) else {
      throw Failure(
        Finding(
          "argument.plugin", "the workspace has no plugin `\(plugin)`",
          suggestion: NearestName.suggestion(for: plugin, among: ids)))
    }
    let area = order.manifests[position].area
    return try jurisdiction(of: area, order.chain(for: area).filter { $0 <= position })
  }

  /// What holds in the area of a plugin that the workspace does not have yet, once it is loaded.
  ///
  /// - Throws: a `Failure` when the plugin does not go with the others, or does what it may not.
  func jurisdiction(adding plugin: Plugin) throws(Failure) -> Found {
    let all = try PluginOrder(order.manifests + [plugin.manifest], catalog: base)
    let area = plugin.manifest.area
    let earlier = all.chain(for: area).prefix { all.positions[$0] < folders.count }
    let read = try earlier.map { position throws(Failure) in
      try folders[all.positions[position]].read()
    }
    let found = try Jurisdiction(area: area, plugins: read.map(\.plugin) + [plugin], base: base)
    return (found, read.flatMap(\.contents))
  }

  private func jurisdiction(of area: String, _ positions: [Int]) throws(Failure) -> Found {
    var plugins: [Plugin] = []
    var contents: [[UInt8]] = []
    for position in positions {
      let read = try folders[position].read()
      plugins.append(read.plugin)
      contents += read.contents
    }
    return (try Jurisdiction(area: area, plugins: plugins, base: base), contents)
  }
}

extension Catalog {
  /// The code of the area with a code or name.
  ///
  /// - Throws: a `Failure` when there is none.
  func area(named name: String) throws(Failure) -> String {
    let found = areas.first { [$0.id, $0.title.zh, $0.title.en].contains(name) }
    guard let found else {
      throw Failure(
        Finding(
          "argument.area", "there is no area `\(name)` in the catalogue",
          suggestion: NearestName.suggestion(for: name, among: areas.ids + areas.map(\.title.en))))
    }
    return found.id
  }
}
