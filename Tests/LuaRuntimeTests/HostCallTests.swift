import LuaRuntime
import Testing

@Suite struct HostCallTests {
  @Test(arguments: [0, 1, 7, 8, 9, 100, 5000])
  func anyNumberOfArgumentsArrives(count: Int) throws {
    let state = try makeState()
    let sum = try state.function("sum") { call in
      #expect(call.count == count)
      var total: Int64 = 0
      for value in try call.arguments {
        guard case .integer(let integer) = value else { return .nil }
        total += integer
      }
      #expect(try call.argument(call.count).typeName == "nil")
      #expect(try call.argument(-1).typeName == "nil")
      return .integer(total)
    }
    try state.setGlobal("total", .function(sum))
    try state.setGlobal("count", .integer(Int64(count)))
    let source = "local t = {} for i = 1, count do t[i] = i end return total(table.unpack(t))"
    #expect(try state.text(source) == String(count * (count + 1) / 2))
  }

  @Test func tablesAndFunctionsMayBeKept() throws {
    let state = try makeState()
    var kept: [LuaValue] = []
    let keep = try state.function("keep") { call in
      kept = try call.arguments + call.arguments
      return .nil
    }
    try state.setGlobal("keep", .function(keep))
    _ = try state.run("keep({answer = 42}, function() return 'called' end)")
    guard kept.count == 4, case .table(let table) = kept[0], case .function(let function) = kept[3]
    else {
      Issue.record("got \(kept)")
      return
    }
    kept = []
    guard case .integer(42) = try table.get("answer"),
      case .string("called") = try state.result(of: function)
    else {
      Issue.record("what was kept is not what was given")
      return
    }
  }

  @Test func aTableMadeInTheCallIsItsResult() throws {
    let state = try makeState()
    let make = try state.function("make") { [unowned state] _ in
      .table(try state.makeTable([(.integer(1), .string("made"))]))
    }
    try state.setGlobal("make", .function(make))
    #expect(try state.text("return make()[1]") == "made")
  }

  @Test func callsMayNest() throws {
    let state = try makeState()
    let apply = try state.function("apply") { [unowned state] call in
      guard case .function(let function) = try call.argument(0) else { return .nil }
      let inner = try state.result(of: function, [try call.argument(1)])
      // The outer arguments are still there after the inner call.
      guard case .integer(let outer) = try call.argument(1), case .integer(let inner) = inner
      else { return .nil }
      return .integer(outer * 100 + inner)
    }
    try state.setGlobal("apply", .function(apply))
    let source = "return apply(function(x) return apply(function(y) return y end, x + 1) end, 1)"
    #expect(try state.text(source) == "302")
  }

  @Test func aCallInACoroutineMayNest() throws {
    let state = try makeState()
    let apply = try state.function("apply") { [unowned state] call in
      guard case .function(let function) = try call.argument(0) else { return .nil }
      return try state.result(of: function)
    }
    try state.setGlobal("apply", .function(apply))
    let source = """
      local co = coroutine.wrap(function()
        coroutine.yield(apply(function() return "first" end))
        coroutine.yield(select(2, pcall(apply, function() error("second", 0) end)))
        coroutine.yield(select(2, pcall(apply, function() coroutine.yield() end)))
      end)
      return co() .. " " .. co() .. " " .. co()
      """
    #expect(try state.text(source) == "first second attempt to yield across a C-call boundary")
  }

  @Test func functionsMayBeAddedDuringACall() throws {
    let state = try makeState()
    let make = try state.function("make") { [unowned state] _ in
      .function(try state.function("made") { _ in .string("made") })
    }
    try state.setGlobal("make", .function(make))
    #expect(try state.text("for i = 1, 50 do make() end return make()()") == "made")
  }

  @Test func aStateMayRunInsideAnother() throws {
    let (outer, inner) = (try makeState(), try makeState(LuaLimits(instructions: 5000)))
    let work = try inner.load("\nwhile ... do end return 'inner'", chunk: "@inner.lua")
    let call = try outer.function("call") { call in try inner.result(of: work, call.arguments) }
    try outer.setGlobal("call", .function(call))
    #expect(try outer.text("return call(false)") == "inner")
    // The limit of the inner state is an ordinary error of the outer one.
    let error = try outer.failure("call(true)")
    #expect(error.kind == .instructions)
    #expect(error.usage?.limit == 5000)
    #expect(error.location?.description == "inner.lua:2")
    #expect(error.traceback.map(\.location.chunk) == ["inner.lua", "test.lua"])
    #expect(try outer.text("pcall(call, true) return 'goes on'") == "goes on")
  }

  @Test func theLineOfTheCallIsKnown() throws {
    let state = try makeState()
    let line = try state.function("line") { [unowned state] _ in
      .integer(Int64(state.currentLine ?? 0))
    }
    try state.setGlobal("line", .function(line))
    #expect(try state.text("\n\nreturn line()") == "3")
    #expect(state.currentLine == nil)
  }
}
