import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct PromptLineTests {
  // MARK: Values

  @Test(arguments: [
    ("1 + 1", "2"), ("'研发'", "\"研发\""), ("1 < 2, nil, 0.5", "true, nil, 0.5"),
    ("quantity '1200万元' * quantity '5%'", "60万元"), ("date '2026-02-01'", "2026-02-01"),
    ("at", "2025 in 100"), ("at - 1", "2024 in 100"), ("obs", "observations of 100"),
    ("obs('CN').firms", "series firms of CN"),
    ("obs.output[at]", "420亿元 (output[2025] of 100)"),
    ("obs.output[2024] - obs.output[2023]", "100亿元"),
    ("{1, {2}, x = '甲', [true] = 0}", "{1, {2}, x = \"甲\", [true] = 0}"), ("", ""),
    ("-- nothing", ""), ("return 5", "5"), ("(function() end)()", ""),
    ("function() end", "<a function of [1]:1>"), ("print", "<a function of the toolkit>"),
    ("coroutine.create(print)", "<a coroutine>"), ("string.rep('a', 3)", "\"aaa\""),
    ("p 'grant'", "parameters of grant in 2025"),
    ("p('grant').rate", "5% (p.rate)"), ("p('grant').cap", "500万元 (p.cap)"),
    ("p('grant'):get('bonus', 3)", "3"), ("p('grant'):get('rate', 3)", "5% (p.rate)"),
    ("min(3, 2)", "2"), ("_G.x", "nil"), ("getmetatable(_G)", "false"),
  ])
  func `an expression has values`(_ text: String, _ expected: String) throws {
    #expect(try TestPrompt().values(text) == expected)
  }

  @Test func `statements run, and have no values`() throws {
    let prompt = try TestPrompt()
    let outcome = try prompt.run("x = 2; for i = 1, 3 do print(x * i) end")
    #expect(outcome.result.words == "")
    #expect(outcome.log == "2\n4\n6\n")
    #expect(try prompt.run("x").log == "")
    #expect(!outcome.isKept)
  }

  @Test func `what a line assigns is there for the lines after it`() throws {
    let prompt = try TestPrompt()
    #expect(
      try prompt.values("x = obs.output[2024]", "function double(q) return q * 2 end", "double(x)")
        == "800亿元")
    #expect(try prompt.values("x") == "400亿元 (output[2024] of 100)")
    #expect(
      try prompt.values("load('y = x')()", "y == x, _G.y == x, rawget(_G, 'max')")
        == "true, true, nil")
  }

  @Test func `values of expressions are kept by their numbers`() throws {
    let prompt = try TestPrompt()
    #expect(try prompt.run("{1, 2}").isKept)
    #expect(try prompt.values("#_1, _ == _1") == "2, true")
    #expect(try prompt.run("nil").isKept == false)
    #expect(try prompt.values("_, _3") == "2, nil")
    #expect(try prompt.run("_1 = nil").globals.isEmpty)
    #expect(try prompt.values("_1") == "nil")
  }

  @Test func `global variables are listed in the order of their first assignment`() throws {
    let prompt = try TestPrompt()
    try prompt.run("zone = 1; all = quantity '3亿元'")
    try prompt.run("b = {1, 2}; zone = 'x'")
    let globals = try prompt.run("f = function() end").globals
    #expect(globals.map(\.name) == ["zone", "all", "b", "f"])
    #expect(
      globals.map(\.kind) == ["a text", "a quantity in 亿元", "a table with 2 items", "a function"])
    #expect(try prompt.run("zone = nil").globals.map(\.name) == ["all", "b", "f"])
    #expect(try prompt.run("zone = 2").globals.map(\.name) == ["all", "b", "f", "zone"])
  }

  @Test func `a variable may hide what scripts share, for the lines of the session only`() throws {
    let prompt = try TestPrompt(
      "indicator \"x\" { unit = \"家\", value = function() return max(quantity '3家', quantity '4家') end }"
    )
    #expect(try prompt.values("max = 5", "max") == "5")
    #expect(try prompt.values("value 'x'") == "4家")
    #expect(try prompt.values("max = nil", "max(1, 2)") == "2")
    #expect(try prompt.values("string.rep = nil", "('a'):rep(2)", "value 'x'") == "4家")
  }

  @Test func `a name that nothing is called by is explained`() throws {
    let prompt = try TestPrompt("indicator \"gap\" { unit = \"家\", value = function() end }")
    func hint(_ text: String) throws -> String? { try prompt.run(text).hints.first }
    #expect(try hint("output") == "nothing is called `output`; the series is `obs.output`")
    #expect(try hint("gap") == "nothing is called `gap`; the indicator is `value \"gap\"`")
    #expect(
      try hint("grant")
        == "nothing is called `grant`; the parameters of the instrument are `p \"grant\"`")
    #expect(
      try hint("spend")
        == "nothing is called `spend`; the field of the current subject is `e.spend`")
    #expect(try hint("qantity") == "nothing is called `qantity`; did you mean `quantity`?")
    #expect(try hint("zzz") == "nothing is called `zzz`")
    #expect(try hint("nil") == nil)
    #expect(
      try prompt.failure("output[2024]") == """
        [8]:1:1: error: nothing is called `output`
         1 | output[2024]
           | ^~~~~~
            = help: the series is `obs.output`

        """)
  }

  @Test func `variables that end with the line are pointed out`() throws {
    let prompt = try TestPrompt()
    func hint(_ text: String) throws -> String? { try prompt.run(text).hints.first }
    #expect(
      try hint("local a, b = 1")
        == "`a` is gone with the end of the line; leave out `local` to keep it"
    )
    #expect(try hint("local function f() end")?.hasPrefix("`f` is gone") == true)
    #expect(try hint("local a = 1; print(a)") == nil)
    #expect(try hint("local a = 1; local b = a") == nil)
  }

  // MARK: Limits

  @Test func `what is too much is cut`() throws {
    var limits = LuaLimits()
    limits.result = LuaTextLimits(depth: 2, entries: 5, bytes: 20)
    let prompt = try TestPrompt(limits: limits)
    #expect(try prompt.values("('研'):rep(10)") == "\"研研研研研研\"…")
    #expect(try prompt.values("{1, 2, 3, 4, 5, 6, 7}") == "{1, 2, 3, 4, … of 7}")
    #expect(try prompt.values("{{{{}}}}") == "{{{… of 1}}}")
    #expect(
      try prompt.values("{a = ('x'):rep(30), b = 1}")
        == "{a = \"\(String(repeating: "x", count: 19))\"…, … of 0}")
    let many = try prompt.run("table.unpack({1, 2, 3, 4, 5, 6, 7})")
    #expect(many.result.words == "1, 2, 3, 4, 5")
    #expect(many.hints == ["only the first 5 of 7 values are shown"])
  }

  @Test func `the first entries of a large table come in order`() throws {
    let prompt = try TestPrompt()
    let read = try prompt.run("t = {}; for i = 100000, 1, -1 do t['k' .. i] = i end; return t")
    guard case .values(let values) = read.result, case .table(let table)? = values.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.isCut && table.entries.count == 999)
    #expect(table.entries.prefix(3).map(\.key) == ["k1", "k10", "k100"])
  }

  @Test func `a table inside itself is no trouble`() throws {
    let prompt = try TestPrompt()
    #expect(
      try prompt.values("t = {1}; t.me = t; t.list = {t, {}}", "t")
        == "{1, list = {<a table that it lies in>, {}}, me = <a table that it lies in>}")
  }

  @Test func `an endless line is stopped, and the session goes on`() throws {
    var limits = LuaLimits()
    limits.instructions = 100_000
    let prompt = try TestPrompt(limits: limits)
    try prompt.run("x = 1")
    let outcome = try prompt.run("x = 2 while true do end")
    guard case .failed(let failure) = outcome.result else {
      Issue.record("it was not stopped")
      return
    }
    #expect(failure.kind == .limit)
    #expect(outcome.instructions == 100_000)
    #expect(try prompt.values("x") == "2")
  }

  @Test(arguments: [
    "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end",
    "t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end",
    "t = {} while true do t[#t + 1] = {} end", "t = 'x' while true do t = t .. t end",
  ])
  func `a line that takes all memory leaves the session usable`(_ greedy: String) throws {
    var limits = LuaLimits()
    limits.memory = 4 << 20
    let prompt = try TestPrompt(limits: limits)
    try prompt.run("x = 1")
    let text = try #require(try prompt.failure(greedy))
    #expect(text.contains("the script needs more than 4 MiB of memory"))
    #expect(text.contains("KiB of 4096 KiB now"))
    #expect(try prompt.values("t = nil", "x + 1") == "2")
    let outcome = try prompt.run("t = {} for i = 1, 10000 do t[i] = i end return #t")
    #expect(outcome.result.words == "10000")
    #expect(outcome.memory < 3 << 20)
  }

  // MARK: Mistakes

  @Test func `an error has its place, in this line or an earlier one`() throws {
    let prompt = try TestPrompt()
    try prompt.run("function 比() end")
    try prompt.run("function f(x)\n  return '研发' .. x.name\nend")
    #expect(
      try prompt.failure("x = 1\nf(nil)") == """
        [2]:2:18: error: `x` is nil, so nothing can be read from it
         2 |   return '研发' .. x.name
           |                    ^
            = note: called from [3]:2

        """)
    #expect(
      try prompt.failure("'研发投入' .. obs.outputs") == """
        [4]:1:15: error: there is no series `outputs` in the catalogue
         1 | '研发投入' .. obs.outputs
           |                   ^~~~~~~
            = help: did you mean `output`?

        """)
  }

  @Test(arguments: [
    ("1 + )", "unexpected symbol near ')'", 5),
    ("x + 1 1", "nothing can follow here, but `1` does", 5),
    ("foo bar", "syntax error near 'bar'", 5), ("for i = 1 3 do", "',' expected near '3'", 11),
    ("x = = 3", "unexpected symbol near '='", 3),
    ("'研' 研", "only a text or a comment may hold letters beyond a to z", 5),
    ("'abc", "unfinished string near the end", 1),
  ])
  func `a text that is no Lua says where`(_ text: String, _ message: String, _ column: Int) throws {
    guard case .failed(let failure) = try TestPrompt().run(text).result else {
      Issue.record("`\(text)` is read")
      return
    }
    let finding = try #require(failure.findings.first)
    #expect(finding.message == message)
    #expect(finding.span?.column == column)
  }

  @Test func `what is missing is said in one sentence`() throws {
    let prompt = try TestPrompt()
    prompt.period = "2027"
    #expect(
      try prompt.failure("x = 1 + obs.output[at]") == """
        [1]:1:13: error: no observation of `output` for 100 in 2027
         1 | x = 1 + obs.output[at]
           |             ^~~~~~
            = note: published are 2023, 2024, 2025
            = help: ask for another period, such as 2025

        """)
    #expect(
      try prompt.failure("obs.firms[2024]")?.contains("`firms` is published for CN") == true)
    #expect(
      try prompt.failure("p('grant').bonus") == """
        [3]:1:12: error: `bonus` of `grant` is left to local rules
         1 | p('grant').bonus
           |            ^~~~~
            = help: write `:get("bonus", …)` to try a value

        """)
    prompt.period = "2026"
    #expect(
      try prompt.failure("p('grant').cap")?.contains("`cap` of `grant` has no value on 2026-12-31")
        == true)
    #expect(try prompt.values("pcall(function() return obs.output[1999] end)").hasPrefix("false"))
  }

  @Test func `comparisons that can never hold are refused before anything runs`() throws {
    let prompt = try TestPrompt()
    #expect(
      try prompt.failure("x = 1 if e.size == 'lage' then end")?.contains("is never `lage`") == true)
    #expect(try prompt.values("x") == "nil")
    #expect(try prompt.values("e = {size = 'lage'}", "e.size == 'lage'") == "true")
  }

  @Test func `characters that no text has are refused`() throws {
    #expect(try TestPrompt().failure("1 + \u{7}")?.contains("control character") == true)
  }

  // MARK: Completeness

  @Test(arguments: [
    "for i = 1, 3 do", "while true do x = 1", "repeat", "if x then", "if x then y = 1 else",
    "function f(a,", "function f()", "x = function() return", "x =", "1 +", "f(", "f(1,", "x = {",
    "x = { a = 1,", "t[", "t.", "obj:", "[[abc", "x = [==[ 研发 ]=]", "--[[ note", "--[=[ note ]]",
    "'abc\\", "'abc\\z", "'abc\\z  ", "local", "local x <", "goto", "do", "a, ",
    "indicator \"x\" {", "eligibility \"x\" { requires = {", "not", "#", "x = 1 +\n-- 注释",
  ])
  func `a text that ends too early is incomplete`(_ text: String) throws {
    let prompt = try TestPrompt()
    #expect(try prompt.values(text) == "incomplete")
    #expect(!PromptSyntax().isComplete(text))
  }

  @Test(arguments: ["", "1", "x = 1", "x +* 1", "end", "'abc", "a, b", "--[[ note ]]", "f(1))"])
  func `a whole text is complete, also one with a mistake`(_ text: String) throws {
    #expect(PromptSyntax().isComplete(text))
    #expect(try TestPrompt().values(text) != "incomplete")
  }
}
