// What stands before the cursor: the word to be completed, and what it belongs to.

/// Where a word that is to be completed stands.
///
/// Entries are often not Lua yet when Tab is pressed, so only the words before the cursor count.
struct CompletionPlace: Equatable {
  /// What the word can be.
  enum Kind: Equatable {
    /// A name: a global, a word of Lua, or something that the entry itself names.
    case name
    /// A member of something, such as `gdp` of `obs`; `separator` is `.` or `:`.
    case member(of: String, separator: Character)
    /// A key in brackets behind a series.
    case period(series: String)
    /// A text; `after` is the function or key it is for, and `field` what it is compared with.
    case text(after: String?, field: String?)
    /// The name of a command, with its `:`.
    case command
    /// What a command is given.
    case argument(of: String, text: String)
    /// What stands behind `?` or `??`.
    case topic
    /// Nothing, as in a comment.
    case nothing
  }

  let kind: Kind

  /// The beginning of the word, as far as it is typed.
  let word: String

  /// The place that ends with a text.
  init(_ text: String) {
    if let command = Self.command(text) {
      self = command
      return
    }
    var scanner = Scanner(text)
    scanner.run()
    switch scanner.state {
    case .comment, .longText:
      kind = .nothing
      word = ""
    case .text(let start):
      word = String(scanner.characters[start...])
      let before = scanner.words(before: start - 1)
      kind = .text(after: Self.function(before), field: Self.field(before))
    case .code:
      word = scanner.trailingWord
      kind = Self.codeKind(scanner.words(before: scanner.characters.count - word.count))
    }
  }

  private init(kind: Kind, word: String) {
    self.kind = kind
    self.word = word
  }

  private static func command(_ text: String) -> CompletionPlace? {
    if text.hasPrefix("?") {
      return CompletionPlace(kind: .topic, word: String(text.drop { $0 == "?" }))
    }
    guard text.hasPrefix(":") else { return nil }
    guard let space = text.firstIndex(of: " ") else {
      return CompletionPlace(kind: .command, word: text)
    }
    let rest = text[space...].drop { $0 == " " }
    let name = String(text.dropFirst().prefix { $0 != " " })
    let argument = PromptCommand.named(name)?.argument
    if case .expression? = argument {
      let place = CompletionPlace(String(rest))
      return CompletionPlace(kind: .argument(of: name, text: String(rest)), word: place.word)
    }
    let word = rest.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return CompletionPlace(kind: .argument(of: name, text: String(rest)), word: String(word))
  }

  /// What a word of code is, by the words before it.
  private static func codeKind(_ before: [String]) -> Kind {
    switch before.last {
    case "." where before.count > 1, ":" where before.count > 1:
      let owner = before[before.count - 2]
      let separator: Character = before.last == "." ? "." : ":"
      // `obs("CN").` is as `obs.`
      if owner == ")", let name = calledName(before.dropLast()) {
        return .member(of: name, separator: separator)
      }
      return .member(of: owner, separator: separator)
    case "[" where before.count > 2 && before[before.count - 3] == ".":
      return .period(series: before[before.count - 2])
    default: return .name
    }
  }

  /// The name of the function whose call ends the words.
  private static func calledName(_ words: ArraySlice<String>) -> String? {
    var depth = 0
    for (position, word) in words.enumerated().reversed() {
      if word == ")" { depth += 1 }
      if word == "(" { depth -= 1 }
      if depth == 0 { return position > 0 ? words[words.startIndex + position - 1] : nil }
    }
    return nil
  }

  /// The function that takes a text, or the key that it stands for: `decide "`, `obs("`, `area = "`.
  private static func function(_ before: [String]) -> String? {
    guard let last = before.last else { return nil }
    if ["(", "=", "=="].contains(last) { return before.dropLast().last }
    if last == "," {
      // The second argument of a call is for the same function.
      return before.lastIndex(of: "(").flatMap { $0 > 0 ? before[$0 - 1] : nil }
    }
    return last
  }

  /// The field that a text is compared with: `e.size == "`, `size = "`.
  private static func field(_ before: [String]) -> String? {
    guard let last = before.last, ["==", "~=", "="].contains(last) else { return nil }
    return before.dropLast().last
  }
}

/// Goes through an entry up to the cursor.
private struct Scanner {
  enum State: Equatable {
    case code
    /// Inside a short string, by the position behind its quote.
    case text(start: Int)
    case comment
    case longText
  }

  let characters: [Character]
  private(set) var state = State.code

  init(_ text: String) { characters = Array(text) }

  mutating func run() {
    var position = 0
    var quote: Character = "\""
    while position < characters.count {
      let character = characters[position]
      switch state {
      case .code:
        if character == "-", next(position) == "-" {
          state = next(position + 1) == "[" && next(position + 2) == "[" ? .longText : .comment
          position += 1
        } else if character == "[", next(position) == "[" {
          state = .longText
        } else if character == "\"" || character == "'" {
          quote = character
          state = .text(start: position + 1)
        }
      case .text:
        if character == "\\" {
          position += 1
        } else if character == quote || character == "\n" {
          state = .code
        }
      case .comment: if character == "\n" { state = .code }
      case .longText:
        if character == "]", next(position) == "]" {
          state = .code
          position += 1
        }
      }
      position += 1
    }
  }

  private func next(_ position: Int) -> Character? {
    position + 1 < characters.count ? characters[position + 1] : nil
  }

  /// The letters, digits and underscores at the end.
  var trailingWord: String {
    String(characters.reversed().prefix { $0.isPartOfName }.reversed())
  }

  /// The last words before a position: names, numbers and signs; texts count as one word.
  func words(before end: Int) -> [String] {
    var words: [String] = []
    var position = 0
    while position < end {
      let character = characters[position]
      var stop = position + 1
      if character.isPartOfName {
        while stop < end, characters[stop].isPartOfName { stop += 1 }
      } else if character == "\"" || character == "'" {
        while stop < end, characters[stop] != character { stop += 1 }
        stop = min(stop + 1, end)
      } else if "=~<>".contains(character), stop < end, characters[stop] == "=" {
        stop += 1
      } else if character == "." {
        // `..` joins texts, and has no members.
        while stop < end, characters[stop] == "." { stop += 1 }
      }
      if !character.isWhitespace { words.append(String(characters[position..<stop])) }
      position = stop
    }
    return words
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter && isASCII || isNumber && isASCII || self == "_" }
}
