// From outcomes to a status, and from a computed amount to what is paid.

import Catalog
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

@Suite struct StatusTests {
  private static let outcomes: [Outcome] = [.met, .unmet, .unknown]
  private static let triples = outcomes.flatMap { first in
    outcomes.flatMap { second in outcomes.map { [first, second, $0] } }
  }

  /// Every combination of three outcomes, decided by two statements that do not look at their order.
  @Test(arguments: triples)
  func isIneligibleWhenAnyIsUnmetElseUndeterminedWhenAnyIsUnknown(outcomes: [Outcome]) {
    let expected: Decision.Status =
      switch (outcomes.contains(.unmet), outcomes.contains(.unknown)) {
      case (true, _): .ineligible
      case (false, true): .undetermined
      case (false, false): .eligible
      }
    #expect(DecisionRules.status(of: outcomes) == expected)
  }

  /// The same combinations through scripts: `e.exporter` is the outcome's field.
  @Test(arguments: triples)
  func isTheSameThroughAScript(outcomes: [Outcome]) throws {
    let bodies = outcomes.map { outcome in
      switch outcome {
      case .met: "return true"
      case .unmet: "return false"
      case .unknown: "return e.exporter"
      }
    }
    let decision = try Sample.decision(bodies[0], bodies[1], bodies[2])
    #expect(decision.status == DecisionRules.status(of: outcomes))
    #expect(decision.conditions.map(\.outcome) == outcomes)
    #expect(decision.missing == (outcomes.contains(.unknown) ? ["exporter"] : []))
  }
}

@Suite struct PaymentTests {
  private func decision(_ amount: String, instrument: String = "grant", at period: String = "2027")
    throws -> Decision
  {
    try Sample.decision(
      "return true", amount: "return quantity \"\(amount)\"", instrument: instrument, at: period)
  }

  @Test(arguments: [
    ("0.005元", "0.01", true), ("0.0049999元", "0", true), ("1.005元", "1.01", true),
    ("1.015元", "1.02", true), ("1.025元", "1.03", true), ("2.675元", "2.68", true),
    ("1.004999999999999999元", "1", true), ("1.01元", "1.01", false), ("0元", "0", false),
    ("12.3456785万元", "123456.79", true), ("499.9999994万元", "4999999.99", true),
  ])
  func isRoundedHalfUpToTheFen(computed: String, paid: String, isRounded: Bool) throws {
    let decision = try decision(computed)
    #expect(decision.computed == (try Sample.quantity(computed)))
    #expect(decision.amount?.value.description == paid)
    #expect(decision.isRounded == isRounded)
    #expect(decision.cappedBy == nil)
  }

  @Test(arguments: [
    ("499.999999万元", false), ("500万元", false), ("5000000.004元", false),
    ("5000000.005元", true), ("500.000001万元", true), ("1亿元", true),
  ])
  func isRoundedBeforeItIsCapped(computed: String, isCapped: Bool) throws {
    let decision = try decision(computed)
    #expect(decision.cappedBy == (isCapped ? "cap" : nil))
    if isCapped { #expect(decision.amount?.description == "500万元") }
    let cap = try Sample.quantity("500万元")
    #expect(try Quantity.compare(try #require(decision.amount), cap) <= 0)
  }

  @Test func isNotLimitedWithoutACap() throws {
    #expect(try decision("900亿元", instrument: "uncapped").amount?.description == "900亿元")
  }

  @Test func isNotRoundedWhenItIsNotMoney() throws {
    let decision = try decision("2.005家", instrument: "slots")
    #expect(decision.amount?.description == "2.005家")
    #expect(try self.decision("4家", instrument: "slots").amount?.description == "3家")
  }

  @Test(arguments: ["-0.01元", "-1万元", "-0.005元"])
  func isNeverNegative(amount: String) throws {
    let failure = try Sample.failure { _ = try decision(amount) }
    #expect(failure?.findings.map(\.code) == ["script.negative-amount"])
    #expect(failure?.findings.first?.message.hasPrefix("the amount of `x` is -") == true)
  }

  @Test(arguments: ["2024", "2026"])
  func isNeverPaidWithACapOfOtherDays(period: String) throws {
    let failure = try Sample.failure { _ = try decision("9亿元", instrument: "dated", at: period) }
    #expect(failure?.findings.map(\.code) == ["catalog.parameter-not-in-force"])
    #expect(try decision("9亿元", instrument: "dated", at: "2025").amount?.description == "500万元")
  }

  @Test func isNotPayableWhileTheCapIsLeftToLocalRules() throws {
    let decision = try decision("1元", instrument: "local_cap")
    #expect(decision.status == .eligible)
    #expect(decision.amount == nil)
    #expect(decision.open == ["cap"])
    #expect(!decision.isPayable)
  }
}

@Suite struct DecisionTests {
  @Test func namesWhatWouldSettleItOnceEach() throws {
    let decision = try Sample.decision(
      "return e.exporter", "return e.exporter and e.size == \"small\"",
      "return e.spend >= p.floor")
    #expect(decision.status == .undetermined)
    #expect(decision.missing == ["exporter", "spend"])
    #expect(decision.amount == nil)
  }

  @Test func isUndeterminedWhenOnlyTheAmountIsUnknown() throws {
    let decision = try Sample.decision("return true", amount: "return e.spend * p.rate")
    #expect(decision.status == .undetermined)
    #expect(decision.missing == ["spend"])
    #expect(decision.amountTrace?.gaps == [.field("spend")])
  }

  @Test func isEligibleButNotPayableWhenTheAmountNeedsAnOpenParameter() throws {
    let decision = try Sample.decision(
      "return true", amount: "return e.spend + p.bonus", given: "spend=1")
    #expect(decision.status == .eligible)
    #expect(decision.open == ["bonus"])
    #expect(!decision.isPayable)
    #expect(decision.amount == nil)
    #expect(decision.computed == nil)
    #expect(decision.missing == [])
  }

  @Test func isUndeterminedWhenAConditionNeedsAnOpenParameter() throws {
    let decision = try Sample.decision("return e.spend > p.bonus", given: "spend=1")
    #expect(decision.status == .undetermined)
    #expect(decision.open == ["bonus"])
  }

  @Test func saysWhereItComesFrom() throws {
    let decision = try Sample.decision("return true", amount: "return quantity \"1元\"")
    #expect(decision.eligibility == "x")
    #expect(decision.instrument.id == "grant")
    #expect(decision.clause == "（一）")
    #expect(decision.subject == "F1")
    #expect(decision.isPayable)
    #expect(decision.parameters.map(\.parameter.name) == ["floor", "rate", "bonus", "cap"])
    #expect(
      decision.parameters.map { $0.version?.value.description } == [
        "1000万元", "5%", nil, "500万元",
      ])
  }
}
