// One thing that is wrong, or worth knowing, in what a user wrote.

/// How serious a finding is.
public enum Severity: String, Sendable, Comparable {
  case note
  case warning
  case error

  /// Orders by seriousness: note, warning, error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something that is wrong: what, where, why, and what to do next.
///
/// Messages are lowercase sentences without a full stop. They are built by small functions beside the
/// code that raises them, and rendered elsewhere, once.
public struct Finding: Error, Sendable {
  /// A stable name of the kind of finding, such as `catalog.unknown-key`.
  public let code: String

  /// How serious it is.
  public let severity: Severity

  /// What is wrong.
  public let message: String

  /// Where, when it lies in a text.
  public let span: SourceSpan?

  /// Why, in sentences of their own.
  public let notes: [String]

  /// What to do next, as an imperative.
  public let suggestion: String?

  /// Creates a finding.
  public init(
    _ code: String,
    _ message: String,
    severity: Severity = .error,
    at span: SourceSpan? = nil,
    notes: [String] = [],
    suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.suggestion = suggestion
  }
}

/// Why a command could not do its work: everything that was found, together.
public struct Failure: Error, Sendable {
  /// What kind of failure it is; it decides the exit code.
  public enum Kind: Int32, Sendable {
    /// Findings in what was checked, such as a gate that is not met.
    case findings = 1

    /// The work could not be done: usage, load or script error.
    case couldNotRun = 2

    /// A resource limit was hit.
    case limit = 3
  }

  /// What kind of failure it is.
  public let kind: Kind

  /// What was found, in the order of the text.
  public let findings: [Finding]

  /// Creates a failure from findings.
  public init(_ findings: [Finding], kind: Kind = .couldNotRun) {
    self.kind = kind
    self.findings = findings
  }

  /// Creates a failure from one finding.
  public init(_ finding: Finding, kind: Kind = .couldNotRun) {
    self.init([finding], kind: kind)
  }
}

/// Findings of one pass, so that all mistakes are reported in one go.
public struct FindingList: Sendable {
  /// What was found so far.
  public private(set) var findings: [Finding] = []

  /// Creates an empty list.
  public init() {}

  /// Whether an error was found.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Adds a finding.
  public mutating func add(_ finding: Finding) { findings.append(finding) }

  /// Adds several findings.
  public mutating func add(_ more: [Finding]) { findings += more }

  /// Throws a ``Failure`` with everything found if there is an error among it.
  public func throwIfErrors() throws(Failure) {
    if hasErrors { throw Failure(findings) }
  }
}
