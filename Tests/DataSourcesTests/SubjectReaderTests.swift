import Diagnostics
import Testing

@testable import DataSources

@Suite struct SubjectReaderTests {
  private func read(
    _ text: String
  ) throws(Failure) -> (subjects: [Subject], rejects: [RejectedRow]) {
    try SubjectReader.read(
      path: "firms.csv", bytes: Sample.bytes(text), kind: Sample.firm, catalog: Sample.catalog)
  }

  @Test func readsColumnsInAnyOrderAndAbsentOnesAsMissing() throws {
    let result = try read("shops,id,open\n3,a,true\n,b,\n")
    #expect(result.rejects.isEmpty)
    #expect(
      result.subjects == [
        Subject(
          kind: "firm", key: "a",
          values: [
            .text("a"), .missing, .boolean(true), .missing, .missing, .missing, .missing,
            .integer(3),
          ], line: 2),
        Subject(
          kind: "firm", key: "b", values: [.text("b")] + Array(repeating: .missing, count: 7),
          line: 3),
      ])
  }

  @Test func reportsAllMistakesOfTheHeaderTogether() {
    let findings = Sample.failure { () throws(Failure) in _ = try read("spent,open,open\n") }
    #expect(
      findings?.map(\.message) == [
        "unknown column `spent`", "the column `open` is here twice", "the column `id` is missing",
      ])
    #expect(findings?.first?.suggestion == "did you mean `spend`?")
    #expect(findings?[1].span?.place == "firms.csv:1:12")
  }

  @Test func rejectsABadRowWithItsPlaceAndKeepsTheOthers() throws {
    let result = try read("id,spend,size\na,1200万条,huge\nb,5,small\n")
    #expect(result.subjects.map(\.key) == ["b"])
    let reject = try #require(result.rejects.first)
    #expect(result.rejects.count == 1)
    #expect((reject.line, reject.column, reject.value) == (2, "spend", "1200万条"))
    #expect(reject.reason.message.hasPrefix("column `spend`: "))
    #expect(reject.reason.span?.place.hasPrefix("firms.csv:2:") == true)
    #expect(
      reject.reason.notes == ["also: column `size`: `huge` is none of the values of this field"])
  }

  @Test func rejectsEmptyAndRepeatedKeys() throws {
    let result = try read("id,shops\na,1\n,2\na,3\n\"a\",4\nb,5\n")
    #expect(result.subjects.map(\.key) == ["a", "b"])
    #expect(
      result.rejects.map(\.reason.message) == [
        "the key `id` is empty", "`a` was already read in line 2", "`a` was already read in line 2",
      ])
    #expect(result.rejects.map(\.line) == [3, 4, 5])
  }

  @Test func handsOutOneRowAtATime() throws {
    var reader = try SubjectReader(
      path: "firms.csv", bytes: Sample.bytes("id\na\n,\nb\n"), kind: Sample.firm,
      catalog: Sample.catalog)
    var kinds: [String] = []
    while let row = try reader.next() {
      switch row {
      case .subject(let subject): kinds.append(subject.key)
      case .rejected(let reject): kinds.append(reject.reason.code)
      }
    }
    #expect(kinds == ["a", "csv.field-count", "b"])
  }
}
