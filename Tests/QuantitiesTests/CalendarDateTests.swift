// Days of the calendar.

import Testing

@testable import Quantities

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("every day follows the one before it, through 800 years of leap days")
  func everyDay() throws {
    var expected = (year: 1599, month: 12, day: 31)
    var date = try #require(CalendarDate(year: 1599, month: 12, day: 31))
    var mismatches = 0
    while date.year < 2401 {
      let next = try #require(date.addingDays(1))
      expected.day += 1
      if expected.day > CalendarDate.daysInMonth(expected.month, year: expected.year) {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      let isRight =
        (next.year, next.month, next.day) == expected && next > date
        && next.dayNumber == date.dayNumber + 1
      if !isRight { mismatches += 1 }
      date = next
    }
    #expect(mismatches == 0)
  }

  @Test(
    "day numbers count from 1970",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11017), ("2024-10-15", 20011),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func dayNumbers(text: String, number: Int) throws {
    let date = try CalendarDate(parsing: text)
    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.description == text)
  }

  @Test(
    "days that do not exist are refused",
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
      (0, 1, 1), (10000, 1, 1), (2024, 1, 32), (.min, .min, .min), (.max, .max, .max),
    ] as [(Int, Int, Int)])
  func nonexistent(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("leap days exist every four years, but for three centuries out of four")
  func leapDays() {
    for year in [2024, 2000, 1600, 4] {
      #expect(CalendarDate(year: year, month: 2, day: 29) != nil)
      #expect(CalendarDate.isLeapYear(year))
    }
    for year in [2023, 1900, 2100] { #expect(!CalendarDate.isLeapYear(year)) }
    #expect(CalendarDate.daysInMonth(0, year: 2024) == 0)
    #expect(CalendarDate.daysInMonth(13, year: 2024) == 0)
  }

  @Test("adding days beyond the calendar gives nothing", arguments: [Int.min, Int.max, 4_000_000])
  func outOfCalendar(days: Int) {
    #expect(CalendarDate.last.addingDays(days) == nil)
    #expect(CalendarDate.first.addingDays(days) == nil)
    #expect(CalendarDate.first.addingDays(-1) == nil)
    #expect(CalendarDate.last.addingDays(1) == nil)
  }

  @Test("dates order by year, month and day")
  func order() throws {
    let texts = ["0999-12-31", "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"]
    let dates = try texts.map(CalendarDate.init(parsing:))
    #expect(dates.reversed().sorted() == dates)
  }

  @Test(
    "what is not a date is refused at its place",
    arguments: [
      ("", 0, "expected a year of four digits, found the end"), ("24-01-01", 2, "expected a year"),
      ("2024/06/30", 4, "expected `-`, found `/`"), ("2024-6-30", 6, "expected a month of two"),
      ("2024-13-01", 5, "there is no month 13; months go from 01 to 12"),
      ("2023-02-29", 8, "there is no day 29 in 2023-02, which has 28 days"),
      ("2024-06", 7, "expected `-`, found the end"), ("0000-01-01", 0, "there is no year 0"),
      ("2024-06-30T00", 10, "unexpected `T00` after the date"),
      ("２０２４-06-30", 0, "expected a year"), (" 2024-06-30", 0, "expected a year"),
    ])
  func refused(text: String, offset: Int, message: String) {
    do {
      let date = try CalendarDate(parsing: text)
      Issue.record("`\(text)` was read as \(date)")
    } catch {
      #expect(error.offset == offset, "\(error)")
      #expect(error.message.hasPrefix(message), "\(error)")
    }
  }
}
