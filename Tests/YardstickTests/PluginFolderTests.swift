// Plugins read from their folders, and the catalogues they go with.

import Diagnostics
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

@Suite struct VersionRangeTests {
  @Test(
    arguments: [
      ("1.0.0", "^1.0", true), ("1.0.0", "^1", true), ("1.2.3", "^1.2.3", true),
      ("1.2.3", "^1.2.4", false), ("1.10.0", "^1.9", true), ("1.9.9", "^1.10", false),
      ("2.0.0", "^1.0", false), ("1.9.9", "^2", false), ("1.0.0", "1.0.0", true),
      ("1.0.0", "1.0", true), ("1.0.1", "1.0.0", false), ("0.9.0", "^1", false),
      ("1.0.0", "", nil), ("1.0.0", "^", nil), ("1.0.0", "1.x", nil), ("1.0.0", ">=1.0", nil),
      ("1.0.0", "1.0.0.0", nil), ("1.0.0", "1..0", nil), ("1.0.0", "^1.0-beta", nil),
    ] as [(String, String, Bool?)])
  func holdsTheSameFirstNumberAndNothingOlder(
    version: String, range: String, expected: Bool?
  ) {
    #expect(VersionRange.contains(version, in: range) == expected)
  }
}
