// What a function read and compared, as its trace has it.

import Catalog
import DataSources
import Quantities
import Testing

@testable import Scripting

@Suite struct TraceTests {
  private func comparison(_ expression: String, given: String = "spend=900万元,fee=5元") throws
    -> ComparisonFact
  {
    let trace = try Sample.condition("return \(expression)", given: given).trace
    #expect(trace.comparisons.count == 1)
    return try #require(trace.comparisons.first)
  }

  @Test(arguments: [
    ("e.spend >= p.floor", "p.floor", Comparator.atMost, "e.spend", false),
    ("e.spend < p.floor", "e.spend", .less, "p.floor", true),
    ("e.spend > e.fee", "e.fee", .less, "e.spend", true),
    ("e.spend == p.floor", "e.spend", .exactly, "p.floor", false),
    ("e.spend ~= p.floor", "e.spend", .exactly, "p.floor", false),
  ])
  func recordsWhatWasReadOnEitherSide(
    expression: String, left: String, comparator: Comparator, right: String, holds: Bool
  ) throws {
    let fact = try comparison(expression)
    #expect(fact.left.reading?.expression == left)
    #expect(fact.comparator == comparator)
    #expect(fact.right.reading?.expression == right)
    #expect(fact.holds == holds)
  }

  @Test func recordsTheValuesThatWereCompared() throws {
    let fact = try comparison("e.spend + e.fee <= quantity \"1亿元\"")
    #expect(fact.left.quantity == (try Sample.quantity("900.0005万元")))
    #expect(fact.left.reading == nil)
    #expect(fact.right.quantity.description == "1亿元")
    #expect(fact.right.reading == nil)
  }

  @Test func namesWhatWasReadEvenWhenTheScriptKeptIt() throws {
    let fact = try comparison("(function(kept) return kept < p.floor end)(e.spend)")
    #expect(fact.left.reading?.name == "spend")
  }

  @Test func recordsEveryComparisonInOrder() throws {
    let trace = try Sample.condition(
      "return e.fee < p.floor and (e.spend < e.fee or e.spend < p.floor)",
      given: "spend=900万元,fee=5元"
    ).trace
    #expect(trace.comparisons.map(\.holds) == [true, false, true])
  }

  @Test func recordsObservationsOnEitherSide() throws {
    let condition = try Sample.condition(
      "return e.spend < quantity \"1元\" * 1000", given: "spend=1元")
    #expect(condition.trace.comparisons.first?.right.reading == nil)
    #expect(condition.trace.readings.map(\.expression) == ["e.spend"])
  }

  @Test func listsFieldsThenParametersInTheirOrder() throws {
    let condition = try Sample.condition(
      "return p.rate ~= nil and p.floor > e.fee and e.spend ~= e.fee and e.size == \"small\"",
      given: "spend=1元,fee=2元,size=small")
    #expect(
      condition.trace.readings.map(\.expression)
        == ["e.spend", "e.fee", "e.size", "p.floor", "p.rate"])
    #expect(condition.trace.readings[2].value == .enumeration("small"))
  }

  @Test func listsAMissingFieldAsReadAndAsAGap() throws {
    let trace = try Sample.condition("return e.spend > p.floor").trace
    #expect(trace.gaps == [.field("spend")])
    #expect(trace.readings.first?.value == .missing)
  }
}

@Suite struct OriginTests {
  @Test func tellsWhereAValueWasRead() {
    guard case .computed = Origin.kind(0), case .field(0) = Origin.kind(Origin.firstField),
      case .field(65_534) = Origin.kind(Origin.firstParameter - 1),
      case .parameter(0) = Origin.kind(Origin.firstParameter),
      case .lookup(0) = Origin.kind(Origin.lookup(0)),
      case .lookup(7) = Origin.kind(Origin.lookup(7))
    else {
      Issue.record("an origin is not what it was made from")
      return
    }
  }
}
