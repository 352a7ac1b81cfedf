import LuaRuntime
import Quantities
import Testing

@Suite struct LuaStateTests {
  @Test func valuesComeBackAsTheyWentIn() throws {
    let state = try makeState()
    let echo = try state.load("return ...", chunk: "@echo.lua")
    let table = try state.makeTable([(.string("a"), .integer(1))])
    let values: [LuaValue] = [
      .nil, .boolean(true), .integer(.min), .number(0.25), .string("标尺\0x"), .string(""),
      .quantity(try quantity("-0.05%"), origin: 7), .table(table), .function(echo),
    ]
    let back = try state.call(echo, values, results: values.count)
    for (sent, received) in zip(values, back) {
      switch (sent, received) {
      case (.nil, .nil): break
      case (.boolean(let a), .boolean(let b)): #expect(a == b)
      case (.integer(let a), .integer(let b)): #expect(a == b)
      case (.number(let a), .number(let b)): #expect(a == b)
      case (.string(let a), .string(let b)): #expect(a == b)
      case (.quantity(let a, let from), .quantity(let b, let to)):
        #expect(a == b)
        #expect(from == to)
      case (.table, .table(let b)):
        guard case .integer(1) = try b.get("a") else {
          Issue.record("another table came back")
          continue
        }
      case (.function, .function(let b)): #expect(b.definition == echo.definition)
      default: Issue.record("\(sent.typeName) became \(received.typeName)")
      }
    }
  }

  @Test func missingResultsAreNil() throws {
    let state = try makeState()
    let results = try state.call(state.load("return 1", chunk: "=x"), results: 3)
    #expect(results.map(\.typeName) == ["number", "nil", "nil"])
    #expect(try state.call(state.load("return 1", chunk: "=x"), results: 0).isEmpty)
  }

  @Test func bytesThatAreNotUTF8AreRepaired() throws {
    #expect(try makeState().text(#"return "a\xFFb""#) == "a\u{FFFD}b")
  }

  @Test func coroutinesComeOutByName() throws {
    let value = try makeState().run("return coroutine.create(function() end)")
    guard case .other("thread") = value else {
      Issue.record("got a \(value.typeName)")
      return
    }
    #expect(throws: LuaError.self) { try makeState().setGlobal("x", value) }
  }

  @Test func globalsAreSetAndRead() throws {
    let state = try makeState()
    try state.setGlobal("answer", .integer(42))
    #expect(try state.text("return answer + 1") == "43")
    _ = try state.run("made = 'here'")
    guard case .string("here") = try state.global("made") else {
      Issue.record("the script's global is not seen")
      return
    }
  }

  @Test func aChunkMayHaveItsOwnEnvironment() throws {
    let state = try makeState()
    let environment = try state.makeTable([(.string("x"), .integer(5))])
    let chunk = try state.load("y = x; return y", chunk: "=own", environment: environment)
    guard case .integer(5) = try state.result(of: chunk) else {
      Issue.record("the environment is not used")
      return
    }
    #expect(try state.global("y").typeName == "nil")
    #expect(try environment.get("y").typeName == "number")
  }

  @Test func functionsKnowWhereTheyWereWritten() throws {
    let state = try makeState()
    let value = try state.run("local x\nreturn function()\n  return x\nend")
    guard case .function(let function) = value else {
      Issue.record("got a \(value.typeName)")
      return
    }
    let definition = try #require(function.definition)
    #expect(definition.chunk == "test.lua")
    #expect(definition.line == 2)
    #expect(definition.lastLine == 4)
    #expect(try state.function("host") { _ in .nil }.definition == nil)
  }

  @Test func statesAreSeparate() throws {
    let (first, second) = (try makeState(), try makeState())
    try first.setGlobal("x", .integer(1))
    #expect(try second.global("x").typeName == "nil")
    let table = try first.makeTable()
    let error = try #require(throws: LuaError.self) { try second.setGlobal("t", .table(table)) }
    #expect(error.kind == .conversion)
    let function = try first.load("return 1", chunk: "=x")
    #expect(throws: LuaError.self) { try second.call(function) }
    #expect(throws: LuaError.self) { try second.load("return 1", chunk: "=y", environment: table) }
  }

  @Test func whatOutlivesItsStateFailsAndDoesNotCrash() throws {
    var state: LuaState? = try makeState()
    let table = try #require(try state?.makeTable())
    let function = try #require(try state?.load("return 1", chunk: "=x"))
    let record = try LuaRecord(#require(state), name: "e", fields: ["a"])
    state = nil
    #expect(throws: LuaError.self) { try table.get("x") }
    #expect(throws: LuaError.self) { try record.set(0, .integer(1)) }
    #expect(table.count == 0)
    #expect(function.definition == nil)
    #expect(record.missingRead.isEmpty)
  }

  @Test func referencesAreReleased() throws {
    let state = try makeState()
    let make = try state.load("return {string.rep('x', 10000)}", chunk: "=make")
    for _ in 0..<100 { _ = try state.result(of: make) }
    let before = state.memoryInUse
    for _ in 0..<20_000 { _ = try state.result(of: make) }
    // Two hundred megabytes passed through; what is left is what one collection cycle holds.
    #expect(state.memoryInUse < before + 4_000_000)
  }

  @Test func memoryIsReported() throws {
    let state = try makeState()
    let before = state.memoryInUse
    #expect(before > 0)
    _ = try state.run("kept = string.rep('x', 1000000)")
    #expect(state.memoryInUse > before + 1_000_000)
    #expect(state.peakMemory >= state.memoryInUse)
  }
}
