// One hostile (or honest) chunk of Lua, and what must become of it.

import Foundation
import Testing

/// One chunk in `Attacks/<kind>/<name>.lua`. Comments at its top say what must become of it:
///
/// - `-- expect: status=limit limit=instructions|time`: alternatives are divided by bars.
/// - `value=…` or `message~…` ends such a line: the exact value, or a part of the message. A value in
///   quotes is a JSON string; `null` is no value.
/// - Several such lines are alternatives.
/// - `-- why: …`: the idea, in one sentence.
/// - `-- same-as: name`: the value is that of another chunk of its kind.
/// - `-- known-bug: …`: what is still wrong; the expectations are what is wanted.
struct Attack: Sendable, CustomTestStringConvertible {
  let kind: String

  /// The name of its file without the extension.
  let name: String

  var file: String { "\(name).lua" }

  var testDescription: String { "\(kind)/\(name)" }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Attacks")

  /// Every chunk, in the order in which those of a kind run.
  static let all: [Attack] = FileTree(root).paths.compactMap { path in
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 2, parts[1].hasSuffix(".lua") else { return nil }
    return Attack(kind: parts[0], name: String(parts[1].dropLast(4)))
  }

  static func all(of kinds: Set<String>) -> [Attack] { all.filter { kinds.contains($0.kind) } }

  /// What the comments say.
  func header() throws -> Header {
    let bytes = try Data(contentsOf: Self.root.appending(path: testDescription + ".lua"))
    // Some chunks are not valid text.
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    var header = Header()
    for line in lines {
      let comment = line.drop { $0 == "\u{FEFF}" }
      if let text = comment.text(after: "-- expect: ") {
        header.expectations.append(try Expectation(text))
      } else if let text = comment.text(after: "-- why: ") {
        header.reasons.append(text)
      } else if let text = comment.text(after: "-- same-as: ") {
        header.model = text
      } else if comment.hasPrefix("-- known-bug: ") {
        header.isKnownBug = true
      }
    }
    return header
  }

  struct Header {
    var expectations: [Expectation] = []
    var reasons: [String] = []
    /// The name of the chunk that gives the same value.
    var model: String?
    var isKnownBug = false

    /// Whether the clock on the wall may be what stops the chunk.
    var mayRunOutOfTime: Bool { expectations.contains { $0.allowsTime } }
  }

  /// One outcome that is right.
  struct Expectation: CustomStringConvertible {
    enum Value: Equatable {
      case any
      case exactly(String?)
    }

    let description: String
    private(set) var statuses: Set<String> = []
    private(set) var limits: Set<String>?
    private(set) var value = Value.any
    private(set) var messagePart = ""

    init(_ text: String) throws {
      description = text
      var words = text[...]
      if let range = words.range(of: " value=") {
        value = .exactly(try Self.value(words[range.upperBound...]))
        words = words[..<range.lowerBound]
      } else if let range = words.range(of: " message~") {
        messagePart = String(words[range.upperBound...])
        words = words[..<range.lowerBound]
      }
      for word in words.split(separator: " ") {
        let parts = word.split(separator: "=").map(String.init)
        let alternatives = Set((parts.last ?? "").split(separator: "|").map(String.init))
        switch parts.first {
        case "status" where alternatives.isSubset(of: AttackOutcome.statuses):
          statuses = alternatives
        case "limit" where alternatives.isSubset(of: AttackOutcome.limits): limits = alternatives
        default: throw FixtureError("`\(word)` is not an expectation")
        }
      }
      if statuses.isEmpty { throw FixtureError("`\(text)` names no status") }
    }

    private static func value(_ text: Substring) throws -> String? {
      if text == "null" { return nil }
      guard text.hasPrefix("\"") else { return String(text) }
      let value = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      guard let value = value as? String else { throw FixtureError("\(text) is not a text") }
      return value
    }

    /// Whether running out of time is one of the outcomes.
    var allowsTime: Bool { statuses.contains("limit") && limits?.contains("time") ?? true }

    func allows(_ outcome: AttackOutcome) -> Bool {
      statuses.contains(outcome.status)
        && limits?.contains(outcome.limit ?? "null") ?? true
        && (value == .any || value == .exactly(outcome.value))
        && (messagePart.isEmpty || outcome.message?.contains(messagePart) == true)
    }
  }
}

extension Substring {
  fileprivate func text(after start: String) -> String? {
    hasPrefix(start) ? String(dropFirst(start.count)) : nil
  }
}
