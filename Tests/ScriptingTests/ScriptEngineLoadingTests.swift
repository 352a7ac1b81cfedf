// From scripts to definitions, and every mistake on the way.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

@Suite struct LoadingTests {
  @Test func readsAnEligibility() throws {
    let engine = try Sample.engine(
      """
      -- a comment
      eligibility "my_grant" {
        instrument = "grant",
        from = "2025-01-01",
        to = "2030-12-31",
        requires = {
          { "is small", zh = "小型", function(e) return e.size == "small" end },
          {
            "has a floor",
            function(e, p) return true end,
          },
        },
        amount = function(e, p) return e.spend * p.rate end,
      }
      """)
    let definition = try #require(engine.eligibilities.all.first)
    #expect(engine.eligibilities.ids == ["my_grant"])
    #expect(definition.instrument.id == "grant")
    #expect(definition.paysAmount)
    #expect(definition.validity.from?.description == "2025-01-01")
    #expect(definition.validity.to?.description == "2030-12-31")
    #expect(definition.span.place == "a.lua:2:14")
    #expect(
      definition.conditions.map(\.title)
        == [Title(zh: "小型", en: "is small"), Title(zh: "has a floor", en: "has a floor")])
    #expect(definition.conditions.map(\.span.line) == [7, 9])
  }

  @Test func takesTheInstrumentOfTheSameNameWhenNoneIsGiven() throws {
    let engine = try Sample.engine(
      #"eligibility "slots" { requires = { { "always", function() return true end } } }"#)
    let definition = try #require(engine.eligibilities.all.first)
    #expect(definition.instrument.id == "slots")
    #expect(!definition.paysAmount)
  }

  @Test func readsAnIndicator() throws {
    let engine = try Sample.engine(
      """
      indicator "gap" { target = "share_gap", unit = "个百分点", value = function() end }
      indicator "plain" { unit = "家", value = function() end }
      """)
    #expect(engine.indicators.all.map(\.id) == ["gap", "plain"])
    #expect(engine.indicators.all.map(\.target) == ["share_gap", nil])
    #expect(engine.indicators.all.map(\.unit.symbol) == ["个百分点", "家"])
  }

  @Test func keepsDefinitionsInTheOrderOfFiles() throws {
    let text = { (id: String) in
      "indicator \"\(id)\" { unit = \"家\", value = function() end }\n"
    }
    let engine = try Sample.engine(text("z"), text("b") + text("a"))
    #expect(engine.indicators.ids == ["z", "b", "a"])
    #expect(engine.indicators.all.map(\.span.file.path) == ["a.lua", "b.lua", "b.lua"])
  }

  @Test func pointsAtEachVersionOfADatedDefinition() throws {
    let engine = try Sample.engine(
      """
      -- about indicator "x"
      indicator "x" { unit = "家", to = "2025-12-31", value = function() end }
      indicator "x" { unit = "家", from = "2026-01-01", value = function() end }
      """)
    #expect(engine.indicators.all.map(\.span.line) == [2, 3])
  }

  private static let one = "requires = { { \"c\", function() return true end } }"

  @Test(arguments: [
    (
      "eligibility \"X-1\" { instrument = \"grant\", \(one) }",
      [
        "`X-1` is not an id → use lower-case letters, digits and underscores, beginning with a letter"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grnt\", \(one) }",
      ["there is no instrument `grnt` in the catalogue → did you mean `grant`?"]
    ),
    (
      "eligibility \"x\" { instrument = 5, \(one) }",
      ["`instrument` must be a text, not the number 5"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\" }",
      [
        "eligibility `x` has no `requires` → add the list of conditions, such as"
          + " `requires = { { \"…\", function(e) … end } }`"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = {} }",
      ["`requires` must be a list of conditions, not a table"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { 7 } }",
      [
        "`requires` must be a condition `{ \"label\", zh = \"…\", function(e, p, at) … end }`,"
          + " not the number 7"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\" } } }",
      [
        "condition 1 of `x` has no function → write"
          + " `{ \"label\", zh = \"…\", function(e, p, at) return … end }`"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { function() end } } }",
      [
        "condition 1 of `x` has no label → write"
          + " `{ \"label\", zh = \"…\", function(e, p, at) return … end }`"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\", type, type } } }",
      ["a condition has no `3`"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\", en = \"d\", type } } }",
      ["a condition has no `en`"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\", zh = 5, type } } }",
      ["`zh` must be a text, not the number 5"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\", type }, { \"c\", type } } }",
      ["two conditions are called `c` → give one of them another label"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", \(one), amount = 5 }",
      ["`amount` must be a function, not the number 5"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", \(one), ammount = type }",
      ["an eligibility has no `ammount` → did you mean `amount`?"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", \(one), from = \"2026\" }",
      ["`from` is not a date: expected `-`, found the end → write it as `from = \"2026-01-01\"`"]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", \(one), from = \"2026-02-02\", to = \"2026-02-01\" }",
      ["`to` (2026-02-01) is before `from` (2026-02-02)"]
    ),
    (
      "indicator \"x\" { value = type }",
      ["indicator `x` has no `unit` → add the unit of its value, such as `unit = \"%\"`"]
    ),
    ("indicator \"x\" { unit = 5, value = type }", ["`unit` must be a text, not the number 5"]),
    (
      "indicator \"x\" { unit = \"家\" }",
      ["indicator `x` has no `value` → add `value = function(obs, at) … end`"]
    ),
    (
      "indicator \"x\" { unit = \"家\", value = 1.5 }",
      ["`value` must be a function, not a floating-point number"]
    ),
    (
      "indicator \"x\" { unit = \"个百份点\", value = type }",
      ["there is no unit `个百份点` in the catalogue → did you mean `个百分点`?"]
    ),
    (
      "indicator \"x\" { unit = \"英里\", value = type }",
      [
        "there is no unit `英里` in the catalogue → known here: `%`, `‰`, `万元`, `个百分点`, `亿元`,"
          + " `位`, `元`, `家`"
      ]
    ),
    (
      "indicator \"x\" { target = \"sharegap\", unit = \"%\", value = type }",
      ["there is no target `sharegap` in the catalogue → did you mean `share_gap`?"]
    ),
    ("indicator(5)", ["`indicator` needs an id → write `indicator \"my_id\" { … }`"]),
    ("indicator \"x\" (5)", ["indicator \"x\" needs a table → write `indicator \"x\" { … }`"]),
    ("local x = = 1", ["unexpected symbol near '='"]),
    (
      "undefined_function()",
      [
        "nothing is called `undefined_function` → define it above, as in `local undefined_function = …`"
      ]
    ),
    (
      "eligibility \"x\" { instrument = \"grant\", requires = { { \"c\", function(e)"
        + " return e.size == \"big\" end } } }",
      ["`size` is never `big` → known here: `large`, `small`"]
    ),
  ])
  func saysWhatIsWrong(script: String, expected: [String]) throws {
    let problems = try Sample.problems { _ = try Sample.engine(script) }
    #expect(problems == expected)
  }

  @Test func collectsTheMistakesOfAllScripts() throws {
    let failure = try Sample.failure {
      _ = try Sample.engine(
        "local = 1",
        "eligibility \"a\" { instrument = \"grnt\", amount = 1, floor = 2 }",
        "indicator \"b\" { target = \"nothing\" }")
    }
    #expect(
      failure?.findings.map(\.message) == [
        "<name> expected near '='",
        "an eligibility has no `floor`",
        "there is no instrument `grnt` in the catalogue",
        "eligibility `a` has no `requires`",
        "`amount` must be a function, not the number 1",
        "there is no target `nothing` in the catalogue",
        "indicator `b` has no `unit`",
        "indicator `b` has no `value`",
      ])
  }

  @Test func refusesTwoVersionsForOneDay() throws {
    let text = { (dates: String) in
      "indicator \"x\" { unit = \"家\", \(dates) value = function() end }\n"
    }
    let failure = try Sample.failure {
      _ = try Sample.engine(text("to = \"2026-01-01\","), text("from = \"2026-01-01\","))
    }
    #expect(failure?.findings.map(\.message) == ["`x` is defined twice for the same days"])
    #expect(failure?.findings.first?.span?.place == "b.lua:1:12")
    #expect(failure?.findings.first?.notes == ["the other definition is at a.lua:1:12"])
  }

  @Test func acceptsOneIdForAnEligibilityAndAnIndicator() throws {
    let engine = try Sample.engine(
      "indicator \"x\" { unit = \"家\", value = function() end }",
      "eligibility \"x\" { instrument = \"grant\", \(Self.one) }")
    #expect(engine.indicators.ids == engine.eligibilities.ids)
  }

  @Test func pointsAtTheMistake() throws {
    let failure = try Sample.failure {
      _ = try Sample.engine("eligibility \"x\" {\n  instrument = \"grnt\",\n  \(Self.one) }")
    }
    #expect(failure?.findings.map { $0.span?.place } == ["a.lua:2:17"])
  }

  @Test func refusesTextThatIsNotUTF8() throws {
    let plugin = Plugin(
      manifest: Sample.plugin([]).manifest, scripts: [Script(path: "a.lua", bytes: [0x2D, 0xFF])])
    let problems = try Sample.problems {
      _ = try ScriptEngine(
        catalog: try Sample.catalog, plugins: [plugin],
        observations: ObservationStore(observations: [], sources: []))
    }
    #expect(
      problems == [
        "this is not UTF-8 text: the byte 0xFF cannot stand here → save the file in the encoding UTF-8"
      ])
  }

  @Test func stopsAtOnceWhenALimitIsHit() throws {
    let failure = try Sample.failure {
      _ = try Sample.engine(
        "while true do end", "local = 1", limits: LuaLimits(instructions: 100_000))
    }
    #expect(failure?.kind == .limit)
    #expect(failure?.findings.map(\.code) == ["script.limit"])
  }

  @Test func refusesDefinitionsOnceScriptsAreLoaded() throws {
    let problems = try Sample.problems {
      _ = try Sample.facts("indicator \"late\" { unit = \"家\" } return true")
    }
    #expect(problems == ["definitions can only be made while the script is loaded"])
  }
}
