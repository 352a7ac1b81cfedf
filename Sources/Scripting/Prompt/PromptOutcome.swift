// What became of a line of the prompt.

public import Diagnostics

/// What became of a line of the prompt.
public struct PromptOutcome: Sendable {
  /// How a line ended.
  public enum Result: Sendable {
    /// It ran; an expression has values, and statements have none.
    case values([PromptValue])
    /// Its text ends too early, and nothing of it was run.
    case incomplete
    /// It could not be read, or it failed on the way. What it had assigned before stays.
    case failed(Failure)
  }

  /// How the line ended.
  public let result: Result

  /// What the line printed.
  public let log: String

  /// What the line defined, in order; from now on the evaluator has it among its definitions.
  public let defined: [PromptDefinition]

  /// The global variables of the session, in the order in which they were first assigned.
  public let globals: [PromptGlobal]

  /// Whether the line's first value is kept under the number that the line was given.
  public let isKept: Bool

  /// What its author may not expect, in sentences.
  public let hints: [String]

  /// The instructions of Lua's machine that the line used, to the nearest thousand.
  public let instructions: Int

  /// The bytes that Lua holds after the line, for all lines together.
  public let memory: Int

  /// Creates an outcome.
  public init(
    _ result: Result, log: String = "", defined: [PromptDefinition] = [],
    globals: [PromptGlobal] = [], isKept: Bool = false, hints: [String] = [],
    instructions: Int = 0, memory: Int = 0
  ) {
    self.result = result
    self.log = log
    self.defined = defined
    self.globals = globals
    self.isKept = isKept
    self.hints = hints
    self.instructions = instructions
    self.memory = memory
  }
}

/// Something that a line defined.
public struct PromptDefinition: Sendable, Hashable {
  /// What can be defined.
  public enum Kind: String, Sendable, CaseIterable {
    case eligibility
    case indicator
  }

  /// What it is.
  public let kind: Kind

  /// The id.
  public let id: String

  /// Creates a description.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// A global variable of the session.
public struct PromptGlobal: Sendable, Hashable {
  /// The name.
  public let name: String

  /// What it holds, in words such as `a quantity in 亿元` or `a table with 12 items`.
  public let kind: String

  /// Creates a description.
  public init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }
}
