// The prompt in a real terminal, in a workspace of its own.

import Foundation
import TerminalTestSupport

/// The prompt in a real terminal, in a copy of the base workspace.
final class TerminalPrompt {
  /// How the prompt begins a line until something else is asked for.
  static let line = "Example City 2025 >"

  let terminal: Terminal

  /// The workspace, which goes with the prompt.
  let folder: URL

  /// Opens the prompt, and waits for its first line.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind `yardstick repl`.
  ///   - state: The folder in which the history is kept, for more than one prompt; else a new one.
  ///   - environment: Variables of the environment, besides those of every test.
  ///   - line: What the first line begins with.
  ///   - tellsExit: Whether the exit code is on the screen at the end, which tmux does not always know.
  init(
    _ arguments: String..., columns: Int = 80, rows: Int = 30, state: URL? = nil,
    environment: [String: String] = [:], line: String = line, tellsExit: Bool = false
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "prompt-\(UUID())")
    try FileTree(Fixture.base).copy(to: folder)
    self.folder = folder
    var variables = environment
    variables["XDG_STATE_HOME"] = state?.path
    let shell = tellsExit ? ["/bin/sh", "-c", "\"$@\"; echo \"exit $?\"", "sh"] : []
    terminal = try Terminal(
      ["/usr/bin/env", "-C", folder.path] + shell
        + [YardstickProcess.executable().path, "repl"] + arguments,
      columns: columns, rows: rows, environment: variables)
    try await terminal.wait(forRows: line)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Types an entry and presses Enter.
  func enter(_ entry: String) throws {
    try terminal.type(entry)
    try terminal.press("Enter")
  }

  /// Waits until the screen ends in these rows and a line that waits for the next entry.
  @discardableResult
  func wait(for rows: String..., line: String = line) async throws -> Screen {
    let expected = rows + [line]
    return try await terminal.wait(for: expected.joined(separator: "\n")) {
      $0.rows.suffix(expected.count) == expected[...]
    }
  }

  /// Waits until the last line is as it is after keys were pressed.
  @discardableResult
  func wait(forLine line: String) async throws -> Screen {
    try await terminal.wait(forRows: line)
  }
}
