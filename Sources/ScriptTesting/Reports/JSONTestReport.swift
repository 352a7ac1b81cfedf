// The results of tests as JSON.

import Diagnostics
public import Presentation

extension TestRun {
  /// The results as JSON: counts, every test with what was expected and what came, and what could not
  /// be read.
  public var json: JSONValue {
    [
      "passed": .boolean(kind == nil),
      "counts": .object(
        TestResult.Status.allCases.map { .init($0.rawValue, .integer(Int64(count($0)))) }
          + [.init("not_run", .integer(Int64(notRun)))]),
      "tests": .array(results.map(\.json)),
      "problems": .array(problems.flatMap(\.findings).map(\.json)),
    ]
  }
}

extension TestResult {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(test.id)), .init("suite", .string(test.suite)),
      .init("name", .string(test.name)), .init("file", .string(test.span.file.path)),
      .init("line", .integer(Int64(test.span.line))), .init("status", .string(status.rawValue)),
      .init("seconds", .string(duration.seconds)),
    ]
    if !mismatches.isEmpty {
      members.append(.init("mismatches", .array(mismatches.map(\.json))))
    }
    if !evidence.isEmpty {
      members.append(
        .init(
          "evidence",
          .array(
            evidence.map {
              [
                "outcome": .string($0.sign), "title": .string($0.title),
                "lines": .strings($0.lines),
              ]
            })))
    }
    if !findings.isEmpty { members.append(.init("findings", .array(findings.map(\.json)))) }
    if !log.isEmpty { members.append(.init("log", .string(log))) }
    return .object(members)
  }
}

extension Mismatch {
  fileprivate var json: JSONValue {
    ["part": .string(part.rawValue), "expected": expected.json, "actual": actual.json]
  }
}

extension PartValue {
  fileprivate var json: JSONValue {
    switch self {
    case .none: .null
    case .boolean(let value): .boolean(value)
    case .names(let names): .strings(names)
    case .shares(let shares):
      .object(
        shares.sorted { $0.key < $1.key }.map { .init($0.key, .string("\($0.value)")) })
    case .text, .quantity, .about: .string(description)
    }
  }
}

extension Finding {
  fileprivate var json: JSONValue {
    [
      "code": .string(code), "severity": .string(severity.rawValue), "message": .string(message),
      "place": .optional(span?.place), "notes": .strings(notes),
      "suggestion": .optional(suggestion),
    ]
  }
}
