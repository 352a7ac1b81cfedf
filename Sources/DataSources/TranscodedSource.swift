// Text of another encoding, as UTF-8, while it is read.

package import Diagnostics
import Glibc

/// Text of another encoding as UTF-8.
package final class TranscodedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  private let converter: iconv_t
  private var place: TextPlace

  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// How many bytes of the input wait: at the end of a part a character may be cut in two.
  private var waiting = 0
  private var isAtStart = true
  private var isAtEnd = false

  // A buffer to fill may be too short for a single character, so what is made is kept here.
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  private var made = 0..<0

  /// What is wrong with a character is told once those before it have been handed on.
  private var problem: Failure?

  /// Creates a source.
  ///
  /// - Throws: a ``Failure`` when the system does not know the encoding.
  package init(
    _ source: any ByteSource, path: String, encoding: TextEncoding
  ) throws(Failure) {
    let converter = iconv_open("UTF-8", encoding.name)
    guard let converter, Int(bitPattern: converter) != -1 else {
      throw Failure(
        Finding(
          "data.encoding", "this system cannot read \(encoding.name)",
          suggestion: "install the conversions of the C library, or save `\(path)` as UTF-8"))
    }
    self.source = source
    self.encoding = encoding
    self.converter = converter
    place = TextPlace(path: path)
  }

  deinit {
    iconv_close(converter)
    input.deallocate()
    output.deallocate()
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while made.isEmpty {
      if let problem { throw problem }
      if isAtEnd { return 0 }
      try convert()
    }
    let count = min(buffer.count, made.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: output[made.prefix(count)]))
    made.removeFirst(count)
    return count
  }

  /// Reads and converts one more part.
  private func convert() throws(Failure) {
    let count = try source.fill(UnsafeMutableRawBufferPointer(rebasing: input[waiting...]))
    isAtEnd = count == 0
    waiting += count
    guard waiting > 0 else { return }
    if isAtStart {
      isAtStart = false
      if input.prefix(waiting).starts(with: CSVByte.mark) { throw Failure(alreadyUTF8) }
    }
    var (from, left) = (input.baseAddress?.assumingMemoryBound(to: CChar.self), waiting)
    var (to, room) = (output.baseAddress?.assumingMemoryBound(to: CChar.self), output.count)
    // No character is more than twice as long in UTF-8, so there is always room.
    let isInvalid = iconv(converter, &from, &left, &to, &room) == -1 && errno == EILSEQ
    made = 0..<(output.count - room)
    place.advance(over: UnsafeRawBufferPointer(rebasing: output[made]))
    let rest = input[(waiting - left)..<waiting]
    if isInvalid || (isAtEnd && left > 0) { problem = Failure(wrong(rest, isInvalid)) }
    input.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest))
    waiting = left
  }

  private func wrong(_ rest: Slice<UnsafeMutableRawBufferPointer>, _ isInvalid: Bool) -> Finding {
    // ASCII is never wrong, so that there are two digits.
    let byte = String(rest.first ?? 0, radix: 16, uppercase: true)
    return place.finding(
      "data.encoding",
      isInvalid
        ? "the byte \(byte) begins no character of \(encoding.name)"
        : "the text ends in the middle of a character of \(encoding.name)",
      suggestion: isInvalid
        ? "if it is UTF-8, leave out `--encoding`; else save it again as “CSV UTF-8”"
        : "it may be cut off; fetch it again")
  }

  private var alreadyUTF8: Finding {
    place.finding(
      "data.encoding", "this begins with the mark of UTF-8, and \(encoding.name) is expected",
      suggestion: "leave out `--encoding \(encoding.rawValue)`")
  }
}
