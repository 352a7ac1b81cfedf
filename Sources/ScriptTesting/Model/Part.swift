// The parts of a decision or an assessment that a case can expect.

/// A part of a decision or an assessment that a case can expect.
public enum Part: String, Sendable, CaseIterable {
  /// Whether the subject is eligible.
  case eligible
  /// What was decided, or how the target stands.
  case status
  /// What the instrument by itself pays or relieves.
  case amount
  /// What is to be paid or relieved beside the subject's other instruments.
  case payable
  /// The groups of instruments that took something away.
  case setAside = "set_aside"
  /// The eligibilities that may still change what is payable.
  case pending
  /// Who pays which part of what is payable.
  case shares
  /// What the script computed, before rounding and cap.
  case computed
  /// The parameter that limited the amount.
  case cappedBy = "capped_by"
  /// The labels of the conditions that are not met.
  case unmet
  /// The labels of the conditions that are met.
  case met
  /// The labels of the conditions of which it is not known.
  case unknown
  /// What would settle what is not known.
  case missing
  /// The parameters that are left to local rules and were needed.
  case open
  /// The value of an indicator, or the latest one of a target.
  case value
  /// How far the latest value is from the target.
  case distance
  /// A part of the message with which the script fails.
  case error

  /// The parts of a decision.
  static let ofDecisions: [Part] = [
    .eligible, .status, .amount, .payable, .setAside, .pending, .shares, .computed, .cappedBy,
    .unmet, .met, .unknown, .missing, .open, .error,
  ]

  /// The parts of an indicator's value, where no target is held against it.
  static let ofIndicators: [Part] = [.value, .missing, .error]

  /// The parts of a target's assessment.
  static let ofAssessments: [Part] = [.value, .status, .distance, .missing, .error]

  /// Whether it is a list of names or labels.
  var isList: Bool {
    [.setAside, .pending, .unmet, .met, .unknown, .missing, .open].contains(self)
  }

  /// Whether it is true or false.
  var isBoolean: Bool { self == .eligible }

  /// Whether it fits into one cell of a table.
  var fitsCell: Bool { self != .shares }
}
