// Typing at the prompt: entries of several lines, pastes, wide characters, the size of the window.

import Foundation
import TerminalTestSupport
import Testing

extension TerminalTests {
  @Suite struct Editing {
    @Test func `an entry goes on until it is complete`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("for year = 2023, 2024 do")
      try await prompt.wait(forLine: "…")
      try prompt.enter("  print(obs.output[year])")
      try prompt.enter("end")
      try await prompt.wait(
        for: "\(TerminalPrompt.line) for year = 2023, 2024 do", "…   print(obs.output[year])",
        "… end",
        "400亿元", "430亿元")
    }

    @Test func `an entry that ends too early says what to do`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("x = {")
      try await prompt.wait(forLine: "…")
      try prompt.terminal.press("C-d")
      try await prompt.wait(
        for: "error: the entry ends too early",
        "  = help: close what it begins: a bracket, a text, or a block with `end`")
    }

    @Test func `an earlier entry of several lines comes back whole`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("x = {")
      try prompt.enter("  1, 2 }")
      try await prompt.wait(for: "…   1, 2 }")
      try prompt.terminal.press("Up")
      try await prompt.wait(forLine: "…   1, 2 }")
      try prompt.terminal.press("BSpace", "BSpace")
      try prompt.enter(", 3 }")
      try prompt.enter("#x")
      try await prompt.wait(for: "\(TerminalPrompt.line) #x", "_1 = 3")
    }

    @Test func `Ctrl-C drops what is typed, and nothing else`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("x = 7")
      try await prompt.wait()
      try prompt.terminal.type("x = 8")
      try await prompt.wait(forLine: "\(TerminalPrompt.line) x = 8")
      try prompt.terminal.press("C-c")
      try await prompt.wait(for: "\(TerminalPrompt.line) x = 8^C")
      try prompt.enter("x = {")
      try await prompt.wait(forLine: "…")
      try prompt.terminal.press("C-c")
      try prompt.enter("x")
      try await prompt.wait(for: "\(TerminalPrompt.line) x", "_1 = 7")
    }

    @Test func `Ctrl-D leaves from an empty line only`() async throws {
      let prompt = try await TerminalPrompt(tellsExit: true)
      try prompt.terminal.type("12")
      try prompt.terminal.press("Left", "C-d", "Enter")
      try await prompt.wait(for: "\(TerminalPrompt.line) 1", "_1 = 1")
      try prompt.terminal.press("C-d")
      #expect(try await prompt.terminal.end().rows.last == "exit 0")
    }

    @Test func `quit leaves`() async throws {
      let prompt = try await TerminalPrompt(tellsExit: true)
      try prompt.enter(":quit")
      #expect(try await prompt.terminal.end().rows.last == "exit 0")
    }

    @Test func `Chinese is typed, deleted and printed at its width`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.type("x = \"杭州高质量")
      let wide = try await prompt.wait(forLine: "\(TerminalPrompt.line) x = \"杭州高质量")
      #expect(wide.column == TerminalPrompt.line.count + 6 + 10)
      try prompt.terminal.press("BSpace", "BSpace", "BSpace")
      let narrow = try await prompt.wait(forLine: "\(TerminalPrompt.line) x = \"杭州")
      #expect(narrow.column == TerminalPrompt.line.count + 6 + 4)
      try prompt.terminal.press("Left", "BSpace")
      try prompt.terminal.type("福")
      try prompt.terminal.press("C-e")
      try prompt.enter("市\"")
      try prompt.enter("x")
      try await prompt.wait(
        for: "\(TerminalPrompt.line) x = \"福州市\"", "\(TerminalPrompt.line) x", "_1 = 福州市")
    }

    @Test func `Chinese that is longer than the row goes on in the next one`() async throws {
      let prompt = try await TerminalPrompt(columns: 40)
      try prompt.terminal.type("x = \"高质量发展生产性服务业政策\"")
      try await prompt.terminal.wait(for: "a second row") {
        $0.row > 0 && $0.rows.last == "性服务业政策\""
      }
      try prompt.terminal.press("BSpace", "BSpace", "BSpace", "BSpace", "BSpace")
      try prompt.enter("\"")
      try prompt.enter("utf8.len(x)")
      try await prompt.wait(for: "\(TerminalPrompt.line) utf8.len(x)", "_1 = 9")
    }

    @Test func `a line is laid out again when the window changes, and tables are cut to it`()
      async throws
    {
      let prompt = try await TerminalPrompt(columns: 100)
      try prompt.terminal.type("obs.output -- a remark that needs some room of its own")
      try await prompt.wait(
        forLine: "\(TerminalPrompt.line) obs.output -- a remark that needs some room of its own")
      try await prompt.terminal.resize(columns: 48, rows: 20)
      try await prompt.terminal.wait(for: "two rows") {
        $0.rows.last?.hasSuffix("of its own") == true && ($0.rows.last?.count ?? 99) <= 48
      }
      try prompt.terminal.press("Enter")
      let screen = try await prompt.terminal.wait(for: "a table") {
        $0.rows.last == TerminalPrompt.line && $0.rows.contains { $0.hasPrefix("2025") }
      }
      #expect(screen.rows.contains { $0.hasPrefix("period") && $0.contains("source") })
      #expect(screen.rows.contains { $0.hasPrefix("2024") && $0.hasSuffix("…") })
      try await prompt.terminal.resize(columns: 120, rows: 20)
      try prompt.enter("obs.output")
      try await prompt.terminal.wait(for: "an uncut table") {
        $0.rows.last == TerminalPrompt.line
          && $0.rows.suffix(4).contains { $0.hasPrefix("2024") && $0.hasSuffix("统计公报") }
      }
    }

    // MARK: Pastes

    static let table = "big = {\n" + (1...4998).map { "  \($0),\n" }.joined() + "}"

    @Test func `a marked paste of 5,000 lines is one entry`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.paste(Self.table)
      try await prompt.wait(forLine: "… }")
      try prompt.terminal.press("Enter")
      try prompt.enter("#big, big[4998]")
      try await prompt.wait(for: "\(TerminalPrompt.line) #big, big[4998]", "_1 = 4998", "4998")
      // As one entry it is one step back, behind the last.
      try prompt.terminal.press("Up", "Up")
      try await prompt.wait(forLine: "… }")
    }

    @Test func `an unmarked paste of 5,000 lines is typed line by line`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.terminal.paste(Self.table + "\n", isMarked: false)
      try prompt.enter("#big, big[4998]")
      try await prompt.wait(for: "\(TerminalPrompt.line) #big, big[4998]", "_1 = 4998", "4998")
    }

    @Test func `5,000 pasted lines can be 5,000 entries`() async throws {
      let prompt = try await TerminalPrompt()
      let lines =
        "sum_of_all = 0\n" + (2...5000).map { "sum_of_all = sum_of_all + \($0)\n" }.joined()
      try prompt.terminal.paste(lines, isMarked: false)
      try await prompt.terminal.wait(for: "the last line") {
        $0.rows.suffix(2) == [
          "\(TerminalPrompt.line) sum_of_all = sum_of_all + 5000", TerminalPrompt.line,
        ]
      }
      try prompt.enter("sum_of_all")
      try await prompt.wait(for: "_1 = 12502499")
    }
  }
}
