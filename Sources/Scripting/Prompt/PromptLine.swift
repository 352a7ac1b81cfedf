// A line of the prompt: what an analyst typed, and what it is about.

public import DataSources

/// A line of the prompt: an expression, statements or definitions, on one or several rows.
public struct PromptLine: Sendable {
  /// What was typed.
  public let text: String

  /// What places in it are called, such as `[3]`; every line of a session has a name of its own.
  public let name: String

  /// The number under which the value of an expression is kept: `_3` for 3.
  ///
  /// The first value is kept, unless it is `nil`, and `_` is the one that was kept last.
  public let number: Int?

  /// What `at` and `obs` are.
  public let moment: Moment

  /// The current subject, which the line sees as `e`.
  public let subject: Subject?

  /// How targets are assessed; `nil` for what the catalogue and the methods have as their defaults.
  public let assessing: AssessmentSettings?

  /// Creates a line.
  public init(
    text: String, name: String, number: Int? = nil, moment: Moment, subject: Subject? = nil,
    assessing: AssessmentSettings? = nil
  ) {
    self.text = text
    self.name = name
    self.number = number
    self.moment = moment
    self.subject = subject
    self.assessing = assessing
  }
}

/// How targets are assessed.
public struct AssessmentSettings: Sendable, Hashable {
  /// The version of the document whose targets are assessed.
  public let vintage: String

  /// The name of the method that judges progress, such as `cagr_ratio`.
  public let method: String

  /// How many years old the latest value may be and still say how a target stands.
  public let maximumAge: Int

  /// Creates settings.
  public init(vintage: String, method: String, maximumAge: Int) {
    self.vintage = vintage
    self.method = method
    self.maximumAge = maximumAge
  }
}
