// Entries as lines of a file.

/// One entry a line, with line breaks and backslashes escaped.
enum HistoryText {
  /// The line of an entry, without its line break.
  static func line(of entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: #"\\"#.unicodeScalars)
      case "\n": line.append(contentsOf: #"\n"#.unicodeScalars)
      case "\r": line.append(contentsOf: #"\r"#.unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The entry of a line.
  ///
  /// What is escaped needlessly stands for itself, so every line is an entry.
  static func entry(of line: String) -> String {
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "n"): entry.append("\n")
      case (true, "r"): entry.append("\r")
      case (true, "\\"): entry.append("\\")
      case (true, _):
        entry.append("\\")
        entry.append(scalar)
      case (false, _): entry.append(scalar)
      }
      isEscaped = false
    }
    if isEscaped { entry.append("\\") }
    return String(entry)
  }
}
