import Diagnostics
import Testing

@testable import DataSources

/// Bytes that come in parts of a size.
private final class Parts: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    let part = rest.prefix(min(size, buffer.count))
    buffer.copyBytes(from: part)
    rest.removeFirst(part.count)
    return part.count
  }
}

@Suite struct TranscodedSourceTests {
  private func text(_ bytes: [UInt8], size: Int = 1 << 20) throws(Failure) -> String {
    let source = try TranscodedSource(
      Parts(bytes, size: size), path: "firms.csv", encoding: .gb18030)
    return String(decoding: try source.rest(), as: UTF8.self)
  }

  /// `企业，𠮷 é€` and a line end.
  private static let sample: [UInt8] = [
    0xC6, 0xF3, 0xD2, 0xB5, 0xA3, 0xAC, 0x95, 0x34, 0xB2, 0x35, 0x20, 0xA8, 0xA6, 0xA2, 0xE3, 0x0A,
  ]

  @Test(arguments: [1, 2, 3, 5, 100])
  func `characters may be cut anywhere`(_ size: Int) throws {
    let long = Array(repeatElement(Self.sample, count: 100).joined())
    let expected = String(repeating: "企业，𠮷 é€\n", count: 100)
    #expect(try text(long, size: size) == expected)
  }

  @Test func `a buffer may be too small for one character`() throws {
    let source = try TranscodedSource(
      Parts(Self.sample, size: 4), path: "firms.csv", encoding: .gb18030)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while try source.fill(buffer) > 0 { bytes.append(buffer[0]) }
    #expect(String(decoding: bytes, as: UTF8.self) == "企业，𠮷 é€\n")
  }

  @Test(arguments: [1, 3, 1 << 16])
  func `what is no character is told with its place`(_ size: Int) {
    for (lineEnd, line) in [("\n", 4), ("\r\n", 4), ("\r", 4)] {
      let text = "id,name" + lineEnd + "a,b" + lineEnd + lineEnd + "c,"
      let bytes = Array(text.utf8) + [0xC6, 0xF3, 0xFF, 0x2C, 0x0A]
      let failure = #expect(throws: Failure.self) { try self.text(bytes, size: size) }
      let finding = failure?.findings.first
      #expect(finding?.message == "the byte FF begins no character of GB18030")
      #expect(finding?.span?.place == "firms.csv:\(line):4")
    }
  }

  @Test func `a cut off text is told`() {
    let failure = #expect(throws: Failure.self) { try text(Array("id\n".utf8) + [0xC6]) }
    #expect(
      failure?.findings.first?.message
        == "the text ends in the middle of a character of GB18030")
    #expect(failure?.findings.first?.span?.place == "firms.csv:2:1")
  }

  @Test func `the mark of UTF-8 is another encoding`() {
    let failure = #expect(throws: Failure.self) { try text([0xEF, 0xBB, 0xBF, 0x61]) }
    #expect(failure?.findings.first?.suggestion == "leave out `--encoding gb18030`")
  }

  @Test func `nothing is nothing`() throws {
    #expect(try text([]).isEmpty)
  }
}
