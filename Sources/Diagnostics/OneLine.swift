// Text that is harmless on a terminal.

extension String {
  /// The text on one line without control characters, safe to show on a terminal.
  ///
  /// Line breaks and tabs become spaces; other control characters and text direction marks go.
  public var onOneLine: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    return String(
      flatMap { character -> String in
        if character.isNewline || character == "\t" { return " " }
        var kept = String.UnicodeScalarView()
        for scalar in character.unicodeScalars {
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: continue
          default: kept.append(scalar)
          }
        }
        return String(kept)
      })
  }
}
