import Testing

@testable import Wire

@Suite struct WireTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, Int.max, Int.min])
  func `numbers come back as they were`(_ value: Int) throws {
    var writer = WireWriter()
    writer.write(value)
    var reader = WireReader(writer.bytes)
    #expect(try reader.integer() == value)
    try reader.finish()
  }

  @Test(arguments: [0, 1, -1, Int128.max, Int128.min, Int128(1) << 64, -(Int128(1) << 64) - 1])
  func `wide numbers come back as they were`(_ value: Int128) throws {
    var writer = WireWriter()
    writer.write(value)
    var reader = WireReader(writer.bytes)
    #expect(try reader.wide() == value)
  }

  @Test func `texts, lists and absent values come back as they were`() throws {
    var writer = WireWriter()
    writer.write(["", "研发", "a\u{0}b"])
    writer.write(String?.none)
    writer.write(Int?.some(7))
    var reader = WireReader(writer.bytes)
    #expect(try reader.list(of: String.self) == ["", "研发", "a\u{0}b"])
    #expect(try reader.optional(String.self) == nil)
    #expect(try reader.optional(Int.self) == 7)
    try reader.finish()
  }

  @Test func `a message cut anywhere is an error and never a trap`() throws {
    var writer = WireWriter()
    writer.write(["one", "two"])
    writer.write(Int.max)
    for end in 0..<writer.bytes.count {
      var reader = WireReader(Array(writer.bytes[..<end]))
      #expect(throws: WireError.self) {
        _ = try reader.list(of: String.self)
        _ = try reader.integer()
      }
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x05, 0x61],
      [0xFF, 0xFF, 0xFF, 0x7F], [0x02, 0xC3, 0x28],
    ] as [[UInt8]])
  func `a lie about a count, or no UTF-8, is an error`(_ bytes: [UInt8]) {
    var reader = WireReader(bytes)
    #expect(throws: WireError.self) { _ = try reader.text() }
  }

  @Test func `what comes after the last value is an error`() {
    #expect(throws: WireError.self) { try WireReader([0]).finish() }
  }
}
