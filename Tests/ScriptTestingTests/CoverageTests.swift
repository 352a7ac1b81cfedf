// What tests reach: outcomes of conditions, caps and lines.

import Diagnostics
import Evaluation
import Quantities
import Scripting
import Testing

@testable import ScriptTesting

@Suite struct CoverageTests {
  private func coverage(_ text: String, jobs: Int = 1) throws -> Coverage {
    var options = TestOptions()
    options.measuresCoverage = true
    options.jobs = jobs
    return Coverage(try Sample.run(text, options: options))
  }

  @Test func `each outcome of a condition and the cap count once`() throws {
    let few = try coverage(Sample.grant("{ \"a\", expect = { eligible = true } },"))
    #expect(few.outcomes == Coverage.Share(covered: 2, total: 17))
    let all = try coverage(
      Sample.grant(
        """
        { "a", expect = { eligible = true } },
        { "b", given = { spend = missing, size = missing }, expect = { met = {} } },
        { "c", given = { spend = "1元", size = "large" }, expect = { met = {} } },
        { "d", given = { spend = "9亿元" }, expect = { capped_by = "cap" } },
        """))
    #expect(all.outcomes == Coverage.Share(covered: 7, total: 17))
    #expect(!all.report(.text).contains("grant: "))
  }

  @Test func `what fails to compare is reached all the same`() throws {
    let failed = try coverage(Sample.grant("{ \"a\", expect = { eligible = false } },"))
    #expect(failed.outcomes.covered == 2)
  }

  @Test func `lines of scripts and modules are counted, whatever the jobs`() throws {
    let text =
      Sample.grant("{ \"a\", expect = { eligible = true } },") + """

        local sums = require "sums"
        test "b" (function() expect(sums.double(1)):is(2) end)
        """
    let one = try coverage(text)
    #expect(one.scripts.map(\.path) == ["a.lua", "lib/sums.lua"])
    #expect(one.lines.covered < one.lines.total)
    #expect(try coverage(text, jobs: 2).lines == one.lines)
  }

  @Test func `the text says what is not reached`() throws {
    let text = try coverage(Sample.grant("{ \"a\", expect = { eligible = true } },")).report(.text)
    #expect(
      text.hasPrefix(
        """
        grant: `spends enough` is never unmet and never unknown  a.lua:3:8
        grant: `is small` is never unmet and never unknown  a.lua:4:8
        grant: the cap is never reached  a.lua:1:14
        open: `exports` is never tried  a.lua:9:41

        """))
    #expect(text.contains("a.lua: never runs in line 24\n"))
    #expect(text.contains("\ncoverage: outcomes 2 of 17 (11.7%), lines 18 of 19 (94.7%)\n"))
  }

  @Test func `LCOV lists outcomes as branches, and lines`() throws {
    let text = try coverage(Sample.grant("{ \"a\", expect = { eligible = true } },")).report(.lcov)
    let lines = text.split(separator: "\n")
    #expect(
      lines.prefix(6) == [
        "TN:", "SF:a.lua", "BRDA:1,0,0,0", "BRDA:3,0,0,1", "BRDA:3,0,1,0", "BRDA:3,0,2,0",
      ])
    #expect(lines.contains("BRF:17") && lines.contains("BRH:2"))
    #expect(lines.contains { $0.hasPrefix("DA:3,") })
    #expect(lines.last == "end_of_record")
  }

  @Test func `Cobertura is well-formed and has the rates`() throws {
    let text = try coverage(Sample.grant("{ \"a\", expect = { eligible = true } },"))
      .report(.cobertura)
    let document = try XMLCheck(text)
    #expect(document.names["line"] ?? 0 > 5)
    #expect(document.attributes["coverage"]?["branches-covered"] == "2")
    #expect(document.attributes["coverage"]?["branch-rate"] == "0.1176")
    #expect(text.contains("condition-coverage=\"33% (1/3)\""))
  }

  @Test(arguments: [("50", true), ("50.1", false), ("0", true), ("100", false)])
  func `a threshold is exact`(_ percent: String, _ isReached: Bool) throws {
    let share = Coverage.Share(covered: 5, total: 10)
    #expect(share.isAtLeast(try ExactDecimal(parsing: percent)) == isReached)
  }

  @Test func `nothing of nothing is everything, and 999 of 1000 is not`() throws {
    #expect(Coverage.Share(covered: 0, total: 0).isAtLeast(100))
    #expect("\(Coverage.Share(covered: 0, total: 0))" == "0 of 0 (100%)")
    #expect("\(Coverage.Share(covered: 9999, total: 10_000))" == "9999 of 10000 (99.9%)")
  }
}
