// The harness itself: it must notice what is wrong.

import Foundation
import Testing

@Suite struct HarnessTests {
  private func transcript(
    _ stdout: String = "a\nb\n", stderr: String = "", code: Int32 = 0, files: [String: Data] = [:]
  ) -> Transcript {
    Transcript(
      YardstickProcess.Ended(stdout: Data(stdout.utf8), stderr: Data(stderr.utf8), code: code),
      files: files)
  }

  @Test func `equal transcripts do not differ`() {
    #expect(transcript().differences(from: transcript()).isEmpty)
  }

  @Test func `a wrong line is shown between those that are right`() {
    let differences = transcript("a\nc\nd\n").differences(from: transcript("a\nb\nd\n"))
    #expect(differences == "stdout (- expected, + actual):\n    a\n  - b\n  + c\n    d\n    ∎\n")
  }

  @Test func `a missing line end is a difference`() {
    #expect(!transcript("a").differences(from: transcript("a\n")).isEmpty)
  }

  @Test func `what the eye cannot see is escaped`() {
    let differences = transcript("a\r\n").differences(from: transcript("a\u{1B}\n"))
    #expect(differences.contains("  - a\\u{1B}\n  + a\\r\n"))
  }

  @Test func `bytes that are not UTF-8 are escaped`() {
    let invalid = TextDifference.describe("x", expected: Data([0x61, 0xFF]), actual: Data())
    #expect(invalid.contains("- a\\xFF"))
  }

  @Test(arguments: [
    ("stderr", "stderr (- expected"), ("code", "exit code: expected 0, got 2"),
    ("file", "out.csv: was not expected"),
  ])
  func `every part of a transcript counts`(_ part: String, _ message: String) {
    let actual = transcript(
      stderr: part == "stderr" ? "error\n" : "", code: part == "code" ? 2 : 0,
      files: part == "file" ? ["out.csv": Data()] : [:])
    #expect(actual.differences(from: transcript()).contains(message))
  }

  @Test func `a wrong expectation of a real fixture is noticed`() async throws {
    let fixture = try #require(Fixture.all.first { $0.name == "arguments/unknown-show" })
    let actual = try await fixture.run()
    #expect(actual.code == 2)
    var wrong = actual
    wrong.stderr.append(UInt8(ascii: "x"))
    #expect(actual.differences(from: wrong).contains("stderr"))
  }

  @Test func `commands are split as a shell does`() throws {
    #expect(
      try ShellWords.split(#"yardstick  'a b'"c d"e\ f '' "\"""#)
        == ["yardstick", "a bc de f", "", "\""])
    #expect(throws: FixtureError.self) { try ShellWords.split("'open") }
    #expect(throws: FixtureError.self) { try ShellWords.split("open\\") }
  }

  @Test func `bytes are replaced, put before and after, and line ends changed`() async throws {
    try await TemporaryFolder.with { folder in
      let edits = try ByteEdits(
        "# comment\na = 1\\n2\\n\na += \\xFF\\x00\na =+ \\xEF\\xBB\\xBF\na crlf\nb =\n")
      try edits.apply(to: folder)
      let contents = try FileTree(folder).contents()
      #expect(contents["a"].map(Array.init) == [0xEF, 0xBB, 0xBF, 49, 13, 10, 50, 13, 10, 0xFF, 0])
      #expect(contents["b"] == Data())
    }
  }

  @Test(arguments: ["a", "a * b", "a = \\xZ1", "a = \\q"])
  func `an edit of bytes that is none is refused`(_ text: String) {
    #expect(throws: FixtureError.self) { try ByteEdits(text) }
  }

  @Test func `every fixture has an expectation, and every folder of one a command`() throws {
    let names = Set(Fixture.all.map(\.name))
    for fixture in Fixture.all {
      let expected = try Transcript(expectedBy: fixture)
      #expect(
        !(expected.stdout.isEmpty && expected.stderr.isEmpty && expected.files.isEmpty),
        "\(fixture.name) expects nothing")
    }
    for path in FileTree(Fixture.root).paths where path.contains("/expected.") {
      let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
      #expect(names.contains(folder), "\(folder) has no command")
    }
  }
}
