// Edits of single bytes, for files that no editor or version control would keep as they are.

import Foundation

/// The edits of a fixture's file `bytes`, one a line.
///
/// ```text
/// data/subjects.csv += E9,\xFF\xFE\n      adds bytes at the end
/// catalog/areas.yaml =+ \xEF\xBB\xBF     puts bytes before everything else
/// scripts/empty.lua =                    makes a file of these bytes
/// yardstick.yaml crlf                    ends every line with \r\n
/// ```
///
/// Escapes are `\xHH`, `\n`, `\r`, `\t` and `\\`. Lines that begin with `#` are comments.
struct ByteEdits {
  private enum Change: Equatable {
    case replace([UInt8])
    case append([UInt8])
    case prepend([UInt8])
    case carriageReturns
  }

  private var edits: [(path: String, change: Change)] = []

  init(_ file: URL) throws {
    try self.init(String(contentsOf: file, encoding: .utf8))
  }

  init(_ text: String) throws {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 2)
      let bytes = try Self.unescape(parts.count > 2 ? parts[2] : "")
      switch parts.dropFirst().first {
      case "=": edits.append((String(parts[0]), .replace(bytes)))
      case "+=": edits.append((String(parts[0]), .append(bytes)))
      case "=+": edits.append((String(parts[0]), .prepend(bytes)))
      case "crlf": edits.append((String(parts[0]), .carriageReturns))
      default: throw FixtureError("`\(line)` is no edit of bytes")
      }
    }
  }

  /// Edits the files of a folder.
  func apply(to folder: URL) throws {
    for (path, change) in edits {
      let file = folder.appending(path: path)
      var data = Data()
      if case .replace = change {} else { data = try Data(contentsOf: file) }
      switch change {
      case .replace(let bytes): data = Data(bytes)
      case .append(let bytes): data += bytes
      case .prepend(let bytes): data = bytes + data
      case .carriageReturns:
        data = Data(data.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] })
      }
      try data.write(to: file)
    }
  }

  /// A byte as `\xHH`.
  static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count < 2 ? "0" : "") + digits
  }

  private static func unescape(_ text: Substring) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "\\"): bytes.append(byte)
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.count == 2, let value = UInt8(digits, radix: 16) else {
          throw FixtureError("`\\x\(digits)` is no byte in `\(text)`")
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      default: throw FixtureError("unknown escape in `\(text)`")
      }
    }
    return bytes
  }
}
