// When definitions hold, and finding the one for a day.

import Catalog
import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite struct ValidityTests {
  private func validity(_ from: String?, _ to: String?) throws -> Validity {
    Validity(
      from: try from.map { try CalendarDate(parsing: $0) },
      to: try to.map { try CalendarDate(parsing: $0) })
  }

  @Test(arguments: [
    ("2024-12-31", false), ("2025-01-01", true), ("2025-12-31", true), ("2026-01-01", false),
  ])
  func containsBothItsEnds(day: String, expected: Bool) throws {
    let date = try CalendarDate(parsing: day)
    #expect(try validity("2025-01-01", "2025-12-31").contains(date) == expected)
    #expect(try validity(nil, nil).contains(date))
  }

  @Test(
    arguments: [
      (nil, "2025-12-31", "2026-01-01", nil, false), (nil, "2026-01-01", "2026-01-01", nil, true),
      ("2025-01-01", "2025-06-30", "2025-02-01", "2025-03-01", true), (nil, nil, nil, nil, true),
      ("2025-01-01", nil, nil, "2024-12-31", false),
    ] as [(String?, String?, String?, String?, Bool)])
  func overlapsWhenADayIsShared(
    from: String?, to: String?, otherFrom: String?, otherTo: String?, expected: Bool
  ) throws {
    let left = try validity(from, to)
    let right = try validity(otherFrom, otherTo)
    #expect(left.overlaps(right) == expected)
    #expect(right.overlaps(left) == expected)
  }
}

@Suite struct DefinitionListTests {
  private static let dated = """
    local always = { { "always", function() return true end } }
    eligibility "other" { instrument = "grant", requires = always }
    eligibility "x" { instrument = "grant", requires = always, to = "2025-12-31" }
    eligibility "x" { instrument = "slots", requires = always, from = "2027-01-01" }
    """

  @Test func findsTheVersionOfADay() throws {
    let list = try Sample.engine(Self.dated).eligibilities
    func instrument(on day: String) throws -> String {
      try list.definition("x", on: try CalendarDate(parsing: day)).instrument.id
    }
    #expect(list.ids == ["other", "x"])
    #expect(list.all.map(\.id) == ["other", "x", "x"])
    #expect(list.versions(of: "x").map(\.instrument.id) == ["grant", "slots"])
    #expect(try instrument(on: "2025-12-31") == "grant")
    #expect(try instrument(on: "2027-01-01") == "slots")
  }

  @Test func neverUsesAVersionOutsideItsDates() throws {
    let list = try Sample.engine(Self.dated).eligibilities
    let problems = try Sample.problems {
      _ = try list.definition("x", on: try CalendarDate(parsing: "2026-06-30"))
    }
    #expect(
      problems == [
        "no version of `x` holds on 2026-06-30 → ask about another date, or define a version whose"
          + " `from` and `to` include it"
      ])
  }

  @Test func namesTheNearestIdForAnUnknownOne() throws {
    let list = try Sample.engine(Self.dated).eligibilities
    let problems = try Sample.problems { _ = try list.definition("othr", on: .first) }
    #expect(problems == ["nothing is defined as `othr` → did you mean `other`?"])
  }
}
