import Diagnostics
import Testing

@testable import DataSources

@Suite struct JSONLinesReaderTests {
  private static let columns = ["id", "name", "spend", "open"]

  private func rows(_ bytes: [UInt8]) throws(Failure) -> [CSVReader.Row] {
    var reader = try JSONLinesReader(
      path: "firms.jsonl", bytes: bytes, columns: Self.columns, key: 0)
    var rows: [CSVReader.Row] = []
    while let row = reader.next() { rows.append(row) }
    return rows
  }

  private func records(_ text: String) throws -> [CSVRecord] {
    try rows(Array(text.utf8)).compactMap {
      if case .record(let record) = $0 { record } else { nil }
    }
  }

  private func reject(_ bytes: [UInt8]) throws -> RejectedRow? {
    try rows(bytes).lazy.compactMap { if case .rejected(let reject) = $0 { reject } else { nil } }
      .first
  }

  private func cells(_ text: String) throws -> [[String]] {
    try records(text).map { $0.fields.map(\.text) }
  }

  @Test func `keys come in any order, and absent or null ones are empty`() throws {
    let text = """
      {"id":"a","name":"甲","spend":12.50,"open":true}
      \t{ "open" : false , "spend" : null, "id":"b" }\u{20}
      {}
      """
    #expect(
      try cells(text) == [["a", "甲", "12.50", "true"], ["b", "", "", "false"], ["", "", "", ""]])
  }

  @Test func `numbers keep their characters`() throws {
    for number in ["0", "-0", "12345678901234567890.10", "0.1", "1e3", "-1.5E+07"] {
      #expect(try cells("{\"spend\":\(number)}") == [["", "", number, ""]])
    }
  }

  @Test func `strings are unescaped`() throws {
    let text = #"{"na\u006de":"q\"b\\s\/n\nt\tr\rf\fb\b中\u4e2d\uD842\uDFB7"}"#
    #expect(
      try cells(text).first?[1] == "q\"b\\s/n\nt\tr\rf\u{C}b\u{8}中中𠮷")
  }

  @Test func `lines end as in CSV, and blank ones are skipped`() throws {
    let text = "\u{FEFF}{\"id\":\"a\"}\r\n\r\n  \n{\"id\":\"b\"}\r{\"id\":\"c\"}"
    let found = try records(text)
    #expect(found.map(\.fields.first?.text) == ["a", "b", "c"])
    #expect(found.map(\.line) == [1, 4, 5])
  }

  @Test(arguments: [
    ("id,name", "1:1", "expected `{`, found `i`"),
    ("[{}]", "1:1", "expected `{`, found `[`"),
    ("{\"id\":\"甲\" \"name\":1}", "1:11", "expected `,` or `}`, found `\"`"),
    ("{\"id\" 1}", "1:7", "expected `:` behind the key, found `1`"),
    ("{\"id\":}", "1:7", "expected a value, found `}`"),
    ("{\"id\":1", "1:8", "expected `,` or `}`, and the line ends here"),
    ("{\"id\":", "1:7", "expected a value, and the line ends here"),
    ("{\"id\":1,}", "1:9", "expected a key in quotes, found `}`"),
    ("{,}", "1:2", "expected a key in quotes, or `}`, found `,`"),
    ("{\"id\":1}}", "1:9", "expected the end of the line behind the object, found `}`"),
    ("{\"id\":01}", "1:7", "`01` is no value of JSON"),
    ("{\"id\":+1}", "1:7", "`+1` is no value of JSON"),
    ("{\"id\":1.}", "1:7", "`1.` is no value of JSON"),
    ("{\"id\":NaN}", "1:7", "`NaN` is no value of JSON"),
    ("{\"id\":'a'}", "1:7", "`'a'` is no value of JSON"),
    ("{\"id\":\"a\\x\"}", "1:9", "there is no such escape"),
    ("{\"id\":\"a", "1:7", "the quote that opens this string is never closed in its line"),
    ("{\"id\":\"a\\", "1:7", "the quote that opens this string is never closed in its line"),
    ("{\"id\":\"a\tb\"}", "1:9", "a control character has to be escaped in a string"),
    (
      "{\"id\":\"\\u0000\"}", "1:8",
      "`\\u` and four digits have to make a character, or two of them a pair"
    ),
    (
      "{\"id\":\"\\ud842\\u0041\"}", "1:8",
      "`\\u` and four digits have to make a character, or two of them a pair"
    ),
    ("{\"id\":[1,[2,{}]", "1:16", "expected `]` or `}`, and the line ends here"),
    ("\n{\"id\":[1]}", "2:7", "column `id`: a value within a value is no value of a field"),
    ("{\"nmae\":1}", "1:3", "unknown key `nmae`"),
    ("{\"甲\":1,\"id\":1,\"id\":2}", "1:3", "unknown key `甲`"),
    ("{\"id\":1,\"id\":2}", "1:10", "the key `id` is here twice"),
  ])
  func `what is no row is told with its place`(
    _ text: String, _ place: String, _ message: String
  ) throws {
    let reject = try #require(try reject(Array(text.utf8)))
    #expect(reject.reason.message == message)
    #expect(reject.reason.span?.place == "firms.jsonl:\(place)")
  }

  @Test func `the nearest key is suggested, and other mistakes of a row are noted`() throws {
    let reject = try #require(
      try reject(Array(#"{"id":"a","nmae":"x","id":"b","spend":{"x":[]},"open":tru}"#.utf8)))
    #expect((reject.column, reject.value, reject.key) == ("nmae", "x", "b"))
    #expect(reject.reason.suggestion == "did you mean `name`?")
    #expect(
      reject.reason.notes == [
        "also: the key `id` is here twice",
        "also: column `spend`: a value within a value is no value of a field",
        "also: `tru` is no value of JSON",
      ])
  }

  @Test func `a string that is not UTF-8 is rejected, and the row behind it is read`() throws {
    let bytes = Array("{\"name\":\"甲".utf8) + [0xFF] + Array("\"}\n{\"id\":\"b\"}".utf8)
    let reject = try #require(try reject(bytes))
    #expect(reject.reason.span?.place == "firms.jsonl:1:11")
    #expect(reject.reason.suggestion?.contains("--encoding gb18030") == true)
    #expect(try rows(bytes).count == 2)
  }

  @Test func `another encoding of JSON is refused`() {
    #expect(throws: Failure.self) { try rows([0xFF, 0xFE, 0x7B, 0]) }
  }

  // MARK: Properties

  @Test func `any object of plain values comes back as it was`() throws {
    var generator = SystemRandomNumberGenerator()
    let characters: [Character] = Array("aZ09 ,:{}[]\"\\/\n\r\t\u{8}\u{1}é中𠮷\u{2028}")
    for _ in 0..<2000 {
      let values = Self.columns.map { _ in
        String(
          (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            characters.randomElement(using: &generator) ?? "a"
          })
      }
      let order = Self.columns.indices.shuffled(using: &generator)
      let members = order.map { "\"\(Self.columns[$0])\": \(written(values[$0], &generator))" }
      let text = "{\(members.joined(separator: Bool.random(using: &generator) ? "," : " ,\t"))}\n"
      #expect(try cells(text) == [values], "\(text)")
    }
  }

  private func written(_ value: String, _ generator: inout SystemRandomNumberGenerator) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        text += "\\\(scalar)"
      } else if scalar.value < 0x20 || Bool.random(using: &generator) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  @Test func `any bytes are rows or rejected rows, one for each line that is not blank`() throws {
    var generator = SystemRandomNumberGenerator()
    let sample = Array(#"{"id":"甲\u4e2d","name":null,"spend":-1.5e3,"open":[true,{"x":"]"}]}"#.utf8)
    let others = Array("{}[]\":,\\\n\r \t0-.eutn".utf8) + [0, 0xC3, 0xE4, 0xFF]
    for _ in 0..<3000 {
      var bytes = Array(repeatElement(sample + [10], count: 2).joined())
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = others.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(others.randomElement(using: &generator) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        }
        if bytes.isEmpty { bytes = [0] }
      }
      let lines = bytes.split { $0 == 10 || $0 == 13 }.filter { line in
        !line.allSatisfy { $0 == 32 || $0 == 9 }
      }
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE])
      if !isUTF16 { #expect(try rows(bytes).count == lines.count, "\(bytes)") }
    }
  }
}
