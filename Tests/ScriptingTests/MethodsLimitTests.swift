// Methods stay within the limits of a script.

import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct MethodsLimitTests {
  private func run(_ text: String, instructions: Int) -> ChunkOutcome {
    ChunkRunner.run(
      Chunk(path: "test.lua", bytes: [UInt8](text.utf8)), units: .standard,
      limits: LuaLimits(instructions: instructions))
  }

  private let hundred = "local list = {}\nfor i = 1, 100 do list[i] = i end\n"

  @Test(arguments: [
    ("stats.mean", "list"), ("stats.gini", "list"), ("stats.theil_t", "list"),
    ("stats.geometric_mean", "list"), ("stats.z_scores", "list"), ("stats.cumulate", "list"),
    ("stats.cagr", "1, 2, 100"), ("stats.projection", "1, 1, 100"),
    ("stats.correlation", "list, list"), ("stats.median", "list"), ("stats.share", "1, 2"),
    ("stats.credit_code", "'91350100M000100Y43'"),
  ])
  func pays(method: String, arguments: String) {
    let calls = "while true do \(method)(\(arguments)) end"
    let outcome = run(hundred + calls, instructions: 1_000_000)
    #expect(outcome.status == .limit)
    #expect(outcome.limit == .instructions)
    #expect(outcome.message?.contains("was stopped after 1 million instructions") == true)
  }

  @Test func saysWhichMethodUsedTheLastOfIt() {
    let outcome = run(hundred + "return stats.theil_t(list)", instructions: 20_000)
    #expect(outcome.message?.hasSuffix(", in `stats.theil_t`") == true, "\(outcome)")
  }

  @Test func cannotBeCaught() {
    let outcome = run(
      hundred + "while true do pcall(stats.theil_t, list) end", instructions: 2_000_000)
    #expect(outcome.limit == .instructions)
  }

  @Test func takesListsUpToABound() {
    let long = "local list = {}\nfor i = 1, 100001 do list[i] = i end\nreturn stats.mean(list)"
    #expect(
      run(long, instructions: 20_000_000).message
        == "test.lua:3: `stats.mean`: the list has 100001 values, and at most 100000 are taken")
    let most = "local list = {}\nfor i = 1, 100000 do list[i] = i end\nreturn stats.mean(list)"
    #expect(run(most, instructions: 20_000_000).value == "50000.5")
  }

  @Test func doesNotReadLargeTablesOfOptions() {
    let text = "local t = {}\nfor i = 1, 50 do t['k' .. i] = i end\nreturn stats.mean({ 1 }, t)"
    #expect(
      run(text, instructions: 1_000_000).message
        == "test.lua:3: `stats.mean`: the table of options has more than 32 entries")
  }

  /// Numbers with digits far apart are what makes exact sums long.
  @Test func staysQuickOnNumbersFarApart() {
    let text = """
      local list = {}
      for i = 1, 200 do
        list[i] = quantity("1" .. string.rep("0", i)) + 0
        list[200 + i] = quantity("0." .. string.rep("0", i) .. "1")
      end
      return stats.gini(list) < 1
      """
    #expect(run(text, instructions: 20_000_000).value == "true")
  }
}
