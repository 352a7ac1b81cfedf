import LuaRuntime
import Testing

@Suite struct LuaErrorTests {
  private struct Thrown: Error, CustomStringConvertible {
    let number: Int
    var description: String { "number \(number) is wrong" }
  }

  private struct Silent: Error {}

  @Test func aSyntaxErrorHasItsLine() throws {
    let error = try makeState().failure("local x = 1\nlocal y = = 2")
    #expect(error.kind == .syntax)
    #expect(error.location?.description == "test.lua:2")
    #expect(error.message == "unexpected symbol near '='")
    #expect(!error.isIncompleteInput)
  }

  @Test(arguments: ["for i = 1, 2 do", "f(", "x = [[ab", "if true then return 1"])
  func inputThatStopsInTheMiddleIsIncomplete(source: String) throws {
    #expect(try makeState().failure(source).isIncompleteInput)
  }

  @Test func longChunkNamesAreKeptWhole() throws {
    let name = String(repeating: "folder/", count: 20) + "script.lua"
    let state = try makeState()
    for source in ["return = 1", "\nerror('x')"] {
      let error = try #require(throws: LuaError.self) {
        try state.call(state.load(source, chunk: "@" + name))
      }
      #expect(error.location?.chunk == name)
      #expect(!error.message.contains("script.lua"))
    }
  }

  @Test func anErrorHasItsPlaceAndTraceback() throws {
    let error = try makeState().failure(
      """
      local function inner(x)
        return x.field
      end
      local function outer()
        local y = inner(nil)
        return y
      end
      return (outer())
      """)
    #expect(error.kind == .runtime)
    #expect(error.message == "attempt to index a nil value (local 'x')")
    #expect(error.location?.description == "test.lua:2")
    #expect(error.traceback.map(\.location.line) == [2, 5, 8])
    #expect(error.traceback.map(\.function) == ["inner", "outer", nil])
  }

  @Test func aLevelPointsAtTheCaller() throws {
    let error = try makeState().failure(
      """
      local function check() error("wrong", 2) end
      local x = 1
      check()
      """)
    #expect(error.message == "wrong")
    #expect(error.location?.line == 3)
    #expect(error.traceback.first?.location.line == 1)
  }

  @Test func anErrorPassedOnKeepsItsPlace() throws {
    let error = try makeState().failure(
      """
      local ok, message = pcall(function()
        error("first")
      end)
      error(message, 0)
      """)
    #expect(error.message == "first")
    #expect(error.location?.line == 2)
  }

  @Test func anErrorInACoroutineKeepsItsPlace() throws {
    let error = try makeState().failure(
      """
      local step = coroutine.wrap(function()
        coroutine.yield()
        error("inside")
      end)
      step()
      step()
      """)
    #expect(error.message == "inside")
    #expect(error.location?.line == 3)
  }

  @Test(arguments: [
    ("error()", "error object (nil)"), ("error({})", "error object (table)"),
    ("error(true)", "error object (true)"), ("error(1.5)", "error object (1.5)"),
    ("error(12)", "error object (12)"), ("error(quantity '5%')", "error object (quantity)"),
    (
      "error(setmetatable({}, {__tostring = function() error('reached') end}))",
      "error object (table)"
    ),
  ])
  func errorObjectsAreDescribed(source: String, expected: String) throws {
    let error = try makeState().failure("\n" + source)
    #expect(error.message == expected)
    #expect(error.value == expected)
    #expect(error.location?.line == 2)
  }

  @Test func aHostErrorComesThrough() throws {
    let state = try makeState()
    try state.setGlobal("fail", .function(state.function("fail") { _ in throw Thrown(number: 5) }))
    let error = try state.failure("local x\nfail()")
    #expect(error.message == "number 5 is wrong")
    #expect(error.location?.line == 2)
    #expect((error.underlying as? Thrown)?.number == 5)
    #expect(error.description == "test.lua:2: number 5 is wrong")
  }

  @Test func aHostErrorThatWasCaughtIsNotTheCause() throws {
    let state = try makeState()
    try state.setGlobal("fail", .function(state.function("fail") { _ in throw Thrown(number: 5) }))
    let error = try state.failure("pcall(fail) error('another')")
    #expect(error.message == "another")
    #expect(error.underlying == nil)
  }

  @Test func aHostErrorKeepsItsKind() throws {
    let state = try makeState()
    let fail = try state.function("fail") { _ in throw LuaError(.missing, "no observation") }
    try state.setGlobal("fail", .function(fail))
    let error = try state.failure("fail()")
    #expect(error.kind == .missing)
    #expect(error.underlying == nil)
    #expect(try state.text("return select(2, pcall(fail))") == "no observation")
  }

  @Test func anErrorWithoutWordsIsNotDumped() throws {
    let state = try makeState()
    try state.setGlobal("fail", .function(state.function("fail") { _ in throw Silent() }))
    #expect(try state.failure("fail()").message == "`fail` failed without saying why")
  }

  @Test func anErrorThroughTwoLevelsKeepsTheInnerPlace() throws {
    let state = try makeState()
    let inner = try state.load("\n\nerror('deep')", chunk: "@inner.lua")
    let call = try state.function("call") { [unowned state] _ in try state.result(of: inner) }
    try state.setGlobal("call", .function(call))
    let error = try state.failure("call()")
    #expect(error.message == "deep")
    #expect(error.location?.description == "inner.lua:3")
    #expect(error.traceback.map(\.location.description) == ["inner.lua:3", "test.lua:1"])
  }

  @Test func longMessagesAreCutBetweenCharacters() throws {
    let error = try makeState().failure("error(string.rep('标', 5000), 0)")
    #expect(error.message.utf8.count < 4096)
    #expect(error.message.utf8.count > 4090)
    #expect(error.message.allSatisfy { $0 == "标" })
  }

  @Test(arguments: [
    "local function f() return 1 + f() end return f()",
    "local function f() return 1 + f() end while true do xpcall(f, function() while true do end end) end",
    "local function f() return 1 + f() end return coroutine.wrap(f)()",
  ])
  func endlessRecursionHasAPlace(source: String) throws {
    let state = try makeState()
    let error = try state.failure(source)
    #expect(error.kind == .stack)
    #expect(error.message.hasPrefix("calls are nested too deeply"))
    #expect(error.location?.line == 1)
    #expect(try state.text("return 1 + 1") == "2")
  }

  @Test(arguments: [
    "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return tostring(t) .. t[k] end return t.x",
    "local function f() return string.gsub('a', 'a', f) end return f()",
    "local function f() return coroutine.wrap(f)() end return f()",
    "local function f() local ok, e = pcall(f) error(e, 0) end f()",
  ])
  func recursionThroughCEndsToo(source: String) throws {
    #expect(try makeState().failure(source).kind == .stack)
  }

  @Test func recursionThroughTheHostEndsToo() throws {
    let state = try makeState()
    let call = try state.function("again") { [unowned state] _ in
      guard case .function(let again) = try state.global("again") else { return .nil }
      return try state.result(of: again)
    }
    try state.setGlobal("again", .function(call))
    #expect(try state.failure("return again()").kind == .stack)
    #expect(try state.text("return 1 + 1") == "2")
  }
}
