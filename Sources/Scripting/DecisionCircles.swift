// Decisions that ask for each other in a circle, found in the texts of scripts before anything runs.

import Catalog
import Diagnostics

/// Finds eligibilities that ask for each other in a circle, as far as their ids are written out.
///
/// Only `e:decision("id")` between the beginning of one definition and that of the next counts, and only on days
/// on which all definitions of a circle hold. What is missed here is stopped when it happens.
struct DecisionCircles {
  /// A place where a definition asks for a decision.
  private struct Question {
    let id: String
    let span: SourceSpan
  }

  /// How many steps a search may take in all; no honest plugin comes near.
  private static let longestSearch = 20_000

  private let definitions: [EligibilityDefinition]
  private let positions: [String: [Int]]
  private let questions: [[Question]]

  init(_ definitions: [EligibilityDefinition], in sources: [String: SourceFile]) {
    self.definitions = definitions
    positions = Dictionary(grouping: definitions.indices) { definitions[$0].id }
    var asked: [String: [Question]] = [:]
    for path in Set(definitions.map(\.span.file.path)) {
      guard let file = sources[path] else { continue }
      asked.merge(Self.questions(in: file)) { $0 + $1 }
    }
    questions = definitions.map { asked[Self.key($0.id, $0.span.file, $0.span.line), default: []] }
  }

  /// One finding for each circle.
  var findings: [Finding] {
    var findings: [Finding] = []
    var reported: Set<Int> = []
    var steps = 0
    for start in definitions.indices where !reported.contains(start) {
      var path: [(definition: Int, question: Question)] = []
      let days = definitions[start].validity
      if search(from: start, to: start, on: days, &path, steps: &steps) {
        reported.formUnion(path.map(\.definition))
        findings.append(finding(path))
      }
    }
    return findings
  }

  /// Follows questions until one leads back to where the search began.
  private func search(
    from position: Int, to start: Int, on days: Validity,
    _ path: inout [(definition: Int, question: Question)], steps: inout Int
  ) -> Bool {
    for question in questions[position] {
      for next in positions[question.id, default: []] {
        steps += 1
        guard steps < Self.longestSearch,
          let common = days.intersection(definitions[next].validity)
        else { continue }
        path.append((position, question))
        if next == start { return true }
        // Circles among later definitions are found from the first of them.
        if next > start, !path.contains(where: { $0.definition == next }),
          search(from: next, to: start, on: common, &path, steps: &steps)
        {
          return true
        }
        path.removeLast()
      }
    }
    return false
  }

  private func finding(_ path: [(definition: Int, question: Question)]) -> Finding {
    let names = path.map { definitions[$0.definition].id }
    let circle = (names + names.prefix(1)).joined(separator: " → ")
    return Finding(
      "script.circle", "decisions ask for each other in a circle: \(circle)",
      at: path.first?.question.span,
      notes: path.dropFirst().map {
        "`\(definitions[$0.definition].id)` asks for `\($0.question.id)` at"
          + " \($0.question.span.place)"
      },
      suggestion: path.count == 1
        ? "leave it out: neither can a decision rest on itself, nor a replacement on what it replaces"
        : "compute in one of them what it asks the others for")
  }

  // MARK: Texts

  private static func key(_ id: String, _ file: SourceFile, _ line: Int) -> String {
    "\(file.path):\(line):\(id)"
  }

  /// The decisions that are asked for in a file, by the definition that asks.
  private static func questions(in file: SourceFile) -> [String: [Question]] {
    let words = ScriptWords(file).words
    var questions: [String: [Question]] = [:]
    var current: String?
    for (position, word) in words.enumerated() where word.kind == .name {
      let isMethod = position > 0 && words[position - 1].text == ":"
      switch (word.text, literal(after: position, in: words)) {
      case ("eligibility", let id?) where !isMethod: current = key(id.text, file, id.line)
      case ("indicator", _?) where !isMethod: current = nil
      case ("decision", let id?) where isMethod:
        guard let current else { continue }
        let span = SourceSpan(
          file: file, line: id.line, column: id.column + 1, length: id.text.count)
        questions[current, default: []].append(Question(id: id.text, span: span))
      default: break
      }
    }
    return questions
  }

  /// The text that a function is called with, when it is written out whole.
  private static func literal(
    after position: Int, in words: [ScriptWords.Word]
  ) -> ScriptWords.Word? {
    var next = position + 1
    if words.indices.contains(next), words[next].kind == .sign, words[next].text == "(" {
      next += 1
    }
    guard words.indices.contains(next), words[next].kind == .string else { return nil }
    let isJoined =
      words.indices.contains(next + 1) && words[next + 1].kind == .sign
      && words[next + 1].text == "."
    return isJoined ? nil : words[next]
  }
}
