// What is left of the editor in the terminal, however it is left.

import Foundation
import TerminalTestSupport
import Testing

@Suite("Leaving", .needsTerminal)
struct LeavingTests {
  /// Runs the probe between two looks at the terminal's settings, then shows what is pasted.
  private func shell() async throws -> Terminal {
    let probe = try BuiltProgram.path("LineEditingProbe")
    let terminal = try Terminal(
      [
        "/bin/sh", "-c",
        """
        stty -g >"$HOME/before"; '\(probe)'; echo "code $?"; stty -g >"$HOME/after"
        cmp "$HOME/before" "$HOME/after" && echo same; cat -v
        """,
      ], environment: ["SWIFT_BACKTRACE": "enable=no"])
    try await terminal.wait(forRows: ">")
    return terminal
  }

  /// Expects the settings of before, and pastes without marks.
  private func expectOrder(_ terminal: Terminal, code: Int) async throws {
    try await terminal.wait(forRows: "code \(code)", "same")
    try terminal.paste("pasted\n")
    try await terminal.wait(forRows: "same", "pasted", "pasted")
  }

  @Test("by Ctrl-D leaves the terminal as it was")
  func end() async throws {
    let terminal = try await shell()
    try terminal.press("C-d")
    try await expectOrder(terminal, code: 0)
  }

  @Test("by exit leaves the terminal as it was")
  func exit() async throws {
    let terminal = try await shell()
    try terminal.enter(":exit")
    try await expectOrder(terminal, code: 4)
  }

  @Test(
    "by a signal leaves the terminal as it was",
    arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV])
  func signal(number: Int32) async throws {
    let terminal = try await shell()
    let process = try await terminal.probeID()
    try terminal.type("half a line")
    try await terminal.wait(forRows: "> half a line")
    #expect(kill(process, number) == 0)
    try await expectOrder(terminal, code: 128 + Int(number))
  }

  @Test("by a crash leaves the terminal as it was")
  func crash() async throws {
    let terminal = try await shell()
    try terminal.enter(":crash")
    let screen = try await terminal.wait(for: "end") { $0.rows.last == "same" }
    #expect(["code 132", "code 133"].contains(screen.rows.dropLast().last))
  }

  @Test("leaves what is typed behind Ctrl-D to whoever reads next")
  func typedBehind() async throws {
    let terminal = try await shell()
    try terminal.send(bytes: [4] + Array("next".utf8))
    try await terminal.wait(forRows: "same", "next")
  }

  @Test("by Ctrl-Z stops, and goes on with the entry when continued")
  func stop() async throws {
    let probe = try BuiltProgram.path("LineEditingProbe")
    let terminal = try Terminal(["/bin/sh", "-i"], environment: ["PS1": "shell: "])
    try await terminal.wait(forRows: "shell:")
    try terminal.enter("'\(probe)'")
    try await terminal.wait(forRows: ">")
    try terminal.type("指标 one")
    try terminal.press("Left", "Left", "C-z")
    try await terminal.wait(for: "shell") { $0.rows.last == "shell:" }
    try terminal.enter("echo $((6 * 7))")
    try await terminal.wait(forRows: "shell: echo $((6 * 7))", "42", "shell:")
    try terminal.enter("fg")
    try await terminal.wait(for: "entry") { $0.rows.last == "> 指标 one" && $0.column == 8 }
    try terminal.type("!")
    try terminal.press("Enter")
    try await terminal.wait(forRows: #"entered 1: "指标 o!ne""#, ">")
    // The same while something runs: the terminal stops it, not the editor.
    try terminal.enter(":run")
    try await terminal.wait(forRows: "running")
    try terminal.press("C-z")
    try await terminal.wait(for: "shell") { $0.rows.last == "shell:" }
    try terminal.enter("fg")
    try await terminal.wait(forRows: "continued")
    try terminal.press("C-c")
    try await terminal.wait(forRows: "stopped true false", ">")
  }

  @Test("what runs by Ctrl-C keeps the session")
  func interrupt() async throws {
    let terminal = try await Terminal.probe()
    for _ in 1...2 {
      try terminal.enter(":run")
      try await terminal.wait(forRows: "> :run", "running")
      try terminal.press("C-c")
      try await terminal.wait(forRows: "running", "stopped true false", ">")
    }
    try terminal.enter("a")
    try await terminal.wait(forRows: #"entered 1: "a""#, ">")
  }

  @Test("the terminal to another program for a while lets that one edit its line")
  func suspended() async throws {
    let terminal = try await Terminal.probe()
    try terminal.enter(":read")
    try await terminal.wait(forRows: "> :read", "reading")
    try terminal.type("ab")
    try await terminal.wait(forRows: "reading", "ab")
    try terminal.press("BSpace", "Enter")
    try await terminal.wait(forRows: "reading", "a", "read a", ">")
    try terminal.type("cd")
    try terminal.press("BSpace", "Enter")
    try await terminal.wait(forRows: #"entered 1: "c""#, ">")
  }
}
