// What was tried at the prompt, as files in a workspace of their own.

import Foundation
import Testing
import Yardstick

@testable import Prompt

@Suite final class SavingTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

  init() throws {
    try FileManager.default.copyItem(at: URL(filePath: SampleSession.folder), to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  private func session(_ entries: String...) throws -> SampleSession {
    let sample = try SampleSession(folder: folder.path)
    for entry in entries { _ = sample.session.run(entry) }
    return sample
  }

  @Test func `a definition is saved with the variables that it uses and a suite that passes`()
    throws
  {
    let sample = try session(
      "base = 2023", "function since(now, then_) return now - then_ end",
      """
      indicator "added" {
        unit = "家", value = function(obs, at) return since(obs.firms[at], obs.firms[base]) end,
      }
      """)
    let output = sample.output(":save indicator added")
    #expect(output.contains("2 tests in 1 file: 2 passed"))
    #expect(
      try text("scripts/indicators/added.lua").hasPrefix(
        "local base = 2023\nlocal function since(now, then_) return now - then_ end\n\nindicator"))
    let suite = try text("scripts/tests/added_test.lua")
    #expect(suite.contains("period = \"2024\", value = \"1215家\""))
    #expect(suite.contains("expect = { value = \"15家\" }"))
    #expect(
      try WorkspaceSuites(of: folder.path).run([folder.path + "/scripts/tests"]).kind == nil)
  }

  @Test func `an expression is saved as an indicator`() throws {
    let sample = try session("obs.firms[at] / obs.firms[at - 1] - 1")
    #expect(sample.output(":save indicator pace").contains("2 passed"))
    #expect(try text("scripts/indicators/pace.lua").contains("return obs.firms[at] / obs"))
    #expect(try text("scripts/tests/pace_test.lua").contains("\"0.0125\""))
  }

  @Test func `an eligibility is saved with the current subject`() throws {
    let sample = try session(
      ":at 2027", ":subjects \(SampleSession.register)", "subject \"F1\"",
      """
      eligibility "small_grant" {
        instrument = "research_grant",
        requires = { { "is small", function(e) return e.size == "small" end } },
        amount = function(e, p) return e.rd_spend * p.rate end,
      }
      """)
    #expect(sample.output(":save eligibility small_grant").contains("1 passed"))
    #expect(
      try text("scripts/tests/small_grant_test.lua").contains(
        "expect = { status = \"eligible\", amount = \"600000元\" }"))
  }

  @Test func `what only the session has cannot be saved, and nothing is left behind`() throws {
    let sample = try session(
      "t = {}", "t.base = 2023", "for i = 1, 2 do last = i end",
      "indicator \"lost\" { unit = \"家\", value = function(obs) return obs.firms[2022 + last] end }"
    )
    #expect(sample.output(":save indicator lost").contains("uses `last`"))
    #expect(!exists("scripts/indicators/lost.lua"))
    #expect(!exists("scripts/tests/lost_test.lua"))
  }

  @Test func `a file that is there is not overwritten`() throws {
    let sample = try session("obs.firms[at]", ":save indicator again")
    let before = try text("scripts/indicators/again.lua")
    #expect(sample.output(":save indicator again").contains("is there already"))
    #expect(try text("scripts/indicators/again.lua") == before)
  }

  @Test func `an id of the plugin is refused, and the files go away again`() throws {
    let sample = try session("obs.firms[at]")
    #expect(sample.output(":save indicator firms_added").contains("error"))
    #expect(!exists("scripts/tests/firms_added_test.lua"))
  }

  @Test func `a transcript is saved, verified, and recorded anew`() throws {
    let path = folder.appending(path: "session.txt").path
    let sample = try session("x = 2", "x * 21", ":time x", "obs.firms")
    #expect(sample.output(":save transcript \(path)") == path + "\n")
    #expect(try text("session.txt").hasPrefix("> x = 2\n> x * 21\n_1 = 42\n> obs.firms\n"))
    var settings = PromptSettings()
    settings.folder = folder.path
    #expect(try TranscriptRunner.verify(path, settings).differences.isEmpty)
    let wrong = try text("session.txt").replacing("_1 = 42", with: "_1 = 41\nmore")
    try Data(wrong.utf8).write(to: folder.appending(path: "session.txt"))
    let result = try TranscriptRunner.verify(path, settings)
    #expect(result.count == 3)
    #expect(result.differences.map(\.message) == ["`x * 21` puts out something else"])
    #expect(result.differences.first?.notes == ["- _1 = 41", "- more", "+ _1 = 42"])
    #expect(result.differences.first?.span?.line == 2)
    try TranscriptRunner.update(path, settings)
    #expect(try TranscriptRunner.verify(path, settings).differences.isEmpty)
  }
}
