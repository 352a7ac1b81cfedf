// Histories, and the file that several sessions share.

import Diagnostics
import Foundation
import Testing

@testable import LineEditing

@Suite("A history")
final class EntryHistoryTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  var path: String { folder.appending(path: "state/yardstick/history").path }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func contents() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func write(_ bytes: [UInt8]) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  @Test("remembers entries of a session, without blank ones and repetitions")
  func session() {
    var history = EntryHistory(limit: 3)
    for entry in ["a", "a", " ", "", "b", "a", "c {\n}", "c {\n}"] { history.add(entry) }
    #expect(history.entries == ["b", "a", "c {\n}"])
    #expect(history.problems.isEmpty)
  }

  @Test("is there in the next session, line breaks included")
  func nextSession() throws {
    var first = EntryHistory(path: path)
    first.add("a {\n 指标 }")
    first.add(#"b = "\n""#)
    let second = EntryHistory(path: path)
    #expect(second.entries == ["a {\n 指标 }", #"b = "\n""#])
    #expect(second.problems.isEmpty)
  }

  @Test("can be read by its owner only")
  func permissions() throws {
    var history = EntryHistory(path: path)
    history.add("a")
    let manager = FileManager.default
    let file = try manager.attributesOfItem(atPath: path)
    let parent = try manager.attributesOfItem(atPath: URL(filePath: path + "/..").standardized.path)
    #expect(file[.posixPermissions] as? Int == 0o600)
    #expect(parent[.posixPermissions] as? Int == 0o700)
  }

  @Test("creates no file before the first entry")
  func noFile() {
    let history = EntryHistory(path: path)
    #expect(history.problems.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("loses nothing of two sessions at once")
  func twoSessions() {
    var first = EntryHistory(path: path)
    var second = EntryHistory(path: path)
    first.add("first 1")
    second.add("second 1")
    first.add("first 2")
    #expect(EntryHistory(path: path).entries == ["first 1", "second 1", "first 2"])
    #expect(second.entries == ["second 1"])
  }

  @Test("loses nothing when many sessions write and shorten at once")
  func manySessions() async {
    let path = self.path
    await withTaskGroup { group in
      for session in 0..<8 {
        group.addTask {
          for number in 0..<20 {
            var history = EntryHistory(path: path, limit: 100)
            history.add("\(session) \(number)")
          }
        }
      }
    }
    let all = EntryHistory(path: path, limit: 1000).entries
    #expect(all.count == Set(all).count)
    #expect(all.count == 160)
    for session in 0..<8 {
      let own = all.filter { $0.hasPrefix("\(session) ") }
      #expect(own == (0..<20).map { "\(session) \($0)" })
    }
  }

  @Test("is shortened by a session that finds more than twice the limit")
  func shortening() throws {
    for number in 1...2 {
      try write(Array((1...(20 + number)).map { "\($0)\n" }.joined().utf8))
      let history = EntryHistory(path: path, limit: 10)
      #expect(history.entries == ((11 + number)...(20 + number)).map(String.init))
    }
    #expect(EntryHistory(path: path, limit: 100).entries.count == 10)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: path).deletingLastPathComponent().path)
    #expect(files == ["history"])
  }

  @Test("stays a symbolic link when it is shortened")
  func symbolicLink() throws {
    try write(Array((1...30).map { "\($0)\n" }.joined().utf8))
    let link = folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    var history = EntryHistory(path: link, limit: 10)
    history.add("new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(EntryHistory(path: path, limit: 100).entries == (21...30).map(String.init) + ["new"])
  }

  @Test("goes on behind half a line")
  func halfLine() throws {
    try write(Array("whole\nhal".utf8))
    var history = EntryHistory(path: path)
    history.add("next")
    #expect(try contents() == "whole\nhal\nnext\n")
  }

  @Test("leaves out lines that are not UTF-8, and warns")
  func notText() throws {
    try write(Array("a\n".utf8) + [0xFF, 0x0A] + Array("b\n".utf8))
    let history = EntryHistory(path: path)
    #expect(history.entries == ["a", "b"])
    #expect(
      history.problems.map(\.message) == [
        "1 line of the history `\(path)` left out: not UTF-8 text"
      ])
    #expect(history.problems.map(\.severity) == [.warning])
  }

  @Test("keeps pasted data for the session only")
  func longEntry() throws {
    let long = String(repeating: "数", count: 30_000)
    var history = EntryHistory(path: path)
    history.add("short")
    history.add(long)
    #expect(history.entries == ["short", long])
    #expect(try contents() == "short\n")
  }

  @Test("that is no file is a warning, and lasts as long as the session")
  func folderInstead() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var history = EntryHistory(path: path)
    history.add("a")
    history.add("b")
    #expect(history.entries == ["a", "b"])
    #expect(history.problems.map(\.message) == ["the history `\(path)` is no regular file"])
  }

  @Test("that cannot be written is a warning, once")
  func unwritable() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "file").path
    try Data().write(to: URL(filePath: file))
    var history = EntryHistory(path: file + "/history")
    history.add("a")
    history.add("b")
    #expect(history.entries == ["a", "b"])
    #expect(
      history.problems.map(\.message) == [
        "the history `\(file)/history` cannot be opened: Not a directory"
      ])
  }

  @Test(
    "lies where the XDG specification says",
    arguments: [
      (["XDG_STATE_HOME": "/state", "HOME": "/home"], "/state/yardstick/history"),
      (["HOME": "/home"], "/home/.local/state/yardstick/history"),
      (["XDG_STATE_HOME": "", "HOME": "/home"], "/home/.local/state/yardstick/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/home"], "/home/.local/state/yardstick/history"),
      (["HOME": ""], nil), ([:], nil),
    ])
  func standardPath(environment: [String: String], path: String?) {
    #expect(EntryHistory.standardPath(of: "yardstick") { environment[$0] } == path)
  }
}
