// Earlier entries in a real terminal.

import TerminalTestSupport
import Testing

@Suite("Recalling", .needsTerminal)
struct RecallingTests {
  @Test("goes back and forth, keeping what was being typed")
  func backAndForth() async throws {
    let terminal = try await Terminal.probe()
    for entry in ["a 一", "b 二", "b 二"] { try terminal.enter(entry) }
    try terminal.type("new")
    try terminal.press("Up")
    try await terminal.wait(for: "last entry") { $0.rows.last == "> b 二" && $0.column == 6 }
    try terminal.press("Up")
    try await terminal.wait(for: "first entry") { $0.rows.last == "> a 一" }
    try terminal.press("C-n", "Down")
    try await terminal.wait(for: "new entry") { $0.rows.last == "> new" }
  }

  @Test("finds the entries of an earlier session, and edits one of several lines")
  func sessions() async throws {
    let writing = try await Terminal.probe("state/yardstick/history")
    for line in ["单位 {", "  x", "}", "last"] { try writing.enter(line) }
    try await writing.wait(forRows: #"entered 1: "last""#, ">")
    try writing.press("C-d")
    try await writing.end()

    let reading = try await Terminal.probe(writing.folder + "/state/yardstick/history")
    try reading.press("Up", "Up")
    try await reading.wait(for: "entry") { $0.rows == ["> 单位 {", ".   x", ". }"] && $0.row == 2 }
    try reading.press("Up", "End")
    try reading.type("y 值")
    try reading.press("Up", "Home")
    try reading.type("z")
    try await reading.wait(for: "edited entry") {
      $0.rows == ["> z单位 {", ".   xy 值", ". }"] && $0.row == 0 && $0.column == 3
    }
    try reading.press("Down", "Down", "Enter")
    try await reading.wait(forRows: #"entered 3: "z单位 {\n  xy 值\n}""#, ">")
  }

  @Test("searches with Ctrl-R while the pattern is typed, Chinese included")
  func search() async throws {
    let terminal = try await Terminal.probe()
    for entry in ["指标一 = 1", "x (a.b", "指标二 = 2"] { try terminal.enter(entry) }
    try terminal.type("typed")
    try terminal.press("C-r")
    try await terminal.wait(for: "search") { $0.rows.last == "search []: typed" }
    try terminal.type("指标")
    try await terminal.wait(for: "newest match") { $0.rows.last == "search [指标]: 指标二 = 2" }
    try terminal.press("C-r")
    try await terminal.wait(for: "older match") { $0.rows.last == "search [指标]: 指标一 = 1" }
    try terminal.press("C-r")
    try await terminal.wait(for: "no match") { $0.rows.last == "not found [指标]: 指标一 = 1" }
    try terminal.press("C-s")
    try await terminal.wait(for: "newer match") { $0.rows.last == "search [指标]: 指标二 = 2" }
    try terminal.press("BSpace", "BSpace")
    try terminal.type("(a.")
    try await terminal.wait(for: "match") { $0.rows.last == "search [(a.]: x (a.b" }
    try terminal.press("C-g")
    try await terminal.wait(for: "what was typed") { $0.rows.last == "> typed" && $0.column == 7 }
    try terminal.press("C-r")
    try terminal.type("一")
    try terminal.press("End")
    try terminal.type("0")
    try await terminal.wait(for: "edited match") { $0.rows.last == "> 指标一 = 10" }
    try terminal.press("C-r", "C-c")
    try await terminal.wait(forRows: "> 指标一 = 10^C", "interrupted", ">")
    try terminal.press("C-r")
    try terminal.type("b")
    try terminal.press("Enter")
    try await terminal.wait(forRows: #"entered 1: "x (a.b""#, ">")
  }

  @Test("warns of a history that it cannot read, and works")
  func unreadable() async throws {
    let terminal = try await Terminal.probe("/")
    try terminal.enter("a")
    try terminal.press("Up")
    try await terminal.wait(for: "last entry") {
      $0.rows == [
        "warning: the history `/` is no regular file", "> a", #"entered 1: "a""#, "> a",
      ]
    }
  }
}
