// The suites of a new plugin, with the figures that it really pays.

import Catalog
import DataSources
import Evaluation
import Quantities
import Scripting

extension PluginTemplate {
  /// The suites, with what the finished plugin decides in a workspace.
  func suites(in workspace: Workspace) -> [TextFile] {
    let search = ExampleSearch(
      evaluator: workspace.evaluator, catalog: workspace.catalog, moment: choices.moment)
    return file("tests/changes_test.lua", changesSuite(search))
      + file("tests/\(names.match)_test.lua", matchSuite(search))
      + file("tests/\(names.rent)_test.lua", rentSuite(search))
      + file("tests/\(names.change)_test.lua", changeSuite)
  }

  // MARK: Changes

  private func changesSuite(_ search: ExampleSearch) -> String? {
    let settings = [choices.filled, choices.raised].compactMap(\.self)
    var suites: [String] = []
    var seen: Set<String> = []
    for id in settings.compactMap(\.eligibility) where seen.insert(id).inserted {
      guard let subject = subjects[id] else { continue }
      var cases = SuiteText(id, on: subject, search)
      cases.add("can be paid", subject)
      if let most = search.variant(of: subject, id, where: { $0.cappedBy != nil }) {
        cases.add("is paid up to the cap", most.subject)
      }
      suites.append(cases.text)
    }
    guard !suites.isEmpty else { return nil }
    return """
      -- What the changes in catalog/changes.yaml come to. Each amount is what is paid with the example's figures:
      -- with your own, `yardstick test` shows what changes, and this file says what you expect.

      \(suites.joined(separator: "\n"))
      """
  }

  // MARK: Match

  private func matchSuite(_ search: ExampleSearch) -> String? {
    guard let matched, let own = choices.own else { return nil }
    let id = matched.definition.id
    var here = matched.subject
    if let place = own.place { here[place] = .area(manifest.area) }
    var cases = SuiteText(names.match, on: here, search)
    cases.add("adds its share", here)
    if let other = search.variant(of: matched.subject, id, where: { $0.status == .ineligible }) {
      cases.add(
        "nothing to match", here.with(other.subject[other.field.name], for: other.field.name))
    }
    if let unknown = search.undetermined(from: matched.subject, id) {
      cases.add("not known whether there is", here.with(.missing, for: unknown.field.name))
    }
    addPlaces(to: &cases, from: here)
    return """
      -- `given` holds for every case, and a case lays its own over it; `missing` is what is not known.
      -- A good suite has each condition met, unmet and unknown: `yardstick test --coverage text` says what lacks.

      \(cases.text)
      """
  }

  // MARK: Own instrument

  private func rentSuite(_ search: ExampleSearch) -> String? {
    guard let own = choices.own else { return nil }
    func paying(_ yuan: Int) -> FieldValue {
      .quantity(Quantity(value: ExactDecimal(yuan), unit: own.money))
    }
    // The field is new, so the kind is that of the finished plugin.
    guard let kind = search.catalog.subjects[own.kind.id] else { return nil }
    var here = ExampleSubject(of: kind).with(paying(100_000), for: names.rent)
    if let place = own.place { here[place] = .area(manifest.area) }
    var cases = SuiteText(names.rent, on: here, search)
    cases.add("a share of the rent", here)
    cases.add("no more than the cap", here.with(paying(100_000_000), for: names.rent))
    cases.add("no rent", here.with(paying(0), for: names.rent))
    cases.add("rent not known", here.with(.missing, for: names.rent))
    addPlaces(to: &cases, from: here)
    return """
      -- The plugin's own instrument, and the module that it uses.

      local shared = require "shared"

      \(cases.text)
      -- Modules are tested with free code.
      test "rent counts up to a limit" (function()
        expect(shared.rent_that_counts(quantity "1元")):is(quantity "1元")
        expect(shared.rent_that_counts(shared.highest_rent + quantity "1元")):is(shared.highest_rent)
      end)

      """
  }

  private func addPlaces(to cases: inout SuiteText, from here: ExampleSubject) {
    guard let own = choices.own, let place = own.place else { return }
    cases.add("elsewhere", here.with(.area(own.elsewhere), for: place))
    cases.add("place not known", here.with(.missing, for: place))
  }

  // MARK: Indicator

  private var changeSuite: String? {
    guard let observed = choices.observed else { return nil }
    let unit = observed.series.unit
    let values = [ExactDecimal(10), 12].compactMap { try? Quantity(amount: $0, unit: unit) }
    guard let change = try? Quantity(amount: 2, unit: changeUnit(of: observed.series)),
      values.count == 2
    else { return nil }
    let year = choices.moment.year
    let area = observed.area == manifest.area ? "" : ", area = \(LuaText.quoted(observed.area))"
    func row(_ year: Int, _ value: Quantity) -> String {
      "{ series = \"\(observed.series.id)\"\(area), period = \(year), value = "
        + "\(LuaText.quoted("\(value)")) }"
    }
    return """
      -- `observations` stand in place of the workspace's, so that the suite stays the same when figures are published.

      suite "\(names.change)" {
        at = \(year),
        observations = {
          \(row(year - 1, values[0])),
          \(row(year, values[1])),
        },
        { "the change over a year", expect = { value = \(LuaText.quoted("\(change)")) } },
        { "the year before is not published",
          observations = { \(row(year, values[1])) },
          expect = { value = missing } },
      }

      """
  }
}
