// A look at the words of a script before it runs, for mistakes that Lua itself would never report.

import Catalog
import Diagnostics

/// Finds comparisons of an enumeration field with a value that it never has.
///
/// `e.headquarters == "r_d"` is simply false in Lua, so nobody would ever be told. The scan looks only
/// at `e.field == "text"` and `~=`, in either order; it may miss mistakes but accuses nobody wrongly.
enum ScriptScan {
  static func findings(in file: SourceFile, catalog: Catalog) -> [Finding] {
    let words = ScriptWords(file).words
    guard words.count >= 5 else { return [] }
    var findings: [Finding] = []
    for start in 0...(words.count - 5) {
      let five = words[start..<(start + 5)]
      let field: ScriptWords.Word
      let text: ScriptWords.Word
      if five.matches(["e", ".", nil, "==", nil]) || five.matches(["e", ".", nil, "~=", nil]) {
        (field, text) = (words[start + 2], words[start + 4])
      } else if five.matches([nil, "==", "e", ".", nil])
        || five.matches([nil, "~=", "e", ".", nil])
      {
        (field, text) = (words[start + 4], words[start])
      } else {
        continue
      }
      guard text.isString, let values = catalog.enumerationValues(of: field.text),
        !values.contains(text.text)
      else { continue }
      findings.append(
        Finding(
          "script.unknown-value", "`\(field.text)` is never `\(text.text)`",
          at: SourceSpan(
            file: file, line: text.line, column: text.column, length: text.text.count + 2),
          notes: ["the comparison would silently be false for every subject"],
          suggestion: NearestName.suggestion(for: text.text, among: values)))
    }
    return findings
  }
}

extension ArraySlice<ScriptWords.Word> {
  /// Whether the words are the given ones; `nil` stands for any word.
  fileprivate func matches(_ pattern: [String?]) -> Bool {
    zip(self, pattern).allSatisfy { word, expected in
      expected == nil || (!word.isString && word.text == expected)
    }
  }
}

extension Catalog {
  /// The values of an enumeration field, over all kinds of subject; `nil` when any has it as another type.
  fileprivate func enumerationValues(of field: String) -> [String]? {
    var all: [String] = []
    for declared in subjects.compactMap({ $0.field(field) }) {
      guard case .enumeration(let values) = declared.type else { return nil }
      all += values.map(\.value)
    }
    return all.isEmpty ? nil : all
  }
}

/// The words of a Lua text: names, short strings and operators; comments and long strings are skipped.
struct ScriptWords {
  struct Word {
    let text: String
    let isString: Bool
    let line: Int
    let column: Int
  }

  private(set) var words: [Word] = []
  private var longBracket: Int?

  init(_ file: SourceFile) {
    for (number, line) in file.lines.enumerated() {
      scan(Array(line), line: number + 1)
    }
  }

  private mutating func scan(_ line: [Character], line number: Int) {
    var position = 0
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
        position += 1
        while position < line.count, line[position] != character {
          position += line[position] == "\\" ? 2 : 1
        }
        let text = line[min(start + 1, line.count)..<min(position, line.count)]
        append(String(text), isString: true, number, start)
        position += 1
      } else if character.isLetter || character == "_" {
        while position < line.count,
          line[position].isLetter || line[position].isNumber || line[position] == "_"
        { position += 1 }
        append(String(line[start..<position]), isString: false, number, start)
      } else if character.isWhitespace {
        position += 1
      } else {
        let isPair =
          position + 1 < line.count && line[position + 1] == "="
          && "=~<>".contains(character)
        position += isPair ? 2 : 1
        append(String(line[start..<position]), isString: false, number, start)
      }
    }
  }

  private mutating func append(_ text: String, isString: Bool, _ line: Int, _ start: Int) {
    words.append(Word(text: text, isString: isString, line: line, column: start + 1))
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
