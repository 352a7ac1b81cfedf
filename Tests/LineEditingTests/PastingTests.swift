// Pastes, and what is typed ahead, in a real terminal.

import Foundation
import TerminalTestSupport
import Testing

@Suite("Pasting", .needsTerminal)
struct PastingTests {
  private static let long = (0..<5000).map { "v[\($0)] = \"万元 \($0 * 7)\"" }

  /// What the probe computes of a long text.
  private func sum(_ text: String) -> UInt64 {
    text.utf8.reduce(0) { ($0 &* 31 &+ UInt64($1)) % 1_000_000_007 }
  }

  @Test("inserts lines as they are, to be entered as one entry")
  func lines() async throws {
    let terminal = try await Terminal.probe()
    try terminal.type("f()")
    try terminal.press("Left")
    try terminal.paste("一 {\n\tb\n\n}\n")
    try await terminal.wait(for: "pasted text") {
      $0.rows == ["> f(一 {", ".       b", ".", ". })"] && $0.row == 3 && $0.column == 3
    }
    try terminal.press("Enter")
    try await terminal.wait(forRows: #"entered 4: "f(一 {\n\tb\n\n})""#, ">")
    try terminal.paste("\n")
    try terminal.press("Enter")
    try await terminal.wait(forRows: ">", #"entered 1: """#, ">")
  }

  @Test("loses nothing of 5,000 lines")
  func many() async throws {
    let terminal = try await Terminal.probe()
    let text = Self.long.joined(separator: "\n")
    try terminal.paste(text + "\n")
    try await terminal.wait(forRows: ". \(Self.long[4998])", ". \(Self.long[4999])")
    try terminal.press("Enter")
    try await terminal.wait(
      forRows: "entered 5000: \(text.utf8.count) bytes", "sum \(sum(text))", ">")
    try terminal.press("Up", "BSpace")
    try terminal.type("'")
    try terminal.press("Enter")
    let edited = text.dropLast() + "'"
    try await terminal.wait(
      forRows: "entered 5000: \(text.utf8.count) bytes", "sum \(sum(String(edited)))", ">")
  }

  @Test("loses nothing of 5,000 lines from a terminal that does not mark pastes")
  func unmarked() async throws {
    let terminal = try await Terminal.probe()
    try terminal.paste(Self.long.joined(separator: "\n") + "\n", isMarked: false)
    let last = "entered 1: \(Self.long[4999].debugDescription)"
    try await terminal.wait(forRows: last, ">")
    let transcript = try terminal.transcript()
    let expected = Self.long.flatMap { ["> \($0)", "entered 1: \($0.debugDescription)"] }
    let isSame = transcript.prefix(10_000).elementsEqual(expected)
    #expect(isSame)
  }

  @Test("keeps what is typed ahead, and shows it once")
  func typedAhead() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter(":wait")
    try await terminal.wait(forRows: "> :wait", "waiting")
    try terminal.enter("指标 {")
    try terminal.paste("b\nc")
    try terminal.enter("}")
    try terminal.type("d")
    try Data().write(to: URL(filePath: terminal.folder + "/go"))
    try await terminal.wait(for: "typed text") {
      $0.rows == [
        "> :wait", "waiting", "> 指标 {", ". b", ". c}", #"entered 3: "指标 {\nb\nc}""#, "> d",
      ]
    }
  }

  @Test("stops at Ctrl-C where the end of the paste never comes")
  func unfinished() async throws {
    let terminal = try await Terminal.probe()
    try terminal.send(bytes: Array("\u{1B}[200~abc".utf8))
    try terminal.press("C-c")
    try await terminal.wait(forRows: "> ^C", "interrupted", ">")
  }
}
