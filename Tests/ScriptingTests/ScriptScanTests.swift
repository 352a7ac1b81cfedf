// Which comparisons with enumerations are mistakes, and which only look like one.

import Diagnostics
import Testing

@testable import Scripting

@Suite struct ScriptScanTests {
  private func findings(_ text: String) throws -> [Finding] {
    ScriptScan.findings(in: SourceFile(path: "a.lua", text: text), catalog: try Sample.catalog)
  }

  @Test(arguments: [
    #"return e.size == "smal""#, #"return e.size ~= "smal""#, #"return "smal" == e.size"#,
    #"return 'smal' ~= e.size"#, #"return not (e.size=='smal')"#, "return e . size ==\n  'smal'",
    #"--[[ a comment ]] return e.size == "smal""#, "return x[a[1]] or e.size == 'smal'",
    #"local s = "\"" return e.size == "smal""#,
  ])
  func accusesAValueThatTheFieldNeverHas(text: String) throws {
    let found = try findings(text)
    #expect(found.map(\.message) == ["`size` is never `smal`"])
    #expect(found.first?.suggestion == "did you mean `small`?")
  }

  @Test(arguments: [
    #"return e.size == "small""#, #"return "large" ~= e.size"#, #"return e.code == "smal""#,
    #"return e.nothing == "smal""#, #"return other.size == "smal""#, #"return e.size == smal"#,
    #"return x.e.size == "smal""#, #"return x:e().size == "smal""#,
    #"-- e.size == "smal""#, "--[[ e.size == 'smal'\n e.size == 'smal' ]]",
    "--[==[ ]] e.size == 'smal' ]==]", #"s = [[ e.size == "smal" ]]"#,
    "s = [=[\n]] e.size == 'smal'\n]=]", #"s = "e.size == 'smal'""#,
    #"s = 'it\'s e.size == "smal" '"#, "s = 'two \\\n lines e.size == \"smal\" '",
    #"return e.size == "smal" .. "l""#, #"return "s" .. "mall" == e.size"#,
    #"return "small firm" == e.size .. " firm""#, #"return "SMALL" == e.size:upper()"#,
    #"return "a " .. e.size == "a small""#, #"return e.size == "\115mall""#, "", "e.size",
  ])
  func accusesNobodyWrongly(text: String) throws {
    #expect(try findings(text).map(\.message) == [])
  }

  @Test(arguments: [
    (
      "e.spend == 10000000", "`spend` is never `10000000`",
      "compare with a quantity, such as `quantity \"1元\"`"
    ),
    ("0 ~= e.fee", "`fee` is never `0`", "compare with a quantity, such as `quantity \"1元\"`"),
    (
      "e.exporter == \"true\"", "`exporter` is never `true`",
      "a boolean is a condition by itself; write `not` for its opposite"
    ),
    (
      "e.founded == \"2027\"", "`founded` is never `2027`",
      "compare with a whole number, without quotes"
    ),
    (
      "e.since == \"2026-01-01\"", "`since` is never `2026-01-01`",
      "compare with a day, such as `date \"2026-01-01\"`"
    ),
    ("e.place == 100", "`place` is never `100`", "compare with a text in quotes"),
    (
      "p.rate == 0.05", "`p.rate` is a quantity and never `0.05`",
      "compare with a quantity, such as `quantity \"1%\"`"
    ),
  ])
  func accusesAConstantOfAnotherType(
    text: String, message: String, suggestion: String
  ) throws {
    let found = try findings("return \(text)")
    #expect(found.map(\.message) == [message])
    #expect(found.first?.suggestion == suggestion)
  }

  @Test(arguments: [
    "e.exporter == true", "e.shops == 3", "e.founded ~= 2027", "e.place == \"100\"",
    "e.spend == nil", "#e.code == 3", "3 == #e.code", "e.spend > p.floor == true",
    "e.code == e.place == false", "e.spend - e.fee == 0", "e.spend / p.floor == 1",
    "p.nothing == 5", "e.shops == -1", "e.spend == 2 * p.floor", "e:get(\"spend\", 0) == 0",
  ])
  func leavesComparisonsThatMayHoldAlone(text: String) throws {
    #expect(try findings("return \(text)").map(\.message) == [])
  }

  @Test func pointsAtTheText() throws {
    let span = try #require(findings("return 1,\n  e.size == \"大\"").first?.span)
    #expect(span.place == "a.lua:2:13")
    #expect(span.length == 3)
  }

  @Test func findsEveryMistake() throws {
    let text = "x = e.size == 'a' or e.size == 'b'\nreturn 'c' == e.size"
    #expect(try findings(text).map { $0.span?.line } == [1, 1, 2])
  }
}
