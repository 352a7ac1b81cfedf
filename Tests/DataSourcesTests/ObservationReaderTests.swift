import Catalog
import Diagnostics
import Quantities
import Testing

@testable import DataSources

@Suite struct ObservationReaderTests {
  private static let header = "series,area,period,value,unit,status,source,note\n"

  private func read(
    _ text: String
  ) throws(Failure) -> (observations: [Observation], rejects: [RejectedRow]) {
    try ObservationReader.read(
      path: "o.csv", bytes: Sample.bytes(text), catalog: Sample.catalog, sources: Sample.sources)
  }

  private func reject(_ row: String) throws -> RejectedRow {
    let result = try read(Self.header + row + "\ngdp,CN,2024,1,亿元,A,S1,\n")
    #expect(result.observations.count == 1)
    #expect(result.rejects.count == 1)
    return try #require(result.rejects.first)
  }

  @Test func readsAnObservationWithColumnsInAnyOrder() throws {
    let result = try read(
      "note,source,status,unit,value,period,area,series\nfirst,S1,P,万亿元,1.1,2024-S1,330100,gdp\n")
    let observation = try #require(result.observations.first)
    #expect(result.rejects.isEmpty)
    #expect(observation.series == "gdp")
    #expect(observation.area == "330100")
    #expect(observation.period.description == "2024-S1")
    #expect(observation.value.description == "1.1万亿元")
    #expect(observation.bound == nil)
    #expect(observation.status == .provisional)
    #expect(observation.source == "S1")
    #expect(observation.note == "first")
    #expect(observation.line == 2)
  }

  @Test(arguments: [
    (">1500", Comparator.more), ("<=1500", .atMost), (">= 1500", .atLeast), ("<1500", .less),
  ])
  func readsBounds(value: String, bound: Comparator) throws {
    let result = try read(Self.header + "gdp,CN,2024,\(value),亿元,A,S1,\n")
    #expect(result.observations.map(\.bound) == [bound])
    #expect(result.observations.map(\.value.description) == ["1500亿元"])
  }

  @Test func readsAStatedAbsenceAsNoObservation() throws {
    let result = try read(Self.header + "gdp,CN,2024,,亿元,O,S1,\n")
    #expect(result.observations.isEmpty)
    #expect(result.rejects.isEmpty)
  }

  @Test(arguments: [
    ("gpd,CN,2024,1,亿元,A,S1,", "series", "gpd", "there is no series `gpd` in the catalogue"),
    ("gdp,CH,2024,1,亿元,A,S1,", "area", "CH", "there is no area `CH` in the catalogue"),
    ("gdp,CN,2024,1,亿元,X,S1,", "status", "X", "unknown status `X`"),
    ("gdp,CN,2024,1,亿元,A,S9,", "source", "S9", "there is no source `S9`"),
    ("gdp,CN,2024,1,亿圆,A,S1,", "unit", "亿圆", "there is no unit `亿圆` in the catalogue"),
    (
      "gdp,CN,2024,1,%,A,S1,", "unit", "%", "`%` cannot measure `gdp`, which is in `亿元`"
    ),
  ])
  func rejectsWhatTheCatalogueDoesNotKnow(
    row: String, column: String, value: String, message: String
  ) throws {
    let reject = try reject(row)
    #expect((reject.column, reject.value, reject.line) == (column, value, 2))
    #expect(reject.reason.message == message)
  }

  @Test(arguments: [
    ("gdp,CN,2024-13,1,亿元,A,S1,", "period"), ("gdp,CN,24,1,亿元,A,S1,", "period"),
    ("gdp,CN,2024,1.2.3,亿元,A,S1,", "value"), ("gdp,CN,2024,,亿元,A,S1,", "value"),
    ("gdp,CN,2024,>,亿元,A,S1,", "value"), ("gdp,CN,2024,5亿,亿元,A,S1,", "value"),
  ])
  func rejectsWhatIsNoPeriodOrNumber(row: String, column: String) throws {
    let reject = try reject(row)
    #expect(reject.column == column)
    #expect(reject.reason.code == "data.bad-value")
    #expect(reject.reason.message.hasPrefix("column `\(column)`: "))
  }

  @Test func suggestsTheNearestSeries() throws {
    #expect(
      try reject("rd_intensty,CN,2024,1,%,A,S1,").reason.suggestion
        == "did you mean `rd_intensity`?")
  }

  @Test func namesEverythingThatIsWrongWithARow() throws {
    let reason = try reject("gpd,CN,2024,x,亿元,A,S9,").reason
    #expect(reason.message == "there is no series `gpd` in the catalogue")
    #expect(reason.notes.first == "also: there is no source `S9`")
    #expect(reason.notes.count == 2)
  }

  @Test func rejectsARowThatIsTheSameAsAnEarlierOne() throws {
    let row = "gdp,CN,2024,1,亿元,A,S1,\n"
    let result = try read(Self.header + row + row)
    #expect(result.observations.count == 1)
    #expect(result.rejects.map(\.reason.message) == ["this row is the same as line 2"])
  }

  @Test func reportsMissingAndUnknownColumns() {
    let findings = Sample.failure { () throws(Failure) in
      _ = try read("serie,area,period,value,unit,status,source\n")
    }
    #expect(
      findings?.map(\.message) == [
        "unknown column `serie`", "the column `note` is missing",
      ])
    #expect(findings?.first?.suggestion == "did you mean `series`?")
  }
}

@Suite struct SourceReaderTests {
  private func read(_ text: String) throws(Failure) -> [PublishedSource] {
    try SourceReader.read(path: "s.csv", bytes: Sample.bytes(text))
  }

  @Test func readsSourcesWithAndWithoutADate() throws {
    let sources = try read("id,publisher,title,date,kind\nS1,p,t,2022-01-22,press\nS2,p,t,,press\n")
    #expect(sources.map(\.id) == ["S1", "S2"])
    #expect(sources.map(\.date) == [CalendarDate(year: 2022, month: 1, day: 22), nil])
  }

  @Test func reportsAllMistakesTogether() {
    let findings = Sample.failure { () throws(Failure) in
      _ = try read("id,publisher,title,date,kind\nS1,p,t,2022-02-30,x\nS1,p,t,,x\n,p,t,,x\n")
    }
    #expect(
      findings?.map(\.code) == [
        "data.bad-value", "data.duplicate-key", "data.missing-key",
      ])
    #expect(findings?.map { $0.span?.line } == [2, 3, 4])
  }
}
