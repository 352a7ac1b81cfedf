// What the prompt shows in a terminal: colours, languages, charts, files.

import Foundation
import TerminalTestSupport
import Testing

extension TerminalTests {
  @Suite struct Output {
    @Test func `the prompt and tables are painted`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("nothing_such")
      try prompt.enter("no(")
      try prompt.terminal.press("C-d")
      try await prompt.terminal.wait(for: "an error") {
        $0.rows.contains { $0.contains("too early") }
      }
      let painting = try prompt.terminal.painting()
      #expect(painting.contains("\u{1B}[1mExample City"))
      #expect(painting.contains("\u{1B}[31m"))
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func `nothing is painted where that is not wanted`(_ environment: [String: String]) async throws
    {
      let prompt = try await TerminalPrompt(environment: environment)
      try prompt.enter("obs.output[2024]")
      try await prompt.wait(
        for: "_1 = 430亿元  output[2024] 100 · A · 示例市统计局 2024年统计公报 · 2025-03-01")
      try prompt.enter("no(")
      try prompt.terminal.press("C-d")
      try await prompt.terminal.wait(for: "an error") {
        $0.rows.contains { $0.contains("too early") }
      }
      #expect(!(try prompt.terminal.painting()).contains("\u{1B}"))
    }

    @Test func `a dumb terminal is enough to edit and to complete`() async throws {
      let prompt = try await TerminalPrompt(environment: ["TERM": "dumb"])
      try prompt.terminal.type("obs.fir")
      try prompt.terminal.press("Tab")
      try await prompt.wait(forLine: "\(TerminalPrompt.line) obs.firms")
      try prompt.terminal.press("BSpace")
      try prompt.enter("s[2024]")
      try await prompt.terminal.wait(for: "a value") {
        $0.rows.last == TerminalPrompt.line && $0.rows.contains { $0.hasPrefix("_1 = 1215家") }
      }
    }

    @Test func `everything speaks Chinese`() async throws {
      let prompt = try await TerminalPrompt("--lang", "zh", line: "示例市 2025 >")
      #expect(try prompt.terminal.screen().rows.first == "示例目录：3项目标，2项政策工具，3个序列")
      try prompt.enter(":subjects")
      try await prompt.wait(for: "5个对象", line: "示例市 2025 >")
      try prompt.enter("decide(\"research_grant\", subject \"F1\").status")
      try await prompt.wait(for: "_1 = eligible", line: "示例市 2025 >")
      try prompt.enter(":at 2024")
      try await prompt.wait(for: "at 2024", line: "示例市 2024 >")
      try prompt.enter(":area 东区")
      try await prompt.wait(for: "101 东区 · example_city", line: "东区 2024 >")
    }

    @Test func `a series is drawn as wide as the window, and into a file`() async throws {
      let prompt = try await TerminalPrompt(columns: 50)
      try prompt.enter(":plot output")
      let screen = try await prompt.terminal.wait(for: "a chart") {
        $0.rows.last == TerminalPrompt.line
          && $0.rows.contains { $0.contains("2025") && $0.contains("2023") }
      }
      #expect(screen.rows.contains { $0.contains("●") })
      #expect(screen.rows.contains { $0.contains("└─") })
      #expect(screen.rows.allSatisfy { $0.count <= 50 })
      try prompt.enter(":plot output > output.svg")
      try await prompt.wait(for: "output.svg")
      let svg = try String(
        contentsOf: prompt.folder.appending(path: "output.svg"), encoding: .utf8)
      #expect(svg.hasPrefix("<?xml"))
      #expect(svg.contains("产值"))
    }

    @Test func `results come in the form that is asked for`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("list = { { a = 1, b = \"中\" }, { a = 22, b = \"x\" } }")
      try prompt.enter(":mode csv")
      try prompt.enter("list")
      try await prompt.wait(for: "\(TerminalPrompt.line) list", "a,b", "1,中", "22,x")
      try prompt.enter(":mode markdown")
      try prompt.enter("list")
      try await prompt.terminal.wait(for: "Markdown") { $0.rows.contains { $0.hasPrefix("|") } }
      try prompt.enter(":mode json")
      try prompt.enter("list[2]")
      try await prompt.wait(for: "{", "  \"a\": 22,", "  \"b\": \"x\"", "}")
      try prompt.enter(":export list.csv")
      try await prompt.wait(for: "list.csv")
      let written = try String(
        contentsOf: prompt.folder.appending(path: "list.csv"), encoding: .utf8)
      #expect(written == "key,value\na,22\nb,x\n")
    }

    @Test func `what was tried becomes a script with a suite that passes`() async throws {
      let prompt = try await TerminalPrompt(columns: 100)
      try prompt.enter("base = 2023")
      try prompt.enter("growth = obs.output[2025] / obs.output[base] - 1")
      try prompt.enter("indicator \"output_growth\" {")
      try prompt.enter("  unit = \"%\",")
      try prompt.enter(
        "  value = function(obs, at) return obs.output[at] / obs.output[base] - 1 end,")
      try prompt.enter("}")
      try prompt.enter("value \"output_growth\"")
      try await prompt.wait(for: "_1 = 13.75%")
      try prompt.enter(":save indicator output_growth")
      let screen = try await prompt.terminal.wait(for: "what was written") {
        $0.rows.last == TerminalPrompt.line && $0.rows.contains { $0.contains("2 passed") }
      }
      #expect(screen.rows.contains("scripts/indicators/output_growth.lua"))
      let script = try String(
        contentsOf: prompt.folder.appending(path: "scripts/indicators/output_growth.lua"),
        encoding: .utf8)
      #expect(script.hasPrefix("local base = 2023\n\nindicator \"output_growth\" {\n"))
      try prompt.enter(":reload")
      try prompt.enter("value(\"output_growth\"), base")
      try await prompt.wait(
        for: "100 Example City · example_city",
        "\(TerminalPrompt.line) value(\"output_growth\"), base",
        "_2 = 13.75%", "2023")
      let ended = try await YardstickProcess.run(["test"], in: prompt.folder)
      #expect(ended.code == 0)
    }

    @Test func `a session becomes a transcript that replays`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("x = obs.output[2024]")
      try prompt.enter("x / 2")
      try prompt.enter("for i = 1, 2 do")
      try prompt.enter("print(i) end")
      try prompt.enter(":save transcript session.txt")
      try await prompt.wait(for: "session.txt")
      let ended = try await YardstickProcess.run(
        ["repl", "--verify", "session.txt"], in: prompt.folder)
      #expect(ended.code == 0)
      let text = try String(
        contentsOf: prompt.folder.appending(path: "session.txt"), encoding: .utf8)
      #expect(
        text == """
          > x = obs.output[2024]
          > x / 2
          _1 = 215亿元
          > for i = 1, 2 do
          >> print(i) end
          1
          2

          """)
    }
  }
}
