// What was entered before, in this session and earlier ones.

import Foundation
import TerminalTestSupport
import Testing

extension TerminalTests {
  @Suite struct History {
    @Test func `entries are there in the next session, and can be searched`() async throws {
      try await TemporaryFolder.with { state in
        let first = try await TerminalPrompt(state: state)
        try first.enter("x = obs.output[2024]")
        try first.enter("function twice(v)")
        try first.enter("return 2 * v end")
        try first.enter("y = \"产值\"")
        try await first.wait(for: "\(TerminalPrompt.line) y = \"产值\"")
        try first.terminal.press("C-d")
        try await first.terminal.end()

        let second = try await TerminalPrompt(state: state)
        try second.terminal.press("Up")
        try await second.wait(forLine: "\(TerminalPrompt.line) y = \"产值\"")
        try second.terminal.press("Enter")
        try await second.wait(for: "\(TerminalPrompt.line) y = \"产值\"")
        try second.terminal.press("C-r")
        try second.terminal.type("output")
        try await second.terminal.wait(for: "what is found") {
          $0.rows.contains { $0.contains("x = obs.output[2024]") }
        }
        try second.terminal.press("Enter")
        try second.enter("x, y")
        try await second.terminal.wait(for: "values") {
          $0.rows.last == TerminalPrompt.line && $0.rows.dropLast().last == "产值"
            && $0.rows.contains { $0.hasPrefix("_1 = 430亿元") }
        }
        try second.terminal.press("Up", "Up", "Up")
        try await second.wait(forLine: "\(TerminalPrompt.line) y = \"产值\"")
        try second.terminal.press("Up")
        try await second.wait(
          for: "\(TerminalPrompt.line) function twice(v)", line: "… return 2 * v end")
      }
    }

    @Test func `a history that cannot be kept is a warning`() async throws {
      try await TemporaryFolder.with { folder in
        let state = folder.appending(path: "file")
        try Data().write(to: state)
        let prompt = try await TerminalPrompt(state: state)
        try prompt.enter("1 + 1")
        try await prompt.terminal.wait(for: "a warning") {
          $0.rows.contains { $0.hasPrefix("warning: the history `") }
        }
      }
    }

    @Test func `the history command shows this session only`() async throws {
      let prompt = try await TerminalPrompt()
      try prompt.enter("x = {")
      try prompt.enter("}")
      try prompt.enter(":history")
      try await prompt.wait(for: "\(TerminalPrompt.line) :history", "x = {", "}")
    }
  }
}
