// What one plugin does: what it adds, replaces and changes.

import Catalog
public import Scripting

/// What one plugin adds, replaces and changes, by its effects.
public struct PluginContents: Sendable {
  /// What the plugin says about itself.
  public let manifest: PluginManifest

  /// The instruments it adds.
  public let instruments: [String]

  /// The fields of subjects it adds, such as `enterprise.park`.
  public let fields: [String]

  /// The groups of instruments it adds.
  public let groups: [String]

  /// The eligibilities it adds; replacements stand in ``replaced``.
  public let eligibilities: [String]

  /// The indicators it adds; replacements stand in ``replaced``.
  public let indicators: [String]

  /// The definitions it replaces.
  public let replaced: [String]

  /// The parameters it changes, such as `rd_headquarters_grant.cap`.
  public let parameters: [String]

  /// Finds what a plugin does.
  ///
  /// - Parameters:
  ///   - manifest: What the plugin says about itself.
  ///   - evaluator: What holds once the plugin is loaded, and none after it.
  public init(_ manifest: PluginManifest, in evaluator: any Evaluator) {
    self.manifest = manifest
    let catalog = evaluator.catalog
    let id = manifest.id
    instruments = catalog.instruments.filter { $0.addition?.plugin == id }.map(\.id)
    fields = catalog.subjects.flatMap { kind in
      kind.fields.filter { $0.plugin == id }.map { "\(kind.id).\($0.name)" }
    }
    groups = catalog.groups.filter { $0.plugin == id }.map(\.id)
    parameters = catalog.instruments.flatMap { instrument in
      instrument.parameters.filter { $0.change?.plugin == id }
        .map { "\(instrument.id).\($0.name)" }
    }
    func own<Element: Definition>(
      _ definitions: DefinitionList<Element>, replacing: Bool
    ) -> [String] {
      var seen: Set<String> = []
      return definitions.all.filter { $0.plugin == id && ($0.replaced != nil) == replacing }
        .map(\.id).filter { seen.insert($0).inserted }
    }
    eligibilities = own(evaluator.eligibilities, replacing: false)
    indicators = own(evaluator.indicators, replacing: false)
    replaced =
      own(evaluator.eligibilities, replacing: true) + own(evaluator.indicators, replacing: true)
  }
}
