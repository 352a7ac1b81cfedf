import LuaRuntime
import Testing

@Suite struct LuaLimitsTests {
  private let small = LuaLimits(memory: 4 << 20, instructions: 200_000)

  @Test(arguments: [
    "while true do end",
    "return coroutine.wrap(function() while true do end end)()",
    "local co = coroutine.create(function() while true do end end) while true do coroutine.resume(co) end",
    "while true do pcall(function() while true do end end) end",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "while true do pcall(error) end",
    "local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end}) while true do pcall(function() return t[1] end) end",
    "repeat local x <close> = setmetatable({}, {__close = function() while true do end end}) until false",
    "local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end",
    """
    coroutine.wrap(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      while true do end
    end)()
    """,
    """
    local co = coroutine.create(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
    """,
    "while true do local f = coroutine.wrap(function() for i = 1, 90 do end end) f() end",
    "table.sort({3, 2, 1}, function() while true do end end)",
    "string.gsub('abc', '.', function() while true do end end)",
    "return tostring(setmetatable({}, {__tostring = function() while true do end end}))",
    "for k in pairs(setmetatable({}, {__pairs = function() while true do end end})) do end",
    "goto a ::a:: goto a",
  ])
  func endlessWorkIsStopped(source: String) throws {
    let state = try makeState(small)
    let error = try state.failure(source)
    #expect(error.kind == .instructions)
    #expect(error.usage?.limit == 200_000)
    // The state is as good as new.
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test func theStopHasAPlace() throws {
    let error = try makeState(small).failure("local x = 1\nwhile true do\n  x = x + 1\nend")
    let line = try #require(error.location?.line)
    #expect((2...3).contains(line))
    #expect(error.message == "the script was stopped after 200000 instructions")
  }

  @Test func coroutinesThatAreCreatedOverAndOverArePaidFor() throws {
    let state = try makeState(small)
    _ = try state.failure(
      """
      count = 0
      while true do
        coroutine.wrap(function() for i = 1, 200 do count = count + 1 end end)()
      end
      """)
    guard case .integer(let count) = try state.global("count") else { return }
    #expect(count < 200_000)
  }

  @Test func everyCallHasItsOwnBudget() throws {
    let state = try makeState(small)
    let work = try state.load("for i = 1, 40000 do end", chunk: "=work")
    for _ in 0..<20 { _ = try state.call(work) }
    #expect(state.instructionsUsed >= 40_000)
    #expect(state.instructionsUsed < 100_000)
  }

  @Test func theCountIsTheSameEveryTime() throws {
    let state = try makeState()
    let work = try state.load(
      "local t = {} for i = 1, 5432 do t[i] = i end coroutine.wrap(function() end)()", chunk: "=w")
    var counts: Set<Int> = []
    for _ in 0..<5 {
      _ = try state.call(work)
      counts.insert(state.instructionsUsed)
    }
    #expect(counts.count == 1)
  }

  @Test func callsFromTheHostShareTheBudget() throws {
    let state = try makeState(small)
    let inner = try state.load("for i = 1, 30000 do end", chunk: "=inner")
    let call = try state.function("call") { [unowned state] _ in try state.result(of: inner) }
    try state.setGlobal("call", .function(call))
    #expect(try state.failure("for i = 1, 100 do call() end").kind == .instructions)
  }

  @Test func theHostCannotSwallowAStopEither() throws {
    let state = try makeState(small)
    let endless = try state.load("while true do end", chunk: "=endless")
    let call = try state.function("call") { [unowned state] _ in
      _ = try? state.result(of: endless)
      return .string("swallowed")
    }
    try state.setGlobal("call", .function(call))
    #expect(try state.failure("return pcall(call)").kind == .instructions)
  }

  @Test(arguments: [
    "return string.rep('x', 1 << 40)",
    "return string.rep('x', 8 << 20)",
    "local t = {} while true do t[#t + 1] = {} end",
    "local s = 'x' while true do s = s .. s end",
    "local t = {} for i = 1, 1e9 do t[i] = i end",
    "while true do pcall(string.rep, 'x', 8 << 20) end",
    "local co = coroutine.create(function() local s = 'x' while true do s = s .. s end end) while true do coroutine.resume(co) end",
    "return coroutine.wrap(function() return string.rep('x', 8 << 20) end)()",
    "local t = {} while true do t[#t + 1] = coroutine.create(function() end) end",
    "local t = {} while true do t[#t + 1] = quantity(1) end",
  ])
  func memoryIsBounded(source: String) throws {
    let state = try makeState(LuaLimits(memory: 4 << 20, instructions: 500_000_000))
    let error = try state.failure(source)
    if source.contains("1 << 40") {
      // Lua itself refuses, or the allocator does: both are errors, neither takes memory.
      #expect([.memory, .runtime].contains(error.kind))
    } else {
      #expect(error.kind == .memory)
      #expect(error.usage?.limit == 4 << 20)
    }
    #expect(state.peakMemory <= 4 << 20)
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test func memoryErrorsAreNotToldByTheirText() throws {
    let error = try makeState(small).failure("error('not enough memory', 0)")
    #expect(error.kind == .runtime)
    #expect(error.message == "not enough memory")
  }

  @Test func theHostFindsItsOwnValuesTooLarge() throws {
    let state = try makeState(small)
    let big = String(repeating: "x", count: 5 << 20)
    #expect(throws: LuaError.self) { try state.setGlobal("big", .string(big)) }
    let answer = try state.function("big") { _ in .string(big) }
    try state.setGlobal("big", .function(answer))
    #expect(try state.failure("return #big()").kind == .memory)
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test(arguments: [0, 1000, 8000])
  func aStateThatDoesNotFitIsAnError(memory: Int) throws {
    let error = try #require(throws: LuaError.self) { try makeState(LuaLimits(memory: memory)) }
    #expect(error.kind == .memory)
  }

  @Test func theSmallestStatesFailCleanly() throws {
    // Every point at which opening, loading and calling can run out of memory.
    var opened = 0
    for memory in stride(from: 8_000, through: 60_000, by: 97) {
      guard let state = try? makeState(LuaLimits(memory: memory)) else { continue }
      opened += 1
      do {
        let echo = try state.function("echo") { try $0.argument(0) }
        try state.setGlobal("echo", .function(echo))
        let record = try LuaRecord(state, name: "e", fields: ["a", "b"])
        try record.set(0, .string("text of the field"))
        _ = try state.run(
          """
          local e = ...
          local t = {e.a, quantity "5%", echo({1, 2})}
          return t, t[3], coroutine.wrap(function() return echo(t) end)()
          """, [.record(record)])
      } catch {
        #expect(error.kind == .memory)
      }
    }
    #expect(opened > 100)
  }

  @Test func longSourceIsRefused() throws {
    let state = try makeState(LuaLimits(sourceBytes: 10))
    let error = try #require(throws: LuaError.self) {
      try state.load("return 1234567890", chunk: "=long")
    }
    #expect(error.kind == .size)
    #expect(error.usage == .init(used: 17, limit: 10))
  }

  @Test func chainsOfClosingCoroutinesEnd() throws {
    let error = try makeState().failure(
      """
      local function chain(n)
        local co = coroutine.create(function()
          local x <close> = setmetatable({}, {__close = function() chain(n + 1) end})
          coroutine.yield()
        end)
        coroutine.resume(co)
        assert(coroutine.close(co))
      end
      chain(1)
      """)
    #expect(error.kind == .stack)
    #expect(error.message.contains("nested too deeply"))
  }
}
