// Plugins read from their folders, and the catalogues they go with.

import Diagnostics
import Foundation
import Testing

@testable import Yardstick

@Suite struct PluginFolderTests {
  @Test func readsScriptsInTheOrderOfTheirNames() throws {
    let folder = try SampleFolder([
      "scripts/indicators/b.lua": "", "scripts/indicators/a.lua": "",
      "scripts/indicators/.c.lua": "error()", "scripts/eligibility/a.txt": "x",
    ])
    let plugin = try #require(folder.open().plugins.first)
    let paths = plugin.scripts.map { String($0.path.dropFirst(folder.path.count + 1)) }
    #expect(
      paths == [
        "scripts/indicators/a.lua", "scripts/indicators/b.lua", "scripts/indicators/growth.lua",
        "scripts/eligibility/grant.lua",
      ])
    #expect(plugin.manifest.version == "1.0.0")
    #expect(plugin.manifest.title.zh == "例")
    #expect(plugin.manifest.area == "100")
  }

  @Test(arguments: [
    (
      "area: \"100\"", "area: \"10\"",
      "scripts/plugin.yaml:4:7: there is no area `10` in the catalogue → did you mean `100`?"
    ),
    (
      "^1.1", "^1.3",
      "scripts/plugin.yaml:5:22: the plugin needs catalogue ^1.3, but this is 1.2.0"
        + " → use a version of the plugin that was made for this catalogue"
    ),
    (
      "^1.1", "1.x",
      "scripts/plugin.yaml:5:22: `1.x` is no range of versions"
        + " → write a version such as `1.0.0`, or `^1.0` for that one and later ones of its kind"
    ),
    (
      "version: 1.0.0", "versoin: 1.0.0",
      "scripts/plugin.yaml:3:1: unknown key `versoin` in a plugin"
        + " → did you mean `version`?"
    ),
  ])
  func refuses(old: String, new: String, expected: String) throws {
    let text = try #require(SampleFolder.texts["scripts/plugin.yaml"])
    let folder = try SampleFolder(["scripts/plugin.yaml": text.replacing(old, with: new)])
    #expect(folder.problems().first == expected)
  }

  @Test func readsModulesWithTheFoldersTheyLieIn() throws {
    let folder = try SampleFolder([
      "scripts/lib/rates.lua": "return 1", "scripts/lib/rates/small.lua": "return 2",
      "scripts/lib/a.lua": "", "scripts/lib/notes.txt": "x", "scripts/lib/.hidden/x.lua": "(",
    ])
    let plugin = try #require(folder.open().plugins.first)
    #expect(plugin.modules.map(\.name) == ["a", "rates", "rates/small"])
    #expect(plugin.modules.last?.script.bytes == Array("return 2".utf8))
    #expect(plugin.modules.last?.script.path == folder.path + "/scripts/lib/rates/small.lua")
  }

  @Test func dependsOnTheNamesAndTextsOfModules() throws {
    let texts = [
      [:], ["scripts/lib/a.lua": "return 1"], ["scripts/lib/b.lua": "return 1"],
      ["scripts/lib/a.lua": "return 2"], ["scripts/lib/a/a.lua": "return 1"],
    ]
    let digests = try texts.map { try withSample($0) { $0.digests().scripts } }
    #expect(Set(digests).count == texts.count)
  }

  @Test(
    arguments: [
      ("eligibility/outer.lua", "../../../outer.lua", "leads out of the plugin"),
      ("lib/outer.lua", "../../../outer.lua", "leads out of the plugin"),
      ("lib", "../../outer", "leads out of the plugin"),
      ("lib/outer", "../../../outer", "is a link to a folder"),
      ("lib/inner", "../indicators", "is a link to a folder"),
    ] as [(String, String, String)])
  func refusesLinks(link: String, target: String, expected: String) throws {
    let folder = try SampleFolder(["outer.lua": "", "outer/module.lua": ""])
    let inner = try SampleFolder()
    try FileManager.default.moveItem(atPath: inner.path, toPath: folder.path + "/workspace")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/workspace/scripts/lib", withIntermediateDirectories: true)
    let path = folder.path + "/workspace/scripts/" + link
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    let failure = try caught { _ = try folder.open(in: "workspace") }
    #expect(failure?.findings.first?.message.contains(expected) == true)
  }

  @Test func followsLinksInsideThePlugin() throws {
    let folder = try SampleFolder(["scripts/lib/a.lua": "return 1"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/scripts/lib/b.lua", withDestinationPath: "a.lua")
    #expect(try folder.open().plugins.first?.modules.map(\.name) == ["a", "b"])
  }

  @Test(arguments: ["scripts/lib/a.b.lua", "scripts/lib/a.b/c.lua"])
  func refusesModulesThatCannotBeNamed(path: String) throws {
    let folder = try SampleFolder([path: ""])
    #expect(folder.problems().first?.contains("has a dot in its name") == true)
  }

  @Test func needsAManifest() throws {
    let folder = try SampleFolder()
    try folder.remove("scripts/plugin.yaml")
    #expect(
      folder.problems() == [
        "yardstick.yaml:2:11: there is no file `scripts/plugin.yaml`, which should hold the"
          + " plugin's manifest"
      ])
  }
}
