import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite struct PromptDefinitionTests {
  private static let plugin = """
    local rates = require "rates"
    indicator "gap" {
      target = "share_gap", unit = "亿元",
      value = function(obs, at) return obs.output[at] - obs.output[at - 1] end,
    }
    eligibility "first" {
      instrument = "grant", requires = { { "always", function() return true end } },
      amount = function() return quantity "1元" end,
    }
    eligibility "second" {
      instrument = "grant", from = "2025-01-01", to = "2026-12-31",
      requires = { { "has the first", function(e) return e:decision("first").eligible end } },
    }
    """

  private static let modules = [
    "rates": "local M = { low = 1 } function M.up() M.low = M.low + 1 return M.low end return M"
  ]

  private func prompt() throws -> TestPrompt {
    try TestPrompt(Self.plugin, modules: Self.modules)
  }

  @Test func `a definition takes effect at once, and can be redefined`() throws {
    let prompt = try prompt()
    for (value, expected) in [("3亿元", "3亿元"), ("obs.output[at] * 2", "840亿元")] {
      let body = value.hasPrefix("obs") ? value : "quantity '\(value)'"
      let outcome = try prompt.run(
        "indicator 'mine' { unit = '亿元', value = function(obs, at) return \(body) end }")
      #expect(outcome.defined == [PromptDefinition(.indicator, "mine")])
      #expect(try prompt.values("value 'mine'") == expected)
    }
    #expect(prompt.engine.indicators.ids == ["gap", "mine"])
    let mine = try #require(prompt.engine.indicators.versions(of: "mine").first)
    #expect(mine.plugin == "prompt" && mine.replaced == nil && mine.span.place == "[3]:1:12")
  }

  @Test func `a definition takes the place of a plugin's`() throws {
    let prompt = try prompt()
    #expect(try prompt.values("value 'gap'") == "20亿元")
    let again =
      "indicator 'gap' { unit = '亿元', value = function(obs, at) return obs.output[at] end }"
    try prompt.run(again)
    try prompt.run(again)
    #expect(try prompt.values("value 'gap'") == "420亿元")
    let gap = try #require(prompt.engine.indicators.versions(of: "gap").first)
    #expect(gap.replaced?.plugin == "example")
    #expect(gap.replaced?.span.file.path == "a.lua")
  }

  @Test func `a definition replaces only the days it states`() throws {
    let prompt = try prompt()
    try prompt.run(
      """
      eligibility "second" {
        instrument = "grant", from = "2026-01-01",
        requires = { { "never", function() return false end } },
      }
      """)
    #expect(
      prompt.engine.eligibilities.versions(of: "second").map { "\($0.plugin): \($0.validity)" }
        == ["prompt: from 2026-01-01", "example: 2025-01-01 to 2025-12-31"])
    #expect(prompt.engine.eligibilities.ids == ["first", "second"])
  }

  @Test func `an indicator for a target takes the place of another one`() throws {
    let prompt = try prompt()
    let outcome = try prompt.run(
      "indicator 'mine' { target = 'share_gap', unit = '%', value = function(obs, at) return obs.share[at] end }"
    )
    #expect(
      outcome.hints == [
        "the target `share_gap` goes by `mine` in this session, and no longer by `gap`"
      ])
    #expect(prompt.engine.indicators.ids == ["mine", "gap"])
  }

  @Test func `what is wrong with a definition is said with its place`() throws {
    let prompt = try prompt()
    #expect(
      try prompt.failure("indicator 'x' { unit = '家', target = 'share_gab', value = 1 }") == """
        [1]:1:39: error: there is no target `share_gab` in the catalogue
         1 | indicator 'x' { unit = '家', target = 'share_gab', value = 1 }
           |                                        ^~~~~~~~~
            = help: did you mean `share_gap`?
        [1]:1:51: error: `value` must be a function, not the number 1
         1 | indicator 'x' { unit = '家', target = 'share_gab', value = 1 }
           |                                                    ^~~~~

        """)
    #expect(prompt.engine.indicators.ids == ["gap"])
    #expect(try prompt.failure("indicator 'x'")?.contains("has no table") == true)
    #expect(
      try prompt.failure("eligibility 'x' { instrument = 'grand', requires = {} }")?.contains(
        "did you mean `grant`?") == true)
  }

  @Test func `what was defined before an error stays`() throws {
    let prompt = try prompt()
    let outcome = try prompt.run(
      "x = 1; indicator 'mine' { unit = '家', value = function() end }; error('stop')")
    #expect(outcome.result.words == "failed: stop")
    #expect(outcome.defined.map(\.id) == ["mine"])
    #expect(outcome.globals.map(\.name) == ["x"])
  }

  @Test func `decisions that ask for each other in a circle are refused`() throws {
    let prompt = try prompt()
    let text = try #require(
      try prompt.failure(
        "eligibility 'first' { instrument = 'grant', requires = { { 'x', function(e) return e:decision('second').eligible end } } }"
      ))
    #expect(text.contains("in a circle"))
    #expect(prompt.engine.eligibilities.versions(of: "first").first?.plugin == "example")
  }

  @Test func `a definition sees the session's variables and not the line's words`() throws {
    let prompt = try prompt()
    try prompt.run("factor = 2")
    try prompt.run(
      "indicator 'mine' { unit = '亿元', value = function(obs, at) return obs.output[at] * factor end }"
    )
    #expect(try prompt.values("value 'mine'", "factor = 3", "value 'mine'") == "1260亿元")
    for (word, advice) in [
      ("obs.output[at]", "take it as an argument, as in `function(obs, at) … end`"),
      ("value 'gap'", "use what `e`, `p`, `obs` and `at` give"),
    ] {
      try prompt.run("indicator 'bad' { unit = '亿元', value = function() return \(word) end }")
      #expect(try prompt.failure("value 'bad'")?.contains(advice) == true)
    }
  }

  @Test func `definitions and modules are for lines, and not for what they evaluate`() throws {
    let prompt = try prompt()
    try prompt.run(
      "indicator 'mine' { unit = '家', value = function() indicator('x') {} return quantity '1家' end }"
    )
    #expect(
      try prompt.failure("value 'mine'")?.contains(
        "definitions can only be made while the script is loaded") == true)
    #expect(try prompt.values("1") == "1")
  }

  @Test func `modules of plugins can be required, and are the session's own`() throws {
    let prompt = try prompt()
    #expect(try prompt.values("rates = require 'rates'", "rates.up(), rates.low") == "2, 2")
    #expect(try prompt.values("require('rates') == rates") == "true")
    #expect(
      try prompt.failure("require 'rate'") == """
        [4]:1:10: error: no plugin has a module `rate`
         1 | require 'rate'
           |          ^~~~
            = note: there are `rates` of `example`
            = help: did you mean `rates`?

        """)
    #expect(try prompt.failure("require '../x'")?.contains("stays inside the plugin") == true)
  }

  @Test func `what is missing for an indicator is named`() throws {
    let prompt = try prompt()
    prompt.period = "2023"
    #expect(
      try prompt.failure("value 'gap'")?.contains(
        "`gap` cannot be computed: there is no observation of `output` for 100 in 2022") == true)
    #expect(try prompt.values("value('gap', 2024), value('gap', at + 2)") == "100亿元, 20亿元")
  }

  @Test func `the globals of plugins are neither seen nor changed`() throws {
    let prompt = try TestPrompt("hidden = 1 function double(x) return x * 2 end")
    #expect(try prompt.values("hidden, double") == "nil, nil")
  }
}
