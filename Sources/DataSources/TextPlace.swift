// How far a text was read, for findings about what comes next.

import Diagnostics

/// How far a text in UTF-8 was read, part by part.
struct TextPlace {
  private let path: String
  private var line = 1
  /// What was read of the line.
  private var beginning: [UInt8] = []
  private var isAfterReturn = false

  /// Findings show no line that is longer.
  private static let longestLine = 1 << 20

  init(path: String) { self.path = path }

  /// Notes what was read.
  mutating func advance(over bytes: UnsafeRawBufferPointer) {
    var start = 0
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case CSVByte.lineFeed where isAfterReturn:
        isAfterReturn = false
        start = position + 1
      case CSVByte.lineFeed, CSVByte.return:
        line += 1
        beginning.removeAll()
        isAfterReturn = byte == CSVByte.return
        start = position + 1
      default: isAfterReturn = false
      }
    }
    let rest = bytes[start...]
    beginning += rest.prefix(max(0, Self.longestLine - beginning.count))
  }

  /// A finding about what comes next.
  func finding(_ code: String, _ message: String, suggestion: String?) -> Finding {
    let text = DataText(path: path, bytes: beginning, firstLine: line)
    return text.finding(
      code, message, line: line, offset: beginning.count, suggestion: suggestion)
  }
}
