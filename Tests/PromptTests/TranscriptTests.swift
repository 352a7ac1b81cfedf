// Sessions as texts.

import Diagnostics
import Testing

@testable import Prompt

@Suite struct TranscriptTests {
  private func read(_ text: String, path: String = "a.txt") throws -> Transcript {
    try Transcript(SourceFile(path: path, text: text))
  }

  private static let text = """
    > 1 + 1
    _1 = 2
    > for year = 2023, 2024 do
    >>   print(year)
    >> end
    2023
    2024
    > :at 2024
    at 2024

    """

  @Test func `a session is read and written the same`() throws {
    let sessions = try read(Self.text).sessions
    #expect(sessions.count == 1)
    #expect(
      sessions[0].map(\.entry) == [
        "1 + 1", "for year = 2023, 2024 do\n  print(year)\nend", ":at 2024",
      ])
    #expect(sessions[0].map(\.output) == ["_1 = 2\n", "2023\n2024\n", "at 2024\n"])
    #expect(sessions[0].map(\.line) == [1, 3, 8])
    #expect(Transcript.text(sessions[0]) == Self.text)
  }

  @Test func `comments and empty lines may stand above the first entry`() throws {
    #expect(try read("# about GDP\n\n> 1\n1\n").sessions[0].map(\.entry) == ["1"])
    let failure = #expect(throws: Failure.self) { try read("about GDP\n> 1\n") }
    #expect(failure?.findings.first?.message == "there is no entry above this line")
  }

  @Test func `in Markdown only the marked blocks are sessions`() throws {
    let sessions = try read(
      "# Page\n> quoted\n\n```yardstick\n> 1\n1\n```\n\n```lua\n> 2\n```\n```yardstick\n> 3\n```\n",
      path: "a.md"
    ).sessions
    #expect(sessions.map { $0.map(\.entry) } == [["1"], ["3"]])
    #expect(sessions.map { $0.map(\.line) } == [[5], [13]])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n"])
  func `a text without an entry is no transcript`(_ text: String) {
    #expect(throws: Failure.self) { try read(text) }
  }
}
