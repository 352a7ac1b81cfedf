// Periods of observations.

import Testing

@testable import Quantities

@Suite("Periods")
struct PeriodTests {
  @Test(
    "every notation gives its form and days, and prints as it was written",
    arguments: [
      ("2024", Period.Form.year, "2024-01-01", "2024-12-31"),
      ("2024-S1", .half, "2024-01-01", "2024-06-30"),
      ("2024-S2", .half, "2024-07-01", "2024-12-31"),
      ("2024-Q1", .quarter, "2024-01-01", "2024-03-31"),
      ("2024-Q2", .quarter, "2024-04-01", "2024-06-30"),
      ("2024-Q3", .quarter, "2024-07-01", "2024-09-30"),
      ("2024-Q4", .quarter, "2024-10-01", "2024-12-31"),
      ("2025-12", .month, "2025-12-01", "2025-12-31"),
      ("2024-02", .month, "2024-02-01", "2024-02-29"),
      ("2024-06-30", .day, "2024-06-30", "2024-06-30"),
      ("2021-01/2021-09", .interval, "2021-01-01", "2021-09-30"),
      ("2025-01-01/2025-11-21", .interval, "2025-01-01", "2025-11-21"),
      ("0001", .year, "0001-01-01", "0001-12-31"), ("9999-12", .month, "9999-12-01", "9999-12-31"),
    ])
  func notations(text: String, form: Period.Form, start: String, end: String) throws {
    let period = try Period(parsing: text)
    #expect(period.form == form)
    #expect(period.start.description == start)
    #expect(period.end.description == end)
    #expect(period.description == text)
    #expect(period.year == period.end.year)
  }

  @Test("an interval of whole months is one value, however it was written")
  func wholeMonths() throws {
    let days = try Period(parsing: "2021-01-01/2021-09-30")
    #expect(try days == Period(parsing: "2021-01/2021-09"))
    #expect(days.description == "2021-01/2021-09")
    #expect(try Period(parsing: "2024-01/2024-12") != Period(parsing: "2024"))
  }

  @Test("random periods print what they parse from")
  func roundTrip() throws {
    var generator = Generator(seed: 11)
    for _ in 0..<1000 {
      let number = Int.random(in: -719_162...2_932_896, using: &generator)
      let start = try #require(CalendarDate(dayNumber: number))
      let length = Int.random(in: 0...400, using: &generator)
      let candidates = [
        Period(year: start.year), Period(year: start.year, half: 1 + length % 2),
        Period(year: start.year, quarter: 1 + length % 4),
        Period(year: start.year, month: start.month), Period(day: start),
        start.addingDays(length).flatMap { Period(from: start, through: $0) },
      ]
      for period in candidates.compactMap(\.self) {
        #expect(try Period(parsing: period.description) == period)
        #expect(period.contains(period.start) && period.contains(period.end))
        #expect(period.dayCount >= 1)
      }
    }
  }

  @Test(
    "periods step by their own length",
    arguments: [
      ("2024", 1, "2025"), ("2024", -5, "2019"), ("2024-S2", 1, "2025-S1"),
      ("2024-Q1", -1, "2023-Q4"), ("2024-Q3", 6, "2026-Q1"), ("2024-12", 1, "2025-01"),
      ("2024-01", -13, "2022-12"), ("2024-02-28", 2, "2024-03-01"), ("2024-Q1", 0, "2024-Q1"),
    ])
  func steps(text: String, count: Int, expected: String) throws {
    let period = try Period(parsing: text)
    let moved = try #require(period.advanced(by: count))
    #expect(moved.description == expected)
    #expect(moved.advanced(by: -count) == period)
  }

  @Test("intervals do not step, and nothing steps out of the calendar")
  func noStep() throws {
    #expect(try Period(parsing: "2021-01/2021-09").advanced(by: 1) == nil)
    for text in ["2024", "2024-S1", "2024-Q1", "2024-06", "2024-06-30"] {
      let period = try Period(parsing: text)
      for count in [Int.min, -9_000_000, 9_000_000, Int.max] {
        #expect(period.advanced(by: count) == nil)
      }
    }
    #expect(Period(year: 1).advanced(by: -1) == nil)
    #expect(Period(year: 9999).advanced(by: 1) == nil)
    #expect(Period(year: 1).advanced(by: 9998) == Period(year: 9999))
  }

  @Test("periods order by their end, then their start")
  func order() throws {
    let texts = [
      "2023", "2024-01", "2024-Q1", "2024-03", "2024-01-01/2024-06-29", "2024-S1", "2024-Q2",
      "2024-06-30", "2024", "2024-01/2024-12", "2024-12",
    ]
    let periods = try texts.map(Period.init(parsing:))
    for (position, later) in periods.enumerated() {
      #expect(!(later < later))
      for earlier in periods[..<position] {
        #expect(earlier < later, "\(earlier) and \(later)")
        #expect(!(later < earlier), "\(later) and \(earlier)")
      }
    }
  }

  @Test("years out of the calendar are taken as the nearest")
  func yearsOutOfCalendar() {
    #expect(Period(year: .min) == Period(year: 1))
    #expect(Period(year: .max) == Period(year: 9999))
  }

  @Test("parts of the year that do not exist are refused")
  func noPart() {
    #expect(Period(year: 2024, half: 3) == nil)
    #expect(Period(year: 2024, quarter: 0) == nil)
    #expect(Period(year: 2024, month: 13) == nil)
    #expect(Period(year: 0, month: 1) == nil)
    #expect(Period(from: .last, through: .first) == nil)
  }

  @Test("days are counted inclusively")
  func days() throws {
    #expect(try Period(parsing: "2024").dayCount == 366)
    #expect(try Period(parsing: "2024-06-30").dayCount == 1)
    #expect(try Period(parsing: "2024-Q1").contains(CalendarDate(parsing: "2024-02-29")))
    #expect(try !Period(parsing: "2024-Q1").contains(CalendarDate(parsing: "2024-04-01")))
  }

  @Test(
    "what is not a period is refused at its place",
    arguments: [
      ("", 0, "expected a year of four digits, found the end"), ("24", 2, "expected a year"),
      ("2024-Q5", 6, "expected `Q1`, `Q2`, `Q3` or `Q4`"), ("2024-S0", 6, "expected `S1` or `S2`"),
      ("2024-S", 6, "expected `S1` or `S2`, found the end"),
      ("2024-H1", 5, "`H` is not the letter of a half"), ("2024-", 5, "expected a month"),
      ("2024-13", 5, "there is no month 13"), ("2024-06-31", 8, "there is no day 31 in 2024-06"),
      ("2021-09/2021-01", 8, "the interval ends before it starts"),
      ("2021/2022", 5, "an interval goes from month to month or from day to day"),
      ("2021-01/2021-09-30", 8, "an interval goes from month to month"),
      ("2021-Q1/2021-Q2", 8, "an interval goes from month to month"),
      ("2021-01/", 8, "expected a year"), ("2024x", 4, "unexpected `x` after the date"),
      ("2021-01/2021-09/2021-10", 15, "unexpected `/2021-10` after the date"),
    ])
  func refused(text: String, offset: Int, message: String) {
    do {
      let period = try Period(parsing: text)
      Issue.record("`\(text)` was read as \(period)")
    } catch {
      #expect(error.offset == offset, "\(error)")
      #expect(error.message.hasPrefix(message), "\(error)")
    }
  }
}
