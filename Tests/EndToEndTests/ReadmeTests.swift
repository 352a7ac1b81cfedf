// Every command in the README puts out what the README says.

import Foundation
import Testing

@Suite struct ReadmeTests {
  /// A fenced block with a command and its output, both streams one after the other.
  struct Session: Sendable, CustomTestStringConvertible {
    let command: String
    let output: String

    var testDescription: String { command }
  }

  @Test(arguments: sessions)
  func `a command puts out what the README says`(_ session: Session) async throws {
    let words = try ShellWords.split(session.command)
    #expect(words.first == "yardstick")
    let ended = try await YardstickProcess.run(Array(words.dropFirst()), in: Fixture.repository)
    let actual = String(decoding: ended.stdout + ended.stderr, as: UTF8.self)
    #expect(Self.withoutDigests(actual) == Self.withoutDigests(session.output))
  }

  @Test func `there are sessions`() {
    #expect(Self.sessions.count >= 5)
  }

  static let sessions: [Session] = {
    let path = Fixture.repository.appending(path: "README.md")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```console\n$ ").dropFirst().compactMap { block in
      guard let end = block.range(of: "```")?.lowerBound, let line = block.firstIndex(of: "\n")
      else { return nil }
      return Session(
        command: String(block[..<line]), output: String(block[block.index(after: line)..<end]))
    }
  }()

  /// The text without digests, which change with every comment in a script.
  private static func withoutDigests(_ text: String) -> String {
    text.replacing(/(catalog|scripts|data) [0-9a-f]{12}/) { "\($0.1) …" }
  }
}
