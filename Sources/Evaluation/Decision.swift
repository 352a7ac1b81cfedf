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

  /// What the instrument by itself pays or relieves, rounded to the fen and capped; `nil` unless eligible
  /// and payable.
  public let amount: Quantity?

  /// What is to be paid or relieved beside the subject's other instruments; `nil` like ``amount``.
  public internal(set) var payable: Quantity?

  /// What groups of instruments took away, in the order in which they apply.
  public internal(set) var setAside: [SetAside] = []

  /// Whether the instrument belongs to a group.
  public internal(set) var isStacked = false

  /// The eligibilities of its groups that are not decided or not payable yet, and may change what is payable.
  public internal(set) var pending: [String] = []

  /// Who pays which part of what is payable; empty when the catalogue does not say.
  public internal(set) var shares: [PaidShare] = []

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

/// A part of an amount that a group of instruments took away.
public struct SetAside: Sendable {
  /// Why a part was set aside.
  public enum Reason: Sendable, Hashable {
    /// The eligibility with this id pays more, and only the highest counts.
    case lower(String)
    /// The group pays no more than this together.
    case cap(Quantity)
  }

  /// The group.
  public let group: StackingGroup

  /// What was set aside.
  public let amount: Quantity

  /// Why.
  public let reason: Reason
}

/// The part of an amount that one of several pays.
public struct PaidShare: Sendable, Hashable {
  /// Who pays, such as `city` or `district`.
  public let payer: String

  /// What they pay.
  public let amount: Quantity
}

/// A parameter of an instrument as it holds on a day.
public struct ParameterInForce: Sendable {
  /// The parameter.
  public let parameter: Parameter

  /// The version that holds on the day, or `nil` when it is open or has none for that day.
  public let version: ParameterVersion?
}
