// Where a failing script is pointed at, and by whom it was called.

import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct ScriptFindingsTests {
  private func finding(_ script: String) throws -> Finding {
    let failure = try Sample.failure {
      let engine = try Sample.engine(script)
      _ = try engine.evaluate(
        try engine.eligibilities.definition("grant", on: .first), on: try Sample.subject(),
        at: try Sample.moment())
    }
    return try #require(failure?.findings.first)
  }

  @Test func pointsAtTheWordThatIsToBlame() throws {
    let finding = try finding(
      """
      eligibility "grant" {
        requires = {
          { "c", function(e, p)
            return p.floor > e.spnd
          end },
        },
      }
      """)
    #expect(finding.code == "script.error")
    #expect(finding.span?.place == "a.lua:4:26")
    #expect(finding.span?.length == 4)
  }

  @Test func pointsAtTheLineAndNamesTheCallers() throws {
    let finding = try finding(
      """
      local function inner() error("boom") end
      local function outer() inner() return true end
      eligibility "grant" {
        requires = { { "c", function() return not outer() end } },
      }
      """)
    #expect(finding.message == "boom")
    #expect(finding.span?.place == "a.lua:1:1")
    #expect(finding.notes == ["called from a.lua:2, from a.lua:4"])
  }

  @Test func pointsAtASyntaxError() throws {
    let failure = try Sample.failure { _ = try Sample.engine("local x\n  return return") }
    #expect(failure?.findings.map(\.code) == ["script.syntax"])
    #expect(failure?.findings.first?.span?.line == 2)
  }

  @Test func saysThatAScriptIsTooLong() throws {
    let failure = try Sample.failure {
      _ = try Sample.engine("-- a long comment", limits: LuaLimits(sourceBytes: 5))
    }
    #expect(failure?.findings.map(\.code) == ["script.size"])
  }

  @Test func pointsAtAnErrorWhileTheScriptIsLoaded() throws {
    let failure = try Sample.failure {
      _ = try Sample.engine("local kept = date \"2024-13-01\"")
    }
    #expect(failure?.findings.map(\.code) == ["script.error"])
    #expect(failure?.findings.first?.span?.line == 1)
  }
}
