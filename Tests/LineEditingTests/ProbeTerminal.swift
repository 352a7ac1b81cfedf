// The probe in a terminal.

import TerminalTestSupport
import Testing

extension Terminal {
  /// Starts the probe and waits for its prompt.
  static func probe(
    _ arguments: String..., columns: Int = 60, rows: Int = 24, environment: [String: String] = [:]
  ) async throws -> Terminal {
    let command = [try BuiltProgram.path("LineEditingProbe")] + arguments
    let terminal = try Terminal(
      command, columns: columns, rows: rows, environment: environment)
    try await terminal.wait(for: "prompt") { $0.column > 0 }
    return terminal
  }

  /// The probe's process, as it tells it.
  func probeID() async throws -> Int32 {
    try enter(":pid")
    let screen = try await wait(for: "process") {
      $0.rows.last == ">" && $0.rows.dropLast().last?.hasPrefix("process ") == true
    }
    return try #require(screen.rows.dropLast().last.flatMap { Int32($0.dropFirst(8)) })
  }

  /// Types a line and presses Enter.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs only where terminals can be driven.
  static var needsTerminal: Self {
    .enabled(if: Terminal.isAvailable, Comment(rawValue: Terminal.requirement))
  }
}
