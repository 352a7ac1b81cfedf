// What results were when they were recorded.

import Diagnostics

/// What the parts of results were when they were recorded, by suite file and test.
public struct Recordings: Sendable {
  private let files: [String: [String: RecordedParts]]

  /// Creates recordings.
  ///
  /// - Parameter files: By the path of the suite file and the id of the test, the parts as text.
  public init(_ files: [String: [String: [String: String]]] = [:]) {
    self.files = files.mapValues { $0.mapValues(RecordedParts.init) }
  }

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

extension Finding {
  static func notRecorded(_ test: TestCase) -> Finding {
    Finding(
      "suite.not-recorded", "nothing is recorded for `\(test.id)`", at: test.span,
      suggestion: "look at the result, then record it with `--update`")
  }
}
