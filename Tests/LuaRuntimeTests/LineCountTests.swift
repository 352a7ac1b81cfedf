// Counting how often lines run.

import LuaRuntime
import Testing

@Suite struct LineCountTests {
  private func counts(
    _ source: String, chunk: String = "@a.lua", limits: LuaLimits = LuaLimits()
  ) throws -> [String] {
    let state = try makeState(limits)
    try state.countLines()
    let function = try state.load(source, chunk: chunk)
    _ = try? state.result(of: function)
    return state.lineCounts.flatMap { chunk in
      chunk.lines.map { "\(chunk.path):\($0.line)=\($0.count)" }
    }
  }

  @Test func `lines that hold code are counted, and no others`() throws {
    let source = """
      -- a comment
      local sum = 0
      for i = 1, 3 do
        sum = sum + i
      end

      if sum > 100 then
        sum = 100
      end
      return sum
      """
    #expect(
      try counts(source) == [
        "a.lua:2=1", "a.lua:3=4", "a.lua:4=3", "a.lua:7=1", "a.lua:8=0", "a.lua:10=1",
      ])
  }

  @Test func `functions that are never called are known`() throws {
    let source = """
      local function used(x)
        return x + 1
      end
      local function unused(...)
        local a = ...
        return function()
          return a
        end
      end
      return used(used(1))
      """
    let counts = try counts(source)
    // Lua makes a function at the line of its `end`.
    #expect(counts.contains("a.lua:2=2"))
    #expect(counts.filter { $0.hasSuffix("=0") } == ["a.lua:5=0", "a.lua:7=0", "a.lua:8=0"])
  }

  @Test func `coroutines and protected calls count too`() throws {
    let source = """
      local f = coroutine.wrap(function()
        coroutine.yield(1)
        error("x")
      end)
      f()
      pcall(f)
      """
    #expect(try counts(source).allSatisfy { !$0.hasSuffix("=0") })
  }

  @Test func `very long functions keep their lines`() throws {
    let lines = (1...5000).map { $0 % 100 == 0 ? String(repeating: "\n", count: 300) : "x = \($0)" }
    let counts = try counts(lines.joined(separator: "\n"))
    #expect(counts.count == 4950)
    #expect(counts.allSatisfy { $0.hasSuffix("=1") })
  }

  @Test func `limits hold while lines are counted`() throws {
    let state = try makeState(LuaLimits(instructions: 100_000))
    try state.countLines()
    let endless = try state.load("while true do\n  local x = 1\nend", chunk: "@a.lua")
    #expect(throws: LuaError.self) { try state.result(of: endless) }
    #expect(state.lineCounts.first?.lines.last?.count ?? 0 > 10_000)
    let caught = try state.load("pcall(function() while true do end end) return 1", chunk: "@b.lua")
    #expect(throws: LuaError.self) { try state.result(of: caught) }
  }

  @Test func `nothing is counted unless it is asked for, nor of chunks without a path`() throws {
    let state = try makeState()
    _ = try state.run("return 1")
    #expect(state.lineCounts.isEmpty)
    #expect(try counts("return 1", chunk: "=a").isEmpty)
    #expect(try counts("load(\"x = 1\", \"@b.lua\")()") == ["a.lua:1=1"])
  }
}
