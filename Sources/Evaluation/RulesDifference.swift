// What differs between what holds in two places: parameters, additions, definitions.

public import Catalog
public import Diagnostics
public import Scripting

/// What differs between two evaluators' catalogues and definitions.
public struct RulesDifference: Sendable {
  /// A parameter with another value on some days.
  public struct ParameterDifference: Sendable {
    /// The id of the instrument.
    public let instrument: String

    /// The parameter as it is in the second place.
    public let parameter: Parameter

    /// The plugin's change that makes the difference, with its permission and clause.
    public let change: ParameterChange?

    /// The days on which the values differ, in order of time.
    public let days: [Days]
  }

  /// Days on which a parameter has two values.
  public struct Days: Sendable {
    /// The days.
    public let validity: Validity

    /// The value in the first place, or `nil` when it is open.
    public let old: ParameterValue?

    /// The value in the second place, or `nil` when it is open.
    public let new: ParameterValue?
  }

  /// Whether something is only there in the second place, takes the place of another, or is only there in the
  /// first.
  public enum Change: String, Sendable {
    case added
    case replaced
    case removed
  }

  /// An entry of the catalogue that is there in one place only.
  public struct EntryDifference: Sendable {
    /// What it is: `instrument`, `field` or `group`.
    public let kind: String

    /// Its id.
    public let id: String

    /// Its title.
    public let title: Title

    /// Whether it was added or removed.
    public let change: Change

    /// The plugin that adds it.
    public let plugin: String?

    /// The clause that it rests on, where the plugin says so.
    public let clause: String?
  }

  /// A definition that holds in one place and not in the other.
  public struct DefinitionDifference: Sendable {
    /// What it is: `eligibility` or `indicator`.
    public let kind: String

    /// Its id.
    public let id: String

    /// Whether it was added, takes the place of another, or was removed.
    public let change: Change

    /// The plugin that defines it.
    public let plugin: String

    /// The days on which it holds.
    public let validity: Validity

    /// Where it is defined.
    public let span: SourceSpan

    /// What it replaces.
    public let replaced: ReplacedDefinition?
  }

  /// The parameters that differ, in the order of the second catalogue.
  public let parameters: [ParameterDifference]

  /// The instruments, fields and groups that are there in one place only.
  public let entries: [EntryDifference]

  /// The definitions that differ: eligibilities, then indicators.
  public let definitions: [DefinitionDifference]

  /// Whether nothing differs.
  public var isEmpty: Bool { parameters.isEmpty && entries.isEmpty && definitions.isEmpty }

  /// Compares what holds in two places.
  public init(from old: any Evaluator, to new: any Evaluator) {
    parameters = new.catalog.instruments.flatMap { instrument in
      instrument.parameters.compactMap { parameter in
        old.catalog.instruments[instrument.id]?.parameter(parameter.name).flatMap {
          ParameterDifference(instrument.id, from: $0, to: parameter)
        }
      }
    }
    let (before, after) = (Self.entries(of: old.catalog), Self.entries(of: new.catalog))
    entries =
      Self.differing(after, without: before, .added)
      + Self.differing(before, without: after, .removed)
    definitions =
      Self.definitions("eligibility", from: old.eligibilities, to: new.eligibilities)
      + Self.definitions("indicator", from: old.indicators, to: new.indicators)
  }

  // MARK: Entries

  private struct Entry {
    let kind: String
    let id: String
    let title: Title
    let plugin: String?
    var clause: String?
  }

  private static func entries(of catalog: Catalog) -> [Entry] {
    catalog.instruments.map {
      Entry(
        kind: "instrument", id: $0.id, title: $0.title, plugin: $0.addition?.plugin,
        clause: $0.addition?.clause)
    }
      + catalog.subjects.flatMap { kind in
        kind.fields.map {
          Entry(kind: "field", id: "\(kind.id).\($0.name)", title: $0.title, plugin: $0.plugin)
        }
      }
      + catalog.groups.map {
        Entry(kind: "group", id: $0.id, title: $0.title, plugin: $0.plugin, clause: $0.clause)
      }
  }

  private static func differing(
    _ entries: [Entry], without others: [Entry], _ change: Change
  ) -> [EntryDifference] {
    entries.filter { entry in
      !others.contains {
        $0.kind == entry.kind && $0.id == entry.id && $0.plugin == entry.plugin
      }
    }.map {
      EntryDifference(
        kind: $0.kind, id: $0.id, title: $0.title, change: change, plugin: $0.plugin,
        clause: $0.clause)
    }
  }

  // MARK: Definitions

  private static func definitions<Element: Definition>(
    _ kind: String, from old: DefinitionList<Element>, to new: DefinitionList<Element>
  ) -> [DefinitionDifference] {
    func difference(_ definition: Element, _ change: Change) -> DefinitionDifference {
      DefinitionDifference(
        kind: kind, id: definition.id, change: change, plugin: definition.plugin,
        validity: definition.validity, span: definition.span, replaced: definition.replaced)
    }
    // A definition that only holds on fewer days is told by what replaces it.
    func isSame(_ left: Element, _ right: Element) -> Bool {
      left.id == right.id && left.span.place == right.span.place
    }
    let added = new.all.filter { definition in !old.all.contains { isSame($0, definition) } }
    let removed = old.all.filter { definition in
      !new.all.contains { isSame($0, definition) }
        && !added.contains { $0.replaced?.span.place == definition.span.place }
    }
    return added.map { difference($0, $0.replaced == nil ? .added : .replaced) }
      + removed.map { difference($0, .removed) }
  }
}

extension RulesDifference.ParameterDifference {
  fileprivate init?(_ instrument: String, from old: Parameter, to new: Parameter) {
    var days: [RulesDifference.Days] = []
    for version in new.versions {
      var rest = [version.validity]
      for other in old.versions {
        if let common = version.validity.intersection(other.validity) {
          days.append(.init(validity: common, old: other.value, new: version.value))
        }
        rest = rest.flatMap { $0.subtracting(other.validity) }
      }
      days += rest.map { .init(validity: $0, old: nil, new: version.value) }
    }
    for version in old.versions {
      let rest = new.versions.reduce([version.validity]) { rest, other in
        rest.flatMap { $0.subtracting(other.validity) }
      }
      days += rest.map { .init(validity: $0, old: version.value, new: nil) }
    }
    days = days.filter { $0.old != $0.new }.sorted { left, right in
      guard let start = right.validity.from else { return false }
      return left.validity.from.map { $0 < start } ?? true
    }
    guard !days.isEmpty else { return nil }
    self.init(
      instrument: instrument, parameter: new, change: new.change ?? old.change, days: days)
  }
}
