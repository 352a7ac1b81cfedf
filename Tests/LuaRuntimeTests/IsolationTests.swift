import LuaRuntime
import Testing

@Suite struct IsolationTests {
  private let state: LuaState
  private let first: LuaTable
  private let second: LuaTable

  init() throws {
    state = try makeState()
    let shared = try state.makeTable([(.string("n"), .integer(1))])
    let inner = try state.makeTable([(.integer(1), .table(shared))])
    try shared.set("inner", .table(inner))
    try shared.setMetatable(state.makeTable([(.string("__index"), .table(inner))]))
    try state.setGlobal("shared", .table(shared))
    try state.setGlobal(
      "host", .function(state.function("host") { _ in .string("from the host") }))
    first = try state.makeEnvironment()
    second = try state.makeEnvironment()
  }

  private func run(_ source: String, in environment: LuaTable) throws -> String {
    let value = try state.result(
      of: state.load(source, chunk: "@test.lua", environment: environment))
    return try state.text(of: value)
  }

  /// What a script may look at to find traces of another one.
  private static let view = """
    local seen, out = {}, {}
    local function look(value, path)
      out[#out + 1] = path .. ":" .. type(value) .. ":"
        .. (type(value) == "table" and "" or tostring(value))
      if type(value) ~= "table" or seen[value] then return end
      seen[value] = true
      for key, entry in pairs(value) do look(entry, path .. "." .. tostring(key)) end
      local meta = getmetatable(value)
      if meta then look(meta, path .. "#") end
    end
    look(_G, "_G")
    out[#out + 1] = ("x"):rep(3) .. ("x"):upper() .. tostring(getmetatable(""))
    return table.concat(out, " ")
    """

  @Test(arguments: [
    "x = 1", "_G.x = 1", "rawset(_G, 'x', 1)", "setmetatable(_G, {__index = function() end})",
    "string.rep = nil", "rawset(string, 'upper', function() return 'hacked' end)",
    "table.insert = print", "math.huge = 0", "utf8.char = nil", "coroutine.wrap = nil",
    "string = nil", "print = error", "local g = _G for k in pairs(g) do g[k] = nil end",
    "for k in pairs(string) do rawset(string, k, 0) end", "shared.n = 2", "shared.inner[1] = nil",
    "shared.inner[1].x = 1", "setmetatable(shared, nil)", "getmetatable(shared).__index = error",
    "rawset(getmetatable(shared).__index, 'x', 1)", "setmetatable(string, {__index = math})",
    "_G._G = nil", "load('x = 1')()", "load('string.rep = nil')()",
    "load('local g = _G for k in pairs(g) do g[k] = nil end')()", "_ENV.x = 1",
    "local _ENV = _G y = 1",
    "pcall(function() getmetatable('').__index.rep = nil end)",
    "pcall(setmetatable, 'x', {})", "math.randomseed(5)", "host = nil",
  ])
  func nothingAScriptChangesIsSeenElsewhere(source: String) throws {
    let before = try run(Self.view, in: second)
    _ = try run(source, in: first)
    #expect(try run(Self.view, in: second) == before)
    #expect(try run(Self.view, in: state.makeEnvironment()) == before)
    #expect(try run("return 'ab' .. ('x'):rep(2) .. #('y'):upper()", in: first) == "abxx1")
  }

  @Test func anEnvironmentIsComplete() throws {
    #expect(try run("return host()", in: first) == "from the host")
    #expect(try run("return shared.n + #shared.inner", in: first) == "2")
    #expect(try run("return _G._G == _G and _G.string == string", in: first) == "true")
    #expect(try run("return shared.inner[1] == shared", in: first) == "true")
    #expect(try run("return getmetatable(shared).__index == shared.inner", in: first) == "true")
    #expect(try run("return quantity '5元' + quantity '1元'", in: first) == "6元")
    #expect(try run("return string == nil", in: first) == "false")
  }

  @Test func theStateItselfIsNotChanged() throws {
    _ = try run("x = 1 string.rep = nil shared.n = 9", in: first)
    #expect(try state.text("return tostring(x) .. ('x'):rep(2) .. shared.n") == "nilxx1")
  }

  @Test func whatTheHostAddsLaterIsNotInOlderEnvironments() throws {
    try state.setGlobal("later", .integer(1))
    #expect(try run("return later", in: first) == "nil")
    #expect(try run("return later", in: state.makeEnvironment()) == "1")
    try first.set("own", .integer(2))
    #expect(try run("return own", in: first) == "2")
    #expect(try run("return own", in: second) == "nil")
  }

  @Test func everyEnvironmentHasItsOwnRandomSequence() throws {
    let source = "return math.random(1000000)"
    let value = try run(source, in: first)
    #expect(try run(source, in: second) == value)
    #expect(try run(source, in: first) != value)
  }

  @Test func environmentsAreCollected() throws {
    for _ in 0..<100 { _ = try state.makeEnvironment() }
    let before = state.memoryInUse
    for _ in 0..<2000 { _ = try state.makeEnvironment() }
    #expect(state.memoryInUse < before + 4_000_000)
  }

  @Test func tablesNestedWithoutEndAreAnError() throws {
    var table = try state.makeTable()
    for _ in 0..<200 { table = try state.makeTable([(.integer(1), .table(table))]) }
    try state.setGlobal("deep", .table(table))
    let error = try #require(throws: LuaError.self) { try state.makeEnvironment() }
    #expect(error.message == "the tables of the globals are nested too deeply")
  }
}
