// Text measured, padded and cut by the terminal columns it takes.

import Diagnostics

extension String {
  /// The text cut to a number of terminal columns, with `…` where something was left out.
  ///
  /// A character of two columns is never split, so the result may be one column narrower.
  public func cut(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in self {
      used += character.displayWidth
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text filled up with spaces to a number of terminal columns.
  func padded(toWidth width: Int, _ alignment: TextTable.Alignment) -> String {
    let fill = String(repeating: " ", count: max(0, width - displayWidth))
    return alignment == .left ? self + fill : fill + self
  }

  /// The text with every occurrence of a scalar replaced, also one that a combining mark follows.
  func replacing(_ scalar: Unicode.Scalar, with replacement: String) -> String {
    unicodeScalars.reduce(into: "") { output, next in
      if next == scalar { output += replacement } else { output.unicodeScalars.append(next) }
    }
  }
}
