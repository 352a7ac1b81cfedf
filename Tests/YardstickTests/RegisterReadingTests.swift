import Diagnostics
import Testing

@testable import Yardstick

@Suite struct RegisterReadingTests {
  @Test(arguments: [
    ("firms.csv", RegisterReading.Format.csv), ("firms", .csv), ("a.jsonl/firms.txt", .csv),
    ("firms.jsonl", .jsonl), ("firms.NDJSON", .jsonl), ("firms.sqlite", .sqlite),
    ("firms.sqlite3", .sqlite), ("firms.db", .sqlite), ("-", .csv),
  ])
  func `the name says what a register is`(_ path: String, _ format: RegisterReading.Format) {
    #expect(RegisterReading().format(of: path, beginning: []) == format)
    #expect(RegisterReading(format: .jsonl).format(of: path, beginning: []) == .jsonl)
  }

  @Test func `a database is known by its first bytes`() {
    let beginning = Array("SQLite format 3\0".utf8)
    #expect(RegisterReading().format(of: "firms.csv", beginning: beginning) == .sqlite)
    #expect(RegisterReading(format: .csv).format(of: "x.db", beginning: beginning) == .csv)
  }

  @Test func `what is said here goes before what is said there`() {
    let there = RegisterReading(format: .sqlite, table: "firms")
    let here = RegisterReading(query: "SELECT 1").over(there)
    #expect((here.format, here.table, here.query) == (.sqlite, nil, "SELECT 1"))
    #expect(RegisterReading(encoding: .gb18030).over(there).table == "firms")
  }

  @Test func `what a register does not have is refused`() {
    func message(_ reading: RegisterReading, _ format: RegisterReading.Format) -> String? {
      do throws(Failure) {
        try reading.check("firms", format, at: nil)
        return nil
      } catch {
        return error.findings.first?.message
      }
    }
    #expect(message(RegisterReading(encoding: .gb18030), .jsonl) == nil)
    #expect(message(RegisterReading(encoding: .utf8), .sqlite) == nil)
    #expect(
      message(RegisterReading(table: "t"), .csv)
        == "`firms` is no database, so it has no table `t`")
    #expect(
      message(RegisterReading(query: "q"), .jsonl)
        == "`firms` is no database, so it has no query `q`")
    #expect(
      message(RegisterReading(encoding: .gb18030), .sqlite)
        == "`firms` is a database, which says itself how its text is encoded")
    #expect(
      message(RegisterReading(table: "t", query: "q"), .sqlite)
        == "both a table and a query are named for `firms`")
  }
}
