// What is asked of a new plugin, held against the workspace.

import Catalog
import Diagnostics
import Scripting

extension NewPlugin {
  /// The id as scripts type it: names that the plugin declares begin with it.
  var stem: String { id.replacing("-", with: "_") }

  /// Checks what can be checked without a workspace.
  ///
  /// - Throws: a `Failure` with everything that is wrong.
  func checkTexts() throws(Failure) {
    var problems = FindingList()
    if !Self.isID(id) { problems.add(.noID(id)) }
    for title in [titleZh, titleEn].compactMap(\.self)
    where title.onOneLine != title || title.allSatisfy(\.isWhitespace) {
      problems.add(.noTitle)
    }
    try problems.throwIfErrors()
  }

  /// Lower-case letters, digits, hyphens and underscores, a letter first.
  private static func isID(_ text: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = text.utf8.first, letters.contains(first) else { return false }
    return text.utf8.allSatisfy {
      letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
  }

  /// What the plugin will say about itself.
  ///
  /// - Throws: a `Failure` with everything that does not go with the workspace.
  func manifest(in files: WorkspaceFiles) throws(Failure) -> PluginManifest {
    let manifests = files.order.manifests
    let ids = manifests.map(\.id)
    var problems = FindingList()
    if let other = manifests.first(where: { $0.id == id }) { problems.add(.taken(other)) }
    let extended = manifests.first { $0.id == extends }
    if extended == nil { problems.add(.unknownPlugin(extends, known: ids)) }
    var code: String?
    do throws(Failure) {
      code = try files.base.area(named: area)
    } catch {
      problems.add(error.findings)
    }
    if let code, let extended, !files.base.containing(code).contains(extended.area) {
      problems.add(.outside(code, extended))
    }
    try problems.throwIfErrors()
    guard let code, let extended, let title = files.base.areas[code]?.title else {
      throw Failure(.unknownPlugin(extends, known: ids))
    }
    return PluginManifest(
      id: id,
      title: Title(zh: titleZh ?? "\(title.zh)实施细则（示例）", en: titleEn ?? "\(title.en) (example)"),
      version: "0.1.0", area: code, extends: .init(id: extends),
      requires: [
        .init(plugin: .init(id: extends), versions: .init(id: Self.range(from: extended.version)))
      ])
  }

  /// The versions that are like one, such as `^1.2` for `1.2.3`.
  static func range(from version: String) -> String {
    "^" + version.split(separator: ".").prefix(2).joined(separator: ".")
  }
}

extension PluginTemplate {
  /// Checks that nothing is called as the plugin will call something.
  ///
  /// - Throws: a `Failure` that names the other place.
  func checkIDs(in workspace: Workspace) throws(Failure) {
    var problems = FindingList()
    let evaluator = workspace.evaluator
    for id in [names.match, names.rent, names.change] {
      let place =
        workspace.catalog.instruments[id]?.span ?? evaluator.eligibilities.versions(of: id).first?
        .span
        ?? evaluator.indicators.versions(of: id).first?.span
      if let place { problems.add(.idTaken(id, by: manifest.id, at: place)) }
    }
    for kind in workspace.catalog.subjects {
      if let field = kind.field(names.rent) {
        problems.add(.idTaken(names.rent, by: manifest.id, at: field.span))
      }
    }
    try problems.throwIfErrors()
  }
}

// MARK: - Words

extension Finding {
  fileprivate static func noID(_ id: String) -> Finding {
    Finding(
      "argument.plugin-id",
      "`\(id.onOneLine)` is no id of a plugin: it consists of lower-case letters, digits, hyphens and"
        + " underscores, a letter first",
      suggestion: "choose a name such as `xihu` or `xihu-2027`; titles may be in any language")
  }

  fileprivate static var noTitle: Finding {
    Finding(
      "argument.plugin-title", "a title is one line of text",
      suggestion: "leave it out to use the name of the area")
  }

  fileprivate static func taken(_ other: PluginManifest) -> Finding {
    Finding(
      "argument.plugin-taken", "the workspace already has a plugin `\(other.id)`", at: other.span,
      suggestion: "choose another id")
  }

  fileprivate static func unknownPlugin(_ id: String, known: [String]) -> Finding {
    Finding(
      "argument.plugin", "the workspace has no plugin `\(id.onOneLine)` to extend",
      suggestion: NearestName.suggestion(for: id, among: known))
  }

  fileprivate static func outside(_ area: String, _ extended: PluginManifest) -> Finding {
    Finding(
      "argument.plugin-area",
      "\(area) is no part of \(extended.area), the area of `\(extended.id)`",
      notes: ["a plugin builds on one that holds wherever it holds itself"],
      suggestion: "name an area in \(extended.area), or extend a plugin of \(area)")
  }

  fileprivate static func idTaken(
    _ name: String, by plugin: String, at span: SourceSpan
  ) -> Finding {
    Finding(
      "argument.plugin-taken",
      "`\(name)`, as an example of the plugin `\(plugin)` would be called, is there already",
      at: span, suggestion: "choose another id for the plugin")
  }
}
