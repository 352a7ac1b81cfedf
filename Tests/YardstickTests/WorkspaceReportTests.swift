// What `run` shows of a whole workspace.

import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceReportTests {
  @Test func showsTargetsAndTheRegister() throws {
    let report = try withSample { try WorkspaceReport($0, language: .en) }
    let text = report.text(width: nil, style: .plain)
    #expect(text.contains("2 targets: met 1 · on track 1"))
    #expect(text.contains("Decisions at 2027 on 4 subjects of "))
    #expect(text.contains(", 1 row left out\n"))
    #expect(text.contains("70,000.00元"))
    #expect(report.markdown.contains("| grant 奖励 "))
    #expect(report.json["decisions"]?["subjects"] == 4)
    #expect(report.json["decisions"]?["rejected"] == 1)
    // One row of the register and one of the observations.
    #expect(report.problems.rejectCount == 2)
    #expect(report.problems.kind == .findings)
  }

  @Test func speaksChinese() throws {
    let report = try withSample { try WorkspaceReport($0, language: .zh) }
    #expect(report.text(width: nil, style: .plain).contains("2027年对"))
  }

  @Test func showsTargetsOnlyWithoutARegister() throws {
    let text = try #require(SampleFolder.texts["yardstick.yaml"])
    let folder = try SampleFolder([
      "yardstick.yaml": text.replacing("decide: { at: 2027, subjects: data/firms.csv }", with: "")
    ])
    let report = try WorkspaceReport(try folder.open(), language: .en)
    #expect(!report.text(width: nil, style: .plain).contains("Decisions"))
    #expect(report.json["decisions"] == nil)
  }

  @Test func isTheSameEachTime() throws {
    try withSample { workspace in
      let first = try WorkspaceReport(workspace, language: .en).json.compact
      #expect(try WorkspaceReport(workspace, language: .en).json.compact == first)
    }
  }
}
