// The completion key in a real terminal.

import TerminalTestSupport
import Testing

@Suite("Completing", .needsTerminal)
struct CompletingTests {
  @Test("inserts what is common, then lists with details")
  func details() async throws {
    let terminal = try await Terminal.probe()
    try terminal.type("x = gd")
    try terminal.press("Tab")
    try await terminal.wait(for: "common part") { $0.rows == ["> x = gdp_"] && $0.column == 10 }
    try terminal.press("Tab")
    let list = ["> x = gdp_", "gdp_growth  地区生产总值增速", "gdp_level   地区生产总值", "> x = gdp_"]
    try await terminal.wait(for: "list") { $0.rows == list && $0.column == 10 }
    try terminal.type("l")
    try terminal.press("Tab", "Enter")
    try await terminal.wait(forRows: #"entered 1: "x = gdp_level""#, ">")
  }

  @Test("aligns wide characters, and works in the middle of a line")
  func wide() async throws {
    let terminal = try await Terminal.probe(columns: 30)
    try terminal.type("f(指) + 一二三四五六七八九十")
    try terminal.press("Home", "Right", "Right", "Right", "Tab")
    let line = ["> f(指标) + 一二三四五六七八九", "十"]
    try await terminal.wait(for: "common part") {
      $0.rows == line && $0.column == 8 && $0.row == 0
    }
    try terminal.press("Tab")
    try await terminal.wait(for: "list") {
      $0.rows == line + ["指标总量  指标增速  指标占比"] + line && $0.column == 8 && $0.row == 3
    }
    try terminal.type("占")
    try terminal.press("Tab", "Enter")
    try await terminal.wait(
      forRows: #"entered 1: "f(指标占比) + 一二"#, #"三四五六七八九十""#, ">")
  }

  @Test("cuts long lists")
  func many() async throws {
    let terminal = try await Terminal.probe(columns: 50, rows: 30)
    try terminal.type("many_")
    try terminal.press("Tab")
    try await terminal.wait(
      forRows: "many_119  many_139  many_159  many_179  many_199", "… +100", "> many_")
  }

  @Test("knows the earlier lines of the entry, and indents empty ones")
  func furtherLine() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter("{")
    try terminal.press("Tab")
    try terminal.type("s")
    try terminal.press("Tab")
    try await terminal.wait(forRows: "> {", ".   single_one")
    try terminal.enter("}")
    try await terminal.wait(forRows: #"entered 2: "{\n  single_one}""#, ">")
  }
}
