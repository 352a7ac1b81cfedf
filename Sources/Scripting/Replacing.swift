// Definitions that take the place of others, and those that would shadow them.

import Catalog
import Diagnostics

/// Puts replacements in the place of what they replace.
///
/// A plugin may replace definitions of the plugins that it extends, when it says so. Anything else of the
/// same id on the same days is refused with both places.
struct Replacing {
  /// The plugins that each plugin extends, directly or through others.
  private let extended: [String: Set<String>]

  init(_ plugins: [Plugin]) {
    var extended: [String: Set<String>] = [:]
    // A plugin comes after the one that it extends.
    for manifest in plugins.map(\.manifest) {
      guard let other = manifest.extends?.id else { continue }
      extended[manifest.id] = extended[other, default: []].union([other])
    }
    self.extended = extended
  }

  /// Leaves the definitions that hold, each on the days on which nothing replaces it.
  func resolve<Element: Definition>(_ definitions: inout [Element]) -> [Finding] {
    var problems: [Finding] = []
    var inForce: [Element] = []
    for definition in definitions {
      let sameID = inForce.filter { $0.id == definition.id }
      let overlapping = sameID.filter { $0.validity.overlaps(definition.validity) }
      if let refusal = refusal(of: definition, over: overlapping, sameID, definitions) {
        problems.append(refusal)
      } else if let first = overlapping.first {
        inForce = inForce.flatMap { other in
          other.id != definition.id
            ? [other]
            : other.validity.subtracting(definition.validity).map {
              other.with(validity: $0, replaced: other.replaced)
            }
        }
        inForce.append(
          definition.with(
            validity: definition.validity,
            replaced: ReplacedDefinition(plugin: first.plugin, span: first.span)))
      } else {
        inForce.append(definition)
      }
    }
    definitions = inForce
    return problems
  }

  /// Two indicators for one target, of which one would never be heard.
  func targets(of indicators: [IndicatorDefinition]) -> [Finding] {
    indicators.enumerated().compactMap { position, indicator in
      guard let target = indicator.target else { return nil }
      let other = indicators[..<position].first {
        $0.target == target && $0.plugin != indicator.plugin
          && $0.validity.overlaps(indicator.validity)
      }
      return other.map { .sameTarget(indicator, $0, target) }
    }
  }

  private func refusal<Element: Definition>(
    of definition: Element, over overlapping: [Element], _ sameID: [Element],
    _ definitions: [Element]
  ) -> Finding? {
    if let twin = overlapping.first(where: { $0.plugin == definition.plugin }) {
      return .definedTwice(definition, twin)
    }
    guard let replaces = definition.replaced else {
      return overlapping.first.map { .shadowing(definition, $0) }
    }
    guard !overlapping.isEmpty else {
      return .nothingToReplace(
        definition, at: replaces.span, on: sameID.map { "\($0.validity)" },
        known: definitions.filter { $0.plugin != definition.plugin }.map(\.id))
    }
    let reach = extended[definition.plugin, default: []]
    guard let foreign = overlapping.first(where: { !reach.contains($0.plugin) }) else {
      return nil
    }
    return foreign.replaced == nil
      ? .notExtended(definition, foreign, at: replaces.span)
      : .replacedTwice(definition, foreign, at: replaces.span)
  }
}

extension Finding {
  fileprivate static func definedTwice(
    _ definition: some Definition, _ other: some Definition
  ) -> Finding {
    Finding(
      "script.duplicate-definition", "`\(definition.id)` is defined twice for the same days",
      at: definition.span, notes: ["the other definition is at \(other.span.place)"],
      suggestion: "rename one of them, or give them `from` and `to` that do not overlap")
  }

  fileprivate static func shadowing(
    _ definition: some Definition, _ other: some Definition
  ) -> Finding {
    Finding(
      "script.shadowing",
      "`\(definition.id)` is already defined by the plugin `\(other.plugin)` for the same days",
      at: definition.span, notes: ["that definition is at \(other.span.place)"],
      suggestion: "write `replaces = \"\(definition.id)\"` to take its place, or choose another id")
  }

  fileprivate static func nothingToReplace(
    _ definition: some Definition, at span: SourceSpan, on days: [String], known: [String]
  ) -> Finding {
    guard !days.isEmpty else {
      return Finding(
        "script.replaces", "there is no `\(definition.id)` to replace", at: span,
        suggestion: NearestName.suggestion(for: definition.id, among: Set(known))
          ?? "remove `replaces`; this is the only definition of the id")
    }
    return Finding(
      "script.replaces",
      "there is no `\(definition.id)` to replace on the days of this one (\(definition.validity))",
      at: span, notes: ["it holds on these days: \(days.joined(separator: ", "))"],
      suggestion: "remove `replaces`, or give this one other days")
  }

  fileprivate static func notExtended(
    _ definition: some Definition, _ other: some Definition, at span: SourceSpan
  ) -> Finding {
    Finding(
      "script.replaces",
      "`\(definition.id)` is defined by the plugin `\(other.plugin)`, which"
        + " `\(definition.plugin)` does not extend",
      at: span, notes: ["that definition is at \(other.span.place)"],
      suggestion: "write `extends: \(other.plugin)` in its plugin.yaml")
  }

  fileprivate static func replacedTwice(
    _ definition: some Definition, _ other: some Definition, at span: SourceSpan
  ) -> Finding {
    Finding(
      "script.replaced-twice",
      "`\(definition.id)` is already replaced by the plugin `\(other.plugin)` on the same days",
      at: span, notes: ["that replacement is at \(other.span.place)"],
      suggestion: "let one of the two plugins replace it, or extend `\(other.plugin)`")
  }

  fileprivate static func sameTarget(
    _ indicator: IndicatorDefinition, _ other: IndicatorDefinition, _ target: String
  ) -> Finding {
    Finding(
      "script.shadowing",
      "the target `\(target)` already has the indicator `\(other.id)` of the plugin"
        + " `\(other.plugin)`",
      at: indicator.span, notes: ["that definition is at \(other.span.place)"],
      suggestion:
        "write `indicator \"\(other.id)\"` with `replaces = \"\(other.id)\"`, or leave out `target`"
    )
  }
}
