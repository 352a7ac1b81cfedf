import Catalog
import Diagnostics
import Quantities
import Testing

@testable import SampleRegister
@testable import DataSources

/// The committed data against the committed catalogue.
@Suite struct ExampleDataTests {
  private func catalog() throws -> Catalog {
    let parts = [
      "catalog", "units", "areas", "departments", "chapters", "measures", "series", "targets",
      "subjects", "instruments", "narrative",
    ]
    return try Catalog.load(
      files: parts.map {
        CatalogFile(path: "catalog/\($0).yaml", bytes: try Sample.file("catalog/\($0).yaml"))
      })
  }

  private func store(_ catalog: Catalog) throws -> (store: ObservationStore, rejects: [String]) {
    let sources = try SourceReader.read(
      path: "sources.csv", bytes: try Sample.file("examples/data/sources.csv"))
    let result = try ObservationReader.read(
      path: "observations.csv", bytes: try Sample.file("examples/data/observations.csv"),
      catalog: catalog, sources: sources)
    #expect(result.observations.count == 219)
    #expect(Set(result.observations.map(\.source)) == Set(sources.map(\.id)))
    return (
      ObservationStore(observations: result.observations, sources: sources),
      result.rejects.map { Sample.text($0.reason) }
    )
  }

  @Test func everyObservationIsRead() throws {
    #expect(try store(catalog()).rejects == [])
  }

  @Test(arguments: [
    ("gdp", "330100", "2021", "18247亿元"), ("rd_intensity", "CN", "2023", "2.58%"),
    ("logistics_cost_ratio", "CN", "2020", "14.7%"), ("gdp", "CN", "2023", "1294271.7亿元"),
    ("headquarters_enterprises", "330100", "2024", "643家"),
  ])
  func theLatestPublicationIsPreferred(
    series: String, area: String, period: String, value: String
  ) throws {
    let observation = try store(catalog()).store.preferred(
      series: series, area: area, period: try Period(parsing: period))
    #expect(observation?.value.description == value)
  }

  @Test func anExpectationIsNoOutturnAndALowerBoundIsMarked() throws {
    let store = try store(catalog()).store
    #expect(store.preferred(series: "gdp", area: "330100", period: Period(year: 2018)) == nil)
    #expect(
      store.preferred(
        series: "technology_contract_value", area: "330100", period: Period(year: 2023))?.bound
        == .more)
  }

  @Test func theFiguresThatWerePublishedTwiceAreFound() throws {
    let findings = try store(catalog()).store.checks()
    #expect(Set(findings.map(\.code)) == ["data.revision"])
    #expect(
      findings.map(\.message) == [
        "`gdp` of 330100 for 2021 changed from 18109亿元 (provisional, S05, line 16) "
          + "to 18247亿元 (normal, S04, line 17)",
        "`gdp` of CN for 2023 changed from 1260582亿元 (provisional, S31, line 7) "
          + "to 1294271.7亿元 (break in the series, S62, line 8)",
        "`gdp` of CN for 2024 changed from 134.9万亿元 (provisional, S63, line 9) "
          + "to 1348066.2亿元 (break in the series, S62, line 10)",
        "`logistics_cost_ratio` of CN for 2020 changed from 14.6% (provisional, S52, line 183) "
          + "to 14.7% (normal, S53, line 184)",
        "`rd_intensity` of CN for 2023 changed from 2.64% (provisional, S31, line 111) "
          + "to 2.65% (normal, S29, line 112)",
        "`rd_intensity` of CN for 2023 changed from 2.65% (normal, S29, line 112) "
          + "to 2.58% (break in the series, S30, line 113)",
      ])
  }

  @Test func everySampleEnterpriseIsRead() throws {
    let catalog = try catalog()
    let kind = try #require(catalog.subjects["enterprise"])
    let result = try SubjectReader.read(
      path: "enterprises.csv", bytes: try Sample.file("examples/data/enterprises.csv"), kind: kind,
      catalog: catalog)
    #expect(result.rejects.map { Sample.text($0.reason) } == [])
    #expect(result.subjects.count == 1000)
    #expect(kind.fields.map(\.name) == Enterprise.columns)
  }

  @Test func theCommittedRegisterIsWhatTheGeneratorWrites() throws {
    let committed = try Sample.file("examples/data/enterprises.csv")
    #expect(
      committed == Array(SampleEnterprises.csv().utf8),
      "run `swift run SampleRegister > examples/data/enterprises.csv`")
  }
}
