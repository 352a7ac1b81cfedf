// A policy text in its parts, freed of line breaks and full-width signs.

import Diagnostics

/// The text of one part of a policy, character by character, with the way back to the file.
///
/// Full-width signs are plain ones, and white space is gone: texts copied from documents break lines
/// in the middle of sentences and put spaces around numbers. One space is kept between two Latin letters
/// or digits, so that `GDP 4.2` does not become one word.
struct PolicyText {
  /// Where a character stands in the file.
  struct Position {
    let line: Int
    let column: Int
    let startsLine: Bool
  }

  private(set) var characters: [Character] = []
  private(set) var positions: [Position] = []
  private var endedInSpace = false

  /// A text of one line that stands in no file.
  init(_ text: String) {
    append(text[...], line: 1, from: 0)
  }

  init() {}

  /// Adds a line, or the rest of it from a column counted from 0.
  mutating func append(_ line: Substring, line number: Int, from first: Int) {
    endedInSpace = true
    var startsLine = first == 0
    for (column, character) in line.enumerated().dropFirst(first) {
      if character.isWhitespace {
        endedInSpace = true
        continue
      }
      let plain = character.withoutFullWidth
      let position = Position(line: number, column: column + 1, startsLine: startsLine)
      if endedInSpace, let last = characters.last, last.isLatin, plain.isLatin {
        characters.append(" ")
        positions.append(position)
      }
      characters.append(plain)
      positions.append(position)
      endedInSpace = false
      startsLine = false
    }
  }

  /// The characters of a range.
  func string(_ range: Range<Int>) -> String { String(characters[range]) }

  /// Where a range stands in a file, up to the end of its first line.
  func span(_ range: Range<Int>, in file: SourceFile) -> SourceSpan {
    let first = positions[range.lowerBound]
    let last = positions[range].last { $0.line == first.line } ?? first
    return SourceSpan(
      file: file, line: first.line, column: first.column, length: last.column - first.column + 1)
  }

  /// The ranges in which other words occur.
  func ranges(of words: PolicyText) -> [Range<Int>] {
    let wanted = words.characters
    guard !wanted.isEmpty, wanted.count <= characters.count else { return [] }
    return (0...(characters.count - wanted.count)).compactMap { start in
      let range = start..<(start + wanted.count)
      return characters[range].elementsEqual(wanted) ? range : nil
    }
  }
}

/// A policy text in its parts.
struct PolicyDocument {
  /// The parts, in the order of the text; each place occurs once.
  private(set) var parts: [(place: PolicyPlace, text: PolicyText, heading: SourceSpan?)] = []

  /// Splits a text at its headings.
  ///
  /// A heading opens a part only when its number is higher than that of the one before: a line may begin
  /// with a reference such as `（三）` by accident.
  init(_ file: SourceFile) {
    parts = [(.preamble, PolicyText(), nil)]
    var (lastChapter, lastMeasure) = (0, 0)
    for (index, line) in file.lines.enumerated() {
      var first = 0
      switch PolicyHeading.heading(of: line) {
      case (.chapter(let number), let length)? where number > lastChapter:
        lastChapter = number
        first = length
        parts.append((.chapter(number), PolicyText(), file.span(ofLine: index + 1)))
      case (.measure(let number), let length)? where number > lastMeasure:
        lastMeasure = number
        first = length
        parts.append((.measure(number), PolicyText(), file.span(ofLine: index + 1)))
      default: break
      }
      parts[parts.count - 1].text.append(line, line: index + 1, from: first)
    }
  }
}

extension Character {
  /// Whether it is a plain Latin letter or digit.
  var isLatin: Bool { isASCII && (isLetter || isNumber) }

  /// Whether it is a plain digit.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
