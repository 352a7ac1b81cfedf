// Reads the parts of dates and periods.

/// A position in a text from which years, months and days are read.
struct DateScanner {
  private let text: [Character]
  private(set) var offset = 0

  init(_ text: String) {
    self.text = Array(text)
  }

  var next: Character? { offset < text.count ? text[offset] : nil }

  mutating func skip(_ character: Character) -> Bool {
    guard next == character else { return false }
    offset += 1
    return true
  }

  mutating func year() throws(QuantityParseError) -> Int {
    let start = offset
    let year = try number(digits: 4, "a year of four digits")
    guard CalendarDate.years.contains(year) else { throw error("there is no year 0", at: start) }
    return year
  }

  mutating func month() throws(QuantityParseError) -> Int {
    let start = offset
    let month = try number(digits: 2, "a month of two digits")
    guard (1...12).contains(month) else {
      throw error("there is no month \(padded(month, to: 2)); months go from 01 to 12", at: start)
    }
    return month
  }

  /// Reads a day, and returns the date it completes.
  mutating func date(year: Int, month: Int) throws(QuantityParseError) -> CalendarDate {
    let start = offset
    let day = try number(digits: 2, "a day of two digits")
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw error(
        "there is no day \(padded(day, to: 2)) in \(padded(year, to: 4))-\(padded(month, to: 2)), "
          + "which has \(CalendarDate.daysInMonth(month, year: year)) days", at: start)
    }
    return date
  }

  /// Reads the number of a half or a quarter.
  mutating func part(
    _ range: ClosedRange<Int>, _ expected: String
  ) throws(QuantityParseError) -> Int {
    let start = offset
    let number = try number(digits: 1, expected)
    guard range.contains(number) else { throw error("expected \(expected)", at: start) }
    return number
  }

  mutating func hyphen() throws(QuantityParseError) {
    guard skip("-") else { throw unexpected("`-`", suggestion: "write dates as `2024-06-30`") }
  }

  func end() throws(QuantityParseError) {
    guard next == nil else {
      throw error("unexpected `\(String(text[offset...].prefix(24)))` after the date")
    }
  }

  private mutating func number(
    digits count: Int, _ expected: String
  ) throws(QuantityParseError) -> Int {
    var number = 0
    for _ in 0..<count {
      guard let character = next, character.isASCII, let digit = character.wholeNumberValue else {
        throw unexpected(expected)
      }
      number = number * 10 + digit
      offset += 1
    }
    return number
  }

  func unexpected(_ expected: String, suggestion: String? = nil) -> QuantityParseError {
    error(
      "expected \(expected), found \(next.map { "`\($0)`" } ?? "the end")", suggestion: suggestion)
  }

  func error(
    _ message: String, at offset: Int? = nil, suggestion: String? = nil
  ) -> QuantityParseError {
    QuantityParseError(message: message, offset: offset ?? self.offset, suggestion: suggestion)
  }
}
