// A day of the calendar, without time or zone.

/// A day of the Gregorian calendar, in the years 1 to 9999.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Year, month and day in one number that orders like the dates.
  private let packed: Int32

  /// The years that dates may have.
  public static var years: ClosedRange<Int> { 1...9999 }

  /// The year.
  public var year: Int { Int(packed >> 9) }

  /// The month, from 1 to 12.
  public var month: Int { Int(packed >> 5) & 15 }

  /// The day of the month, from 1.
  public var day: Int { Int(packed) & 31 }

  /// Creates a date, or `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  init(uncheckedYear year: Int, month: Int, day: Int) {
    packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
  }

  /// Creates the date with a day number, or `nil` outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (Self.first.dayNumber...Self.last.dayNumber).contains(dayNumber) else { return nil }
    // Years begin in March here, so that the leap day is the last of its year.
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      uncheckedYear: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The first date, 0001-01-01.
  public static let first = CalendarDate(uncheckedYear: 1, month: 1, day: 1)

  /// The last date, 9999-12-31.
  public static let last = CalendarDate(uncheckedYear: 9999, month: 12, day: 31)

  /// The number of days since 1970-01-01, negative before it.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = month <= 2 ? month + 9 : month - 3
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + dayOfYear - 719_468
  }

  /// The date so many days later, or earlier when negative; `nil` outside the years 1 to 9999.
  public func addingDays(_ days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// Whether a year has 366 days.
  public static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month; 0 when there is no such month.
  public static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// Whether the left date is earlier.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`.
  public var description: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Parses `YYYY-MM-DD`.
  public init(parsing text: String) throws(QuantityParseError) {
    var scanner = DateScanner(text)
    let year = try scanner.year()
    try scanner.hyphen()
    let month = try scanner.month()
    try scanner.hyphen()
    self = try scanner.date(year: year, month: month)
    try scanner.end()
  }
}

/// A number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
