// Tables of cases in CSV files.

import Diagnostics
import Testing

@testable import ScriptTesting

@Suite struct CaseTableTests {
  private static let suite = Sample.grant("cases = \"cases.csv\",")

  private func run(_ table: String) throws -> TestRun {
    try Sample.run(Self.suite, tables: ["cases.csv": table])
  }

  @Test func `every row is a case with the line it stands on`() throws {
    let run = try run(
      """
      case,at,spend,size,expect.status,expect.amount,expect.unmet,expect.eligible
      pays,,1200万元,small,eligible,60万元,,true
      too little,,1元,large,,missing,spends enough; is small,否
      later,2026,2亿元,small,,400万元,,
      not known,,,small,undetermined,,,
      fails,,1200万元,small,ineligible,,,
      """)
    #expect(run.statuses == [.passed, .passed, .passed, .passed, .failed])
    #expect(run.results.map(\.test.span.line) == [2, 3, 4, 5, 6])
    #expect(run.results[0].test.span.file.path == "tests/cases.csv")
    #expect(run.results[4].test.id == "grant/fails")
  }

  @Test func `a field without a column is as the suite says`() throws {
    #expect(try run("case,expect.amount\npays,60万元\n").statuses == [.passed])
  }

  @Test(arguments: [
    ("case,spent,expect.amount\na,1元,1元\n", "1:6: unknown column `spent`; did you mean `spend`?"),
    (
      "case,expect.amont\na,1元\n",
      "1:6: unknown column `expect.amont`; did you mean `expect.amount`?"
    ),
    ("case,spend\na,1元\n", "no column of `tests/cases.csv` says what is expected"),
    ("spend,expect.amount\n1元,1元\n", "1:1: the column `case` is missing"),
    ("case,size,expect.amount\na,smal,1元\n", "2:3: field `size`: `smal` is none"),
    ("case,expect.status\na,eligibel\n", "2:3: `status`: there is no status `eligibel`"),
    ("case,expect.eligible\na,ja\n", "2:3: `eligible`: it is true or false"),
    ("case,expect.amount\na,\n", "2:1: the case `a` expects nothing"),
    ("case,expect.amount\n,1元\n", "2:1: the row has no label"),
    ("case,expect.amount\na\n", "2:1: the header has 2 fields, this row has 1"),
    ("case,expect.amount\na,1元\na,2元\n", "3:1: `grant/a` is there twice"),
    ("case,at,expect.amount\na,20x,1元\n", "2:3: `at`:"),
  ])
  func `a mistake is told with its line and column`(_ table: String, _ message: String) throws {
    let mistakes = try Sample.mistakes(Self.suite, tables: ["cases.csv": table])
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.hasPrefix(message) == true, "\(mistakes)")
  }

  @Test func `a table that is not there is told where it is named`() throws {
    #expect(
      try Sample.mistakes(Self.suite) == ["3:12: there is no file `cases.csv`"])
  }
}
