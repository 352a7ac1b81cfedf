// The stretch of time that an observation is for.

/// A stretch of whole days: a year, half, quarter, month, day, or any interval.
///
/// Periods are ordered by their end, then their start, and then from the longer form to the
/// shorter.
public struct Period: Hashable, Comparable, Sendable {
  /// What kind of stretch it is.
  public enum Form: Int, Hashable, Sendable {
    case year, half, quarter, month, day, interval
  }

  /// What kind of stretch it is.
  public let form: Form

  /// The first day.
  public let start: CalendarDate

  /// The last day.
  public let end: CalendarDate

  init(form: Form, start: CalendarDate, end: CalendarDate) {
    self.form = form
    self.start = start
    self.end = end
  }

  /// Creates the year; outside 1 to 9999 the nearest of these is taken.
  public init(year: Int) {
    let year = min(max(year, CalendarDate.years.lowerBound), CalendarDate.years.upperBound)
    self.init(months: 12, .year, from: (year - 1) * 12)
  }

  /// Creates the first or second half of a year, or `nil` when there is none.
  public init?(year: Int, half: Int) {
    guard CalendarDate.years.contains(year), (1...2).contains(half) else { return nil }
    self.init(months: 6, .half, from: (year - 1) * 12 + (half - 1) * 6)
  }

  /// Creates a quarter of a year, from 1 to 4, or `nil` when there is none.
  public init?(year: Int, quarter: Int) {
    guard CalendarDate.years.contains(year), (1...4).contains(quarter) else { return nil }
    self.init(months: 3, .quarter, from: (year - 1) * 12 + (quarter - 1) * 3)
  }

  /// Creates a month, or `nil` when there is none.
  public init?(year: Int, month: Int) {
    guard CalendarDate.years.contains(year), (1...12).contains(month) else { return nil }
    self.init(months: 1, .month, from: (year - 1) * 12 + month - 1)
  }

  /// Creates a single day.
  public init(day: CalendarDate) {
    self.init(form: .day, start: day, end: day)
  }

  /// Creates an interval of whole days, or `nil` when it ends before it starts.
  public init?(from start: CalendarDate, through end: CalendarDate) {
    guard start <= end else { return nil }
    self.init(form: .interval, start: start, end: end)
  }

  /// Months are counted from January of year 1, which is 0.
  private init(months: Int, _ form: Form, from first: Int) {
    let last = first + months - 1
    let (year, month) = (last / 12 + 1, last % 12 + 1)
    self.init(
      form: form,
      start: CalendarDate(uncheckedYear: first / 12 + 1, month: first % 12 + 1, day: 1),
      end: CalendarDate(
        uncheckedYear: year, month: month, day: CalendarDate.daysInMonth(month, year: year)))
  }

  /// The year in which it ends.
  public var year: Int { end.year }

  /// The number of days.
  public var dayCount: Int { end.dayNumber - start.dayNumber + 1 }

  /// Whether a date is in it.
  public func contains(_ date: CalendarDate) -> Bool { start <= date && date <= end }

  /// The period of the same form so many steps later, or earlier when negative.
  ///
  /// It is `nil` for intervals, which have no next one, and outside the years 1 to 9999.
  public func advanced(by count: Int) -> Period? {
    let months: Int
    switch form {
    case .interval: return nil
    case .day: return start.addingDays(count).map(Period.init(day:))
    case .year: months = 12
    case .half: months = 6
    case .quarter: months = 3
    case .month: months = 1
    }
    // No step can be longer than the calendar, which keeps the product small.
    let calendar = CalendarDate.years.count * 12
    guard (-calendar...calendar).contains(count) else { return nil }
    let first = (start.year - 1) * 12 + start.month - 1 + count * months
    guard (0..<calendar).contains(first) else { return nil }
    return Period(months: months, form, from: first)
  }

  /// Whether the left period comes first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.end, left.start, left.form.rawValue) < (right.end, right.start, right.form.rawValue)
  }
}
