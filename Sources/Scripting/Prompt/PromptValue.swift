// What a line of the prompt answers, detached from the Lua state it was computed in.

public import DataSources
public import Quantities

/// A value of a line of the prompt.
public indirect enum PromptValue: Sendable, Hashable {
  /// Nothing: Lua's `nil`.
  case nothing
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  /// A text, or the beginning of one that is longer than what is handed over.
  case text(String, isCut: Bool = false)
  /// A quantity, and what it was read from when it is just as it was read.
  case quantity(Quantity, Reading? = nil)
  case date(CalendarDate)
  /// A period and an area, such as `at`.
  case moment(Moment)
  /// A series for an area, such as `obs.gdp`.
  case series(id: String, area: String)
  /// All observations of an area, such as `obs`.
  case observations(area: String)
  /// A subject, such as `e`.
  case subject(Subject)
  /// The list of all subjects that are loaded.
  case subjects(count: Int)
  /// The parameters of an instrument, such as `p "rd_grant"`.
  case parameters(instrument: String, moment: Moment)
  case decision(PromptDecision)
  case assessment(PromptAssessment)
  case table(PromptTable)
  /// A function, in words such as `a function of [2]:1`.
  case function(String)
  /// Anything else, in words such as `a coroutine`.
  case other(String)
}

/// A table of the prompt.
public struct PromptTable: Sendable, Hashable {
  /// The values at 1, 2, … without a gap, as far as they were handed over.
  public var items: [PromptValue]

  /// How many of these there are in all.
  public var count: Int

  /// Everything else, in the order of the keys.
  public var entries: [Entry]

  /// Whether something was left out because there is too much, or because it lies too deep.
  public var isCut: Bool

  /// A value with its key.
  public struct Entry: Sendable, Hashable {
    /// A text key as it is; any other as a script writes it, such as `[true]`.
    public let key: String

    /// The value.
    public let value: PromptValue

    /// Creates an entry.
    public init(_ key: String, _ value: PromptValue) {
      self.key = key
      self.value = value
    }
  }

  /// Creates a table; it has as many items as are given unless said otherwise.
  public init(
    items: [PromptValue] = [], count: Int? = nil, entries: [Entry] = [], isCut: Bool = false
  ) {
    self.items = items
    self.count = count ?? items.count
    self.entries = entries
    self.isCut = isCut
  }
}

/// A decision as a line holds it: what was decided at that time.
public struct PromptDecision: Sendable, Hashable {
  /// The id of the eligibility.
  public let eligibility: String

  /// Who was decided on.
  public let subject: Subject

  /// The moment asked about.
  public let moment: Moment

  /// What was decided: `eligible`, `ineligible` or `undetermined`.
  public let status: String

  /// What the script computed, before rounding and cap.
  public let computed: Quantity?

  /// What the instrument by itself pays; `nil` unless eligible and payable.
  public let amount: Quantity?

  /// What is to be paid beside the subject's other instruments; `nil` like ``amount``.
  public let payable: Quantity?

  /// The name of the parameter that limited the amount, if one did.
  public let cappedBy: String?

  /// The labels of the conditions that are met.
  public let met: [String]

  /// The labels of the conditions that are not met.
  public let unmet: [String]

  /// The labels of the conditions of which that is not known.
  public let unknown: [String]

  /// What would settle what is unknown.
  public let missing: [String]

  /// The parameters that were needed and are left to local rules.
  public let open: [String]

  /// Whether definitions and observations are still those with which it was decided, so that deciding
  /// again gives the same.
  public var isCurrent: Bool

  /// Creates a decision.
  public init(
    eligibility: String, subject: Subject, moment: Moment, status: String,
    computed: Quantity? = nil, amount: Quantity? = nil, payable: Quantity? = nil,
    cappedBy: String? = nil, met: [String] = [], unmet: [String] = [], unknown: [String] = [],
    missing: [String] = [], open: [String] = [], isCurrent: Bool = true
  ) {
    self.eligibility = eligibility
    self.subject = subject
    self.moment = moment
    self.status = status
    self.computed = computed
    self.amount = amount
    self.payable = payable
    self.cappedBy = cappedBy
    self.met = met
    self.unmet = unmet
    self.unknown = unknown
    self.missing = missing
    self.open = open
    self.isCurrent = isCurrent
  }
}

/// An assessment as a line holds it: how the target stood at that time.
public struct PromptAssessment: Sendable, Hashable {
  /// The id of the target.
  public let target: String

  /// The moment asked about.
  public let moment: Moment

  /// How the target was assessed.
  public let settings: AssessmentSettings

  /// How the target stands, such as `on_track`.
  public let status: String

  /// The latest value.
  public let value: Quantity?

  /// The period of the latest value.
  public let period: Period?

  /// How far the latest value is from the target, in the target's unit.
  public let distance: Quantity?

  /// The distance as a share of the target.
  public let relativeDistance: Quantity?

  /// The actual pace as a share of the required one.
  public let pace: Quantity?

  /// What would have been needed.
  public let missing: [String]

  /// Whether definitions and observations are still those with which it was assessed, so that assessing
  /// again gives the same.
  public var isCurrent: Bool

  /// Creates an assessment.
  public init(
    target: String, moment: Moment, settings: AssessmentSettings, status: String,
    value: Quantity? = nil, period: Period? = nil, distance: Quantity? = nil,
    relativeDistance: Quantity? = nil, pace: Quantity? = nil, missing: [String] = [],
    isCurrent: Bool = true
  ) {
    self.target = target
    self.moment = moment
    self.settings = settings
    self.status = status
    self.value = value
    self.period = period
    self.distance = distance
    self.relativeDistance = relativeDistance
    self.pace = pace
    self.missing = missing
    self.isCurrent = isCurrent
  }
}
