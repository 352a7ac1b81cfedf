// A text that findings point into, and positions in it.

/// A text with a name, such as a catalogue file or a script.
///
/// Lines are separated by `\n`, `\r\n` or `\r`. Positions are counted from 1, columns in characters
/// (grapheme clusters), which is what an editor shows.
public final class SourceFile: Sendable {
  /// The path as the user would type it.
  public let path: String

  /// The lines of the text, without their terminators.
  public let lines: [Substring]

  /// Creates a source file from its name and text.
  public init(path: String, text: String) {
    self.path = path
    self.lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The text of a line counted from 1, or an empty text outside the file.
  public func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The first place at which `word` stands on its own in a line counted from 1.
  ///
  /// A word stands on its own when no letter, digit or underscore touches it, so that looking for
  /// `rate` does not find `corporate`.
  public func span(of word: String, onLine number: Int) -> SourceSpan? {
    let characters = Array(line(number))
    let target = Array(word)
    guard !target.isEmpty, characters.count >= target.count else { return nil }
    for start in 0...(characters.count - target.count) {
      let end = start + target.count
      guard Array(characters[start..<end]) == target else { continue }
      let touchesBefore = start > 0 && characters[start - 1].isWordCharacter
      let touchesAfter = end < characters.count && characters[end].isWordCharacter
      if !touchesBefore && !touchesAfter {
        return SourceSpan(file: self, line: number, column: start + 1, length: target.count)
      }
    }
    return nil
  }

  /// The span of a whole line counted from 1, without its indentation.
  public func span(ofLine number: Int) -> SourceSpan {
    let text = line(number)
    let indentation = text.prefix { $0 == " " || $0 == "\t" }.count
    return SourceSpan(
      file: self, line: number, column: indentation + 1, length: max(1, text.count - indentation))
  }
}

/// A stretch of characters in one line of a source file.
public struct SourceSpan: Sendable {
  /// The file it lies in.
  public let file: SourceFile

  /// The line, counted from 1.
  public let line: Int

  /// The column of the first character, counted from 1.
  public let column: Int

  /// How many characters it covers; at least 1.
  public let length: Int

  /// Creates a span; lines and columns count from 1.
  public init(file: SourceFile, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// The place as `file:line:column`.
  public var place: String { "\(file.path):\(line):\(column)" }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber || self == "_" }
}
