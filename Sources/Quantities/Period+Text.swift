// Periods as text: `2024`, `2024-S1`, `2024-Q1`, `2025-12`, `2024-06-30`, `2021-01/2021-09`.

extension Period: CustomStringConvertible {
  /// The period as ``init(parsing:)`` reads it back.
  public var description: String {
    let year = padded(start.year, to: 4)
    return switch form {
    case .year: year
    case .half: "\(year)-S\((start.month + 5) / 6)"
    case .quarter: "\(year)-Q\((start.month + 2) / 3)"
    case .month: Self.month(of: start)
    case .day: start.description
    case .interval where isWholeMonths: "\(Self.month(of: start))/\(Self.month(of: end))"
    case .interval: "\(start)/\(end)"
    }
  }

  private static func month(of date: CalendarDate) -> String {
    "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))"
  }

  private var isWholeMonths: Bool {
    start.day == 1 && end.day == CalendarDate.daysInMonth(end.month, year: end.year)
  }

  /// Parses a year, half, quarter, month or day, or an interval between two months or two days.
  public init(parsing text: String) throws(QuantityParseError) {
    var scanner = DateScanner(text)
    let first = try Self.single(&scanner)
    guard scanner.skip("/") else {
      try scanner.end()
      self = first
      return
    }
    let place = scanner.offset
    let last = try Self.single(&scanner)
    try scanner.end()
    guard first.form == last.form, first.form == .month || first.form == .day else {
      throw scanner.error(
        "an interval goes from month to month or from day to day", at: place,
        suggestion: "write one such as `2021-01/2021-09`")
    }
    guard let interval = Period(from: first.start, through: last.end) else {
      throw scanner.error("the interval ends before it starts", at: place)
    }
    self = interval
  }

  private static func single(_ scanner: inout DateScanner) throws(QuantityParseError) -> Period {
    let year = try scanner.year()
    guard scanner.skip("-") else { return Period(year: year) }
    let period: Period?
    if scanner.skip("S") {
      period = Period(year: year, half: try scanner.part(1...2, "`S1` or `S2`"))
    } else if scanner.skip("Q") {
      period = Period(year: year, quarter: try scanner.part(1...4, "`Q1`, `Q2`, `Q3` or `Q4`"))
    } else {
      if scanner.next == "H" {
        throw scanner.error(
          "`H` is not the letter of a half", suggestion: "write halves as `2024-S1`")
      }
      let month = try scanner.month()
      if scanner.skip("-") {
        return Period(day: try scanner.date(year: year, month: month))
      }
      period = Period(year: year, month: month)
    }
    guard let period else { throw scanner.unexpected("a period") }
    return period
  }
}
