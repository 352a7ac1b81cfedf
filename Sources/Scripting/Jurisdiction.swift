// What holds in an area: its plugins and the catalogue that they make.

public import Catalog
public import Diagnostics

/// What holds in an area: the plugins of the area and of those that contain it, and the catalogue that
/// results.
///
/// Every area has a catalogue of its own, so nothing that one district does is seen in another.
public struct Jurisdiction: Sendable {
  /// The code of the area.
  public let area: String

  /// The plugins, in the order in which they are loaded.
  public let plugins: [Plugin]

  /// The catalogue with everything that the plugins add and change.
  public let catalog: Catalog

  /// Applies plugins to a catalogue.
  ///
  /// - Parameters:
  ///   - area: The code of the area.
  ///   - plugins: The plugins that hold there, in order.
  ///   - base: The catalogue without any plugin.
  /// - Throws: a ``Failure`` when a plugin does what it may not, or says it reads what is not there.
  public init(area: String, plugins: [Plugin], base: Catalog) throws(Failure) {
    self.area = area
    self.plugins = plugins
    catalog = try base.applying(plugins.map(\.overlay))
    var problems = FindingList()
    for reads in plugins.map(\.manifest.reads) {
      problems.add(Self.unknown(reads.series, "series", among: catalog.series.ids))
      problems.add(
        Self.unknown(
          reads.fields, "field", among: catalog.subjects.flatMap { $0.fields.map(\.name) }))
    }
    try problems.throwIfErrors()
  }

  private static func unknown(
    _ names: [PluginManifest.Name], _ kind: String, among known: [String]
  ) -> [Finding] {
    names.filter { !known.contains($0.id) }.map {
      Finding(
        "plugin.unknown-\(kind)", "there is no \(kind) `\($0.id)` in the catalogue", at: $0.span,
        suggestion: NearestName.suggestion(for: $0.id, among: known))
    }
  }
}
