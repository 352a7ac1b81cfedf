// What went wrong beside the results, and how a command then ends.

import Catalog
import DataSources
import Diagnostics
import Testing

@testable import Yardstick

@Suite struct ProblemsTests {
  private static let broken = Failure(Finding("x.broken", "it is broken"))
  private static let limit = Failure(Finding("x.limit", "it is too much"), kind: .limit)
  private static let findings = Failure(Finding("x.gate", "not met"), kind: .findings)

  private static func reject(_ line: Int) -> RejectedRow {
    RejectedRow(
      line: line, column: "c", value: "v", reason: Finding("x.row", "row \(line) is wrong"))
  }

  @Test(
    arguments: [
      (Problems(), nil), (Problems(rejects: [reject(2)]), .findings),
      (Problems(failures: [broken]), .couldNotRun), (Problems(failures: [limit]), .limit),
      (Problems(rejects: [reject(2)], failures: [broken]), .couldNotRun),
      (Problems(rejects: [reject(2)], failures: [broken, limit]), .limit),
      (Problems(failures: [findings]), .couldNotRun),
    ] as [(Problems, Failure.Kind?)])
  func decideHowACommandEnds(problems: Problems, expected: Failure.Kind?) {
    #expect(problems.kind == expected)
  }

  @Test func addUp() {
    let sum = Problems(rejects: [Self.reject(2)]) + Problems(failures: [Self.limit])
    #expect(sum.rejectCount == 1)
    #expect(sum.kind == .limit)
  }

  @Test func showFailuresFirstAndTellHowManyRowsWereLeftOut() {
    let one = Problems(rejects: [Self.reject(2)], failures: [Self.broken])
    #expect(
      one.findings.map(\.message)
        == ["it is broken", "row 2 is wrong", "1 row was left out; every other row was used"])
    #expect(one.findings.last?.severity == .warning)
    #expect(one.findings.last?.notes == [])
  }

  @Test func showTheFirstTenRows() {
    let many = Problems(rejects: (2...13).map(Self.reject))
    #expect(many.findings.count == 11)
    #expect(many.findings.last?.message == "12 rows were left out; every other row was used")
    #expect(many.findings.last?.notes == ["the first 10 are shown above"])
    #expect(Problems(rejects: (2...11).map(Self.reject)).findings.last?.notes == [])
  }

  @Test func nameEachFailingPlaceOnce() throws {
    let folder = try SampleFolder([
      "scripts/eligibility/grant.lua": """
      eligibility "grant" {
        requires = {
          { "exports", function(e) return e.exporter or e.code == "F3" end },
          { "is known", function(e) if e.code == "F3" then error("three") end error("all") end },
        },
      }
      """
    ])
    let workspace = try folder.open()
    let result = try workspace.decide(
      on: try workspace.register(), at: try workspace.moment("2027")
    ) { _ in }
    #expect(result.failures.map(\.subject) == ["F1", "F2", "F3", "F4"])
    let distinct = result.distinctFailures.flatMap(\.findings)
    #expect(distinct.count == 1)
    #expect(distinct.first?.notes.last == "while deciding `grant` on F1 and 3 more")
  }
}
