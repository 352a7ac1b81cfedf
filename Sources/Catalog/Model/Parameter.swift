// Dated, typed values of instruments, and what districts may do with them.

public import Diagnostics
public import Quantities

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

  /// How a plugin changed it, if one did.
  public let change: ParameterChange?

  /// Where it is declared.
  public let span: SourceSpan

  /// Whether the document leaves the value to local rules and nobody has filled it in.
  public var isOpen: Bool { versions.isEmpty }

  /// The version that holds on a day, if there is one.
  public func version(on date: CalendarDate) -> ParameterVersion? {
    versions.first { $0.validity.contains(date) }
  }

  /// Whether the document leaves the value to local rules and nobody has filled it in for a day.
  public func isOpen(on date: CalendarDate) -> Bool { local == .open && version(on: date) == nil }
}

/// What a parameter is set to.
public enum ParameterValue: Sendable, Hashable {
  /// One value for everybody.
  case quantity(Quantity)
  /// A value that depends on a grade or on an amount.
  case scale(Scale)

  /// The value, when it is the same for everybody.
  public var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// The scale, when the value depends on something.
  public var scale: Scale? { if case .scale(let scale) = self { scale } else { nil } }

  /// The unit of its values.
  public var unit: Quantities.Unit? {
    switch self {
    case .quantity(let quantity): quantity.unit
    case .scale(let scale): scale.values.first?.unit
    }
  }
}

extension ParameterValue: CustomStringConvertible {
  /// The value as it is written, or a scale on one line.
  public var description: String {
    switch self {
    case .quantity(let quantity): "\(quantity)"
    case .scale(let scale): "\(scale)"
    }
  }
}

/// A value of a parameter and the days on which it holds, both ends included.
public struct ParameterVersion: Sendable, Hashable {
  /// The value.
  public let value: ParameterValue

  /// The days on which it holds.
  public let validity: Validity

  /// The id of the plugin that set it; `nil` for the catalogue's own value.
  public let plugin: String?

  /// The first day, or `nil` when it always held.
  public var from: CalendarDate? { validity.from }

  /// The last day, or `nil` when no end is known.
  public var to: CalendarDate? { validity.to }

  /// Whether it holds on a day.
  public func holds(on date: CalendarDate) -> Bool { validity.contains(date) }
}

/// How a plugin changed a parameter.
public struct ParameterChange: Sendable {
  /// The id of the plugin.
  public let plugin: String

  /// The versions before the change.
  public let before: [ParameterVersion]

  /// What allowed the change.
  public let permission: LocalRule

  /// The local document and the clause that it rests on.
  public let clause: String

  /// The figure as the local document prints it, when the plugin says so.
  public let figure: String?

  /// Where the plugin declares it.
  public let span: SourceSpan
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

extension LocalRule: CustomStringConvertible {
  /// The rule as the catalogue writes it, such as `may_raise` or `within: [0%, 5%]`.
  public var description: String {
    switch self {
    case .fixed: "fixed"
    case .mayRaise: "may_raise"
    case .mayLower: "may_lower"
    case .within(let low, let high): "within: [\(low), \(high)]"
    case .open: "open"
    }
  }
}
