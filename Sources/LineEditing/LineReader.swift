// Entries from a pipe or a file: the same as typed, without a terminal.

public import Diagnostics
import Glibc

/// Reads whole entries, of one line or several, from a text.
///
/// A pipe is read as far as an entry needs it, so that its writer may wait for the answer. Lines end in
/// `\n` or `\r\n`; a byte order mark at the start is skipped, as are blank lines between entries.
public struct LineReader {
  /// A whole entry.
  public struct Entry: Sendable, Equatable {
    /// Its text, with `\n` between its lines.
    public var text: String

    /// The line it begins on, counted from 1.
    public var line: Int

    /// Whether it is complete; only the last entry may not be.
    public var isComplete: Bool
  }

  private let name: String
  private let descriptor: Int32?
  private var bytes: ArraySlice<UInt8>
  /// How many of the bytes are known to have no line break.
  private var searched = 0
  private var lineNumber = 0

  /// Reads from a text that is there already; findings name it by `name`.
  public init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes[...]
    descriptor = nil
  }

  /// Reads from an open file or pipe, which stays open; findings name it by `name`.
  public init(descriptor: Int32, name: String) {
    self.name = name
    self.descriptor = descriptor
    bytes = []
  }

  /// The next entry; nil at the end.
  ///
  /// - Parameter isComplete: Whether a text is a whole entry. It is asked after each line.
  /// - Throws: What cannot be read, or is not UTF-8, with its place.
  public mutating func next(isComplete: (String) -> Bool) throws(Failure) -> Entry? {
    var entry: Entry?
    while let line = try nextLine() {
      if var begun = entry {
        begun.text += "\n" + line
        entry = begun
      } else if line.allSatisfy(\.isWhitespace) {
        continue
      } else {
        entry = Entry(text: line, line: lineNumber, isComplete: false)
      }
      guard var whole = entry, isComplete(whole.text) else { continue }
      whole.isComplete = true
      return whole
    }
    return entry
  }

  private mutating func nextLine() throws(Failure) -> String? {
    var end = lineBreak()
    while end == nil, try readMore() { end = lineBreak() }
    guard end != nil || !bytes.isEmpty else { return nil }
    lineNumber += 1
    var line = bytes[..<(end ?? bytes.endIndex)]
    bytes = bytes[(end.map { $0 + 1 } ?? bytes.endIndex)...]
    searched = 0
    if line.last == 0x0D { line.removeLast() }
    if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    guard let text = String(validating: line, as: UTF8.self) else { throw notText(line) }
    return text
  }

  private mutating func lineBreak() -> Int? {
    let end = bytes[(bytes.startIndex + searched)...].firstIndex(of: 0x0A)
    searched = bytes.count
    return end
  }

  /// Reads what is there, at least one byte; false at the end.
  private mutating func readMore() throws(Failure) -> Bool {
    guard let descriptor else { return false }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes += buffer[..<count] }
      if count >= 0 { return count > 0 }
      guard errno == EINTR else {
        let reason = String(cString: strerror(errno))
        throw Failure(Finding("input.unreadable", "`\(name)` cannot be read: \(reason)"))
      }
    }
  }

  private func notText(_ line: ArraySlice<UInt8>) -> Failure {
    var valid = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = line.makeIterator()
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
      valid.append(Unicode.UTF8.decode(encoded))
    }
    let before = String(repeating: "\n", count: lineNumber - 1)
    let file = SourceFile(path: name, text: before + String(decoding: line, as: UTF8.self))
    return Failure(
      Finding(
        "text.not-utf8", "this is not UTF-8 text",
        at: SourceSpan(file: file, line: lineNumber, column: String(valid).count + 1),
        suggestion: "write the input in the encoding UTF-8"))
  }
}
