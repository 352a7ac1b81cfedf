// What the YAML parser refuses, in words that help.

import Diagnostics
import Yams

/// Words the errors of the YAML parser.
enum YAMLSyntax {
  /// The finding for an error of the parser.
  static func finding(for error: YamlError, in source: YAMLSource) -> Finding {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return finding(problem: problem, context: context, at: mark, in: source)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicate(duplicates.first ?? "", firstAt: context.mark, in: source)
    default:
      return Finding(
        "yaml.syntax", "this cannot be read as YAML", at: source.file.span(ofLine: 1))
    }
  }

  private static func finding(
    problem: String, context: YamlError.Context?, at mark: Mark, in source: YAMLSource
  ) -> Finding {
    if problem.hasPrefix("Maximum nesting level") {
      return Finding("yaml.syntax", "this is nested too deeply", at: source.span(at: mark))
    }
    if problem.contains("undefined alias") { return YAMLAnchors.finding(at: source.span(at: mark)) }
    if problem.contains("another document") {
      return Finding(
        "yaml.syntax", "a second document begins here; a file holds one", at: source.span(at: mark),
        suggestion: "remove the line `---`")
    }
    // What the end of the file leaves open is shown where it begins.
    let last = source.file.lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 1
    let start = context.map { $0.mark.line <= last ? $0.mark : mark } ?? mark
    let shown = mark.line > last ? start : mark
    var notes: [String] = []
    if let context, context.mark.line != shown.line, !context.text.isEmpty {
      notes.append("\(context.text) that begins on line \(context.mark.line)")
    }
    let span = shown.line > last ? source.file.span(ofLine: last) : source.span(at: shown)
    return Finding(
      "yaml.syntax", "this cannot be read as YAML: \(problem)", at: span, notes: notes,
      suggestion: suggestion(for: problem))
  }

  private static func suggestion(for problem: String) -> String? {
    if problem.contains("cannot start any token") || problem.contains("comment or line break") {
      return "put a text that begins with a sign in quotes, such as `\">=\"` or `\"%\"`"
    }
    if problem.contains("tab character") { return "indent with spaces" }
    if problem.contains("mapping values are not allowed") {
      return "put a text with a colon and a space in quotes"
    }
    if problem.contains("',' or") || problem.contains("node content") {
      return "check the brackets and commas of this line"
    }
    if problem.contains("expected key") || problem.contains("expected '-'") {
      return "give all keys and entries of one level the same indentation"
    }
    if problem.contains("end of stream") { return "close the quotation mark" }
    return nil
  }

  /// The finding for a key that stands twice, at its second place.
  private static func duplicate(
    _ key: String, firstAt mark: Mark, in source: YAMLSource
  ) -> Finding {
    let first = source.span(at: mark, length: key.count)
    let second = secondPlace(of: key, after: first)
    return Finding(
      "yaml.duplicate-key", "the key `\(key)` stands twice in one place", at: second ?? first,
      notes: second == nil ? [] : ["first at \(first.place)"], suggestion: "remove one of the two")
  }

  /// The parser tells only where a key stands first; the second place is found in the text.
  private static func secondPlace(of key: String, after first: SourceSpan) -> SourceSpan? {
    let file = first.file
    let sameLine = Array(file.line(first.line))
    for column in sameLine.indices.dropFirst(first.column - 1 + key.count)
    where "{, ".contains(sameLine[column - 1]) {
      guard let length = lengthOfKey(key, in: sameLine[column...]) else { continue }
      return SourceSpan(file: file, line: first.line, column: column + 1, length: length)
    }
    for number in file.lines.indices.dropFirst(first.line).map({ $0 + 1 }) {
      let line = Array(file.line(number))
      let indentation = line.prefix { $0 == " " }.count
      if indentation == line.count || line[indentation] == "#" { continue }
      if indentation < first.column - 1 { return nil }
      guard indentation == first.column - 1,
        let length = lengthOfKey(key, in: line[indentation...])
      else { continue }
      return SourceSpan(file: file, line: number, column: first.column, length: length)
    }
    return nil
  }

  /// How long a key is with its quotes, if the text begins with it.
  private static func lengthOfKey(_ key: String, in text: ArraySlice<Character>) -> Int? {
    for quoted in [key, "\"\(key)\"", "'\(key)'"] where text.starts(with: quoted) {
      let after = text.dropFirst(quoted.count).first { $0 != " " }
      if after == ":" { return quoted.count }
    }
    return nil
  }
}
