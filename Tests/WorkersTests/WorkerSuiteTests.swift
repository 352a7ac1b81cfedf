// Suites in a worker: what they say, what their tests come to, and other observations.

import Diagnostics
import Evaluation
import LuaRuntime
import Quantities
import Scripting
import Testing

@testable import Workers

extension ProcessTests {
  @Suite struct WorkerSuiteTests {
    private static let suite = SuiteScript(
      script: Script(
        path: "a_test.lua",
        bytes: Array(
          """
          suite "grant" { at = 2025, { "a", given = { x = missing, y = quantity "1万元" } } }
          local m = require "m"
          test "passes" (function() expect(m):is(5) end)
          test "fails" (function() print("seen") expect(1):is(2) end)
          test "raises" (function() error("broken") end)
          test "loops" (function() while true do end end)
          test "hangs" (function()
            return string.find(("a"):rep(40), ("a?"):rep(40) .. ("a"):rep(40))
          end)
          """.utf8)),
      modules: [
        ScriptModule(name: "m", script: Script(path: "lib/m.lua", bytes: Array("return 5".utf8)))
      ])

    @Test func `a worker reads and runs suites as this process does`() throws {
      let executable = try Executable.yardstick(named: "ys-suites")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      let local = try Sample.inputs.makeEvaluator(limits: Sample.limits.lua)
      let contents = try local.contents(of: Self.suite)
      #expect(contents.tests.map(\.name) == ["passes", "fails", "raises", "loops", "hangs"])
      #expect(try worker.contents(of: Self.suite) == contents)
      for position in -1...5 {
        let expected = try account { try local.runTest(position, of: Self.suite) }
        #expect(
          try account { try worker.runTest(position, of: Self.suite, at: nil) } == expected,
          "test \(position)")
      }
    }

    @Test func `a worker takes other observations, and gives them to the next worker`() throws {
      let executable = try Executable.yardstick(named: "ys-observes")
      defer { executable.remove() }
      let worker = try Sample.workerEvaluator(executable: executable.path)
      let moment = Moment(period: Period(year: 2025), area: "100")
      func value() throws -> String? { try worker.compute("gap", at: moment).value?.description }
      #expect(try value() == "20亿元")
      try worker.observe(nil, sources: nil)
      #expect(try value() == nil)
      try worker.observe(Sample.inputs.observations, sources: Sample.inputs.sources)
      #expect(try value() == "20亿元")
    }

    @Test func `lines are counted in the worker when that was asked for`() throws {
      let executable = try Executable.yardstick(named: "ys-counts")
      defer { executable.remove() }
      let catalog = try Sample.catalog.get()
      for countsLines in [false, true] {
        let worker = try WorkerEvaluator(
          inputs: Sample.inputs, catalog: catalog, limits: Sample.limits,
          executable: executable.path, countsLines: countsLines)
        let facts = try worker.runTest(0, of: Self.suite, at: nil)
        #expect(facts.lines.map(\.path) == (countsLines ? ["lib/m.lua"] : []))
        let lines = try worker.lineCoverage()
        #expect(lines.map(\.path) == (countsLines ? ["a.lua"] : []))
      }
    }
  }
}
