// Prompts with colours, as libedit wants them.

/// A prompt whose escape sequences are marked, so that they take no place on the screen.
struct PromptText {
  /// What stands around each escape sequence.
  static let mark: Character = "\u{1}"

  /// The prompt for libedit.
  let marked: String

  /// Marks the escape sequences of a prompt.
  ///
  /// libedit shows a sequence together with the character behind it, and knows no line breaks. So
  /// sequences in a row become one, those at the end move before the last character, and other control
  /// characters become spaces.
  init(_ prompt: String) {
    var pieces: [(sequence: String, character: Character)] = []
    var pending = ""
    var rest = prompt[...]
    while let first = rest.first {
      if let sequence = Self.escapeSequence(at: rest) {
        pending += sequence
        rest = rest[sequence.endIndex...]
      } else {
        pieces.append((pending, first.isControl ? " " : first))
        pending = ""
        rest = rest.dropFirst()
      }
    }
    if let last = pieces.indices.last { pieces[last].sequence += pending }
    marked = pieces.reduce(into: "") { text, piece in
      if !piece.sequence.isEmpty { text += "\(Self.mark)\(piece.sequence)\(Self.mark)" }
      text.append(piece.character)
    }
  }

  /// A sequence such as `ESC [ 3 2 m` that a text begins with.
  private static func escapeSequence(at text: Substring) -> Substring? {
    guard text.hasPrefix("\u{1B}[") else { return nil }
    let body = text.unicodeScalars.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0.value) }) else { return nil }
    return text[text.startIndex...end]
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
