// What scripts define, described without anything of Lua.

public import Catalog
public import Diagnostics
public import Quantities

/// A definition of any kind.
public protocol Definition: Sendable {
  /// The id.
  var id: String { get }

  /// When it holds.
  var validity: Validity { get }

  /// Where it is defined.
  var span: SourceSpan { get }

  /// The id of the plugin that defines it.
  var plugin: String { get }

  /// What it replaces on its days, if it says so.
  var replaced: ReplacedDefinition? { get }

  /// The same definition on other days, replacing something.
  func with(validity: Validity, replaced: ReplacedDefinition?) -> Self
}

/// A definition in whose place another one holds.
public struct ReplacedDefinition: Sendable {
  /// The id of the plugin that defines it.
  public let plugin: String

  /// Where it is defined.
  public let span: SourceSpan
}

/// A script's definition that computes a quantity from observations.
public struct IndicatorDefinition: Definition {
  /// The id.
  public let id: String

  /// The id of the target it is held against, if any.
  public let target: String?

  /// The unit its value is shown in.
  public let unit: Quantities.Unit

  /// When it holds.
  public let validity: Validity

  /// Where it is defined.
  public let span: SourceSpan

  /// The id of the plugin that defines it.
  public let plugin: String

  /// What it replaces on its days, if it says so.
  public let replaced: ReplacedDefinition?

  /// Its place in the engine's list of functions.
  let function: Int

  /// The same definition on other days, replacing something.
  public func with(validity: Validity, replaced: ReplacedDefinition?) -> IndicatorDefinition {
    IndicatorDefinition(
      id: id, target: target, unit: unit, validity: validity, span: span, plugin: plugin,
      replaced: replaced, function: function)
  }
}

/// A script's definition that decides on a subject under an instrument.
public struct EligibilityDefinition: Definition {
  /// The id.
  public let id: String

  /// The instrument it decides on.
  public let instrument: Instrument

  /// Its conditions; all must be met.
  public let conditions: [Condition]

  /// Whether it computes an amount.
  public var paysAmount: Bool { amount != nil }

  /// When it holds.
  public let validity: Validity

  /// Where it is defined.
  public let span: SourceSpan

  /// The id of the plugin that defines it.
  public let plugin: String

  /// What it replaces on its days, if it says so.
  public let replaced: ReplacedDefinition?

  /// The place of its amount in the engine's list of functions.
  let amount: Int?

  /// The same definition on other days, replacing something.
  public func with(validity: Validity, replaced: ReplacedDefinition?) -> EligibilityDefinition {
    EligibilityDefinition(
      id: id, instrument: instrument, conditions: conditions, validity: validity, span: span,
      plugin: plugin, replaced: replaced, amount: amount)
  }

  /// A condition of an eligibility, evaluated on its own.
  public struct Condition: Sendable {
    /// What it demands, in English and in Chinese.
    public let title: Title

    /// Where its function begins.
    public let span: SourceSpan

    /// Its place in the engine's list of functions.
    let function: Int
  }
}

/// Definitions in the order in which plugins and files define them, found by id and date.
public struct DefinitionList<Element: Definition>: Sendable {
  /// Every definition; one id may occur several times, for different days.
  public let all: [Element]

  /// The ids, each once, in the order of their first definition.
  public let ids: [String]

  private let positions: [String: [Int]]

  init(_ all: [Element]) {
    var ids: [String] = []
    var positions: [String: [Int]] = [:]
    for (position, definition) in all.enumerated() {
      if positions[definition.id] == nil { ids.append(definition.id) }
      positions[definition.id, default: []].append(position)
    }
    self.all = all
    self.ids = ids
    self.positions = positions
  }

  /// Every version of the definition with an id.
  public func versions(of id: String) -> [Element] {
    positions[id, default: []].map { all[$0] }
  }

  /// The version of a definition that holds on a day.
  ///
  /// - Throws: a ``Failure`` when no definition has the id, or none of its versions holds on the day.
  public func definition(_ id: String, on date: CalendarDate) throws(Failure) -> Element {
    let versions = versions(of: id)
    if let current = versions.first(where: { $0.validity.contains(date) }) { return current }
    throw Failure(
      versions.isEmpty
        ? .unknownDefinition(id, known: ids) : .definitionNotInForce(id, date, versions[0].span))
  }
}

extension Finding {
  /// An id that no definition has.
  package static func unknownDefinition(_ id: String, known: [String]) -> Finding {
    Finding(
      "script.unknown-definition", "nothing is defined as `\(id)`",
      suggestion: NearestName.suggestion(for: id, among: known))
  }

  static func definitionNotInForce(
    _ id: String, _ date: CalendarDate, _ span: SourceSpan
  ) -> Finding {
    Finding(
      "script.not-in-force", "no version of `\(id)` holds on \(date)", at: span,
      notes: ["definitions are dated; the last known version is never used outside its dates"],
      suggestion: "ask about another date, or define a version whose `from` and `to` include it")
  }
}

extension Instrument {
  /// The dimension of what the instrument pays: that of its cap, or money.
  var amountDimension: Dimension { parameter("cap")?.unit.dimension ?? .named("money") }
}
