// What a catalogue holds once it is loaded.

import Catalog
import CatalogTestSupport
import Diagnostics
import Quantities
import Testing

@Suite("A loaded catalogue")
struct CatalogLoadTests {
  let catalog: Catalog

  init() throws {
    catalog = try SmallCatalog.load()
  }

  @Test("says what it is")
  func header() {
    #expect(catalog.header.id == "example")
    #expect(catalog.header.version == "1.0.0")
    #expect(catalog.header.area == "100")
    #expect(catalog.header.vintages.map(\.name) == ["draft", "adopted"])
    #expect(catalog.header.vintages.map(\.date?.description) == [nil, "2024-10-15"])
  }

  @Test("keeps the order of its files and finds entries by id or number")
  func lookups() {
    #expect(catalog.targets.ids == ["output", "best_place", "gap"])
    #expect(catalog.targets["gap"]?.measure == 2)
    #expect(catalog.targets["missing"] == nil)
    #expect(catalog.measure(2)?.title.en == "Firms")
    #expect(catalog.measure(3) == nil)
    #expect(catalog.chapter(0)?.clause == "")
    #expect(catalog.departments["finance"]?.title.zh == "财政局")
    #expect(catalog.areas["100"]?.parent == "CN")
    #expect(catalog.areas["100"]?.to == CalendarDate(year: 2030, month: 12, day: 31))
    #expect(catalog.narrative.map(\.words) == ["五大产业"])
  }

  @Test("keeps where an entry is declared")
  func spans() {
    #expect(catalog.targets["best_place"]?.span.place == "targets.yaml:17:9")
    #expect(catalog.targets["best_place"]?.span.length == 10)
    #expect(catalog.targets["output"]?.vintage("adopted")?.span.place == "targets.yaml:12:17")
    #expect(catalog.instruments["grant"]?.parameter("rate")?.span.place == "instruments.yaml:10:7")
  }

  @Test("holds exact values in the base of their dimension")
  func values() {
    let draft = catalog.targets["output"]?.vintage("draft")
    let adopted = catalog.targets["output"]?.vintage("adopted")
    #expect(draft?.comparator == .more)
    #expect(draft?.value.value == ExactDecimal(50_000_000_000))
    #expect(draft?.value.description == "500亿元")
    #expect(draft?.tolerance == nil)
    #expect(adopted?.comparator == .about)
    #expect(adopted?.wording == "")
    #expect(adopted?.tolerance?.description == "5000万元")
    #expect(adopted?.milestones.map(\.due) == [2025])
    #expect(adopted?.milestones.map(\.value.description) == ["550亿元"])
    #expect(catalog.targets["gap"]?.reference == Title(zh: "全国", en: "nation"))
    #expect(catalog.targets["gap"]?.vintage("adopted") == nil)
  }

  @Test("knows what a district may do with each parameter")
  func parameters() throws {
    let grant = try #require(catalog.instruments["grant"])
    #expect(grant.parameters.map(\.name) == ["floor", "rate", "amount", "cap"])
    #expect(grant.parameter("floor")?.local == .fixed)
    #expect(grant.parameter("cap")?.local == .mayRaise)
    let none = try Quantity(parsing: "0%", units: catalog.units)
    let five = try Quantity(parsing: "5%", units: catalog.units)
    #expect(grant.parameter("rate")?.local == .within(none, five))
    let amount = try #require(grant.parameter("amount"))
    #expect(amount.isOpen)
    #expect(amount.figure == nil)
    #expect(amount.unit.symbol == "元")
  }

  @Test(
    "knows on which days a version of a parameter holds",
    arguments: [
      (2024, 12, 31, nil), (2025, 1, 1, "500万元"), (2025, 12, 31, "500万元"),
      (2026, 1, 1, "400万元"), (2099, 1, 1, "400万元"),
    ])
  func versions(year: Int, month: Int, day: Int, value: String?) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    let cap = try #require(catalog.instruments["grant"]?.parameter("cap"))
    #expect(cap.versions.first { $0.holds(on: date) }?.value.description == value)
  }

  @Test("types the fields of its subjects")
  func fields() throws {
    let firm = try #require(catalog.subjects["firm"])
    #expect(firm.key == "code")
    #expect(firm.position(of: "exporter") == 3)
    guard case .quantity(let unit)? = firm.field("spend")?.type else {
      Issue.record("spend is not a quantity")
      return
    }
    #expect(unit.symbol == "元")
    guard case .enumeration(let sizes)? = firm.field("size")?.type else {
      Issue.record("size is not an enumeration")
      return
    }
    #expect(sizes.map(\.value) == ["large", "small"])
  }

  @Test("reads numbers and yes or no of YAML as the text that is written")
  func plainTexts() throws {
    let departments = "departments:\n  - { id: finance, zh: 007, en: no }"
    let catalog = try SmallCatalog.load(["departments": departments])
    #expect(catalog.departments["finance"]?.title == Title(zh: "007", en: "no"))
  }

  @Test("takes the tolerance of a ratio in percentage points")
  func toleranceInPoints() throws {
    let targets = """
      targets:
        - id: share
          title: { zh: 占比, en: Share }
          chapter: 1
          nature: level
          due: 2027
          vintages:
            draft: { figure: 60%, comparator: "~", value: 60%, tolerance: 1个百分点 }
      """
    let target = try SmallCatalog.load(["targets": targets]).targets["share"]
    #expect(target?.vintage("draft")?.tolerance?.value == (try ExactDecimal(parsing: "0.01")))
  }

  @Test("may have series of plain numbers")
  func plainSeries() throws {
    let series = """
      series:
        - { id: output, title: { zh: 甲, en: A }, unit: "", kind: index, prices: none, frequency: year }
      """
    let catalog = try SmallCatalog.load(["series": series, "targets": "targets: []"])
    #expect(catalog.series["output"]?.unit.isPlain == true)
  }

  @Test("may have files without entries")
  func emptyLists() throws {
    let catalog = try SmallCatalog.load([
      "targets": "targets: []", "instruments": "instruments: []", "subjects": "subjects: []",
      "series": "series: []", "narrative": "narrative: []",
    ])
    #expect(catalog.targets.isEmpty)
    #expect(catalog.instruments["grant"] == nil)
  }
}
