// The moment that is asked about: there is no other clock.

public import Quantities

/// The period and area that a definition is evaluated for; scripts see it as `at`.
public struct Moment: Sendable, Hashable {
  /// The period asked about, such as a year.
  public let period: Period

  /// The code of the area asked about.
  public let area: String

  /// Creates a moment.
  public init(period: Period, area: String) {
    self.period = period
    self.area = area
  }

  /// The calendar year in which the period ends.
  public var year: Int { period.year }

  /// The last day of the period; parameters and definitions are those that hold on it.
  public var date: CalendarDate { period.end }

  /// The same area, a number of periods later.
  ///
  /// - Returns: `nil` for an interval such as `2021-01/2021-09`, which has no neighbours.
  public func advanced(by count: Int) -> Moment? {
    period.advanced(by: count).map { Moment(period: $0, area: area) }
  }
}
