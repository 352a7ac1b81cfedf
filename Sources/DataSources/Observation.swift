// One published value of a series, and where it was published.

public import Catalog
public import Quantities

/// One value of a series: for an area and a period, as one source published it.
public struct Observation: Hashable, Sendable {
  /// The id of the series.
  public let series: String

  /// The code of the area.
  public let area: String

  /// The period it is for; cumulative figures carry the whole period, such as `2021-01/2021-09`.
  public let period: Period

  /// The value in the unit it was published in.
  public let value: Quantity

  /// How the value bounds the true figure, such as ``Comparator/more`` for "超 1500 亿元"; `nil` for a level.
  public let bound: Comparator?

  /// What is known about the quality of the value.
  public let status: ObservationStatus

  /// The id of the source.
  public let source: String

  /// A remark for people.
  public let note: String

  /// The line of the file it stands on, counted from 1.
  public let line: Int

  /// Creates an observation.
  public init(
    series: String, area: String, period: Period, value: Quantity, bound: Comparator? = nil,
    status: ObservationStatus = .normal, source: String, note: String = "", line: Int
  ) {
    self.series = series
    self.area = area
    self.period = period
    self.value = value
    self.bound = bound
    self.status = status
    self.source = source
    self.note = note
    self.line = line
  }
}

/// Where observations were published.
public struct PublishedSource: Hashable, Sendable {
  /// The id that observations name.
  public let id: String

  /// Who published it.
  public let publisher: String

  /// Its title.
  public let title: String

  /// The day it was published, when that is known.
  public let date: CalendarDate?

  /// What it is, such as `official bulletin` or `copy of an official bulletin`.
  public let kind: String

  /// Creates a source.
  public init(id: String, publisher: String, title: String, date: CalendarDate?, kind: String) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.date = date
    self.kind = kind
  }
}
