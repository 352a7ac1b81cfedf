// The order of plugins, and those that do not go together.

import Catalog
import Diagnostics
import Testing

@testable import Scripting

@Suite("Plugins")
struct PluginOrderTests {
  /// A manifest whose names stand in lines of a file called after it.
  private func manifest(
    _ id: String, area: String = "100", version: String = "1.0.0", extends: String? = nil,
    requires: (plugin: String, versions: String)? = nil
  ) -> PluginManifest {
    let file = SourceFile(path: "\(id)/plugin.yaml", text: "id\nextends\nrequires")
    func name(_ id: String, _ line: Int) -> PluginManifest.Name {
      .init(id: id, span: SourceSpan(file: file, line: line, column: 1))
    }
    return PluginManifest(
      id: id, title: Title(zh: "例", en: "Example"), version: version, area: area,
      extends: extends.map { name($0, 2) },
      requires: requires.map {
        [.init(plugin: name($0.plugin, 3), versions: name($0.versions, 3))]
      } ?? [], span: SourceSpan(file: file, line: 1, column: 1))
  }

  private func order(_ manifests: PluginManifest...) throws -> PluginOrder {
    try PluginOrder(manifests, catalog: Sample.catalog)
  }

  private func findings(_ manifests: PluginManifest...) throws -> [String] {
    let failure = try Sample.failure {
      _ = try PluginOrder(manifests, catalog: Sample.catalog)
    }
    return (failure?.findings ?? []).map { finding in
      "\(finding.span?.place ?? ""): \(finding.message)"
        + finding.notes.map { " (\($0))" }.joined()
    }
  }

  @Test("of wide areas come before those of narrow ones, and each after the one it extends")
  func order() throws {
    let order = try order(
      manifest("street", extends: "city"), manifest("fair"), manifest("city", extends: "base"),
      manifest("base"), manifest("nation", area: "CN"))
    #expect(order.manifests.map(\.id) == ["nation", "fair", "base", "city", "street"])
    #expect(order.positions == [4, 1, 3, 2, 0])
  }

  @Test("hold in their area and in the areas that are part of it")
  func chain() throws {
    let order = try order(manifest("city"), manifest("nation", area: "CN"))
    #expect(order.chain(for: "100").map { order.manifests[$0].id } == ["nation", "city"])
    #expect(order.chain(for: "CN").map { order.manifests[$0].id } == ["nation"])
  }

  @Test("of one id are refused with both places")
  func duplicates() throws {
    #expect(
      try findings(manifest("city"), manifest("nation", area: "CN"), manifest("city")) == [
        "city/plugin.yaml:1:1: two plugins have the id `city` (the other is at city/plugin.yaml:1:1)"
      ])
  }

  @Test("that extend or require what is not there are refused")
  func unknown() throws {
    #expect(
      try findings(
        manifest("a", extends: "citty"), manifest("city", requires: ("nation", "^1.0"))) == [
          "a/plugin.yaml:2:1: the workspace has no plugin `citty`",
          "city/plugin.yaml:3:1: the workspace has no plugin `nation`",
        ])
  }

  @Test("that extend each other in a circle are refused with every place")
  func circles() throws {
    #expect(
      try findings(
        manifest("a", extends: "b"), manifest("b", extends: "c"), manifest("c", extends: "b"),
        manifest("d", extends: "d")) == [
          "b/plugin.yaml:2:1: plugins extend each other in a circle: b → c → b (`c` says so at c/plugin.yaml:2:1)",
          "d/plugin.yaml:2:1: plugins extend each other in a circle: d → d",
        ])
  }

  @Test("may extend only plugins that hold wherever they hold")
  func areas() throws {
    #expect(
      try findings(manifest("nation", area: "CN", extends: "city"), manifest("city")) == [
        "nation/plugin.yaml:2:1: `nation` is for CN, which is no part of 100, the area of `city` (a plugin builds on one that holds wherever it holds itself)"
      ])
  }

  @Test(
    "may require versions of each other",
    arguments: [
      ("^1.0", "1.9.2", []), ("1.2", "1.2.0", []),
      (
        "^1.3", "1.2.9",
        [
          "a/plugin.yaml:3:1: the plugin needs `city` ^1.3, but this is 1.2.9 (it is at city/plugin.yaml:1:1)"
        ]
      ),
      (
        "^1.0", "2.0.0",
        [
          "a/plugin.yaml:3:1: the plugin needs `city` ^1.0, but this is 2.0.0 (it is at city/plugin.yaml:1:1)"
        ]
      ),
      ("~1", "1.0.0", ["a/plugin.yaml:3:1: `~1` is no range of versions"]),
    ])
  func versions(range: String, version: String, expected: [String]) throws {
    #expect(
      try findings(
        manifest("a", requires: ("city", range)), manifest("city", version: version)) == expected)
  }

  @Test("that say they read what is not in the catalogue are refused")
  func reads() throws {
    let reads = PluginManifest.Reads(
      series: [.init(id: "output"), .init(id: "outptu")], fields: [.init(id: "spent")])
    let plugin = Plugin(
      manifest: PluginManifest(
        id: "a", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100", reads: reads),
      scripts: [])
    #expect(
      try Sample.problems {
        _ = try Jurisdiction(area: "100", plugins: [plugin], base: Sample.catalog)
      } == [
        "there is no series `outptu` in the catalogue → did you mean `output`?",
        "there is no field `spent` in the catalogue → did you mean `spend`?",
      ])
  }
}
