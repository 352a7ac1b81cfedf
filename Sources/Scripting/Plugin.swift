// A plugin: a folder with a manifest and scripts, handed over as bytes.

public import Catalog

/// A plugin: its manifest, its scripts, and the modules that these can require.
public struct Plugin: Sendable {
  /// What the plugin is.
  public let manifest: PluginManifest

  /// Its scripts, in the order of their paths.
  public let scripts: [Script]

  /// What its scripts can `require`, by name.
  public let modules: [ScriptModule]

  /// Creates a plugin.
  public init(manifest: PluginManifest, scripts: [Script], modules: [ScriptModule] = []) {
    self.manifest = manifest
    self.scripts = scripts
    self.modules = modules
  }
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

/// What a plugin says about itself in `plugin.yaml`.
public struct PluginManifest: Sendable {
  /// The id, in lower case with hyphens.
  public let id: String

  /// The title.
  public let title: Title

  /// The semantic version, such as `1.0.0`.
  public let version: String

  /// The code of the area whose rules it holds.
  public let area: String

  /// Creates a manifest.
  public init(id: String, title: Title, version: String, area: String) {
    self.id = id
    self.title = title
    self.version = version
    self.area = area
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
