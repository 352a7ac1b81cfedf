// Plugins that replace definitions, and those that would shadow them.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Testing

@testable import Scripting

@Suite("A definition of another plugin")
struct ReplacingTests {
  /// A plugin with one script, `PLUGIN.lua`.
  private func plugin(_ id: String, extends: String? = nil, _ text: String) -> Plugin {
    Plugin(
      manifest: PluginManifest(
        id: id, title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100",
        extends: extends.map { .init(id: $0) }),
      scripts: [Script(path: "\(id).lua", bytes: [UInt8](text.utf8))])
  }

  private func grant(_ settings: String = "", id: String = "grant", pays: String = "1元") -> String {
    """
    eligibility "\(id)" { instrument = "grant", \(settings)
      requires = { { "any", function() return true end } },
      amount = function() return quantity "\(pays)" end,
    }
    """
  }

  private func engine(_ plugins: [Plugin]) throws -> ScriptEngine {
    try ScriptEngine(
      catalog: Sample.catalog, plugins: plugins,
      observations: ObservationStore(observations: [], sources: []))
  }

  private func findings(_ plugins: Plugin...) throws -> [String] {
    try (Sample.failure { _ = try engine(plugins) }?.findings ?? []).map { finding in
      "\(finding.span?.place ?? ""): \(finding.message)"
        + finding.notes.map { " (\($0))" }.joined() + (finding.suggestion.map { " → \($0)" } ?? "")
    }
  }

  @Test("is replaced on the days of the replacement, and holds on the others")
  func replaced() throws {
    let engine = try engine([
      plugin("city", grant()),
      plugin(
        "district", extends: "city",
        grant("replaces = \"grant\", from = \"2026-01-01\", to = \"2026-12-31\",", pays: "2元")),
    ])
    let versions = engine.eligibilities.versions(of: "grant")
    #expect(versions.map(\.plugin) == ["city", "city", "district"])
    #expect(
      versions.map(\.validity.description) == [
        "to 2025-12-31", "from 2027-01-01", "2026-01-01 to 2026-12-31",
      ])
    #expect(versions.last?.replaced?.plugin == "city")
    #expect(versions.last?.replaced?.span.place == "city.lua:1:14")
    for (year, pays) in [("2025", "1元"), ("2026", "2元"), ("2027", "1元")] {
      let moment = try Sample.moment(year)
      let facts = try engine.evaluate(
        engine.eligibilities.definition("grant", on: moment.date), on: Sample.subject(), at: moment)
      #expect(facts.computed == (try Sample.quantity(pays)))
    }
  }

  @Test("may be replaced again by a plugin that extends the replacing one")
  func twoGenerations() throws {
    let engine = try engine([
      plugin("city", grant()),
      plugin("district", extends: "city", grant("replaces = \"grant\",")),
      plugin("street", extends: "district", grant("replaces = \"grant\", from = \"2027-01-01\",")),
    ])
    #expect(
      engine.eligibilities.versions(of: "grant").map { "\($0.plugin) \($0.validity)" } == [
        "district to 2026-12-31", "street from 2027-01-01",
      ])
  }

  @Test("may be an indicator")
  func indicator() throws {
    let text = { (settings: String) in
      "indicator \"i\" { unit = \"家\", target = \"share_gap\", \(settings) value = function() end }"
    }
    let engine = try engine([
      plugin("city", text("")), plugin("district", extends: "city", text("replaces = \"i\",")),
    ])
    #expect(engine.indicators.all.map(\.plugin) == ["district"])
  }

  @Test("cannot be shadowed")
  func shadowing() throws {
    #expect(
      try findings(plugin("city", grant()), plugin("district", extends: "city", grant())) == [
        "district.lua:1:14: `grant` is already defined by the plugin `city` for the same days (that definition is at city.lua:1:14) → write `replaces = \"grant\"` to take its place, or choose another id"
      ])
  }

  @Test("that computes a target cannot be drowned out by another indicator")
  func sameTarget() throws {
    let text = { (id: String) in
      "indicator \"\(id)\" { unit = \"家\", target = \"share_gap\", value = function() end }"
    }
    #expect(
      try findings(plugin("city", text("a")), plugin("district", extends: "city", text("b"))) == [
        "district.lua:1:12: the target `share_gap` already has the indicator `a` of the plugin `city` (that definition is at city.lua:1:12) → write `indicator \"a\"` with `replaces = \"a\"`, or leave out `target`"
      ])
  }

  @Test("can only be replaced where there is one")
  func nothing() throws {
    #expect(
      try findings(
        plugin("city", grant()),
        plugin("district", extends: "city", grant("replaces = \"grent\",", id: "grent"))) == [
          "district.lua:1:45: there is no `grent` to replace → did you mean `grant`?"
        ])
    #expect(
      try findings(
        plugin("city", grant("to = \"2025-12-31\",")),
        plugin(
          "district", extends: "city", grant("replaces = \"grant\", from = \"2026-01-01\","))) == [
          "district.lua:1:45: there is no `grant` to replace on the days of this one (from 2026-01-01) (it holds on these days: to 2025-12-31) → remove `replaces`, or give this one other days"
        ])
  }

  @Test("keeps its id")
  func otherID() throws {
    #expect(
      try findings(
        plugin("city", grant()),
        plugin("district", extends: "city", grant("replaces = \"grant\",", id: "own"))
      ).first
        == "district.lua:1:43: `own` cannot replace `grant` (a replacement keeps the id, so that whatever asks for it finds it) → write `eligibility \"grant\"`"
    )
  }

  @Test("can only be replaced by a plugin that extends its own")
  func notExtended() throws {
    #expect(
      try findings(plugin("city", grant()), plugin("district", grant("replaces = \"grant\","))) == [
        "district.lua:1:45: `grant` is defined by the plugin `city`, which `district` does not extend (that definition is at city.lua:1:14) → write `extends: city` in its plugin.yaml"
      ])
  }

  @Test("cannot be replaced by two plugins")
  func twice() throws {
    #expect(
      try findings(
        plugin("city", grant()), plugin("a", extends: "city", grant("replaces = \"grant\",")),
        plugin("b", extends: "city", grant("replaces = \"grant\","))) == [
          "b.lua:1:45: `grant` is already replaced by the plugin `a` on the same days (that replacement is at a.lua:1:14) → let one of the two plugins replace it, or extend `a`"
        ])
  }
}

@Suite("Decisions that ask for each other in a circle")
struct DecisionCircleTests {
  private func asking(_ id: String, _ others: String..., settings: String = "") -> String {
    let asks = others.map { "e:decision(\($0.hasPrefix("x") ? $0 : "\"\($0)\"")).eligible" }
    return """
      eligibility "\(id)" { instrument = "grant", \(settings)
        requires = { { "c", function(e) return \((asks + ["true"]).joined(separator: " and ")) end } },
      }

      """
  }

  private func findings(_ scripts: String...) throws -> [String] {
    let paths = zip("abc", scripts).map { (path: "\($0).lua", text: $1) }
    let failure = try Sample.failure {
      _ = try ScriptEngine(
        catalog: Sample.catalog, plugins: [Sample.plugin(paths)],
        observations: ObservationStore(observations: [], sources: []))
    }
    return (failure?.findings ?? []).map { finding in
      "\(finding.span?.place ?? ""): \(finding.message)"
        + finding.notes.map { " (\($0))" }.joined()
    }
  }

  @Test("are refused before anything runs, with every place")
  func circle() throws {
    #expect(
      try findings(
        asking("one", "two"), asking("two", "free", "three"),
        asking("three", "one") + asking("free"))
        == [
          "a.lua:2:54: decisions ask for each other in a circle: one → two → three → one (`two` asks for `three` at b.lua:2:86) (`three` asks for `one` at c.lua:2:54)"
        ])
    #expect(
      try findings(asking("self", "self")) == [
        "a.lua:2:54: decisions ask for each other in a circle: self → self"
      ])
  }

  @Test("are only those that hold on one day")
  func days() throws {
    #expect(
      try findings(
        asking("one", "two", settings: "to = \"2025-12-31\","),
        asking("two", "one", settings: "from = \"2026-01-01\",")) == [])
    #expect(
      try findings(
        asking("one", "two", settings: "to = \"2026-01-01\","),
        asking("two", "one", settings: "from = \"2026-01-01\",")
      ).count == 1)
  }

  @Test("are not suspected where an id is computed, quoted or in a comment")
  func innocent() throws {
    #expect(try findings(asking("one", "x"), "x = \"one\"") == [])
    #expect(try findings("-- e:decision(\"one\")\n" + asking("one")) == [])
    #expect(
      try findings(asking("one").replacing("true", with: "e:decision(\"on\" .. \"e\").eligible"))
        == [])
    #expect(try findings(asking("one", "two"), asking("two")) == [])
  }
}
