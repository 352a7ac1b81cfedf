import LuaRuntime
import Testing

@Suite struct LoadingTests {
  @Test(arguments: [
    ("load('return 1 + 1')()", "2"), ("load('return ...')(5)", "5"),
    ("load('x = 5') and 'compiled'", "compiled"),
    ("select(2, load('return ='))", "[string \"return =\"]:1: unexpected symbol near '='"),
    ("select(2, load('x =', 'name'))", "[string \"name\"]:1: unexpected symbol near <eof>"),
    ("select(2, load('x =', '=name'))", "name:1: unexpected symbol near <eof>"),
    ("select(2, load('x =', '@a.lua'))", "a.lua:1: unexpected symbol near <eof>"),
    ("load('return x', 'c', 't', {x = 7})()", "7"),
    ("tostring(load('return x', 'c', 't', {})())", "nil"),
    ("tostring(pcall(load('return x', 'c', 't', nil)))", "false"),
    ("load('return x', 'c')()", "global"),
    ("load('x = 3 return x')() + x", "6"),
    ("select(2, load('return 1', 'c', 'b'))", "attempt to load a text chunk (mode is 'b')"),
    ("load('return 1', 'c', 'bt')()", "1"), ("load('return 1', nil, nil)()", "1"),
    ("select(2, load('\\27Lua'))", "attempt to load a binary chunk (mode is 't')"),
    ("select(2, load('\\27Lua', 'c', 'b'))", "attempt to load a text chunk (mode is 'b')"),
    (
      "(function() local n = 0 return load(function() n = n + 1 return ({'return ', '4', '2'})[n] end)() end)()",
      "42"
    ),
    ("load(function() return nil end) and 'empty'", "empty"),
    (
      "select(2, load((function() local n = 0 return function() n = n + 1 return n == 1 and '=' or '' end end)()))",
      "(load):1: unexpected symbol near '='"
    ),
  ])
  func loadBehavesAsInLua(expression: String, expected: String) throws {
    let state = try makeState()
    try state.setGlobal("x", .string("global"))
    #expect(try state.text("return \(expression)") == expected)
  }

  @Test(arguments: [
    ("load()", "function expected, got no value"), ("load({})", "function expected, got table"),
    ("assert(load(function() return {} end))", "reader function must return a string"),
    ("assert(load(function() error('inner', 0) end))", "inner"),
  ])
  func misuseIsAnError(expression: String, message: String) throws {
    #expect(try makeState().failure("return \(expression)").message.contains(message))
  }

  @Test func longSourceIsRefused() throws {
    let state = try makeState(LuaLimits(sourceBytes: 100))
    for source in [
      "load(('x = 1 '):rep(17))", "load(function() return ('x = 1 '):rep(3) end)",
    ] {
      let error = try state.failure("\nreturn \(source)")
      #expect(error.kind == .size)
      #expect(error.message == "`load` was given more than 100 bytes of source")
      #expect(error.location?.line == 2)
    }
    #expect(try state.text("return load(('x = 1 '):rep(16)) and 'fits'") == "fits")
  }

  @Test func loadedChunksShareTheBudgetAndThePlace() throws {
    let state = try makeState(LuaLimits(instructions: 50_000))
    #expect(try state.failure("load('while true do end')()").kind == .instructions)
    let error = try state.failure("load('\\n\\nerror(\"inside\")', '=own')()")
    #expect(error.message == "inside")
    #expect(error.location?.description == "own:3")
  }

  @Test func theEnvironmentIsTheLoadersOwn() throws {
    let state = try makeState()
    let environment = try state.makeEnvironment()
    let chunk = try state.load(
      "load('made = 1')() return made", chunk: "@a.lua", environment: environment)
    #expect(try state.text(of: state.result(of: chunk)) == "1")
    #expect(try state.global("made").typeName == "nil")
  }
}
