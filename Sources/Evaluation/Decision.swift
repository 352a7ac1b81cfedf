// What was decided about a subject under an instrument, and why.

public import Catalog
public import Quantities
public import Scripting

/// What was decided about a subject under an instrument, with everything it rests on.
public struct Decision: Sendable {
  /// What was decided.
  public enum Status: String, Sendable, CaseIterable {
    /// Every condition is met.
    case eligible
    /// A condition is not met, whatever is still unknown.
    case ineligible
    /// No condition fails, but something needed is not known.
    case undetermined
  }

  /// The id of the eligibility.
  public let eligibility: String

  /// The instrument decided on.
  public let instrument: Instrument

  /// The clause of the document it rests on, such as `（七）`.
  public let clause: String

  /// The key of the subject.
  public let subject: String

  /// The moment that was asked about.
  public let moment: Moment

  /// What was decided.
  public let status: Status

  /// Every condition with its outcome, not only the first that fails.
  public let conditions: [ConditionFacts]

  /// What the script computed, before rounding and cap; `nil` when nothing was computed.
  public let computed: Quantity?

  /// What is to be paid or relieved, rounded to the fen and capped; `nil` unless eligible and payable.
  public let amount: Quantity?

  /// The name of the parameter that limited the amount, if one did.
  public let cappedBy: String?

  /// Whether rounding to the fen changed the computed amount.
  public let isRounded: Bool

  /// The fields, observations and decisions that would settle what is unknown.
  public let missing: [String]

  /// The parameters that the document leaves to local rules and that were needed.
  public let open: [String]

  /// The instrument's parameters on the day.
  public let parameters: [ParameterInForce]

  /// What was seen while the amount was computed.
  public let amountTrace: Trace?

  /// Whether nothing that was needed is left to local rules.
  public var isPayable: Bool { open.isEmpty }
}

/// A parameter of an instrument as it holds on a day.
public struct ParameterInForce: Sendable {
  /// The parameter.
  public let parameter: Parameter

  /// The version that holds on the day, or `nil` when it is open or has none for that day.
  public let version: ParameterVersion?
}
