// Names that scripts type.

import Diagnostics

/// The rules for names that scripts type.
enum Identifier {
  /// Words of Lua, which cannot stand after a dot.
  private static let reserved: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  /// What is wrong with a name, if anything.
  static func problem(with name: String, at span: SourceSpan) -> Finding? {
    if reserved.contains(name) {
      return Finding(
        "catalog.reserved-name", "`\(name)` is a word of Lua, so scripts cannot type it as a name",
        at: span, suggestion: "choose another name")
    }
    if isSnakeCase(name) { return nil }
    let repaired = snakeCase(name)
    return Finding(
      "catalog.malformed-name",
      "`\(name)` must consist of lower-case letters, digits and underscores, a letter first",
      at: span,
      suggestion: isSnakeCase(repaired) ? "write `\(repaired)`" : nil)
  }

  private static func isSnakeCase(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  private static func snakeCase(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, let last = result.last, last.isLowercase { result += "_" }
      result +=
        character == "-" || character == "." || character == " " ? "_" : character.lowercased()
    }
    return result
  }
}
