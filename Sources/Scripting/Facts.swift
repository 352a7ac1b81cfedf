// What was seen while definitions ran. Explanations are made of these and of nothing else.

public import Catalog
public import DataSources
public import Quantities

/// Whether a condition holds, when it may be impossible to tell.
public enum Outcome: String, Sendable {
  case met
  case unmet
  case unknown
}

/// One value that a definition read.
public struct Reading: Sendable, Hashable {
  /// Where a value was read from.
  public enum Source: Sendable, Hashable {
    /// A field of the subject.
    case field
    /// A parameter of the instrument.
    case parameter
    /// A scale of the instrument, asked as a script writes it, such as `of("national")`.
    case scale(call: String)
    /// A published observation.
    case observation(series: String, area: String, period: Period, publishedBy: String)
    /// The decision of another eligibility on the same subject.
    case decision
  }

  /// Where it was read from.
  public let source: Source

  /// The name of the field, parameter, series or eligibility.
  public let name: String

  /// The value, or `.missing`.
  public let value: FieldValue

  /// The name as a script writes it, such as `e.rd_spend`.
  public var expression: String {
    switch source {
    case .field: "e.\(name)"
    case .parameter: "p.\(name)"
    case .scale(let call): "p.\(name):\(call)"
    case .observation(_, let area, let period, _): "\(name)[\(period)] of \(area)"
    case .decision: "e:decision(\"\(name)\")"
    }
  }
}

/// Two quantities that a definition compared.
public struct ComparisonFact: Sendable, Hashable {
  /// One side of a comparison.
  public struct Side: Sendable, Hashable {
    /// The value.
    public let quantity: Quantity

    /// What was read to get it, or `nil` for a value that the script computed or wrote down.
    public let reading: Reading?
  }

  /// The left side.
  public let left: Side

  /// How the sides were compared: `=`, `<` or `<=`.
  public let comparator: Comparator

  /// The right side.
  public let right: Side

  /// What came out.
  public let holds: Bool
}

/// Why a value could not be had.
public enum Gap: Sendable, Hashable {
  /// A field of the subject is empty.
  case field(String)
  /// The document leaves a parameter to local rules, and nobody has filled it in.
  case openParameter(String)
  /// No observation is published.
  case observation(series: String, area: String, period: Period)
  /// Only a bound is published, such as "over 1500".
  case boundOnly(series: String, area: String, period: Period)
  /// Another decision is itself undetermined.
  case decision(String)
}

/// What was seen while one function of a definition ran.
public struct Trace: Sendable, Hashable {
  /// What was read, each value once, in the order of fields, parameters and observations.
  public var readings: [Reading] = []

  /// The quantities that were compared, in order.
  public var comparisons: [ComparisonFact] = []

  /// What was missing.
  public var gaps: [Gap] = []
}

/// What became of one condition.
public struct ConditionFacts: Sendable {
  /// What the condition demands.
  public let title: Title

  /// Whether it holds.
  public let outcome: Outcome

  /// What was seen.
  public let trace: Trace
}

/// What an eligibility found out about a subject.
public struct EligibilityFacts: Sendable {
  /// The conditions, in the order of the script.
  public let conditions: [ConditionFacts]

  /// What the amount function returned, before cap and rounding; `nil` when it was not called, there is
  /// none, or something it needs is missing.
  public let computed: Quantity?

  /// What was seen while the amount was computed, if it was.
  public let amountTrace: Trace?
}

/// What an indicator computed.
public struct IndicatorFacts: Sendable {
  /// The value, or `nil` when an observation it needs is missing.
  public let value: Quantity?

  /// What was seen.
  public let trace: Trace
}
