// Counts and totals over a register.

import Diagnostics
import Quantities
import Testing

@testable import Evaluation

@Suite struct RegisterSummaryTests {
  private func summary(_ given: [String], amount: String = "return e.spend * p.rate") throws
    -> EligibilitySummary
  {
    let evaluator = try Sample.evaluator(
      Sample.eligibility(
        ["return e.exporter", "return e.spend >= quantity \"0元\""], amount: amount))
    var summary = EligibilitySummary(eligibility: "x")
    for fields in given {
      try summary.add(
        evaluator.decide("x", on: try Sample.subject(fields), at: try Sample.moment()))
    }
    return summary
  }

  @Test func countsEachStatusAndAddsUpWhatIsPaid() throws {
    let summary = try summary([
      "exporter=true,spend=0.1元", "exporter=true,spend=2亿元", "exporter=true,spend=0元",
      "exporter=false,spend=1元", "exporter=false", "spend=1元", "exporter=true",
    ])
    #expect(summary.counts == [.eligible: 3, .ineligible: 2, .undetermined: 2])
    // 5 % of 0.1 yuan is half a fen, which rounds up; 5 % of 200 million is capped at 5 million.
    #expect(summary.total?.value.description == "5000000.01")
    #expect(summary.paid == 2)
    #expect(summary.notPayable == 0)
    #expect(summary.unmet == ["c0": 2])
    // What is missing for the ineligible would not settle anything.
    #expect(summary.missing == ["exporter": 1, "spend": 1])
    #expect(summary.commonestUnmet?.label == "c0")
    #expect(summary.commonestMissing?.label == "exporter")
    #expect(summary.commonestMissing?.count == 1)
  }

  @Test func countsWhatCannotBePaid() throws {
    let summary = try summary(
      ["exporter=true,spend=1元", "exporter=false,spend=1元"], amount: "return p.bonus")
    #expect(summary.notPayable == 1)
    #expect(summary.paid == 0)
    #expect(summary.total == nil)
  }

  @Test func namesTheMostFrequentFirst() throws {
    let summary = try summary(["exporter=true", "exporter=true", "spend=1元"])
    #expect(summary.commonestMissing?.label == "spend")
    #expect(summary.commonestMissing?.count == 2)
    #expect(summary.commonestUnmet == nil)
  }

  @Test func countsFailuresApart() throws {
    var summary = EligibilitySummary(eligibility: "x")
    summary.addFailure()
    summary.addFailure()
    #expect(summary.failures == 2)
    #expect(summary.counts.isEmpty)
  }
}
