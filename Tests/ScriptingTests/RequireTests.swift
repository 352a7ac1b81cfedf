// Modules: what scripts of a plugin share through `require`.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite struct RequireTests {
  /// What an indicator whose file and function are these comes to.
  private static func value(
    _ file: String, _ body: String, modules: [String: String]
  ) throws -> String {
    let engine = try Sample.engine(
      """
      \(file)
      indicator "x" { unit = "家", value = function(obs, at)
        \(body)
      end }
      """, modules: modules)
    let facts = try engine.evaluate(engine.indicators.all[0], at: try Sample.moment())
    return facts.value?.description ?? "nothing"
  }

  private static func problem(_ file: String, modules: [String: String]) throws -> Finding? {
    try Sample.failure { _ = try Sample.engine(file, modules: modules) }?.findings.first
  }

  @Test(
    arguments: [
      ("local m = require 'rates'", "return m.base"),
      ("local m = require('rates')", "return m.double(quantity '1家') + quantity '1家'"),
      ("local s = require 'rates.small'", "return s"),
      ("local s = require 'rates/small'", "return s"),
      ("require 'rates'", "return require('rates').base"),
      ("local a, b = require 'rates', require 'rates'", "assert(a == b) return a.base"),
      (
        "local a, b = require 'rates.small', require 'rates/small' loads = loads",
        "assert(a == b and loads == 1) return a"
      ),
      ("assert(require 'nothing' == true and require 'nothing' == true)", "return n"),
      ("local m = require 'outer'", "return m.base"),
      ("require 'rates' local f = function() return require 'rates' end", "return f().base"),
    ] as [(String, String)])
  func aModuleIsWhatItReturns(file: String, body: String) throws {
    let modules = [
      "rates": """
      local rates = { base = quantity "3家" }
      function rates.double(q) return q * 2 end
      return rates
      """,
      "rates/small": "loads = (loads or 0) + 1 return quantity '3家'",
      "nothing": "n = quantity '3家'",
      "outer": "local inner = require 'rates' return setmetatable({}, {__index = inner})",
    ]
    #expect(try Self.value(file, body, modules: modules) == "3家")
  }

  @Test func aModuleIsLoadedOnceForAllScriptsOfThePlugin() throws {
    let source = """
      local m = require "m"
      indicator "%" { unit = "家", value = function() return quantity(m.loads .. "家") end }
      """
    let module = "loads = (loads or 0) + 1 return { loads = loads }"
    let engine = try Sample.engine(
      source.replacing("%", with: "x"), source.replacing("%", with: "y"), modules: ["m": module])
    for definition in engine.indicators.all {
      #expect(
        try engine.evaluate(definition, at: try Sample.moment()).value?.description == "1家")
    }
  }

  @Test func pluginsHaveModulesOfTheirOwn() throws {
    let plugins = ["1家", "2家"].map { value in
      Sample.plugin(
        [
          (
            path: "\(value).lua",
            text: """
            local m = require "m"
            indicator "x\(value.prefix(1))" { unit = "家", value = function() return m.value end }
            """
          )
        ], modules: ["m": "return { value = quantity \"\(value)\" }"])
    }
    let engine = try ScriptEngine(
      catalog: try Sample.catalog, plugins: plugins,
      observations: ObservationStore(observations: [], sources: []))
    let values = try engine.indicators.all.map {
      try engine.evaluate($0, at: try Sample.moment()).value?.description
    }
    #expect(values == ["1家", "2家"])
  }

  @Test func aModuleIsSealedToo() throws {
    let engine = try Sample.engine(
      """
      local m = require "m"
      indicator "x" { unit = "家", value = function() m.count = m.count + 1 end }
      indicator "y" { unit = "家", value = function() return quantity(m.up() .. "家") end }
      """,
      modules: ["m": "local n = 0 return { count = 0, up = function() n = n + 1 return n end }"])
    let problems = try Sample.problems {
      _ = try engine.evaluate(engine.indicators.all[0], at: try Sample.moment())
    }
    #expect(problems?.first?.hasPrefix("`count` cannot be set here") == true)
    for _ in 1...2 {
      let facts = try engine.evaluate(engine.indicators.all[1], at: try Sample.moment())
      #expect(facts.value?.description == "1家")
    }
  }

  @Test(
    arguments: [
      (
        "require 'ratez'", "a.lua:1:10", "there is no module `ratez` in the plugin",
        "did you mean `rates`?"
      ),
      ("\nrequire 'far.away'", "a.lua:2:10", "there is no module `far.away` in the plugin", nil),
      ("require 'rates.lua'", "a.lua:1:10", "there is no module `rates.lua` in the plugin", nil),
      (
        "require 'Rates'", "a.lua:1:10", "there is no module `Rates` in the plugin",
        "did you mean `rates`?"
      ),
      (
        "require '../rates'", "a.lua:1:10",
        "`../rates` is no name of a module; `require` stays inside the plugin", names
      ),
      (
        "require 'a/../rates'", "a.lua:1:10",
        "`a/../rates` is no name of a module; `require` stays inside the plugin", names
      ),
      (
        "require '/etc/passwd'", "a.lua:1:10",
        "`/etc/passwd` is no name of a module; `require` stays inside the plugin", names
      ),
      (
        "require 'a\\\\b'", "a.lua:1:1",
        "`a\\b` is no name of a module; `require` stays inside the plugin", names
      ),
      (
        "require ''", "a.lua:1:1", "`` is no name of a module; `require` stays inside the plugin",
        names
      ),
      (
        "require 'rates.'", "a.lua:1:10",
        "`rates.` is no name of a module; `require` stays inside the plugin", names
      ),
      (
        "require(5)", "a.lua:1:1", "`require` needs the name of a module",
        "write `local rates = require \"rates\"` for `lib/rates.lua`"
      ),
      (
        "require 'one'", "lib/three.lua:1:26",
        "modules require each other in a circle: one → two → three → one",
        "move what both need to a module of its own"
      ),
      (
        "require 'itself'", "lib/itself.lua:2:10",
        "modules require each other in a circle: itself → itself",
        "move what both need to a module of its own"
      ),
      ("require 'broken'", "lib/broken.lua:2:1", "gone wrong", nil),
      (
        "require 'misspelt'", "lib/misspelt.lua:2:1", "unexpected symbol near the end of the file",
        nil
      ),
      ("require 'thread'", "a.lua:1:1", "the module `thread` returns a thread", nil),
      (
        "require 'defines'", "lib/defines.lua:1:1",
        "the module `defines` cannot define an eligibility while it is loaded",
        "define it in the folder `eligibility`, which may use the module"
      ),
      (
        "require 'computes'", "lib/computes.lua:1:1",
        "the module `computes` cannot define an indicator while it is loaded",
        "define it in the folder `indicators`, which may use the module"
      ),
      (
        "require 'scanned'", "lib/scanned.lua:1:37", "`size` is never `smal`",
        "did you mean `small`?"
      ),
      (
        "require 'keeps'", "lib/keeps.lua:1:9",
        "the field `co` holds a coroutine, which would go on in one evaluation where another left "
          + "off", "make it inside the function that uses it"
      ),
    ] as [(String, String, String, String?)])
  func whatGoesWrongHasItsPlace(
    file: String, place: String, message: String, suggestion: String?
  ) throws {
    let modules = [
      "rates": "return {}", "one": "require 'two'", "two": "require 'three'",
      "three": "local x = true; require 'one'", "itself": "\nrequire 'itself'",
      "broken": "\nerror 'gone wrong'", "misspelt": "return\n{ 1, ",
      "thread": "return coroutine.create(print)", "defines": "eligibility 'x' {}",
      "computes": "indicator 'x' {}", "keeps": "return {co = coroutine.create(print)}",
      "scanned": "return function(e) return e.size == 'smal' end",
    ]
    let finding = try #require(try Self.problem(file, modules: modules))
    #expect(finding.message == message)
    #expect(finding.suggestion == suggestion)
    #expect(finding.span?.place ?? "" == place)
  }

  private static let names =
    "write `require \"rates\"` for `lib/rates.lua`, and `require \"rates.small\"` for "
    + "`lib/rates/small.lua`"

  @Test func anUnknownModuleNamesTheKnownOnes() throws {
    let finding = try Self.problem("require 'c'", modules: ["a": "", "b/c": ""])
    #expect(finding?.notes.first == "its modules are `a`, `b/c`")
    #expect(
      try Self.problem("require 'c'", modules: [:])?.notes.first
        == "its folder `lib` has no modules")
  }

  @Test func evaluationsLoadNothing() throws {
    let engine = try Sample.engine(
      """
      indicator "x" { unit = "家", value = function() return require("late").value end }
      indicator "y" { unit = "家", value = function() return require("nowhere") end }
      """, modules: ["late": "return { value = quantity '1家' }"])
    let problems = try engine.indicators.all.map { definition in
      try Sample.problems { _ = try engine.evaluate(definition, at: try Sample.moment()) }
    }
    #expect(
      problems == [
        [
          "the module `late` is not loaded, and evaluations load nothing → require it at the top of "
            + "the file, as in `local m = require \"late\"`"
        ], ["there is no module `nowhere` in the plugin"],
      ])
  }

  @Test func aFailedModuleCanBeDoneWithout() throws {
    let value = try Self.value(
      "local fine = pcall(require, 'broken') local again = pcall(require, 'broken')",
      "assert(not fine and not again) return quantity '1家'", modules: ["broken": "error 'no'"])
    #expect(value == "1家")
  }

  @Test func aFunctionOfAModuleMayDefine() throws {
    let engine = try Sample.engine(
      """
      local define = require "define"
      define("x", quantity "1家")
      define("y", quantity "2家")
      """,
      modules: [
        "define": """
        return function(id, value)
          indicator(id) { unit = "家", value = function() return value end }
        end
        """
      ])
    #expect(engine.indicators.ids == ["x", "y"])
    let values = try engine.indicators.all.map {
      try engine.evaluate($0, at: try Sample.moment()).value?.description
    }
    #expect(values == ["1家", "2家"])
  }
}
