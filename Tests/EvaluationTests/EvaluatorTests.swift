// Deciding and computing in this process.

import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

@Suite struct LocalEvaluatorTests {
  private static let match = """
    eligibility "city" {
      instrument = "grant",
      requires = { { "exports", function(e) return e.exporter end } },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "district" {
      instrument = "uncapped",
      requires = { { "city pays", function(e) return e:decision("city").eligible end } },
      amount = function(e) return e:decision("city").amount * quantity "50%" end,
    }
    eligibility "failing" {
      instrument = "uncapped",
      requires = { { "fails", function() error("boom") end } },
    }
    """

  @Test(
    arguments: [
      ("exporter=true,spend=1000万元", Decision.Status.eligible, "25万元"),
      // The district matches what the city pays, which its cap limits to 5 million.
      ("exporter=true,spend=2亿元", .eligible, "250万元"),
      ("exporter=false,spend=2亿元", .ineligible, nil),
      ("spend=2亿元", .undetermined, nil),
      ("exporter=true", .undetermined, nil),
    ] as [(String, Decision.Status, String?)])
  func letsADecisionBuildOnTheOther(
    given: String, status: Decision.Status, amount: String?
  ) throws {
    let decision = try Sample.evaluator(Self.match)
      .decide("district", on: try Sample.subject(given), at: try Sample.moment())
    #expect(decision.status == status)
    #expect(decision.amount?.description == amount)
    #expect(decision.missing == (status == .undetermined ? ["city"] : []))
  }

  @Test func decidesUnderEachEligibilityOnItsOwn() throws {
    let results = try Sample.evaluator(Self.match).decide(
      ["city", "failing", "nothing", "district"],
      on: try Sample.subject("exporter=true,spend=1000万元"), at: try Sample.moment())
    #expect(results.map { (try? $0.get())?.status } == [.eligible, nil, nil, .eligible])
  }

  @Test func leavesNoTraceOfASubjectInTheNext() throws {
    let evaluator = try Sample.evaluator(Self.match)
    let moment = try Sample.moment()
    let known = try Sample.subject("exporter=true,spend=1000万元")
    let first = try evaluator.decide("district", on: known, at: moment)
    _ = try evaluator.decide("district", on: try Sample.subject(), at: moment)
    _ = try? evaluator.decide("failing", on: known, at: moment)
    let again = try evaluator.decide("district", on: known, at: moment)
    #expect(again.amount == first.amount)
    #expect(again.conditions.map(\.trace) == first.conditions.map(\.trace))
  }

  @Test func failsForWhatIsNotDefined() throws {
    let evaluator = try Sample.evaluator(Self.match)
    let failure = try Sample.failure {
      _ = try evaluator.decide("ctiy", on: try Sample.subject(), at: try Sample.moment())
    }
    #expect(failure?.findings.first?.suggestion == "did you mean `city`?")
    let computed = try Sample.failure {
      _ = try evaluator.compute("nothing", at: try Sample.moment())
    }
    #expect(computed?.findings.map(\.code) == ["script.unknown-definition"])
  }
}
