import Quantities
import Testing

@testable import LuaRuntime

@Suite struct ExcerptTests {
  private let state: LuaState

  init() throws { state = try LuaState(units: .standard) }

  private func table(_ text: String) throws -> LuaTable {
    guard case .table(let table) = try state.result(of: try state.load(text, chunk: "=t")) else {
      throw LuaError("no table")
    }
    return table
  }

  private func words(_ excerpt: LuaExcerpt) -> String {
    let parts = excerpt.entries.map { entry in
      let words = [entry.key, entry.value].map { value in
        switch value {
        case .string(let text): text
        case .integer(let number): "\(number)"
        default: value.typeName
        }
      }
      return "\(words[0])=\(words[1])\(entry.isCut ? "…" : "")"
    }
    return parts.joined(separator: " ") + (excerpt.isCut ? " …" : "")
  }

  @Test(arguments: [
    ("return {}", 3, ""), ("return {5, 6}", 3, "1=5 2=6"),
    ("return {5, 6, 7, 8}", 3, "1=5 2=6 3=7 …"),
    ("return {c = 1, 9, b = 2, a = 3}", 3, "1=9 a=3 b=2 …"), ("return {1}", 0, " …"),
    ("local t = {} for i = 5000, 1, -1 do t['k' .. i] = i end return t", 2, "k1=1 k10=10 …"),
    ("local t = {} for i = 1, 5000 do t[-i] = i end return t", 2, "-5000=5000 -4999=4999 …"),
    ("return {('研'):rep(3), x = 'abcdef'}", 3, "1=研… x=abcde…"),
    ("return {'研a', 'abcde'}", 3, "1=研a 2=abcde"),
  ])
  func `an excerpt has the first entries, with texts cut between characters`(
    _ text: String, _ most: Int, _ expected: String
  ) throws {
    #expect(words(try table(text).excerpt(entries: most, textBytes: 5)) == expected)
  }

  @Test func `tables are the same when they are one`() throws {
    let outer = try table("local t = {} t.me = t t.other = {} return t")
    guard case .table(let me) = try outer.get("me"), case .table(let other) = try outer.get("other")
    else { throw LuaError("no tables") }
    #expect(me.isSame(as: outer) && !other.isSame(as: outer))
    let foreign = try LuaState(units: .standard).makeTable()
    #expect(!foreign.isSame(as: outer))
  }

  @Test func `a limit of memory can be changed, and garbage be freed`() throws {
    let state = try LuaState(units: .standard, limits: LuaLimits(memory: 8 << 20))
    let greedy = try state.load(
      "kept = nil local t = {} for i = 1, 20000 do t[i] = {i} end", chunk: "=t")
    state.memoryLimit = state.memoryInUse + 100_000
    #expect(throws: LuaError.self) { try state.call(greedy) }
    state.memoryLimit = 8 << 20
    _ = try state.call(greedy)
    let before = state.memoryInUse
    state.collectGarbage()
    #expect(state.memoryInUse < before - 500_000)
    #expect(state.memoryLimit == state.limits.memory)
  }
}
