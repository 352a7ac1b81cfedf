// Splits a command into words as a shell does, without any of its expansions.

/// Splits a command into words.
enum ShellWords {
  /// The words of a line: blanks separate them, `'…'` and `"…"` keep blanks, `\` keeps one character.
  static func split(_ line: some StringProtocol) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = Array(line)[...]
    while let character = characters.popFirst() {
      if character == "\\", quote != "'" {
        guard let next = characters.popFirst() else {
          throw FixtureError("nothing follows the last `\\` of `\(line)`")
        }
        word = (word ?? "") + String(next)
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw FixtureError("a quote is not closed in `\(line)`") }
    if let word { words.append(word) }
    return words
  }
}
