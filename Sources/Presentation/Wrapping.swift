// Running text, Chinese and English mixed, broken into lines.

import Diagnostics

/// The lines of a text, none wider than `width` terminal columns where that is possible.
///
/// Lines break at spaces and between Chinese characters, but not before closing punctuation and not
/// after opening brackets. A word that is wider than a line is broken. Line breaks in the text stay.
public func wrapped(_ text: String, width: Int) -> [String] {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
    wrappedParagraph($0, width: max(2, width))
  }
}

private func wrappedParagraph(_ paragraph: Substring, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for piece in pieces(of: paragraph) {
    let space = piece.followsSpace && !line.isEmpty ? 1 : 0
    let wide = piece.text.displayWidth
    if used + space + wide <= width {
      line += (space == 1 ? " " : "") + piece.text
      used += space + wide
      continue
    }
    if !line.isEmpty { lines.append(line) }
    (line, used) = ("", 0)
    for character in piece.text {
      if used + character.displayWidth > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += character.displayWidth
    }
  }
  return lines + [line]
}

/// Characters that stay on one line.
private struct Piece {
  var text: String
  let followsSpace: Bool
}

private func pieces(of paragraph: Substring) -> [Piece] {
  var pieces: [Piece] = []
  var afterSpace = true
  var previous: Character?
  for character in paragraph {
    if character == " " || character == "\t" || character == "\u{3000}" {
      afterSpace = true
      continue
    }
    if !afterSpace, let before = previous, !mayBreak(between: before, and: character) {
      pieces[pieces.count - 1].text.append(character)
    } else {
      pieces.append(Piece(text: String(character), followsSpace: afterSpace))
    }
    previous = character
    afterSpace = false
  }
  return pieces
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
  if "，。、；：！？）】》」』”’…%％,.;:!?)]}".contains(right) { return false }
  if "（【《「『“‘([{".contains(left) { return false }
  return left.displayWidth == 2 || right.displayWidth == 2
}
