// What would have to change, tried out by running the script again.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

@Suite struct RemedyTests {
  /// The alternatives for the only condition, as `field value`.
  private func alternatives(_ body: String, given: String) throws -> [String] {
    let prospect = try #require(Sample.explanation(body, given: given).prospect)
    #expect(prospect.remedies.map(\.condition) == [0])
    return try #require(prospect.remedies.first).alternatives.map { "\($0.field) \(text($0.to))" }
  }

  private func text(_ value: FieldValue) -> String {
    switch value {
    case .missing: "missing"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .year(let value): "\(value)"
    case .quantity(let quantity): "\(quantity)"
    case .date(let date): "\(date)"
    case .text(let text), .area(let text), .enumeration(let text): text
    }
  }

  @Test(arguments: [
    ("return e.exporter", "exporter=false", ["exporter true"]),
    ("return not e.exporter", "exporter=true", ["exporter false"]),
    ("return e.size == \"small\"", "size=large", ["size small"]),
    (
      "return e.size == \"small\" or e.size == \"micro\"", "size=large",
      ["size small", "size micro"]
    ),
    ("return e.size ~= \"large\"", "size=large", ["size medium", "size small", "size micro"]),
    ("return e.founded == at.year", "founded=2020", ["founded 2027"]),
    ("return e.founded < at.year", "founded=2027", ["founded 2026"]),
    ("return e.founded > at.year", "founded=2020", ["founded 2028"]),
    ("return e.since >= date \"2027-01-01\"", "since=2020-01-01", ["since 2027-12-31"]),
    ("return e.since <= date \"2027-01-01\"", "since=2027-06-01", ["since 2027-01-01"]),
    ("return e.place == at.area", "place=CN", ["place 100"]),
    ("return e.exporter and e.size == \"small\"", "exporter=false,size=large", []),
    (
      "return e.exporter or e.size == \"small\"", "exporter=false,size=large",
      ["size small", "exporter true"]
    ),
    ("return e.staff > 5", "staff=3", []),
    ("return e.code == \"F2\"", "code=F1", []),
    ("return false", "", []),
    ("return e:get(\"exporter\", false)", "", ["exporter true"]),
  ])
  func triesTheValuesOfAField(body: String, given: String, expected: [String]) throws {
    #expect(try alternatives(body, given: given) == expected)
  }

  @Test(arguments: [
    ("return e.spend >= p.floor", "spend=900万元", ["spend 1000万元"]),
    ("return e.spend >= p.floor", "spend=9999999.99", ["spend 1000万元"]),
    ("return e.spend > p.floor", "spend=1000万元", ["spend 1000.000001万元"]),
    ("return e.spend > p.floor", "spend=5", ["spend 10000000.01元"]),
    ("return e.spend <= p.floor", "spend=1000.000001万元", ["spend 1000万元"]),
    ("return e.spend < p.floor", "spend=1200万元", ["spend 999.999999万元"]),
    ("return e.spend == p.floor", "spend=1", ["spend 1000万元"]),
    ("return e.spend ~= p.floor", "spend=1000万元", ["spend 1000.000001万元"]),
    ("return p.floor <= e.spend", "spend=1", ["spend 1000万元"]),
    ("return e.spend > quantity \"0元\"", "spend=0", ["spend 0.01元"]),
    ("return e.shops > quantity \"3家\"", "shops=1家", ["shops 4家"]),
    ("return e.shops < quantity \"3家\"", "shops=7家", ["shops 2家"]),
    ("return e.ratio >= p.rate", "ratio=3%", ["ratio 5%"]),
    ("return e.ratio > p.rate", "ratio=3%", ["ratio 5.01%"]),
  ])
  func findsTheThresholdOfAQuantity(body: String, given: String, expected: [String]) throws {
    #expect(try alternatives(body, given: given) == expected)
  }

  @Test(arguments: [
    (
      "return e.spend + e.fee >= p.floor", "spend=600万元,fee=300万元",
      ["spend 700万元", "fee 400万元"]
    ),
    (
      "return p.floor > e.spend + e.fee", "spend=600万元,fee=500万元",
      ["spend 499.999999万元", "fee 399.999999万元"]
    ),
    (
      "return e.spend + e.fee <= p.floor", "spend=600万元,fee=500万元",
      ["spend 500万元", "fee 400万元"]
    ),
    ("return e.spend - e.fee >= p.floor", "spend=1200万元,fee=300万元", ["spend 1300万元", "fee 200万元"]),
    ("return e.spend >= e.fee", "spend=1万元,fee=3万元", ["spend 3万元", "fee 1万元"]),
  ])
  func movesEachFieldOfASum(body: String, given: String, expected: [String]) throws {
    #expect(try alternatives(body, given: given) == expected)
  }

  @Test(arguments: [
    ("return e.floor >= p.floor", "floor=1元", ["floor 1000万元"]),
    ("return e.floor <= p.floor", "floor=1亿元", ["floor 1000万元"]),
    ("return p.floor < e.floor", "floor=1元", ["floor 10000000.01元"]),
  ])
  func tellsAFieldFromAParameterOfTheSameName(
    body: String, given: String, expected: [String]
  ) throws {
    #expect(try alternatives(body, given: given) == expected)
  }

  @Test func verifiesAllChangesTogether() throws {
    let prospect = try #require(
      Sample.explanation(
        "return e.exporter", "return true", "return e.spend >= p.floor",
        "return e.size == \"small\" or e.size == \"micro\"",
        amount: "return e.spend * p.rate", given: "exporter=false,spend=1元,size=large"
      ).prospect)
    #expect(prospect.remedies.map(\.condition) == [0, 2, 3])
    #expect(prospect.changes.map(\.field) == ["exporter", "spend", "size"])
    #expect(
      prospect.changes.map(\.from) == [
        .boolean(false), .quantity(try Sample.quantity("1元")), .enumeration("large"),
      ])
    #expect(prospect.changes.last?.to == .enumeration("small"))
    #expect(prospect.changes.first?.title == Title(zh: "出口", en: "Exports"))
    #expect(prospect.decision?.status == .eligible)
    #expect(prospect.decision?.amount?.description == "50万元")
  }

  @Test func showsWhenTheChangesDoNotGoTogether() throws {
    // One wants to be small, the other large: each has a remedy, both together have none.
    let prospect = try #require(
      Sample.explanation(
        "return e.size == \"small\"", "return e.size == \"large\"", given: "size=medium"
      ).prospect)
    #expect(prospect.remedies.map(\.alternatives.count) == [1, 1])
    #expect(prospect.decision?.status == .ineligible)
  }

  @Test func saysThatTheRestIsStillUnknown() throws {
    let prospect = try #require(
      Sample.explanation(
        "return e.exporter", "return e.spend >= p.floor", given: "exporter=false"
      ).prospect)
    #expect(prospect.remedies.map(\.condition) == [0])
    #expect(prospect.decision?.status == .undetermined)
    #expect(prospect.decision?.missing == ["spend"])
  }

  @Test func hasNoJointDecisionWhenAConditionHasNoRemedy() throws {
    let prospect = try #require(
      Sample.explanation("return e.exporter", "return false", given: "exporter=false").prospect)
    #expect(prospect.changes.map(\.field) == ["exporter"])
    #expect(prospect.decision == nil)
  }

  @Test(arguments: ["exporter=true", ""])
  func isOnlyForTheIneligible(given: String) throws {
    #expect(try Sample.explanation("return e.exporter", given: given).prospect == nil)
  }

  @Test func skipsChangesOnWhichTheScriptFails() throws {
    // The script knows two sizes only, and is never asked about the others in the register.
    let prospect = try #require(
      Sample.explanation(
        "local rank = { large = 1, small = 2 } return 2 / rank[e.size] < 2", given: "size=large"
      ).prospect)
    #expect(prospect.remedies.first?.alternatives.map(\.to) == [.enumeration("small")])
    #expect(prospect.decision?.status == .eligible)
  }

  @Test func skipsChangesForWhichTheAmountFails() throws {
    let explanation = try Sample.explanation(
      "return e.exporter", amount: "return e.spend - p.floor", given: "exporter=false,spend=1元")
    #expect(explanation.decision.status == .ineligible)
    #expect(explanation.prospect?.changes.isEmpty == true)
    #expect(explanation.prospect?.decision == nil)
  }
}
