import Diagnostics
import Testing

@testable import DataSources

@Suite struct CSVReaderTests {
  private func rows(_ bytes: [UInt8]) throws(Failure) -> (cells: [[String]], rejects: [Finding]) {
    var reader = try CSVReader(path: "x.csv", bytes: bytes, expected: ["a", "b"])
    var cells = [reader.header.fields.map(\.text)]
    var rejects: [Finding] = []
    while let row = try reader.next() {
      switch row {
      case .record(let record): cells.append(record.fields.map(\.text))
      case .rejected(let reject): rejects.append(reject.reason)
      }
    }
    return (cells, rejects)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("\"a\",\"b\"\n\"x, \"\"y\"\"\",\"\"\n", [["a", "b"], ["x, \"y\"", ""]]),
    ("a,b\n\"1\r\n2\n3\",\"\"\"\"\n", [["a", "b"], ["1\r\n2\n3", "\""]]),
    ("a,b\n5\" wide, 研发 \n", [["a", "b"], ["5\" wide", " 研发 "]]),
  ])
  func readsWhatTheFormatAllows(text: String, cells: [[String]]) throws {
    let rows = try rows(Sample.bytes(text))
    #expect(rows.cells == cells)
    #expect(rows.rejects.isEmpty)
  }

  @Test func countsLinesThroughQuotedLineBreaksAndBlankLines() throws {
    var reader = try CSVReader(
      path: "x.csv", bytes: Sample.bytes("a,b\r\n\"1\r\n2\",\"x\ny\"\n\r3,4\r"), expected: [])
    var lines: [[Int]] = []
    while case .record(let record)? = try reader.next() {
      lines.append([record.line] + record.fields.map(\.line))
    }
    #expect(lines == [[2, 2, 3], [6, 6, 6]])
  }

  @Test func rejectsARowWithTheWrongNumberOfFieldsAndGoesOn() throws {
    let rows = try rows(Sample.bytes("a,b\n1,2,3\n4\n5,6\n"))
    #expect(rows.cells == [["a", "b"], ["5", "6"]])
    #expect(
      rows.rejects.map(\.message) == [
        "the header has 2 fields, this row has 3", "the header has 2 fields, this row has 1",
      ])
    #expect(rows.rejects[1].span?.place == "x.csv:3:1")
  }

  @Test func pointsAtTextAfterAClosingQuote() throws {
    let rows = try rows(Sample.bytes("a,b\n研,\"x\"yz\n1,2\n"))
    #expect(rows.cells.count == 2)
    #expect(
      rows.rejects.map(Sample.text) == [
        """
        x.csv:2:6: error: there is text after the closing quote of a cell
         2 | 研,"x"yz
           |       ^
            = help: write a quote inside a quoted cell twice: `""`

        """
      ])
  }

  @Test func pointsAtAQuoteThatIsNeverClosed() {
    let findings = Sample.failure { () throws(Failure) in
      _ = try rows(Sample.bytes("a,b\n1,2\n3,\"4\n5,6\n"))
    }
    #expect(findings?.map(\.message) == ["the quote that opens this cell is never closed"])
    #expect(findings?.first?.span?.place == "x.csv:3:3")
  }

  @Test func pointsAtBytesThatAreNotUTF8() throws {
    // 0xCD 0xF2 is a character of GBK, which spreadsheets in China like to write.
    let rows = try rows(Sample.bytes("a,b\n1,研x") + [0xCD, 0xF2] + Sample.bytes("\n3,4\n"))
    #expect(rows.cells == [["a", "b"], ["3", "4"]])
    #expect(rows.rejects.map(\.message) == ["this cell is not valid UTF-8"])
    #expect(rows.rejects.first?.span?.place == "x.csv:2:5")
  }

  @Test func rejectsNULBytes() throws {
    let rows = try rows(Sample.bytes("a,b\n1,\u{0}\n"))
    #expect(rows.rejects.map(\.code) == ["csv.null-byte"])
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n"])
  func saysWhatAnEmptyFileShouldBeginWith(text: String) {
    let findings = Sample.failure { () throws(Failure) in _ = try rows(Sample.bytes(text)) }
    #expect(findings?.map(\.message) == ["`x.csv` is empty; expected a header `a`, `b`"])
  }

  @Test func recognisesUTF16() {
    let findings = Sample.failure { () throws(Failure) in _ = try rows([0xFF, 0xFE, 0x61, 0]) }
    #expect(findings?.map(\.message) == ["`x.csv` is UTF-16; data files are UTF-8"])
  }

  @Test func keepsLineNumbersWhereUnicodeBreaksLinesAndCSVDoesNot() throws {
    let rows = try rows(Sample.bytes("a,b\nx\u{2028}y\u{B},2\n3\n"))
    #expect(rows.rejects.first.map(Sample.text)?.contains(" 3 | 3\n") == true)
  }

  @Test func namesTheLineWhereAFileIsTooLargeToShow() throws {
    let long = String(repeating: "1,22222222222222\n", count: 300_000)
    let rows = try rows(Sample.bytes("a,b\n" + long + "3\n"))
    #expect(rows.rejects.first?.notes == ["this is in line 300002 of `x.csv`"])
  }
}
