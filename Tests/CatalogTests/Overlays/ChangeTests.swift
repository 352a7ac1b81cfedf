// What plugins may change, and on which days.

import Catalog
import CatalogTestSupport
import Diagnostics
import Quantities
import Testing

@Suite("A change of a parameter")
struct ChangeTests {
  private func change(_ parameter: String, _ setting: String) -> CatalogOverlay {
    overlay(
      """
      parameters:
        grant:
          \(parameter): { \(setting), clause: 滨江办〔2025〕1号第三条 }
      """)
  }

  @Test(
    "keeps to what the catalogue's rule allows",
    arguments: [
      (
        "cap", "value: 500万元",
        ["500万元 2025-01-01 to 2025-12-31 by district", "500万元 from 2026-01-01 by district"]
      ),
      (
        "cap", "value: 600万元",
        ["600万元 2025-01-01 to 2025-12-31 by district", "600万元 from 2026-01-01 by district"]
      ),
      ("rate", "value: 0%", ["0% always by district"]),
      ("rate", "value: 5%", ["5% always by district"]),
      ("amount", "value: 20万元", ["20万元 always by district"]),
      (
        "amount", "versions: [{ value: 20万元, from: 2026-01-01 }]",
        ["20万元 from 2026-01-01 by district"]
      ),
    ])
  func allowed(parameter: String, setting: String, versions: [String]) throws {
    let catalog = try SmallCatalog.load().applying([change(parameter, setting)])
    #expect(catalog.versions("grant", parameter) == versions)
  }

  @Test(
    "replaces the value on its own days and leaves the others",
    arguments: [
      (
        "versions: [{ value: 700万元, from: 2025-07-01, to: 2026-06-30 }]",
        [
          "500万元 2025-01-01 to 2025-06-30", "700万元 2025-07-01 to 2025-12-31 by district",
          "700万元 2026-01-01 to 2026-06-30 by district", "400万元 from 2026-07-01",
        ]
      ),
      (
        "versions: [{ value: 450万元, from: 2026-01-01 }]",
        ["500万元 2025-01-01 to 2025-12-31", "450万元 from 2026-01-01 by district"]
      ),
      (
        "versions: [{ value: 600万元, to: 2025-06-30 }, { value: 700万元, from: 2027-01-01 }]",
        [
          "600万元 2025-01-01 to 2025-06-30 by district", "500万元 2025-07-01 to 2025-12-31",
          "400万元 2026-01-01 to 2026-12-31", "700万元 from 2027-01-01 by district",
        ]
      ),
    ])
  func days(setting: String, versions: [String]) throws {
    let catalog = try SmallCatalog.load().applying([change("cap", setting)])
    #expect(catalog.versions("grant", "cap") == versions)
  }

  @Test(
    "is refused beyond the rule, with the rule and its place",
    arguments: [
      (
        "floor", "value: 900万元",
        "district.yaml:3:5: `floor` of `grant` is fixed (the catalogue's rule is `fixed`, at instruments.yaml:9:7) → remove the change: nothing may be set here"
      ),
      (
        "cap", "value: 499万元",
        "district.yaml:3:19: `cap` of `grant` may only be raised, and 499万元 is below 500万元 (2025-01-01 to 2025-12-31) (the catalogue's rule is `may_raise`, at instruments.yaml:12:7) → set it to 500万元 or more, or leave it as it is"
      ),
      (
        "rate", "value: 5.01%",
        "district.yaml:3:20: `rate` of `grant` must stay within [0%, 5%], and 5.01% does not (the catalogue's rule is `within: [0%, 5%]`, at instruments.yaml:10:7) → set it to 0% or more and 5% or less"
      ),
      (
        "amount", "value: 20家",
        "district.yaml:3:22: `amount` of `grant` is in `元`, and 20家 is not (the catalogue's rule is `open`, at instruments.yaml:11:7) → give the value in `元`"
      ),
      (
        "cap", "versions: [{ value: 900万元, from: 2024-01-01 }]",
        "district.yaml:3:32: the catalogue has no value of `cap` of `grant` to change on the days 2024-01-01 to 2024-12-31 (the catalogue's rule is `may_raise`, at instruments.yaml:12:7) → keep to the days of the catalogue's values: 500万元 (2025-01-01 to 2025-12-31), 400万元 (from 2026-01-01)"
      ),
      (
        "cap", "versions: [{ value: 900万元, to: 2024-12-31 }]",
        "district.yaml:3:32: the catalogue has no value of `cap` of `grant` to change on the days to 2024-12-31 (the catalogue's rule is `may_raise`, at instruments.yaml:12:7) → keep to the days of the catalogue's values: 500万元 (2025-01-01 to 2025-12-31), 400万元 (from 2026-01-01)"
      ),
    ])
  func refused(parameter: String, setting: String, finding: String) throws {
    #expect(try SmallCatalog.findings(applying: change(parameter, setting)) == [finding])
  }

  @Test("may lower what may be lowered, and no more")
  func lowering() throws {
    let text = try #require(SmallCatalog.texts["instruments"])
    let catalog = try SmallCatalog.load([
      "instruments": text.replacing("local: may_raise", with: "local: may_lower")
    ])
    let lower = try catalog.applying([change("cap", "value: 300万元")])
    #expect(lower.instruments["grant"]?.parameter("cap")?.versions.count == 2)
    #expect(throws: (any Error).self) {
      try catalog.applying([change("cap", "versions: [{ value: 401万元, from: 2026-01-01 }]")])
    }
  }

  @Test("leaves the catalogue it starts from as it was")
  func purity() throws {
    let city = try SmallCatalog.load()
    let district = try city.applying([change("amount", "value: 20万元")])
    #expect(city.instruments["grant"]?.parameter("amount")?.isOpen == true)
    #expect(district.instruments["grant"]?.parameter("amount")?.isOpen == false)
  }

  @Test("is recorded with its plugin, clause, figure and permission")
  func record() throws {
    let catalog = try SmallCatalog.load().applying([change("cap", "value: 600万元, figure: 六百万元")])
    let change = try #require(catalog.instruments["grant"]?.parameter("cap")?.change)
    #expect(change.plugin == "district")
    #expect(change.clause == "滨江办〔2025〕1号第三条")
    #expect(change.figure == "六百万元")
    #expect(change.permission == .mayRaise)
    #expect(change.before.map(\.value.description) == ["500万元", "400万元"])
    #expect(change.span.place == "district.yaml:3:5")
  }

  @Test("leaves an open parameter open on the days before it is filled")
  func openBefore() throws {
    let catalog = try SmallCatalog.load().applying([
      change("amount", "versions: [{ value: 20万元, from: 2026-01-01 }]")
    ])
    let amount = try #require(catalog.instruments["grant"]?.parameter("amount"))
    let before = try #require(CalendarDate(year: 2025, month: 12, day: 31))
    #expect(amount.isOpen(on: before))
    #expect(!amount.isOpen(on: try #require(before.addingDays(1))))
  }

  @Test("of one parameter by two plugins is refused with both places")
  func twoPlugins() throws {
    let text = "parameters:\n  grant:\n    cap: { value: 600万元, clause: 第一条 }"
    #expect(
      try SmallCatalog.findings(
        applying: overlay(text, plugin: "wide"), overlay(text, plugin: "narrow")) == [
          "narrow.yaml:3:5: `cap` of `grant` is already changed by the plugin `wide` (that change is at wide.yaml:3:5) → let one of the two make the change"
        ])
  }

  @Test("in two files of one plugin is refused with both places")
  func twoFiles() throws {
    let bytes = [UInt8]("parameters:\n  grant:\n    cap: { value: 600万元, clause: 第一条 }".utf8)
    let files = ["a.yaml", "b.yaml"].map { CatalogFile(path: $0, bytes: bytes) }
    #expect(
      try SmallCatalog.findings(applying: CatalogOverlay(plugin: "district", files: files)) == [
        "b.yaml:3:5: `cap` of `grant` is already changed by the plugin `district` (that change is at a.yaml:3:5) → let one of the two make the change"
      ])
  }

  @Test(
    "with a mistake is reported where it stands",
    arguments: [
      (
        "  grants: {}",
        "district.yaml:2:3: there is no instrument `grants` → did you mean `grant`?"
      ),
      (
        "  grant: { caps: { value: 600万元, clause: 一 } }",
        "district.yaml:2:12: the instrument `grant` has no parameter `caps` (it is declared at instruments.yaml:2:9) → did you mean `cap`?"
      ),
      (
        "  grant: { cap: { value: 600万元 } }",
        "district.yaml:2:17: `clause` is missing in a change of a parameter"
      ),
      (
        "  grant: { cap: { clause: 一 } }",
        "district.yaml:2:17: a change needs a `value`, a `scale` or `versions` → say what `cap` is set to"
      ),
      (
        "  grant: { cap: { value: 600万元, clause: 一, local: open } }",
        "district.yaml:2:44: unknown key `local` in a change of a parameter → known here: `clause`, `figure`, `scale`, `value`, `versions`"
      ),
    ])
  func mistakes(text: String, finding: String) throws {
    #expect(try SmallCatalog.findings(applying: overlay("parameters:\n" + text)) == [finding])
  }
}
