import Diagnostics
import Quantities
import Testing

@testable import DataSources

@Suite struct GivenParserTests {
  private func parse(_ text: String) throws(Failure) -> [FieldValue] {
    try GivenParser.parse(text, kind: Sample.firm, catalog: Sample.catalog)
  }

  @Test func readsFieldsInAnyOrder() throws {
    let values = try parse("size=small, shops = 3 ,place=杭州市，open=true")
    #expect(
      values == [
        .missing, .missing, .boolean(true), .enumeration("small"), .area("330100"), .missing,
        .missing, .integer(3),
      ])
  }

  @Test func keepsThousandsSeparatorsAndCommasInsideAValue() throws {
    let values = try parse("spend=12,000,000元,id=a,b,shops=1,000")
    #expect(values[0] == .text("a,b"))
    #expect(values[7] == .integer(1000))
    guard case .quantity(let quantity) = values[1] else {
      Issue.record("no quantity was read")
      return
    }
    #expect(quantity.value == 12_000_000)
  }

  @Test func readsAnEmptyValueOrArgumentAsMissing() throws {
    #expect(try parse("shops=").allSatisfy { $0 == .missing })
    #expect(try parse("").allSatisfy { $0 == .missing })
  }

  @Test func pointsAtEveryMistake() {
    let findings = Sample.failure { () throws(Failure) in
      _ = try parse("spent=5,size=huge,shops=1,shops=2")
    }
    #expect(
      findings?.map(Sample.text).joined() == """
        --given:1:1: error: unknown field `spent` of `firm`
         1 | spent=5,size=huge,shops=1,shops=2
           | ^~~~~
            = help: did you mean `spend`?
        --given:1:14: error: field `size`: `huge` is none of the values of this field
         1 | spent=5,size=huge,shops=1,shops=2
           |              ^~~~
            = help: known here: `large`, `small`
        --given:1:27: error: the field `shops` is given twice
         1 | spent=5,size=huge,shops=1,shops=2
           |                           ^~~~~
            = help: keep one of them

        """)
  }

  @Test(arguments: ["open", "5,size=small", "=5"])
  func expectsAFieldNameFirst(text: String) {
    let findings = Sample.failure { () throws(Failure) in _ = try parse(text) }
    #expect(findings?.map(\.code) == ["given.syntax"])
    #expect(findings?.first?.span?.column == 1)
  }
}
