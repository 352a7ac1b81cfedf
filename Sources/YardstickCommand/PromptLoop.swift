// Reads entries for a session at the prompt, and writes what they come to.

import ArgumentParser
import Foundation
import LineEditing
import Prompt
import Yardstick

/// Reads entries for a session and writes what they come to.
struct PromptLoop {
  private let session: PromptSession

  init(_ session: PromptSession) { self.session = session }

  /// Runs the entries of a file; the first error ends the command.
  func run(file path: String) throws {
    let bytes = try InputFile.read(path, purpose: "the entries")
    try run(LineReader(bytes, name: path), named: "`\(path)`")
  }

  /// Runs the entries on stdin; the first error ends the command.
  func runStandardInput() throws {
    try run(LineReader(descriptor: STDIN_FILENO, name: "stdin"), named: "stdin")
  }

  private func run(_ reader: LineReader, named name: String) throws {
    var reader = reader
    while let entry = try reader.next(isComplete: session.isComplete) {
      try run(entry.text, place: "this is the entry on line \(entry.line) of \(name)")
    }
  }

  /// Runs an entry; an error ends the command.
  ///
  /// - Parameter place: What is said below an error about where the entry stands.
  func run(_ entry: String, place: String? = nil) throws {
    let reply = session.run(entry)
    try Output.write(reply.output)
    Output.report(reply.findings)
    if let kind = reply.kind {
      if let place { Output.report([Finding("prompt.place", place, severity: .note)]) }
      throw ExitCode(kind == .limit ? kind.rawValue : Failure.Kind.couldNotRun.rawValue)
    }
    if reply.ends { throw ExitCode.success }
  }

  /// Asks for entries in a terminal until the session ends; an error costs its entry.
  ///
  /// - Parameter interrupt: What Ctrl-C does while an entry runs.
  func runInTerminal(_ editor: LineEditor, _ interrupt: borrowing Interrupt) throws {
    editor.complete = { text in
      let (word, candidates) = session.completions(for: text)
      return Completions(
        of: word,
        candidates: candidates.map { Completion($0.text, detail: $0.note.isEmpty ? nil : $0.note) })
    }
    Output.report(editor.history.problems)
    while true {
      let input = editor.read(
        prompt: session.prompt, continuation: session.continuation,
        isComplete: session.isComplete)
      switch input {
      case .interrupted: continue
      case .end:
        try Output.write("\n")
        return
      case .text(let entry):
        _ = interrupt.take()
        let reply = session.run(entry)
        try Output.write(reply.output)
        Output.report(reply.findings)
        if reply.ends { return }
      }
    }
  }
}
