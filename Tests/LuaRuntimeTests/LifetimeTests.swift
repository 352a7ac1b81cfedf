// No Lua error may jump over a Swift frame: whatever such a frame holds would never be released.

import LuaRuntime
import Synchronization
import Testing

/// Counts the objects that are alive.
private final class Counter: Sendable {
  let count = Atomic(0)
  var live: Int { count.load(ordering: .relaxed) }
}

private final class Tracked: Sendable {
  private let counter: Counter

  init(_ counter: Counter) {
    self.counter = counter
    counter.count.add(1, ordering: .relaxed)
  }

  deinit { counter.count.subtract(1, ordering: .relaxed) }
}

private struct TrackedError: Error, CustomStringConvertible {
  let tracked: Tracked
  var description: String { "a tracked error" }
}

@Suite struct LifetimeTests {
  private let counter = Counter()

  /// A state with `back(f)`, which holds tracked objects while it calls `f`, and passes errors on.
  private func makeTrackingState(_ limits: LuaLimits = LuaLimits()) throws -> LuaState {
    let state = try makeState(limits)
    let back = try state.function("back") { [unowned state, counter] call in
      let held = [Tracked(counter), Tracked(counter)]
      return try withExtendedLifetime(held) {
        guard case .function(let function) = try call.argument(0) else {
          throw TrackedError(tracked: Tracked(counter))
        }
        let inner = Tracked(counter)
        defer { withExtendedLifetime(inner) {} }
        return try state.result(of: function, [.table(state.makeTable())])
      }
    }
    try state.setGlobal("back", .function(back))
    return state
  }

  @Test(arguments: [
    "pcall(back)", "pcall(back, function() error('x') end)",
    "pcall(back, function() error({}) end)", "pcall(back, function() back() end)",
    "pcall(back, function() pcall(back, error) error('again') end)",
    "pcall(coroutine.wrap(function() back(function() local x = nil; return x.y end) end))",
    "local co = coroutine.create(back) coroutine.resume(co, function() error('x') end)",
    "pcall(back, function() return quantity '1元' + quantity '1条' end)",
    "pcall(back, function() return quantity '1元' < 0.5 end)",
    "pcall(back, function() quantity 'nonsense' end)",
    "pcall(string.gsub, 'aa', 'a', function() back(error) end)",
    "pcall(table.sort, {3, 2, 1}, function(a, b) back(error) end)",
    "pcall(function() local x <close> = setmetatable({}, {__close = back}) error('x') end)",
    "back(function(t) t.x = 1 return t end)",
  ])
  func errorsReleaseWhatSwiftHolds(source: String) throws {
    let state = try makeTrackingState()
    _ = try state.run("for i = 1, 3000 do \(source) end")
    #expect(counter.live == 0)
  }

  @Test func errorsThatReachTheTopReleaseWhatSwiftHolds() throws {
    let state = try makeTrackingState()
    let chunk = try state.load("back(function() back() end)", chunk: "=top")
    for _ in 0..<3000 {
      let error = try #require(throws: LuaError.self) { try state.call(chunk) }
      #expect(error.underlying is TrackedError)
    }
    #expect(counter.live == 0)
  }

  @Test func memoryErrorsReleaseWhatSwiftHolds() throws {
    let state = try makeTrackingState(LuaLimits(memory: 1 << 20))
    let chunk = try state.load(
      "back(function() local t = {} while true do t[#t + 1] = {} end end)", chunk: "=memory")
    for _ in 0..<50 {
      let error = try #require(throws: LuaError.self) { try state.call(chunk) }
      #expect(error.kind == .memory)
    }
    let answer = try state.load("return string.rep('x', 700000) .. 'y'", chunk: "=large")
    for _ in 0..<200 {
      let value = Tracked(counter)
      _ = try? withExtendedLifetime(value) { try state.call(answer) }
    }
    #expect(counter.live == 0)
  }

  @Test func stopsReleaseWhatSwiftHolds() throws {
    let state = try makeTrackingState(LuaLimits(instructions: 5000))
    let chunk = try state.load(
      "pcall(back, function() pcall(back, function() while true do end end) end)", chunk: "=stop")
    for _ in 0..<3000 {
      let error = try #require(throws: LuaError.self) { try state.call(chunk) }
      #expect(error.kind == .instructions)
    }
    #expect(counter.live == 0)
  }

  @Test func objectsAndRecordsReleaseWhatTheyHold() throws {
    let state = try makeState()
    let id = try state.register(
      HostObjectType(
        name: "thing",
        index: { [counter] _, _ in throw TrackedError(tracked: Tracked(counter)) },
        call: { [counter] _, _ in throw TrackedError(tracked: Tracked(counter)) },
        arithmetic: { [counter] _, _, _ in throw TrackedError(tracked: Tracked(counter)) },
        compare: { [counter] _, _, _ in throw TrackedError(tracked: Tracked(counter)) }))
    let record = try LuaRecord(state, name: "e", fields: ["a"])
    record.unknownKey = { [counter] _ in TrackedError(tracked: Tracked(counter)) }
    try state.setGlobal("e", .record(record))
    try state.setGlobal("o", .object(HostObject(type: id)))
    _ = try state.run(
      """
      for i = 1, 3000 do
        pcall(function() return e.a end)
        pcall(function() return e.b end)
        pcall(function() return o.x end)
        pcall(function() return o({}, o) end)
        pcall(function() return o + 1 end)
        pcall(function() return 1 < o end)
      end
      """)
    #expect(counter.live == 0)
  }

  @Test func aClosedStateReleasesItsFunctions() throws {
    do {
      let state = try makeState()
      let table = try state.makeTable()
      let tracked = Tracked(counter)
      // The function holds a table of its own state: that must not keep either alive.
      let function = try state.function("f") { _ in withExtendedLifetime(tracked) { .table(table) }
      }
      try state.setGlobal("f", .function(function))
      #expect(try state.run("return f()").typeName == "table")
      #expect(counter.live == 1)
    }
    #expect(counter.live == 0)
  }
}
