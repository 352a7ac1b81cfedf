// Entries from pipes and texts.

import Diagnostics
import Foundation
import Testing

@testable import LineEditing

@Suite("Reading entries without a terminal")
struct LineReaderTests {
  private typealias Entry = LineReader.Entry

  /// Complete when the braces are balanced.
  private func isComplete(_ text: String) -> Bool {
    text.count { $0 == "{" } <= text.count { $0 == "}" }
  }

  private func entries(_ text: String) throws -> [LineReader.Entry] {
    var reader = LineReader(Array(text.utf8), name: "script")
    var entries: [LineReader.Entry] = []
    while let entry = try reader.next(isComplete: isComplete) { entries.append(entry) }
    return entries
  }

  @Test("gives whole entries with the lines they begin on")
  func whole() throws {
    #expect(
      try entries("a\n\n  \nb {\n\n指标 }\nc") == [
        Entry(text: "a", line: 1, isComplete: true),
        Entry(text: "b {\n\n指标 }", line: 4, isComplete: true),
        Entry(text: "c", line: 7, isComplete: true),
      ])
  }

  @Test("says that the last entry is not complete")
  func incomplete() throws {
    #expect(
      try entries("a\nb {\nc\n") == [
        Entry(text: "a", line: 1, isComplete: true),
        Entry(text: "b {\nc", line: 2, isComplete: false),
      ])
  }

  @Test("gives nothing for nothing", arguments: ["", "\n", " \n\t\n", "\u{FEFF}", "\u{FEFF}\r\n"])
  func nothing(text: String) throws {
    #expect(try entries(text).isEmpty)
  }

  @Test("skips a byte order mark, and takes line breaks of Windows")
  func windows() throws {
    #expect(
      try entries("\u{FEFF}a {\r\n}\r\nb\r\n") == [
        Entry(text: "a {\n}", line: 1, isComplete: true),
        Entry(text: "b", line: 3, isComplete: true),
      ])
  }

  @Test(
    "refuses bytes that are not UTF-8, with their place",
    arguments: [
      ([0xFF], 4), ([0xE6, 0x8C], 4), ([0x61, 0xC0, 0xAF], 5), ([0xE6, 0x8C, 0x87, 0x80], 5),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], column: Int) throws {
    var reader = LineReader(
      Array("a\nb {\n指标 ".utf8) + bytes + Array("\nc".utf8), name: "script")
    #expect(try reader.next(isComplete: isComplete)?.text == "a")
    let failure = try #require(throws: Failure.self) { try reader.next(isComplete: isComplete) }
    #expect(failure.findings.map(\.code) == ["text.not-utf8"])
    #expect(failure.findings.map(\.span?.place) == ["script:3:\(column)"])
  }

  @Test("does not wait for more than an entry needs")
  func pipe() throws {
    let pipe = Pipe()
    var reader = LineReader(
      descriptor: pipe.fileHandleForReading.fileDescriptor, name: "standard input")
    try pipe.fileHandleForWriting.write(contentsOf: Data("a\nb {\n".utf8))
    #expect(try reader.next(isComplete: isComplete)?.text == "a")
    try pipe.fileHandleForWriting.write(contentsOf: Data("} 指".utf8.dropLast()))
    try pipe.fileHandleForWriting.write(contentsOf: Data("指".utf8.suffix(1) + Data("\nc".utf8)))
    #expect(
      try reader.next(isComplete: isComplete) == Entry(text: "b {\n} 指", line: 2, isComplete: true))
    try pipe.fileHandleForWriting.close()
    #expect(try reader.next(isComplete: isComplete) == Entry(text: "c", line: 4, isComplete: true))
    #expect(try reader.next(isComplete: isComplete) == nil)
  }

  @Test("reads long lines whole")
  func longLine() throws {
    let line = String(repeating: "数据 ", count: 100_000)
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data("a\n\(line)\nb".utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = try FileHandle(forReadingFrom: path)
    var reader = LineReader(descriptor: file.fileDescriptor, name: "file")
    #expect(try reader.next(isComplete: isComplete)?.text == "a")
    let isSame = try reader.next(isComplete: isComplete)?.text == line
    #expect(isSame)
    #expect(try reader.next(isComplete: isComplete)?.line == 3)
  }

  @Test("tells that it cannot read")
  func unreadable() throws {
    let folder = open(FileManager.default.temporaryDirectory.path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    var reader = LineReader(descriptor: folder, name: "folder")
    let failure = try #require(throws: Failure.self) { try reader.next(isComplete: isComplete) }
    #expect(failure.findings.map(\.message) == ["`folder` cannot be read: Is a directory"])
  }
}
