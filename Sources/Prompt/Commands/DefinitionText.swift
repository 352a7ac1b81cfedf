// The text of a definition, cut out of its script.

import Yardstick

/// The text of a definition, cut out of its script.
enum DefinitionText {
  /// The lines from the one where the definition begins to the one on which its table ends.
  static func of(_ span: SourceSpan) -> String {
    let lines = span.file.lines.map(String.init)
    guard lines.indices.contains(span.line - 1) else { return "" }
    var taken: [String] = []
    let syntax = PromptSyntax()
    for line in lines[(span.line - 1)...] {
      taken.append(line)
      let text = taken.joined(separator: "\n")
      // A definition may begin on one line and open its table on the next.
      if text.contains("{"), syntax.isComplete(text) { break }
    }
    return taken.joined(separator: "\n")
  }
}
