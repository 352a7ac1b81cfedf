// How two outputs differ, line by line, with what the eye cannot see made visible.

import Foundation

/// Describes how one output differs from another.
enum TextDifference {
  /// The lines of both outputs, those that are missing marked `-` and those that are new `+`; empty when
  /// the bytes are the same.
  static func describe(_ name: String, expected: Data, actual: Data) -> String {
    guard expected != actual else { return "" }
    let old = lines(expected)
    let new = lines(actual)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var text = "\(name) (- expected, + actual):\n"
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        text += "  - \(old[left])\n"
        left += 1
      } else if right < new.count, inserted.contains(right) {
        text += "  + \(new[right])\n"
        right += 1
      } else {
        text += "    \(old[left])\n"
        (left, right) = (left + 1, right + 1)
      }
    }
    return text
  }

  /// The lines with their ends, every other control character and every byte that is not UTF-8 escaped.
  private static func lines(_ data: Data) -> [String] {
    data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { position, line in
        let isLast = position == data.count { $0 == UInt8(ascii: "\n") }
        return visible(line) + (isLast ? "∎" : "")
      }
  }

  private static func visible(_ line: Data) -> String {
    guard let text = String(validating: line, as: UTF8.self) else {
      return line.map { 0x20..<0x7F ~= $0 ? String(UnicodeScalar($0)) : ByteEdits.escape($0) }
        .joined()
    }
    return text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format: scalar.escaped(asASCII: true)
      default: String(scalar)
      }
    }.joined()
  }
}
