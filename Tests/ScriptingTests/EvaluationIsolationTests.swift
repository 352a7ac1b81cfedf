// Evaluations come to the same, whatever was evaluated before them.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct EvaluationIsolationTests {
  /// Indicators whose files try to remember something from one evaluation to the next.
  private static let scripts = [
    "global": "count = 0", "raw global": "", "environment": "", "library": "", "method": "",
    "number": "local n = 0", "table": "local t = {}", "memo": "local memo = {}",
    "list": "local list = {}", "swap": "local f, g = math.max, math.min",
    "closure": "local function counter() local n = 0 return function() n = n + 1 return n end end "
      + "local next_number = counter()",
    "class": "local C = {} C.__index = C", "metatable": "local t = {}", "coroutine": "local co",
    "iterator": "local it", "random": "", "error": "local n = 0", "limit": "local n = 0",
  ]

  /// What each indicator does, between attempts that may fail, to come to a number.
  private static let bodies = [
    "global": "pcall(function() count = count + 1 end) return count",
    "raw global": "pcall(rawset, _G, 'x', (x or 0) + 1) return x or 0",
    "environment": "pcall(function() _ENV.y = 1 end) local r = y or 0 _ENV = {y = 1} return r",
    "library": "pcall(function() math.huge = 1 end) return math.huge == 1 and 1 or 0",
    "method": "pcall(function() string.len = function() return 9 end end) return ('x'):len()",
    "number": "n = n + 1 return n",
    "table": "t = {(t[1] or 0) + 1} return t[1]",
    "memo": "pcall(function() memo[1] = 7 end) return memo[1] or 0",
    "list": "pcall(table.insert, list, 1) return #list",
    "swap": "f, g = g, f return f(1, 2)",
    "closure": "return next_number()",
    "class": "local o = setmetatable({}, C) pcall(function() C.n = 5 end) return o.n or 0",
    "metatable": "pcall(setmetatable, t, {__index = {a = 1}}) return t.a or 0",
    "coroutine": """
    co = co or coroutine.wrap(function() for i = 1, 9 do coroutine.yield(i) end end)
    return co()
    """,
    "iterator": "it = it or ('abc'):gmatch('()') return it()",
    "random": "return math.random(1000000)",
    "error": "n = n + 1 if at.year == 2024 then error('stop') end return n",
    "limit": "n = n + 1 while at.year == 2024 do end return n",
  ]

  private static func engine() throws -> ScriptEngine {
    let sources = scripts.keys.sorted().map { name in
      (
        path: "\(name).lua",
        text: """
        \(scripts[name] ?? "")
        indicator "\(name.replacing(" ", with: "_"))" {
          unit = "家",
          value = function(obs, at)
            local function value() \(bodies[name] ?? "") end
            return quantity(value() .. "家")
          end,
        }
        """
      )
    }
    return try ScriptEngine(
      catalog: try Sample.catalog, plugins: [Sample.plugin(sources)],
      observations: ObservationStore(observations: [], sources: []),
      limits: LuaLimits(instructions: 100_000))
  }

  /// What an indicator comes to, or why it does not.
  private static func result(
    _ definition: IndicatorDefinition, in engine: ScriptEngine, at period: String = "2027"
  ) throws -> String {
    let moment = try Sample.moment(period)
    do throws(Failure) {
      let facts = try engine.evaluate(definition, at: moment)
      return facts.value?.description ?? "nothing"
    } catch {
      return error.findings.map(\.message).joined(separator: "; ")
    }
  }

  @Test func everyDefinitionComesToTheSameAloneAndAfterAnyOther() throws {
    let engine = try Self.engine()
    let definitions = engine.indicators.all
    #expect(definitions.count == Self.bodies.count)
    var alone: [String: String] = [:]
    for definition in definitions {
      let fresh = try Self.engine()
      let same = try #require(fresh.indicators.versions(of: definition.id).first)
      alone[definition.id] = try Self.result(same, in: fresh)
    }
    for first in definitions {
      for period in ["2024", "2027"] { _ = try Self.result(first, in: engine, at: period) }
      for second in definitions {
        #expect(
          try Self.result(second, in: engine) == alone[second.id],
          "\(second.id) after \(first.id)")
      }
    }
    #expect(alone["number"] == "1家")
    #expect(alone["closure"] == "1家")
    #expect(alone["global"] == "0家")
    #expect(alone["error"] == "1家")
    #expect(alone["limit"] == "1家")
  }

  @Test func anErrorAndALimitAreWhatTheySeem() throws {
    let engine = try Self.engine()
    let error = try #require(engine.indicators.versions(of: "error").first)
    #expect(try Self.result(error, in: engine, at: "2024") == "stop")
    let limit = try #require(engine.indicators.versions(of: "limit").first)
    #expect(
      try Self.result(limit, in: engine, at: "2024")
        == "the script was stopped after 100000 instructions")
  }

  @Test func pluginsDoNotSeeEachOthersGlobals() throws {
    let first = Sample.plugin([
      (path: "a.lua", text: "rate = 1 string.shout = string.upper math.pi = 3")
    ])
    let second = Sample.plugin([
      (
        path: "b.lua",
        text: """
        indicator "x" {
          unit = "家",
          value = function()
            assert(rate == nil and string.shout == nil and math.pi > 3)
            return quantity "1家"
          end,
        }
        """
      )
    ])
    let engine = try ScriptEngine(
      catalog: try Sample.catalog, plugins: [first, second],
      observations: ObservationStore(observations: [], sources: []))
    let definition = try #require(engine.indicators.all.first)
    #expect(try Self.result(definition, in: engine) == "1家")
  }

  @Test func scriptsOfAPluginShareTheirGlobals() throws {
    let engine = try Sample.engine(
      "function twice(x) return 2 * x end",
      "indicator \"x\" { unit = \"家\", value = function() return twice(quantity \"2家\") end }")
    #expect(try Self.result(engine.indicators.all[0], in: engine) == "4家")
  }

  @Test func conditionsOfOneEvaluationShareVariablesAndOthersDoNot() throws {
    let engine = try Sample.engine(
      """
      local kept
      eligibility "x" {
        instrument = "grant",
        requires = {
          { "starts anew", function() return kept == nil end },
          { "keeps", function(e) kept = e.spend return true end },
          { "finds it", function(e) return kept == e.spend end },
        },
        amount = function() return kept end,
      }
      """)
    let definition = try #require(engine.eligibilities.all.first)
    for spend in ["1元", "2元"] {
      let facts = try engine.evaluate(
        definition, on: try Sample.subject("spend=\(spend)"), at: try Sample.moment())
      #expect(facts.conditions.map(\.outcome) == [.met, .met, .met])
      #expect(facts.computed == (try Sample.quantity(spend)))
    }
  }

  @Test func aDecisionInsideAnotherStartsAnewAndLeavesTheOuterOneAlone() throws {
    let engine = try Sample.engine(
      """
      local n, kept = 0, nil
      eligibility "city" {
        instrument = "grant",
        requires = {
          { "starts anew", function(e)
            local fresh = n == 0 and kept == nil
            n, kept = 5, e
            math.random()
            return fresh
          end },
        },
      }
      eligibility "district" {
        instrument = "grant",
        requires = {
          { "goes on", function(e)
            n, kept = 1, e
            local first = math.random(1000000)
            local eligible = e:decision("city").eligible
            local second = math.random(1000000)
            math.randomseed(0)
            return eligible and n == 1 and kept.spend == e.spend
              and first == math.random(1000000) and second == math.random(1000000)
          end },
        },
      }
      """)
    engine.resolveDecision = { [unowned engine] id, subject, moment throws(Failure) in
      let definition = try engine.eligibilities.definition(id, on: moment.date)
      let facts = try engine.evaluate(definition, on: subject, at: moment)
      return RelatedDecision(
        id: id, isEligible: facts.conditions.allSatisfy { $0.outcome == .met },
        isDetermined: true, amount: nil)
    }
    for id in ["city", "district", "district", "city"] {
      let definition = try #require(engine.eligibilities.versions(of: id).first)
      let facts = try engine.evaluate(
        definition, on: try Sample.subject("spend=1元"), at: try Sample.moment())
      #expect(facts.conditions.map(\.outcome) == [.met], "\(id)")
    }
  }

  @Test(
    arguments: [
      (
        "count = 0", "count = count + 1 return true", "count",
        "the global `count` cannot be set here: what scripts set up while they load stays as it is",
        "use a local variable inside the function"
      ),
      (
        "local seen = {}", "seen.last = e.code return true", "last",
        "`last` cannot be set here: what scripts set up while they load stays as it is",
        "make the table inside the function"
      ),
      (
        "local seen = {}", "seen[e.code] = true return true", nil,
        "`F1` cannot be set here: what scripts set up while they load stays as it is",
        "make the table inside the function"
      ),
      (
        "local seen = {}", "table.insert(seen, e.code) return true", nil,
        "this table cannot be changed here: what scripts set up while they load stays as it is",
        "make it inside the function, or copy a list with `table.move(t, 1, #t, 1, {})`"
      ),
    ] as [(String, String, String?, String, String)])
  func whatCannotBeDoneIsSaid(
    setup: String, body: String, word: String?, message: String, suggestion: String
  ) throws {
    let engine = try Sample.engine(
      "\(setup)\neligibility \"x\" { instrument = \"grant\", requires = { { \"c\", function(e) "
        + "\(body) end } } }")
    let failure = try Sample.failure {
      _ = try engine.evaluate(
        engine.eligibilities.all[0], on: try Sample.subject("code=F1"), at: try Sample.moment())
    }
    let finding = try #require(failure?.findings.first)
    #expect(finding.code == "script.error")
    #expect(finding.message == message)
    #expect(finding.suggestion == suggestion)
    let span = try #require(finding.span)
    #expect(span.line == 2)
    let marked = span.file.line(2).dropFirst(span.column - 1).prefix(span.length)
    #expect(String(marked) == word ?? String(span.file.line(2)))
  }

  @Test(
    arguments: [
      ("\nco = coroutine.create(print)", "the global `co` holds a coroutine", "a.lua:2:1"),
      (
        "local words = ('a b'):gmatch('%a')", "the local variable `words` holds an iterator",
        "a.lua:1:7"
      ),
      ("t = {coroutine.wrap(print)}", "a table holds a function of `coroutine.wrap`", nil),
    ] as [(String, String, String?)])
  func whatRemembersHowFarItHasComeIsRefused(
    setup: String, message: String, place: String?
  ) throws {
    let failure = try Sample.failure {
      _ = try Sample.engine(
        "\(setup)\nindicator \"x\" { unit = \"家\", value = function() return words end }")
    }
    let finding = try #require(failure?.findings.first)
    #expect(
      finding.message == message
        + (message.hasSuffix("iterator") ? " of `string.gmatch`" : "")
        + ", which would go on in one evaluation where another left off")
    #expect(finding.suggestion == "make it inside the function that uses it")
    #expect(finding.span?.place == place)
  }

  @Test func theLogIsThatOfTheLastEvaluation() throws {
    let engine = try Sample.engine(
      """
      print("loading")
      indicator "x" { unit = "家", value = function(_, at) print(at.year) return quantity "1家" end }
      """)
    _ = try Self.result(engine.indicators.all[0], in: engine, at: "2026")
    _ = try Self.result(engine.indicators.all[0], in: engine, at: "2027")
    #expect(engine.state.log.text == "2027\n")
  }
}
