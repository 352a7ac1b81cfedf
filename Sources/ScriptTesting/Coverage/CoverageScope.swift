// What tests are there to reach: the definitions and scripts of the plugins whose suites run.

import Diagnostics
public import Evaluation
public import Scripting

/// What tests are there to reach.
public struct CoverageScope: Sendable {
  /// The eligibilities.
  let eligibilities: [EligibilityDefinition]

  /// The paths of the scripts and modules.
  let paths: Set<String>

  /// Everything of one plugin.
  ///
  /// - Parameters:
  ///   - plugin: The plugin.
  ///   - evaluator: What has loaded it.
  public init(_ plugin: Plugin, in evaluator: any Evaluator) {
    eligibilities = evaluator.eligibilities.all.filter { $0.plugin == plugin.manifest.id }
    paths = Set((plugin.scripts + plugin.modules.map(\.script)).map(\.path))
  }

  /// Everything of several scopes, each definition once; nothing when there are none.
  init(merging scopes: [CoverageScope] = []) {
    var seen: Set<String> = []
    eligibilities = scopes.flatMap(\.eligibilities).filter { seen.insert($0.span.place).inserted }
    paths = scopes.reduce(into: []) { $0.formUnion($1.paths) }
  }
}
