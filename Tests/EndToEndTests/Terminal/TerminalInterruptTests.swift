// What Ctrl-C and the loss of the scripts' process cost.

import Foundation
import TerminalTestSupport
import Testing

extension TerminalTests {
  @Suite struct Interrupt {
    /// A prompt that lets a line run for as long as nobody stops it.
    private func patientPrompt(time: String = "600s") async throws -> TerminalPrompt {
      let prompt = try await TerminalPrompt(
        "--max-instructions", "1000000000000", "--max-time", time)
      try prompt.enter("firms = obs.firms[2024]")
      try prompt.enter("function twice(value) return 2 * value end")
      try prompt.enter("list = { 1, 2, 3 }; list[4] = twice(2)")
      try await prompt.wait(for: "\(TerminalPrompt.line) list = { 1, 2, 3 }; list[4] = twice(2)")
      return prompt
    }

    @Test func `Ctrl-C in an endless loop costs the line, and no variable`() async throws {
      let prompt = try await patientPrompt()
      try prompt.enter("firms = nil while true do end")
      try await prompt.wait(forLine: "\(TerminalPrompt.line) firms = nil while true do end")
      try prompt.terminal.press("C-c")
      try await prompt.wait(for: "error: running the line was interrupted")
      try prompt.enter("twice(firms), list")
      try await prompt.wait(
        for: "\(TerminalPrompt.line) twice(firms), list", "_1 = 2430家", "{ 1, 2, 3, 4 }")
    }

    @Test func `pressing Ctrl-C again and again loses nothing either`() async throws {
      let prompt = try await patientPrompt()
      try prompt.enter("while true do end")
      try await prompt.wait(forLine: "\(TerminalPrompt.line) while true do end")
      try prompt.terminal.press("C-c", "C-c", "C-c", "C-c", "C-c", "C-c")
      try await prompt.terminal.wait(for: "the prompt") {
        $0.rows.contains("error: running the line was interrupted")
          && $0.rows.last?.hasPrefix(TerminalPrompt.line) == true
      }
      try prompt.terminal.press("C-u")
      try prompt.enter("twice(firms), list")
      let screen = try await prompt.terminal.wait(for: "values") {
        $0.rows.suffix(3) == ["_1 = 2430家", "{ 1, 2, 3, 4 }", "\(TerminalPrompt.line)"]
      }
      #expect(!screen.rows.contains { $0.contains("lost") })
    }

    @Test func `Ctrl-C stops a command that computes`() async throws {
      let prompt = try await patientPrompt()
      try prompt.enter(":time (function() while true do end end)()")
      try await prompt.wait(
        forLine: "\(TerminalPrompt.line) :time (function() while true do end end)()")
      try prompt.terminal.press("C-c")
      try await prompt.wait(for: "error: running the line was interrupted")
      try prompt.enter("list")
      try await prompt.wait(for: "_1 = { 1, 2, 3, 4 }")
    }

    @Test func `a line that takes too long costs itself, and is told`() async throws {
      let prompt = try await patientPrompt(time: "1s")
      try prompt.enter("while true do end")
      try await prompt.terminal.wait(for: "what happened") {
        $0.rows.contains { $0.contains("running the line took longer than 1 s and was stopped") }
          && $0.rows.last == TerminalPrompt.line
      }
      try prompt.enter("list")
      try await prompt.wait(for: "_1 = { 1, 2, 3, 4 }")
    }

    @Test func `a worker that is killed between two lines is replaced`() async throws {
      let prompt = try await patientPrompt()
      try prompt.enter("half = 5; error \"no further\"")
      try await prompt.terminal.wait(for: "the error") {
        $0.rows.contains { $0.hasSuffix("error: no further") }
          && $0.rows.last == TerminalPrompt.line
      }
      try await killWorker(of: prompt)
      try prompt.enter("twice(firms), list, half")
      try await prompt.wait(for: "_1 = 2430家", "{ 1, 2, 3, 4 }", "5")
    }

    @Test func `what cannot be set up again is named`() async throws {
      let prompt = try await patientPrompt(time: "1s")
      // The line is stopped by its limit, so what it had set is not certain to come again.
      try prompt.enter(":limits memory 16MiB")
      try await prompt.terminal.wait(for: "the limits") {
        $0.rows.contains { $0.hasSuffix("16MiB") } && $0.rows.last == TerminalPrompt.line
      }
      try prompt.enter("partly = 1; rest = string.rep(\"x\", 1e9)")
      try await prompt.terminal.wait(for: "the error") {
        $0.rows.contains { $0.contains("needs more than 16 MiB of memory") }
          && $0.rows.last == TerminalPrompt.line
      }
      try await killWorker(of: prompt)
      try prompt.enter("list")
      try await prompt.wait(
        for: "_1 = { 1, 2, 3, 4 }", "warning: lost: `partly`",
        "  = note: everything else that the session had set up was set up again")
      try prompt.enter("list")
      try await prompt.wait(for: "_2 = { 1, 2, 3, 4 }")
    }

    /// Ends the worker as the kernel does when memory runs out, and waits until it is gone.
    private func killWorker(of prompt: TerminalPrompt) async throws {
      let tasks = "/proc/\(try prompt.terminal.process())/task"
      let children = try FileManager.default.contentsOfDirectory(atPath: tasks).flatMap { task in
        try String(contentsOfFile: "\(tasks)/\(task)/children", encoding: .utf8).split(
          separator: " ")
      }
      #expect(children.count == 1)
      let worker = try #require(children.first.flatMap { Int32($0) })
      #expect(kill(worker, SIGKILL) == 0)
      // Its parent has yet to take note, so that a zombie is as good as gone.
      var state = ""
      repeat {
        let status = try? String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8)
        state = status?.split(separator: ")").last.map { String($0.prefix(2)) } ?? " Z"
        await Task.yield()
      } while state != " Z"
    }
  }
}
