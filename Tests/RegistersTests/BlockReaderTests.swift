import CRegister
import DataSources
import Testing

@testable import Registers

@Suite struct RegisterBlockTests {
  private func end(_ text: String, _ format: RowFormat = .csv, limit: Int? = nil) -> Int {
    let bytes = Array(text.utf8)
    return RegisterBlock.rowEnd(bytes, format, limit: limit ?? bytes.count)
  }

  @Test(arguments: [
    ("", 0), ("a", 0), ("a\n", 2), ("a\nb", 2), ("a\r", 0), ("a\r\n", 3), ("a\rb", 2),
    ("a,\"x\ny\"\nb", 8), ("a,\"x\ny", 0), ("a\"b\n\"", 4), ("\"a\"\"\n\"\nb", 7),
    ("a,\"b\"x\"\nc", 8),
  ])
  func `a block ends behind its last whole record`(_ text: String, _ expected: Int) {
    #expect(end(text) == expected)
  }

  @Test func `a block is cut at a limit, or behind it where no record ends before`() {
    #expect(end("aa\nbb\ncc\n", limit: 5) == 3)
    #expect(end("aa\nbb\ncc\n", limit: 1) == 3)
    #expect(end("\"a\na\"\nbb\n", limit: 2) == 6)
  }

  @Test func `a block of JSON ends behind a line, whatever is quoted in it`() throws {
    let text = "{\"a\":\"\\\",\"}\n{\"b\":\"\\\"\"}\r\n{"
    #expect(end(text, .jsonl) == text.utf8.count - 1)
    #expect(end(text, .jsonl, limit: 3) == 12)
    let block = RegisterBlock(bytes: Array(text.utf8), format: .jsonl, line: 1, offset: 0)
    let (first, second) = try #require(block.halves)
    #expect((first.format, second.format) == (.jsonl, .jsonl))
    #expect((first.bytes.count, second.line) == (12, 2))
  }

  @Test func `halves hold every row once, with their lines and duplicates`() throws {
    var block = RegisterBlock(bytes: Array("a\n\"b\nb\"\nc\nd\n".utf8), line: 7, offset: 100)
    block.duplicates = [.init(line: 7, first: 1), .init(line: 11, first: 2)]
    let (first, second) = try #require(block.halves)
    #expect(first.bytes + second.bytes == block.bytes)
    #expect((first.line, second.line) == (7, 7 + first.bytes.count { $0 == 10 }))
    #expect(second.offset == 100 + first.bytes.count)
    #expect(first.duplicates + second.duplicates == block.duplicates)
    #expect(RegisterBlock(bytes: Array("a\n".utf8), line: 1, offset: 0).halves == nil)
  }

  @Test func `a ledger finds every key that it was given, in memory and on disk`() throws {
    let ledger = try #require(KeyLedger(folder: "/tmp"))
    let count = 600_000
    for start in stride(from: 0, to: count, by: 10_000) {
      var keys = RegisterKeys()
      for number in start..<(start + 10_000) {
        keys.add("E\(number)", line: number + 2, seed: [1, 2])
      }
      #expect(ledger.add(keys) == [])
    }
    var keys = RegisterKeys()
    for number in [0, 5, 262_143, 262_144, 300_000, count - 1] {
      keys.add("E\(number)", line: count + 5, seed: [1, 2])
    }
    keys.add("another", line: count + 6, seed: [1, 2])
    #expect(
      ledger.add(keys)
        == [2, 7, 262_145, 262_146, 300_002, count + 1].map { .init(line: count + 5, first: $0) })
  }
}
