// What results were when they were recorded.

public import Diagnostics
public import Presentation

/// What the parts of results were when they were recorded, by suite file and test.
public struct Recordings: Sendable {
  private let files: [String: [String: RecordedParts]]

  /// Whether whatever comes out is taken as what is expected, to be recorded anew.
  let acceptsAll: Bool

  /// Creates recordings.
  ///
  /// - Parameters:
  ///   - files: By the path of the suite file and the id of the test, the parts as text.
  ///   - acceptsAll: Whether whatever comes out passes, to be recorded anew.
  public init(_ files: [String: [String: [String: String]]] = [:], acceptsAll: Bool = false) {
    self.files = files.mapValues { $0.mapValues(RecordedParts.init) }
    self.acceptsAll = acceptsAll
  }

  /// What the name of a file with recordings ends in, behind the name of the suite file.
  public static let ending = ".recorded"

  /// What was recorded of a test, if anything.
  func parts(of test: TestCase) -> RecordedParts? { files[test.file]?[test.id] }
}

/// The parts of one result as text, by their names.
struct RecordedParts: Sendable {
  let texts: [String: String]

  init(_ texts: [String: String]) { self.texts = texts }

  /// The parts that are not as they were.
  func mismatches(with answer: Answer) -> [Mismatch] {
    let now = Dictionary(
      answer.recording.map { ($0.part, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Part.allCases.compactMap { part in
      let before = texts[part.rawValue]
      guard now[part]?.description != before else { return nil }
      return Mismatch(
        part: part, expected: before.map(PartValue.text) ?? .none, actual: now[part] ?? .none)
    }
  }
}

extension TestRun {
  /// What there is to record, by the path of the suite file; as JSON, sorted by test.
  ///
  /// A file of which a test could not come to a result is left out, so that nothing recorded is lost.
  public var recordings: [(suite: String, json: JSONValue)] {
    files.compactMap { path, results in
      guard !results.contains(where: { $0.status == .errored || $0.status == .limit }) else {
        return nil
      }
      let recorded = results.compactMap { result in
        result.recording.map { (id: result.test.id, parts: $0) }
      }
      guard !recorded.isEmpty else { return nil }
      let members = recorded.sorted { $0.id < $1.id }.map { id, parts in
        JSONValue.Member(
          id,
          .object(parts.map { .init($0.part.rawValue, .string($0.value.description)) }))
      }
      return (path, .object(members))
    }
  }
}

extension Finding {
  static func notRecorded(_ test: TestCase, _ answer: Answer) -> Finding {
    Finding(
      "suite.not-recorded", "nothing is recorded for `\(test.id)`", at: test.span,
      notes: answer.recording.map { "\($0.part.rawValue): \($0.value)" },
      suggestion: "look at the result, then record it with `--update`")
  }
}

extension TestRun {
  /// Why nothing is recorded on a machine that checks what people have looked at; `nil` elsewhere.
  ///
  /// - Parameter environment: The variables of the environment; `CI` is set on such a machine.
  public static func refusalToRecord(in environment: [String: String]) -> Finding? {
    guard let mark = environment["CI"], !mark.isEmpty, mark != "false" else { return nil }
    return Finding(
      "test.update-in-ci", "`--update` is refused where `CI` is set",
      notes: ["what is recorded must be looked at by somebody before it is expected"],
      suggestion: "run it on your own machine, and commit the files")
  }
}
