// What a new plugin consists of.

import Catalog
import Quantities
import Scripting

/// The texts of a new plugin, made from examples that its catalogue offers.
struct PluginTemplate {
  /// What the plugin says about itself.
  let manifest: PluginManifest

  /// Its folder as seen from the workspace.
  let folder: String

  /// The version of the catalogue that it is made for.
  let catalogVersion: String

  let choices: ExampleChoices

  /// What it pays a share of, once that is found.
  private(set) var matched: Matched?

  /// Subjects of instruments whose parameters it sets, by eligibility.
  private(set) var subjects: [String: ExampleSubject] = [:]

  /// An eligibility of another plugin, and a subject that it pays.
  struct Matched {
    let definition: EligibilityDefinition
    let subject: ExampleSubject
  }

  /// Ids of what the plugin declares.
  struct Names {
    let match: String
    let rent: String
    let change: String

    fileprivate init(_ stem: String) {
      match = "\(stem)_match"
      rent = "\(stem)_rent"
      change = "\(stem)_change"
    }
  }

  var names: Names { Names(manifest.id.replacing("-", with: "_")) }

  /// What the clauses and figures of examples say of themselves.
  static let placeholder = "示例：请换成本地文件和条款 (example: replace with your own figure and clause)"

  init(
    manifest: PluginManifest, folder: String, catalogVersion: String, choices: ExampleChoices
  ) {
    self.manifest = manifest
    self.folder = folder
    self.catalogVersion = catalogVersion
    self.choices = choices
  }

  /// Looks for subjects that show what others pay once the plugin's changes are made.
  mutating func find(in workspace: Workspace) {
    let search = ExampleSearch(
      evaluator: workspace.evaluator, catalog: workspace.catalog, moment: choices.moment)
    for id in [choices.raised, choices.filled].compactMap({ $0?.eligibility }) {
      guard let kind = kind(of: id, in: workspace) else { continue }
      subjects[id] = search.paid(by: id, kind)
    }
    guard let own = choices.own else { return }
    let definitions = workspace.evaluator.eligibilities.all.filter {
      $0.plugin == manifest.extends?.id && $0.validity.contains(choices.moment.date)
        && $0.paysAmount && $0.instrument.subject == own.kind.id
        && ($0.instrument.parameter("cap")?.unit.dimension ?? own.money.dimension)
          == own.money.dimension
    }
    // What the plugin raises is what it most likely matches.
    let first = definitions.filter { $0.id == choices.raised?.eligibility }
    for definition in first + definitions {
      let subject = subjects[definition.id] ?? search.paid(by: definition.id, own.kind)
      if let subject {
        matched = Matched(definition: definition, subject: subject)
        return
      }
    }
  }

  private func kind(of eligibility: String, in workspace: Workspace) -> SubjectKind? {
    let definition = workspace.evaluator.eligibilities.versions(of: eligibility).first
    return definition.flatMap { workspace.catalog.subjects[$0.instrument.subject] }
  }

  // MARK: Files

  /// What it changes in the catalogue.
  var changes: [TextFile] { file("catalog/changes.yaml", changesText) }

  /// Everything that scripts and the catalogue are made of.
  var definitions: [TextFile] {
    changes + file("catalog/additions.yaml", additionsText) + file("lib/shared.lua", moduleText)
      + file("eligibility/\(names.match).lua", matchText)
      + file("eligibility/\(names.rent).lua", rentText)
      + file("indicators/\(names.change).lua", changeText)
  }

  /// What it says about itself.
  var descriptions: [TextFile] {
    file("plugin.yaml", manifestText) + file("README.md", readmeText)
  }

  func file(_ path: String, _ text: String?) -> [TextFile] {
    text.map { [TextFile(path: path, text: $0)] } ?? []
  }

  /// The examples for which the catalogue offers no occasion.
  var leftOut: [String] {
    let examples = [
      (choices.filled == nil, "an open parameter that is filled in: none is left open"),
      (choices.raised == nil, "a parameter that is raised: none may be"),
      (
        matched == nil,
        "a match: no eligibility of `\(manifest.extends?.id ?? "")` was found to pay anything"
      ),
      (choices.own == nil, "an own instrument: there are no measures, subjects or money"),
      (choices.observed == nil, "an indicator: no series is observed here"),
    ]
    return examples.filter(\.0).map(\.1)
  }
}
