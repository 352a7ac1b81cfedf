// A Lua text cut into words, without a syntax.

import Diagnostics

/// The words of a Lua text: names, short strings and operators; comments and long strings are skipped.
struct ScriptWords {
  struct Word {
    enum Kind {
      case name
      case string
      case number
      case sign
    }

    let text: String
    let kind: Kind
    let line: Int
    let column: Int
  }

  private(set) var words: [Word] = []
  private var longBracket: Int?

  /// The quote of a short string that goes on in the next line.
  private var openQuote: Character?

  init(_ file: SourceFile) {
    for (number, line) in file.lines.enumerated() {
      scan(Array(line), line: number + 1)
    }
  }

  private mutating func scan(_ line: [Character], line number: Int) {
    var position = 0
    if let quote = openQuote {
      position = Self.stringEnd(line, from: 0, quote) + 1
      openQuote = position > line.count ? quote : nil
    }
    while position < line.count {
      if let level = longBracket {
        guard let end = Self.longEnd(line, from: position, level: level) else { return }
        position = end
        longBracket = nil
        continue
      }
      let character = line[position]
      let start = position
      if character == "-", position + 1 < line.count, line[position + 1] == "-" {
        guard let level = Self.longStart(line, at: position + 2) else { return }
        longBracket = level
        position += level + 4
      } else if let level = Self.longStart(line, at: position) {
        longBracket = level
        position += level + 2
      } else if character == "\"" || character == "'" {
        let end = Self.stringEnd(line, from: start + 1, character)
        append(String(line[(start + 1)..<end]), .string, number, start)
        openQuote = end == line.count ? character : nil
        position = end + 1
      } else if character.isLetter || character == "_" {
        while position < line.count,
          line[position].isLetter || line[position].isNumber || line[position] == "_"
        { position += 1 }
        append(String(line[start..<position]), .name, number, start)
      } else if character.isNumber {
        while position < line.count,
          line[position].isNumber || line[position].isLetter || line[position] == "."
        { position += 1 }
        append(String(line[start..<position]), .number, number, start)
      } else if character.isWhitespace {
        position += 1
      } else {
        let isPair =
          position + 1 < line.count && line[position + 1] == "="
          && "=~<>".contains(character)
        position += isPair ? 2 : 1
        append(String(line[start..<position]), .sign, number, start)
      }
    }
  }

  private mutating func append(_ text: String, _ kind: Word.Kind, _ line: Int, _ start: Int) {
    words.append(Word(text: text, kind: kind, line: line, column: start + 1))
  }

  /// The position of the quote that ends a short string, or the end of the line.
  private static func stringEnd(
    _ line: [Character], from start: Int, _ quote: Character
  ) -> Int {
    var position = start
    while position < line.count, line[position] != quote {
      position += line[position] == "\\" ? 2 : 1
    }
    return min(position, line.count)
  }

  /// The level of a long bracket `[==[` that begins at a position.
  private static func longStart(_ line: [Character], at position: Int) -> Int? {
    guard position < line.count, line[position] == "[" else { return nil }
    let equals = line[(position + 1)...].prefix { $0 == "=" }.count
    let second = position + 1 + equals
    return second < line.count && line[second] == "[" ? equals : nil
  }

  /// The position after the long bracket `]==]` of a level.
  private static func longEnd(_ line: [Character], from position: Int, level: Int) -> Int? {
    let closing: [Character] = ["]"] + Array(repeating: "=", count: level) + ["]"]
    guard line.count >= closing.count else { return nil }
    for start in position...max(position, line.count - closing.count)
    where start + closing.count <= line.count {
      if Array(line[start..<(start + closing.count)]) == closing { return start + closing.count }
    }
    return nil
  }
}
