import Quantities
import Testing

@testable import Presentation

@Suite struct JSONValueTests {
  private let value: JSONValue = [
    "id": "研发/rd", "measure": 7, "open": nil, "met": true, "empty": [], "none": [:],
    "list": [1, "a", ["k": -2]],
  ]

  @Test func keepsTheOrderOfKeysOnOneLine() {
    #expect(
      value.compact
        == #"{"id":"研发/rd","measure":7,"open":null,"met":true,"empty":[],"none":{},"#
        + #""list":[1,"a",{"k":-2}]}"#)
  }

  @Test func indentsByTwoSpaces() {
    #expect(
      value.pretty == """
        {
          "id": "研发/rd",
          "measure": 7,
          "open": null,
          "met": true,
          "empty": [],
          "none": {},
          "list": [
            1,
            "a",
            {
              "k": -2
            }
          ]
        }

        """)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#), ("a\r\nb", #""a\r\nb""#),
    ("\u{0}\u{1B}", #""\u0000\u001b""#), ("\u{7F}\u{85}", #""\u007f\u0085""#),
    ("\u{2028}", #""\u2028""#), ("é𠀀👍", "\"é𠀀👍\""),
  ])
  func escapesWhatMayNotStandInAString(text: String, written: String) {
    #expect(JSONValue.string(text).compact == written)
  }

  @Test func writesDecimalsAsStrings() throws {
    let figure = try ExactDecimal(parsing: "0.10")
    #expect(JSONValue.decimal(figure).compact == "\"0.1\"")
    #expect(JSONValue.integer(.min).compact == "-9223372036854775808")
  }

  @Test func writesOneValuePerLine() {
    #expect(JSONValue.lines([["a": "x\ny"], 2]) == "{\"a\":\"x\\ny\"}\n2\n")
  }

  @Test func findsMembersByKey() {
    #expect(value["measure"] == 7)
    #expect(value["unknown"] == nil)
    #expect(JSONValue.optional(nil) == .null)
    #expect(JSONValue.strings(["a"]) == ["a"])
  }
}

@Suite struct CSVWriterTests {
  @Test(arguments: [
    (["a", "", "c"], "a,,c\n"), (["a,b"], "\"a,b\"\n"), (["\"", "x\r"], "\"\"\"\",\"x\r\"\n"),
    ([""], "\"\"\n"), (["", ""], ",\n"), (["研发 总部"], "研发 总部\n"), (["a\r\nb"], "\"a\r\nb\"\n"),
    (["\"\u{301}"], "\"\"\"\u{301}\"\n"),
  ])
  func quotesOnlyWhereItMust(cells: [String], row: String) {
    #expect(CSVWriter.row(cells) == row)
  }
}
