// Texts as YAML and Lua write them.

/// Texts in YAML.
enum YAMLText {
  /// Words that YAML takes for something other than text.
  private static let words: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n",
  ]

  /// A text as it stands, or in quotes where YAML would read it otherwise.
  static func scalar(_ text: String) -> String {
    guard let first = text.first, first.isLetter || first.isNumber,
      text.allSatisfy({ $0.isLetter || $0.isNumber || "._-/%".contains($0) }),
      !words.contains(text.lowercased()), !text.allSatisfy({ $0.isNumber || "._-".contains($0) })
    else { return quoted(text) }
    return text
  }

  /// A text in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Texts in Lua.
enum LuaText {
  /// A text of one line in double quotes.
  static func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}
