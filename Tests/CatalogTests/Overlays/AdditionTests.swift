// What plugins may add: fields, instruments, groups.

import Catalog
import CatalogTestSupport
import Quantities
import Testing

private let match = """
  instruments:
    - id: match
      title: { zh: 配套, en: Match }
      measure: 1
      subject: firm
      kind: subsidy
      frequency: yearly
      clause: 滨江办〔2025〕1号第四条
      split: { city: 60%, district: 40% }
      parameters:
        rate: { title: { zh: 比例, en: rate }, value: 50%, figure: 50%, local: fixed }
  """

@Suite("An addition to a catalogue")
struct AdditionTests {
  @Test("of a field stands after the fields that are there")
  func field() throws {
    let catalog = try SmallCatalog.load().applying([
      overlay("subjects:\n  firm:\n    - { name: park, title: { zh: 园区, en: Park }, type: text }")
    ])
    let firm = try #require(catalog.subjects["firm"])
    #expect(firm.fields.map(\.name) == ["code", "spend", "size", "exporter", "park"])
    #expect(firm.fields.map(\.plugin) == [nil, nil, nil, nil, "district"])
  }

  @Test("of an instrument says which plugin and which clause it comes from")
  func instrument() throws {
    let catalog = try SmallCatalog.load().applying([overlay(match)])
    let added = try #require(catalog.instruments["match"])
    #expect(catalog.instruments.ids == ["grant", "match"])
    #expect(added.addition?.plugin == "district")
    #expect(added.addition?.clause == "滨江办〔2025〕1号第四条")
    #expect(added.split.map { "\($0.payer) \($0.share)" } == ["city 60%", "district 40%"])
    #expect(catalog.instruments["grant"]?.addition == nil)
  }

  @Test("of a group may name the plugin's own instruments")
  func group() throws {
    let text =
      match + """

        groups:
          - id: research
            title: { zh: 研发, en: Research }
            clause: 第五条
            rule: cap
            cap: 800万元
            members: [match, grant]
        """
    let group = try #require(try SmallCatalog.load().applying([overlay(text)]).groups["research"])
    #expect(group.members == ["match", "grant"])
    #expect(group.plugin == "district")
    guard case .cap(let cap) = group.rule else {
      Issue.record("the rule is not a cap")
      return
    }
    #expect(cap.description == "800万元")
  }

  @Test("may be made by one plugin on another's")
  func chain() throws {
    let change = """
      groups:
        - { id: both, title: { zh: 甲, en: A }, clause: 一, rule: highest_only, members: [grant, match] }
      """
    let catalog = try SmallCatalog.load().applying([
      overlay(match, plugin: "wide"), overlay(change, plugin: "narrow"),
    ])
    #expect(catalog.groups.map(\.plugin) == ["narrow"])
    #expect(catalog.groups["both"]?.rule == .highestOnly)
  }

  @Test(
    "that shadows something is refused with both places",
    arguments: [
      (
        match.replacing("id: match", with: "id: grant"),
        "district.yaml:2:9: the instrument `grant` is declared twice (first at instruments.yaml:2:9) → rename or remove one of the two"
      ),
      (
        "subjects:\n  firm:\n    - { name: spend, title: { zh: 甲, en: A }, type: text }",
        "district.yaml:3:15: the field `spend` is declared twice (first at subjects.yaml:7:17) → rename or remove one of the two"
      ),
    ])
  func shadowing(text: String, finding: String) throws {
    #expect(try SmallCatalog.findings(applying: overlay(text)) == [finding])
  }

  @Test(
    "with a mistake is reported where it stands",
    arguments: [
      (
        "instrument: []",
        [
          "district.yaml:1:1: unknown key `instrument` in what a plugin adds to the catalogue → did you mean `instruments`?"
        ]
      ),
      (
        "subjects:\n  firms: []",
        ["district.yaml:2:3: there is no subject `firms` → did you mean `firm`?"]
      ),
      (
        match.replacing("\n    clause: 滨江办〔2025〕1号第四条", with: ""),
        ["district.yaml:2:5: `clause` is missing in an instrument"]
      ),
      (
        match.replacing("measure: 1", with: "measure: 9"),
        ["district.yaml:4:14: there is no measure `9` → the numbers go from 1 to 2"]
      ),
      (
        match.replacing("district: 40%", with: "district: 41%"),
        [
          "district.yaml:9:12: the shares come to 101%, not to 100% → let the shares add up to the whole"
        ]
      ),
      (
        match.replacing("district: 40%", with: "district: 40"),
        ["district.yaml:9:35: a share is a part of the whole such as `60%`, not 40"]
      ),
      (
        match + "\nparameters:\n  match: { rate: { value: 40%, clause: 一 } }",
        [
          "district.yaml:13:3: `match` is an instrument of the plugin itself, so there is nothing to change → give the value under `instruments:`"
        ]
      ),
      (
        "groups:\n  - { id: g, title: { zh: 甲, en: A }, clause: 一, rule: cap, cap: 0元, members: [grant] }",
        [
          "district.yaml:2:66: the cap of a group must be more than zero",
          "district.yaml:2:79: a group needs at least two instruments",
        ]
      ),
    ] as [(String, [String])])
  func mistakes(text: String, findings: [String]) throws {
    #expect(
      try SmallCatalog.findings(applying: overlay(text)) == findings)
  }
}
