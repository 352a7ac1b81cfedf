// Turning the bytes of a file into a text that findings can point into.

package import Diagnostics

extension SourceFile {
  /// Decodes the bytes of a text file.
  ///
  /// A byte order mark is skipped. Bytes that are not UTF-8 and control characters other than tabs and
  /// line breaks are refused, with their position.
  package static func decode(path: String, bytes: [UInt8]) throws(Finding) -> SourceFile {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    let file = SourceFile(path: path, text: String(decoding: content, as: UTF8.self))
    let prefix = readablePrefix(of: content)
    guard let stop = prefix.stop else { return file }
    // Counted on the valid part, so that the repaired characters after it do not matter.
    let lines = prefix.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let span = SourceSpan(file: file, line: lines.count, column: (lines.last?.count ?? 0) + 1)
    switch stop {
    case .invalidByte(let byte):
      throw Finding(
        "text.not-utf8",
        "this is not UTF-8 text: the byte 0x\(hexadecimal(byte)) cannot stand here",
        at: span, suggestion: "save the file in the encoding UTF-8")
    case .controlCharacter(let code):
      throw Finding(
        "text.control-character",
        "the control character U+00\(hexadecimal(code)) cannot stand in a text",
        at: span, suggestion: "remove it")
    }
  }

  private enum Stop {
    case invalidByte(UInt8)
    case controlCharacter(UInt8)
  }

  private static func readablePrefix(of bytes: ArraySlice<UInt8>) -> (text: String, stop: Stop?) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var scalars = String.UnicodeScalarView()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return (String(scalars), nil)
      case .error: return (String(scalars), .invalidByte(bytes[offset]))
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: break
        case 0..<0x20, 0x7F..<0xA0:
          return (String(scalars), .controlCharacter(UInt8(truncatingIfNeeded: scalar.value)))
        default: break
        }
        scalars.append(scalar)
        offset += encoded.count
      }
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
