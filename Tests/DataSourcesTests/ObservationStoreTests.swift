import Diagnostics
import Quantities
import Testing

@testable import DataSources

@Suite struct ObservationStoreTests {
  private let year = Period(year: 2021)

  private func observation(
    _ value: String, _ source: String, _ status: ObservationStatus = .normal, year: Int = 2021,
    area: String = "330100", line: Int
  ) throws -> Observation {
    Observation(
      series: "gdp", area: area, period: Period(year: year),
      value: try Quantity(parsing: value, units: .standard), status: status, source: source,
      line: line)
  }

  private func store(_ observations: Observation...) -> ObservationStore {
    ObservationStore(observations: observations, sources: Sample.sources)
  }

  private func preferred(_ store: ObservationStore) -> String? {
    store.preferred(series: "gdp", area: "330100", period: year)?.value.description
  }

  @Test func prefersTheSourcePublishedLast() throws {
    let store = store(
      try observation("18247亿元", "S2", line: 2), try observation("18109亿元", "S1", line: 3),
      try observation("18000亿元", "S3", line: 4))
    #expect(preferred(store) == "18247亿元")
    #expect(
      store.published(series: "gdp", area: "330100", period: year).map(\.source)
        == ["S3", "S1", "S2"])
  }

  @Test func prefersTheLaterLineOfOneDay() throws {
    let store = store(
      try observation("2亿元", "S1", line: 9), try observation("1亿元", "S1", line: 3))
    #expect(preferred(store) == "2亿元")
  }

  @Test(arguments: [ObservationStatus.forecast, .lowReliability, .missing])
  func neverPrefersWhatIsNotAnOutturn(status: ObservationStatus) throws {
    let lasting = try observation("2亿元", "S1", line: 2)
    let other = try observation("3亿元", "S2", status, line: 3)
    #expect(preferred(store(lasting, other)) == "2亿元")
    #expect(preferred(store(other)) == nil)
    #expect(store(other).published(series: "gdp", area: "330100", period: year).count == 1)
  }

  @Test func listsObservationsByPeriodWhateverTheirOrderInTheFile() throws {
    let store = store(
      try observation("3亿元", "S1", year: 2023, line: 2),
      try observation("1亿元", "S1", year: 2021, line: 3),
      try observation("2亿元", "S2", year: 2022, area: "CN", line: 4))
    #expect(store.all(series: "gdp", area: "330100").map(\.period.year) == [2021, 2023])
    #expect(store.all(series: "gdp", area: "WLD").isEmpty)
    #expect(store.periods.map(\.year) == [2021, 2022, 2023])
    #expect(store.areas == ["330100", "CN"])
    #expect(store.seriesIDs == ["gdp"])
    #expect(store.source("S1")?.date == CalendarDate(year: 2022, month: 1, day: 22))
  }

  @Test func warnsWhereSourcesOfOneStageDisagree() throws {
    let findings = store(
      try observation("14.6亿元", "S1", line: 2), try observation("14.7亿元", "S2", line: 3)
    ).checks()
    #expect(findings.map(\.code) == ["data.source-conflict"])
    #expect(findings.map(\.severity) == [.warning])
    #expect(
      findings.first?.message
        == "`gdp` of 330100 for 2021 is 14.6亿元 (normal, S1, line 2) and 14.7亿元 (normal, S2, line 3)"
    )
  }

  @Test func notesARevisionFromOneStageToTheNext() throws {
    let findings = store(
      try observation("18109亿元", "S1", .provisional, line: 2),
      try observation("18247亿元", "S2", line: 3)
    ).checks()
    #expect(findings.map(\.code) == ["data.revision"])
    #expect(findings.map(\.severity) == [.note])
  }

  @Test func findsNothingWhereValuesAgreeOrDoNotCount() throws {
    let findings = store(
      try observation("1.8247万亿元", "S1", line: 2), try observation("18247亿元", "S2", line: 3),
      try observation("9亿元", "S3", .forecast, line: 4),
      try observation("5亿元", "S1", year: 2022, line: 5)
    ).checks()
    #expect(findings.isEmpty)
  }
}
