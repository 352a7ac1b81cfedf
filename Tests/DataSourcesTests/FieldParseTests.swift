import Catalog
import Quantities
import Testing

@testable import DataSources

@Suite struct FieldParseTests {
  private func parse(_ name: String, _ text: String) throws -> FieldValue {
    try #require(Sample.firm.field(name)).type.parse(
      text, units: Sample.catalog.units, areas: Sample.catalog.areas)
  }

  @Test(arguments: ["id", "spend", "open", "size", "place", "since", "year", "shops"])
  func readsAnEmptyTextAsMissing(name: String) throws {
    #expect(try parse(name, "") == .missing)
    if name != "id" { #expect(try parse(name, " \u{3000}") == .missing) }
  }

  @Test(arguments: [
    ("open", "true", FieldValue.boolean(true)), ("open", "否", .boolean(false)),
    ("size", "small", .enumeration("small")), ("size", " 大型 ", .enumeration("large")),
    ("place", "330100", .area("330100")), ("place", "杭州市", .area("330100")),
    ("place", "Hangzhou", .area("330100")), ("year", "2027", .year(2027)),
    ("shops", "-12,000", .integer(-12_000)), ("id", " a, b ", .text(" a, b ")),
  ])
  func readsValuesByTheirType(name: String, text: String, value: FieldValue) throws {
    #expect(try parse(name, text) == value)
  }

  @Test func readsDates() throws {
    let day = try #require(CalendarDate(year: 2024, month: 2, day: 29))
    #expect(try parse("since", "2024-02-29") == .date(day))
  }

  @Test(arguments: ["12000000", "1200万元", "0.12 亿元", "12,000,000元", "１２００万元"])
  func readsQuantitiesInTheUnitOfTheFieldOrAnyOther(text: String) throws {
    guard case .quantity(let quantity) = try parse("spend", text) else {
      Issue.record("`\(text)` is no quantity")
      return
    }
    #expect(quantity.value == 12_000_000)
  }

  @Test(arguments: [
    ("open", "yes", "`yes` is neither `true` nor `false`", 0),
    ("size", "smal", "`smal` is none of the values of this field", 0),
    ("place", " Hangzou", "there is no area `Hangzou` in the catalogue", 1),
    ("year", "27", "`27` is not a year", 0), ("year", "+200", "`+200` is not a year", 0),
    ("shops", "1.5", "`1.5` is not a whole number", 0),
    (
      "shops", "9223372036854775808",
      "`9223372036854775808` is too large; a whole number here has at most 64 bits", 0
    ),
  ])
  func saysWhatIsWrong(name: String, text: String, message: String, offset: Int) throws {
    let error = try #require(throws: FieldParseError.self) { try parse(name, text) }
    #expect(error.message == message)
    #expect(error.offset == offset)
  }

  @Test(arguments: [
    ("size", "smal", "did you mean `small`?"), ("place", "Hangzou", "did you mean `Hangzhou`?"),
  ])
  func suggestsTheNearestValue(name: String, text: String, suggestion: String) throws {
    let error = try #require(throws: FieldParseError.self) { try parse(name, text) }
    #expect(error.suggestion == suggestion)
  }

  @Test(arguments: ["25条", "1.2.3", "x", "NaN", "1e5"])
  func refusesWhatIsNoAmountOfTheField(text: String) {
    #expect(throws: FieldParseError.self) { try parse("spend", text) }
  }
}
