// The public form of the catalogue.

import Catalog
import CatalogTestSupport
import Foundation
import Presentation
import Testing

@Suite("The export of a catalogue")
struct CatalogExportTests {
  let export: CatalogExport

  init() throws {
    export = CatalogExport(try SmallCatalog.load())
  }

  private func keys(_ value: JSONValue?) -> [String] {
    guard case .object(let members)? = value else { return [] }
    return members.map(\.key)
  }

  private func entries(_ key: String) -> [JSONValue] {
    guard case .array(let entries)? = export.root[key] else { return [] }
    return entries
  }

  @Test("has the top-level keys of the contract, in their order")
  func topLevel() {
    #expect(
      keys(export.root) == [
        "catalog", "chapters", "measures", "targets", "instruments", "series", "subjects", "areas",
        "departments", "units", "narrative",
      ])
  }

  @Test("gives a target its figure in the vintage that applies, and all vintages")
  func target() throws {
    let target = try #require(entries("targets").first)
    #expect(target["id"] == "output")
    #expect(target["measure"] == .null)
    #expect(target["chapter"] == 0)
    #expect(target["comparator"] == ">")
    #expect(target["value"] == "50000000000")
    #expect(target["unit"] == "亿元")
    #expect(target["base_unit"] == "元")
    #expect(target["nature"] == "level")
    #expect(target["due"] == 2027)
    #expect(target["figure"] == "500亿元")
    #expect(target["title"] == ["zh": "产值", "en": "Output"])
    #expect(target["tolerance"] == .null)
    guard case .array(let vintages)? = target["vintages"] else {
      Issue.record("there are no vintages")
      return
    }
    #expect(vintages.map { $0["vintage"] } == ["draft", "adopted"])
    #expect(vintages.map { $0["value"] } == ["50000000000", "60000000000"])
    #expect(vintages.last?["tolerance"] == "50000000")
    #expect(
      vintages.last?["milestones"]
        == .array([["due": 2025, "comparator": ">", "value": "55000000000", "unit": "亿元"]]))
  }

  @Test("gives ranks and ratios in their base")
  func bases() {
    let targets = entries("targets")
    #expect(targets.map { $0["value"] } == ["50000000000", "1", "0.015"])
    #expect(targets.map { $0["unit"] } == ["亿元", "位", "个百分点"])
    #expect(targets.map { $0["base_unit"] } == ["元", "位", "1"])
  }

  @Test("leaves the flat fields of a target empty where the vintage is silent")
  func silentVintage() throws {
    let header = """
      id: example
      version: 1.0.0
      title: { zh: 例, en: Example }
      area: "100"
      vintage: adopted
      vintages:
        - { name: draft, title: { zh: 草案, en: Draft }, publisher: 市政府 }
        - { name: adopted, title: { zh: 定稿, en: Adopted }, publisher: 市政府 }
      """
    let root = CatalogExport(try SmallCatalog.load(["catalog": header])).root
    guard case .array(let targets)? = root["targets"] else {
      Issue.record("there are no targets")
      return
    }
    #expect(targets.map { $0["value"] } == ["60000000000", .null, .null])
    #expect(targets.map { $0["figure"] } == ["600亿元", .null, .null])
  }

  @Test("gives parameters with their value, unit and local rule")
  func parameters() throws {
    let parameters = try #require(entries("instruments").first?["parameters"])
    #expect(keys(parameters) == ["floor", "rate", "amount", "cap"])
    #expect(parameters["floor"]?["value"] == "10000000")
    #expect(parameters["floor"]?["unit"] == "万元")
    #expect(parameters["floor"]?["base_unit"] == "元")
    #expect(parameters["floor"]?["local"] == "fixed")
    #expect(parameters["rate"]?["value"] == "0.05")
    #expect(parameters["rate"]?["unit"] == "%")
    #expect(parameters["rate"]?["base_unit"] == "1")
    #expect(parameters["rate"]?["local"] == ["within": .array(["0", "0.05"])])
    #expect(parameters["amount"]?["value"] == .null)
    #expect(parameters["amount"]?["figure"] == .null)
    #expect(parameters["amount"]?["local"] == "open")
    #expect(parameters["cap"]?["value"] == "4000000")
    #expect(parameters["cap"]?["local"] == "may_raise")
  }

  @Test("is JSON that other programs read, and the same each time")
  func json() throws {
    let object = try JSONSerialization.jsonObject(with: Data(export.json.utf8))
    #expect((object as? [String: Any])?.count == 11)
    #expect(export.json == CatalogExport(try SmallCatalog.load()).json)
    #expect(export.json.hasPrefix("{\n  \"catalog\": {\n    \"id\": \"example\",\n"))
    #expect(export.json.hasSuffix("}\n"))
  }

  @Test("exports the city's catalogue with plain decimals")
  func city() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("catalog")
    let root = CatalogExport(try Catalog.load(files: try CatalogFile.read(folder: folder.path)))
      .root
    guard case .array(let targets)? = root["targets"] else {
      Issue.record("there are no targets")
      return
    }
    let intensity = try #require(targets.first { $0["id"] == "rd_intensity" })
    #expect(intensity["value"] == "0.042")
    #expect(intensity["comparator"] == ">=")
    #expect(intensity["measure"] == .null)
  }
}
