import LuaRuntime
import Testing

@Suite struct LuaLogTests {
  @Test func printWritesToTheLog() throws {
    let state = try makeState()
    _ = try state.run(
      "print('a', 1, 1.0, nil, true, {}, print, quantity '5%') print() print('中\\0')")
    #expect(state.log.text == "a\t1\t1.0\tnil\ttrue\ttable\tfunction\t5%\n\n中\0\n")
    #expect(!state.log.isCut)
    state.clearLog()
    #expect(state.log.bytes.isEmpty)
    _ = try state.run("print('b')")
    #expect(state.log.text == "b\n")
  }

  @Test func metamethodsArePartOfTheScript() throws {
    let state = try makeState(LuaLimits(instructions: 100_000))
    _ = try state.run("print(setmetatable({}, {__tostring = function() return 'mine' end}))")
    #expect(state.log.text == "mine\n")
    let endless = "print(setmetatable({}, {__tostring = function() while true do end end}))"
    #expect(try state.failure(endless).kind == .instructions)
    let wrong = try state.failure("print(setmetatable({}, {__tostring = function() end}))")
    #expect(wrong.message == "'__tostring' must return a string")
  }

  @Test func aLongLogIsCutBetweenCharacters() throws {
    let state = try makeState()
    _ = try state.run("print('x' .. ('中'):rep(30000)) print('never seen')")
    let log = state.log
    #expect(log.isCut)
    // One byte, and as many characters of three bytes as fit into the rest of 65536.
    #expect(log.bytes.count == 1 + 21845 * 3)
    #expect(log.text.hasSuffix("中\n… what was printed after 65536 bytes is not kept\n"))
    #expect(!log.text.contains("never seen"))
    state.clearLog()
    #expect(!state.log.isCut)
  }

  @Test func theLogOutlivesErrors() throws {
    let state = try makeState(LuaLimits(instructions: 10_000))
    _ = try state.failure("print('before') error('x')")
    _ = try state.failure("print('again') while true do end")
    #expect(state.log.text == "before\nagain\n")
  }

  @Test func bytesThatAreNotUTF8AreKept() throws {
    let state = try makeState()
    _ = try state.run(#"print("a\xFFb")"#)
    #expect(state.log.bytes == [0x61, 0xFF, 0x62, 0x0A])
    #expect(state.log.text == "a\u{FFFD}b\n")
  }
}
