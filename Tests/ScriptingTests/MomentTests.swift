// What a moment says about itself, and its neighbours.

import Quantities
import Testing

@testable import Scripting

@Suite struct MomentTests {
  @Test(arguments: [
    ("2027", 2027, "2027-12-31"), ("2024-Q1", 2024, "2024-03-31"), ("2024-02", 2024, "2024-02-29"),
    ("2024-06-30", 2024, "2024-06-30"), ("2023-11/2024-02", 2024, "2024-02-29"),
  ])
  func takesYearAndDateFromTheEndOfItsPeriod(period: String, year: Int, date: String) throws {
    let moment = try Sample.moment(period)
    #expect(moment.year == year)
    #expect(moment.date.description == date)
  }

  @Test func keepsTheAreaWhenItAdvances() throws {
    let moment = try Sample.moment("2024-Q1")
    #expect(moment.advanced(by: -1) == (try Sample.moment("2023-Q4")))
    #expect(try Sample.moment("2021-01/2021-09").advanced(by: 1) == nil)
  }
}
