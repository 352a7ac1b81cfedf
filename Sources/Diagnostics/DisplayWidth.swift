// How many terminal columns a text takes.

extension Character {
  /// The number of terminal columns: 0 for combining marks, 2 for wide East Asian characters, else 1.
  ///
  /// Wide are the ranges that Unicode's East Asian Width calls W and F; ambiguous ones count as 1.
  public var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}

extension StringProtocol {
  /// The number of terminal columns the text takes on one line.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}
