// Files in which a suite's recorded expectations lie beside it.

import Catalog
import Diagnostics
import ScriptTesting

/// Reads recorded expectations: JSON, by the id of the test and the name of the part.
enum RecordedFile {
  /// What is recorded beside suite files; nothing for those without a recording.
  static func read(beside suites: [String]) throws(Failure) -> Recordings {
    let findings = FindingCollector()
    var files: [String: [String: [String: String]]] = [:]
    for suite in suites {
      let path = suite + Recordings.ending
      guard InputFile.exists(path) else { continue }
      files[suite] = tests(
        path, try InputFile.read(path, purpose: "recorded expectations"), findings)
    }
    guard !findings.hasErrors else { throw Failure(findings.findings) }
    return Recordings(files)
  }

  private static func tests(
    _ path: String, _ bytes: [UInt8], _ findings: FindingCollector
  ) -> [String: [String: String]] {
    let root = YAMLSource.read(
      path: path, bytes: bytes, expected: "recorded expectations", findings: findings
    )?.mapping("recorded expectations", keys: nil)
    var tests: [String: [String: String]] = [:]
    for entry in root?.entries ?? [] {
      let parts = entry.value.mapping("a recorded result", keys: Part.allCases.map(\.rawValue))
      for part in parts?.entries ?? [] {
        tests[entry.key, default: [:]][part.key] = part.value.text()
      }
    }
    return tests
  }
}
