// A plugin: a folder with a manifest, scripts and catalogue files, handed over as bytes.

public import Catalog

/// A plugin: its manifest, its scripts, and the modules that these can require.
public struct Plugin: Sendable {
  /// What the plugin is.
  public let manifest: PluginManifest

  /// Its scripts, in the order of their paths.
  public let scripts: [Script]

  /// What its scripts can `require`, by name.
  public let modules: [ScriptModule]

  /// The files with which it adds to the catalogue and changes it.
  public let catalog: [CatalogFile]

  /// Creates a plugin.
  public init(
    manifest: PluginManifest, scripts: [Script], modules: [ScriptModule] = [],
    catalog: [CatalogFile] = []
  ) {
    self.manifest = manifest
    self.scripts = scripts
    self.modules = modules
    self.catalog = catalog
  }

  /// What it adds to the catalogue and changes in it.
  public var overlay: CatalogOverlay { CatalogOverlay(plugin: manifest.id, files: catalog) }
}

/// A script that others of the same plugin load with `require`.
public struct ScriptModule: Sendable {
  /// Its path inside the plugin's `lib` folder, without the extension, such as `rates/small`.
  public let name: String

  /// Its text.
  public let script: Script

  /// Creates a module.
  public init(name: String, script: Script) {
    self.name = name
    self.script = script
  }
}

/// A script: Lua text with a path.
public struct Script: Sendable {
  /// The path as the user would type it.
  public let path: String

  /// The bytes of the text.
  public let bytes: [UInt8]

  /// Creates a script.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
