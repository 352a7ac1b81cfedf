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
