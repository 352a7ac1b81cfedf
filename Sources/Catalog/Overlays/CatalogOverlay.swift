// What a plugin adds to a catalogue and changes in it.

public import Diagnostics

/// The files with which a plugin adds to a catalogue and changes it.
///
/// A file may hold `subjects:` (fields that are added to a kind), `instruments:`, `parameters:` (changes,
/// by instrument and name) and `groups:`.
public struct CatalogOverlay: Sendable {
  /// The id of the plugin.
  public let plugin: String

  /// The files, in the order of their names.
  public let files: [CatalogFile]

  /// Creates an overlay.
  public init(plugin: String, files: [CatalogFile]) {
    self.plugin = plugin
    self.files = files
  }
}

extension Catalog {
  /// The catalogue that results when plugins add to this one and change it, one after another.
  ///
  /// This catalogue stays as it is. A plugin may do only what the rule of each parameter allows, and
  /// nothing that is there already may be declared again.
  ///
  /// - Throws: a ``Failure`` with everything that is wrong with the first overlay that has a mistake.
  public func applying(_ overlays: [CatalogOverlay]) throws(Failure) -> Catalog {
    var catalog = self
    for overlay in overlays where !overlay.files.isEmpty {
      catalog = try OverlayReader(overlay, on: catalog).apply()
    }
    return catalog
  }
}
