// Ways of paying or relieving, and their dated parameters.

public import Diagnostics
public import Quantities

/// A way of paying or relieving (政策工具).
public struct Instrument: CatalogEntry {
  /// The id.
  public let id: String

  /// The title.
  public let title: Title

  /// The number of the measure it belongs to.
  public let measure: Int

  /// The id of the kind of subject it is for.
  public let subject: String

  /// What it gives.
  public let kind: Kind

  /// How often a subject may receive it.
  public let frequency: Frequency

  /// Its parameters, in the order of the file.
  public let parameters: [Parameter]

  /// Where it is declared.
  public let span: SourceSpan

  /// The parameter with a name, if there is one.
  public func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// What an instrument gives.
  public enum Kind: String, CaseIterable, Sendable {
    /// A one-off reward for an achievement (奖励).
    case award
    /// A share of a cost or of funds received (补助, 补贴).
    case subsidy
    /// A voucher to spend on something named (券).
    case voucher
    /// A reduction of something owed (减征).
    case relief
    /// Access to something that pays nothing by itself, such as easier credit.
    case access
  }

  /// How often a subject may receive an instrument.
  public enum Frequency: String, CaseIterable, Sendable {
    case once
    case yearly
    case unstated
  }
}

/// A dated, typed value of an instrument.
public struct Parameter: Sendable {
  /// The name that scripts type, such as `rate`, `cap`, `floor` or `pool`.
  public let name: String

  /// The title.
  public let title: Title

  /// The unit of its value.
  public let unit: Quantities.Unit

  /// The figure as printed, such as `5%`; `nil` when the document leaves it open.
  public let figure: String?

  /// What a district may do with it.
  public let local: LocalRule

  /// The values and when they hold, in order of time; empty when the document leaves it open.
  public let versions: [ParameterVersion]

  /// Where it is declared.
  public let span: SourceSpan

  /// Whether the document leaves the value to local rules and nobody has filled it in.
  public var isOpen: Bool { versions.isEmpty }
}

/// A value of a parameter and the days on which it holds, both ends included.
public struct ParameterVersion: Sendable {
  /// The value.
  public let value: Quantity

  /// The first day, or `nil` when it always held.
  public let from: CalendarDate?

  /// The last day, or `nil` when no end is known.
  public let to: CalendarDate?

  /// Whether it holds on a day.
  public func holds(on date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let to, date > to { return false }
    return true
  }
}

/// What a district may do with a parameter.
public enum LocalRule: Sendable, Hashable {
  /// Nothing.
  case fixed
  /// Set it higher.
  case mayRaise
  /// Set it lower.
  case mayLower
  /// Set it anywhere between two values, both included.
  case within(Quantity, Quantity)
  /// Fill it in: the document leaves it to local rules.
  case open
}
