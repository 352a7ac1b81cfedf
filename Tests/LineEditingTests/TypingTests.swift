// Typing, moving and deleting in a real terminal.

import Foundation
import TerminalTestSupport
import Testing

@Suite("Typing", .needsTerminal)
struct TypingTests {
  @Test(
    "keeps wide characters in their columns, whatever LANG says",
    arguments: ["C", "", "C.UTF-8", "xx_YY.ISO-8859-1"])
  func wide(language: String) async throws {
    let terminal = try await Terminal.probe(environment: ["LANG": language])
    try terminal.type("中文abc字")
    try await terminal.wait(for: "text") { $0.rows == ["> 中文abc字"] && $0.column == 11 }
    try terminal.press("BSpace", "BSpace")
    try await terminal.wait(for: "less text") { $0.rows == ["> 中文ab"] && $0.column == 8 }
    try terminal.press("Left", "Left", "Left")
    try await terminal.wait(for: "cursor on a wide character") { $0.column == 4 }
    try terminal.press("BSpace")
    try await terminal.wait(for: "less text") { $0.rows == ["> 文ab"] && $0.column == 2 }
    try terminal.type("汉")
    try terminal.press("DC", "Right", "Enter")
    try await terminal.wait(forRows: #"entered 1: "汉ab""#, ">")
  }

  @Test("takes letters and signs that libedit would take for keys with Alt")
  func latin() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter("阿依古丽·买买提 ×±km²é ÿ\u{A0}Ø")
    try await terminal.wait(
      forRows: #"entered 1: "阿依古丽·买买提 ×±km²é ÿ\#u{A0}Ø""#, ">")
  }

  @Test("shows what is not UTF-8 as a replacement character")
  func invalid() async throws {
    let terminal = try await Terminal.probe()
    try terminal.send(bytes: [0x61, 0xFF, 0xE6, 0x8C, 0x62, 0xC0, 0x80, 0xE6, 0x8C, 0x87])
    try terminal.press("Enter")
    try await terminal.wait(forRows: #"entered 1: "a��b��指""#, ">")
  }

  @Test("wraps long lines, and moves in them")
  func wrapping() async throws {
    let terminal = try await Terminal.probe(columns: 20)
    // The ninth wide character has one column left on the first row, so it moves down.
    try terminal.type("a一二三四五六七八九十")
    try await terminal.wait(for: "second row") {
      $0.rows == ["> a一二三四五六七八", "九十"] && $0.column == 4 && $0.row == 1
    }
    try terminal.press("Left", "Left", "Left", "BSpace")
    try await terminal.wait(for: "shorter text") {
      $0.rows == ["> a一二三四五六八九", "十"] && $0.column == 15 && $0.row == 0
    }
    try terminal.press("C-a", "C-k", "Enter")
    try await terminal.wait(forRows: #"entered 1: """#, ">")
  }

  @Test("knows words, the start and the end")
  func moving() async throws {
    let terminal = try await Terminal.probe()
    try terminal.type("one two three")
    try terminal.press("C-w", "Home")
    try terminal.type("<")
    try terminal.press("M-f", "DC", "End")
    try terminal.type(">")
    try terminal.press("C-a", "C-d", "Enter")
    try await terminal.wait(forRows: #"entered 1: "onetwo >""#, ">")
    try terminal.type("ab")
    try terminal.press("Left", "C-u", "Enter")
    try await terminal.wait(forRows: #"entered 1: "b""#, ">")
  }

  @Test("kills and yanks within a line of the entry")
  func killing() async throws {
    let terminal = try await Terminal.probe()
    try terminal.paste("一 {\nb 二 c\n}")
    try terminal.press("Up", "C-k", "Home", "C-y")
    try await terminal.wait(for: "yanked text") {
      $0.rows == ["> 一 {", ".  二 cb", ". }"] && $0.row == 1 && $0.column == 7
    }
    try terminal.press("C-u", "Up", "End", "C-y", "C-k")
    try await terminal.wait(for: "joined lines") {
      $0.rows == ["> 一 { 二 cb", ". }"] && $0.row == 0 && $0.column == 11
    }
    try terminal.press("C-Space", "Enter")
    try await terminal.wait(forRows: #"entered 2: "一 { 二 cb\n}""#, ">")
  }

  @Test("drops the entry on Ctrl-C, on a line of its own")
  func interrupt() async throws {
    let terminal = try await Terminal.probe()
    try terminal.type("a 指标 {")
    try terminal.press("Left", "Left", "C-c")
    try await terminal.wait(forRows: "> a 指标 {^C", "interrupted", ">")
    try terminal.enter("b {")
    try await terminal.wait(forRows: "> b {", ".")
    try terminal.press("C-c")
    try await terminal.wait(forRows: "> b {", ". ^C", "interrupted", ">")
    try terminal.press("C-c", "C-c", "C-c")
    try terminal.enter("c")
    try await terminal.wait(forRows: #"entered 1: "c""#, ">")
    let process = try await terminal.probeID()
    try terminal.type("d")
    try await terminal.wait(forRows: "> d")
    #expect(kill(process, SIGINT) == 0)
    try await terminal.wait(forRows: "> d^C", "interrupted", ">")
  }

  @Test("ends on Ctrl-D on an empty line only")
  func end() async throws {
    let terminal = try await Terminal.probe()
    try terminal.type("a")
    try terminal.press("C-d", "BSpace")
    try await terminal.wait(for: "empty line") { $0.rows == [">"] && $0.column == 2 }
    try terminal.press("C-d")
    #expect(try await terminal.end().rows == [">", "end"])
  }

  @Test("asks for further lines until the entry is complete")
  func furtherLines() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter("a {")
    try terminal.enter("  指标")
    try terminal.enter("")
    try terminal.enter("}")
    let rows = ["> a {", ".   指标", ".", ". }", #"entered 4: "a {\n  指标\n\n}""#, ">"]
    try await terminal.wait(for: "entry") { $0.rows == rows }
    try terminal.enter("b {")
    try terminal.press("C-d")
    try await terminal.wait(forRows: "> b {", #"entered 1: "b {""#, ">")
  }

  @Test("shows a prompt in colours without counting their columns")
  func colours() async throws {
    let prompt = "\u{1B}[1;32m指标\u{1B}[0m>\u{1B}[35m \u{1B}[0m"
    let terminal = try await Terminal.probe(environment: ["PROBE_PROMPT": prompt])
    try await terminal.wait(for: "prompt") { $0.rows == ["指标>"] && $0.column == 6 }
    try terminal.type("中a")
    try terminal.press("Left", "BSpace")
    try await terminal.wait(for: "text") { $0.rows == ["指标> a"] && $0.column == 6 }
  }

  @Test("works on a terminal that can do nothing")
  func dumb() async throws {
    let terminal = try await Terminal.probe(environment: ["TERM": "dumb"])
    try terminal.type("中文ab")
    try terminal.press("BSpace")
    try await terminal.wait(for: "text") { $0.rows == ["> 中文a"] && $0.column == 7 }
    try terminal.enter(" {")
    try terminal.enter("}")
    try await terminal.wait(forRows: "> 中文a {", ". }", #"entered 2: "中文a {\n}""#, ">")
    try terminal.type(String(repeating: "字", count: 40))
    try await terminal.wait(for: "end of a long line") {
      $0.rows.last?.hasPrefix("字字") == true && $0.column < 59
    }
    try terminal.press("C-a", "x", "C-c")
    try await terminal.wait(forRows: "interrupted", ">")
  }

  @Test("follows the window when its size changes")
  func resize() async throws {
    let terminal = try await Terminal.probe(columns: 40)
    // To wrap rows anew, tmux scrolls, and the entry must not be what scrolls out.
    for entry in ["a", "b", "c", "d"] { try terminal.enter(entry) }
    try terminal.type("一二三四五六七八九十 one two three")
    try terminal.press("Left", "Left")
    try await terminal.wait(for: "text") { $0.column == 34 }
    try await terminal.resize(columns: 15, rows: 20)
    let above = #"entered 1: "d""#
    let narrow = [above, "> 一二三四五六", "七八九十 one tw", "o three"]
    try await terminal.wait(for: "narrow text") {
      $0.rows.suffix(4) == narrow[...] && $0.column == 5 && $0.row == $0.rows.count - 1
    }
    try await terminal.resize(columns: 60, rows: 20)
    let wide = [above, "> 一二三四五六七八九十 one two three"]
    try await terminal.wait(for: "wide text") {
      $0.rows.suffix(2) == wide[...] && $0.column == 34 && $0.row == $0.rows.count - 1
    }
    try terminal.type("!")
    try terminal.press("Enter")
    try await terminal.wait(forRows: #"entered 1: "一二三四五六七八九十 one two thr!ee""#, ">")
    try terminal.enter(":size")
    try await terminal.wait(forRows: "size 60 20", ">")
  }

  @Test("is no editing without a terminal", arguments: ["<", ">"])
  func noTerminal(direction: String) async throws {
    let probe = try BuiltProgram.path("LineEditingProbe")
    let redirection = direction == "<" ? "</dev/null" : "| cat"
    let terminal = try Terminal(["/bin/sh", "-c", "'\(probe)' \(redirection)"])
    #expect(try await terminal.end().rows == ["no terminal"])
  }
}
