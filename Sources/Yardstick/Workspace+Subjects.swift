// Subjects of a workspace: one at a time from a register, or given by hand.

public import Catalog
public import DataSources
public import Diagnostics

/// A register of subjects, read into memory.
public struct Register: Sendable {
  /// The path as the user would type it.
  public let path: String

  /// Its rows, in UTF-8.
  public let bytes: [UInt8]

  /// How they are written.
  public let format: RowFormat

  /// The kind of its subjects.
  public let kind: SubjectKind
}

extension Workspace {
  /// The register at a path, or the workspace's own, read as a whole; `-` is the standard input.
  ///
  /// - Throws: a `Failure` when there is none, or it cannot be read as it is said to be written.
  public func register(
    _ path: String? = nil, reading: RegisterReading = RegisterReading()
  ) throws(Failure) -> Register {
    let file = try registerFile(path, reading: reading)
    return Register(
      path: file.path, bytes: try file.rest(), format: file.format, kind: try kind(nil))
  }

  /// The subject of a register with a key.
  ///
  /// - Throws: a `Failure` when there is none, or its row cannot be read.
  public func subject(_ key: String, in register: Register) throws(Failure) -> Subject {
    var reader = try SubjectReader(register, catalog: catalog)
    var keys: [String] = []
    while let row = try reader.next() {
      switch row {
      case .subject(let subject) where subject.key == key: return subject
      case .subject(let subject): keys.append(subject.key)
      case .rejected(let reject) where reject.key == key: throw Failure(reject.reason)
      case .rejected: break
      }
    }
    throw Failure(
      Finding(
        "argument.subject", "there is no subject `\(key)` in `\(register.path)`",
        suggestion: NearestName.suggestion(for: key, among: keys)))
  }

  /// A subject from `field=value,field=value`; every field that is not named is missing.
  ///
  /// - Parameters:
  ///   - text: The fields and their values.
  ///   - eligibility: The eligibility that will decide on it; it says what kind of subject it is.
  /// - Throws: a `Failure` with every mistake in the text.
  public func subject(given text: String, for eligibility: String) throws(Failure) -> Subject {
    let kind = try kind(eligibility)
    return Subject(
      given: try GivenParser.parse(text, kind: kind, catalog: catalog), of: kind)
  }

  func kind(_ eligibility: String?) throws(Failure) -> SubjectKind {
    let id = eligibility.flatMap {
      evaluator.eligibilities.versions(of: $0).first?.instrument.subject
    }
    guard let kind = id.flatMap({ catalog.subjects[$0] }) ?? catalog.subjects.first else {
      throw Failure(Finding("catalog.no-subjects", "the catalogue declares no kind of subject"))
    }
    return kind
  }
}

extension SubjectReader {
  /// Creates a reader of a register and reads the header.
  ///
  /// - Throws: a `Failure` when the header is broken.
  public init(_ register: Register, catalog: Catalog) throws(Failure) {
    try self.init(
      path: register.path, bytes: register.bytes, format: register.format, kind: register.kind,
      catalog: catalog)
  }
}
