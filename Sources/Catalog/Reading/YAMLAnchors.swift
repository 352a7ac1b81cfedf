// Anchors and aliases are refused: they hide values, and a few lines of them can stand for gigabytes.

import Diagnostics
import Yams

/// Finds anchors and aliases.
enum YAMLAnchors {
  /// The finding for an anchor or an alias.
  static func finding(at span: SourceSpan) -> Finding {
    Finding(
      "yaml.anchor", "anchors and aliases are not used here", at: span,
      suggestion: "write the value out in each place")
  }

  /// The first node with an anchor in the order of the text.
  ///
  /// An alias comes after its anchor, so the walk stops before it can meet an expanded one.
  static func first(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .scalar, .alias: return nil
    case .sequence(let sequence):
      for entry in sequence {
        if let found = first(in: entry) { return found }
      }
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let found = first(in: key) ?? first(in: value) { return found }
      }
    }
    return nil
  }

  /// A finding for the first `*name` whose `&name` stands before it.
  ///
  /// This looks at the bare text, because the parser expands aliases before anybody can object.
  static func alias(in file: SourceFile) -> Finding? {
    var anchors: Set<Substring> = []
    for (index, line) in file.lines.enumerated() {
      guard line.contains("&") || line.contains("*") else { continue }
      if line.first(where: { !$0.isWhitespace }) == "#" { continue }
      var previous: Character = " "
      for (column, position) in line.indices.enumerated() {
        let character = line[position]
        defer { previous = character }
        guard character == "&" || character == "*" else { continue }
        guard previous.isWhitespace || "[{,:".contains(previous) else { continue }
        let name = line[position...].dropFirst().prefix {
          $0.isLetter || $0.isNumber || "-_".contains($0)
        }
        if name.isEmpty { continue }
        if character == "&" {
          anchors.insert(name)
        } else if anchors.contains(name) {
          return finding(
            at: SourceSpan(file: file, line: index + 1, column: column + 1, length: name.count + 1))
        }
      }
    }
    return nil
  }
}
