// All observations at hand, found by series, area and period.

public import Quantities

/// The observations of a workspace; every look-up takes constant time.
public struct ObservationStore: Sendable {
  private struct Place: Hashable {
    let series: String
    let area: String
  }

  private struct Cell: Hashable {
    let place: Place
    let period: Period
  }

  private let byPlace: [Place: [Observation]]
  private let byCell: [Cell: [Observation]]
  private let preferredByCell: [Cell: Observation]
  private let sources: [String: PublishedSource]

  /// The ids of the series that have observations, sorted.
  public let seriesIDs: [String]

  /// The codes of the areas that have observations, sorted.
  public let areas: [String]

  /// The periods that have observations, in order of time.
  public let periods: [Period]

  /// Creates a store.
  public init(observations: [Observation], sources: [PublishedSource]) {
    let known = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // By period, then by day of publication (unknown days first), then by line.
    let sorted = observations.sorted { left, right in
      if left.period != right.period { return left.period < right.period }
      let (earlier, later) = (known[left.source]?.date, known[right.source]?.date)
      if earlier != later {
        guard let earlier else { return true }
        guard let later else { return false }
        return earlier < later
      }
      return left.line < right.line
    }
    byPlace = Dictionary(grouping: sorted) { Place(series: $0.series, area: $0.area) }
    byCell = Dictionary(grouping: sorted) {
      Cell(place: Place(series: $0.series, area: $0.area), period: $0.period)
    }
    preferredByCell = byCell.compactMapValues { $0.last { $0.status.isUsable } }
    self.sources = known
    seriesIDs = Set(observations.map(\.series)).sorted()
    areas = Set(observations.map(\.area)).sorted()
    periods = Set(observations.map(\.period)).sorted()
  }

  /// Every observation of a series for an area, by period and then by publication.
  public func all(series: String, area: String) -> [Observation] {
    byPlace[Place(series: series, area: area)] ?? []
  }

  /// Every version of one figure, in order of publication; sources without a date come first.
  public func published(series: String, area: String, period: Period) -> [Observation] {
    byCell[Cell(place: Place(series: series, area: area), period: period)] ?? []
  }

  /// The version of a figure to use, or `nil` when there is none.
  ///
  /// Forecasts, values of low reliability and missing ones are never used. Of the others it is the one
  /// whose source was published last; sources without a date count as the oldest, and of sources of the
  /// same day the later line of the file wins.
  public func preferred(series: String, area: String, period: Period) -> Observation? {
    preferredByCell[Cell(place: Place(series: series, area: area), period: period)]
  }

  /// The source with an id, if there is one.
  public func source(_ id: String) -> PublishedSource? { sources[id] }
}
