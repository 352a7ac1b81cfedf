// Entries that are taller than the window, or end where a row ends.

import TerminalTestSupport
import Testing

@Suite("A long entry", .needsTerminal)
struct LongEntryTests {
  @Test("shows the part around the cursor")
  func tall() async throws {
    let terminal = try await Terminal.probe(columns: 30, rows: 6)
    try terminal.paste((1...10).map { "行 \($0)" }.joined(separator: "\n"))
    let end = (5...10).map { ". 行 \($0)" }
    try await terminal.wait(for: "end") { $0.rows == end && $0.row == 5 && $0.column == 7 }
    for _ in 1...6 { try terminal.press("Up") }
    try terminal.type("字")
    let middle = [". 行 4字"] + (5...9).map { ". 行 \($0)" }
    try await terminal.wait(for: "middle") { $0.rows == middle && $0.row == 0 && $0.column == 8 }
    for _ in 1...3 { try terminal.press("Up") }
    try terminal.press("Home", "DC", "DC")
    let start = ["> 1", ". 行 2", ". 行 3", ". 行 4字", ". 行 5", ". 行 6"]
    try await terminal.wait(for: "start") { $0.rows == start && $0.row == 0 && $0.column == 2 }
    try terminal.press("Down", "Down", "Down", "Down", "Down", "Down", "End")
    try terminal.type("!")
    let later = [". 行 2", ". 行 3", ". 行 4字", ". 行 5", ". 行 6", ". 行 7!"]
    try await terminal.wait(for: "later part") { $0.rows == later && $0.row == 5 }
    try terminal.press("Enter")
    let text = (["1"] + (2...10).map { "行 \($0)" }).joined(separator: "\n")
      .replacing("4", with: "4字").replacing("7", with: "7!")
    try await terminal.wait(for: "entry") {
      $0.rows.joined().contains("entered 10: \(text.debugDescription)>")
    }
  }

  @Test("can end where its row ends")
  func fullRow() async throws {
    let terminal = try await Terminal.probe(columns: 12)
    try terminal.type("0123456789")
    try await terminal.wait(for: "full row") {
      $0.rows == ["> 0123456789"] && $0.row == 1 && $0.column == 0
    }
    try terminal.press("BSpace")
    try await terminal.wait(for: "shorter row") {
      $0.rows == ["> 012345678"] && $0.row == 0 && $0.column == 11
    }
    try terminal.type("x{")
    try await terminal.wait(for: "second row") {
      $0.rows == ["> 012345678x", "{"] && $0.row == 1 && $0.column == 1
    }
    try terminal.press("BSpace", "Home")
    try terminal.type("{")
    try terminal.press("DC", "End", "Enter")
    try terminal.type("}")
    let rows = ["> {12345678x", ". }"]
    try await terminal.wait(for: "two lines") { $0.rows == rows && $0.row == 1 && $0.column == 3 }
    try terminal.press("Up", "End", "BSpace", "BSpace")
    try terminal.type("中字")
    try await terminal.wait(for: "wrapped line") {
      $0.rows == ["> {1234567中", "字", ". }"] && $0.row == 1 && $0.column == 2
    }
    try terminal.press("BSpace", "Enter", "Enter")
    try await terminal.wait(for: "entry") {
      $0.rows.prefix(2) == ["> {1234567中", ". }"] && $0.rows[2] == "entered 2: \""
    }
  }

  @Test("may hold tabs and control characters")
  func controls() async throws {
    let terminal = try await Terminal.probe(columns: 20)
    try terminal.paste("a\tb\u{1}\u{7F}\u{200B}中")
    try await terminal.wait(for: "text") {
      $0.rows == ["> a     b^A^?\u{FFFD}中"] || $0.column == 15
    }
    try terminal.press("BSpace", "BSpace", "BSpace")
    try await terminal.wait(for: "less text") { $0.rows == ["> a     b^A"] && $0.column == 11 }
  }

  @Test("combines what belongs on one character")
  func combining() async throws {
    let terminal = try await Terminal.probe(columns: 20)
    try terminal.type("e\u{301}x")
    try await terminal.wait(for: "text") { $0.rows == ["> e\u{301}x"] && $0.column == 4 }
    try terminal.press("Left", "BSpace")
    try await terminal.wait(for: "plain letter") {
      $0.rows.map { Array($0.unicodeScalars) } == [Array("> ex".unicodeScalars)] && $0.column == 3
    }
  }

  @Test("clears the screen above it on Ctrl-L")
  func clearing() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter("a")
    try terminal.type("指标")
    try terminal.press("C-l")
    try await terminal.wait(for: "empty screen") { $0.rows == ["> 指标"] && $0.column == 6 }
  }
}
