// New plugins: what they hold, and what is refused.

import Diagnostics
import Foundation
import Testing

@testable import Yardstick

@Suite struct NewPluginTests {
  private static let areas = """
    areas:
      - { code: CN, zh: 中国, en: China }
      - { code: "100", zh: 甲市, en: Jia, parent: CN }
      - { code: "101", zh: 东区, en: East, parent: "100" }
    """

  /// Creates the plugin `east` in a small workspace, and opens the workspace in its area.
  private func create(
    _ replacements: [String: String] = [:], changing change: (inout NewPlugin) -> Void = { _ in },
    then check: (NewPlugin.Written, SampleFolder) throws -> Void
  ) throws {
    let folder = try SampleFolder(
      ["catalog/areas.yaml": Self.areas].merging(replacements) { $1 })
    var plugin = NewPlugin("east", extends: "example", area: "101")
    change(&plugin)
    try check(try Workspace.create(plugin, in: folder.path), folder)
  }

  private func run(_ folder: SampleFolder) throws -> TestRun {
    var options = TestOptions()
    options.measuresCoverage = true
    return try WorkspaceSuites(of: folder.path).run([folder.path + "/east"], options: options)
  }

  @Test func `a catalogue that leaves nothing open and lets nothing be raised has fewer examples`()
    throws
  {
    try create { written, folder in
      #expect(
        written.leftOut == [
          "an open parameter that is filled in: none is left open",
          "a parameter that is raised: none may be",
        ])
      let files = written.files.map { String($0.dropFirst(folder.path.count + 6)) }
      #expect(!files.contains("catalog/changes.yaml"))
      #expect(!files.contains("tests/changes_test.lua"))
      #expect(files.contains("eligibility/east_match.lua"))
      let run = try run(folder)
      #expect(run.results.allSatisfy { $0.status == .passed })
      #expect(Coverage(run).outcomes.isAtLeast(100))
      #expect(Coverage(run).lines.isAtLeast(100))
    }
  }

  @Test func `what nobody is paid is not matched, and what nobody observes has no indicator`()
    throws
  {
    let scripts = """
      eligibility "grant" {
        requires = { { "never", function(e) return e.exporter and not e.exporter end } },
        amount = function(e, p) return e.spend * p.rate end,
      }
      """
    try create([
      "scripts/eligibility/grant.lua": scripts,
      "data/observations.csv": "series,area,period,value,unit,status,source,note\n",
    ]) { written, folder in
      #expect(written.leftOut.count == 4)
      #expect(!written.files.contains { $0.hasSuffix("_match.lua") || $0.hasSuffix("_change.lua") })
      let statuses = try run(folder).results.map(\.status)
      #expect(Set(statuses) == [.passed])
    }
  }

  @Test func `a register that does not say where subjects are is not asked`() throws {
    try create { _, folder in
      let script = try String(
        contentsOfFile: folder.path + "/east/eligibility/east_rent.lua", encoding: .utf8)
      #expect(!script.contains("is in the area"))
    }
  }

  @Test func `a parameter is raised as far as its rule allows`() throws {
    let instruments = try #require(SampleFolder.texts["catalog/instruments.yaml"])
      .replacing("figure: 10%, local: fixed", with: "figure: 10%, local: { within: [5%, 12%] }")
    try create(["catalog/instruments.yaml": instruments]) { written, folder in
      #expect(written.leftOut.count == 1)
      let catalog = try Workspace.catalog(folder.path, area: "101")
      let rate = catalog.instruments["grant"]?.parameter("rate")
      #expect(rate?.versions.map { "\($0.value)" } == ["12%"])
      let city = try Workspace.catalog(folder.path, area: "100").instruments["grant"]
      #expect(city?.parameter("rate")?.change == nil)
      let statuses = try run(folder).results.map(\.status)
      #expect(Set(statuses) == [.passed])
    }
  }

  @Test(arguments: [#"a "b" \ c: {d} # e"#, "'", "~", "no", "- x", "%", "🙂 [x], y", " x "])
  func `a title is written so that it is read again`(_ title: String) throws {
    try create(changing: { plugin in
      plugin.titleZh = title
      plugin.titleEn = title
    }) { _, folder in
      let manifest = try Workspace.manifests(folder.path).last
      #expect(manifest?.title == Title(zh: title, en: title))
    }
  }

  @Test func `a folder may lie outside the workspace`() throws {
    let outer = try SampleFolder()
    try create(changing: { $0.folder = outer.path + "/east" }) { written, folder in
      #expect(written.missingEntry == nil)
      let manifests = try Workspace.manifests(folder.path)
      #expect(manifests.map(\.id) == ["example", "east"])
    }
  }

  @Test(arguments: ["", "East", "1x", "-x", "a b", "a/b", "..", "东区", "x\n"])
  func `what is no id is refused`(_ id: String) throws {
    let failure = try caught { try create(changing: { $0.id = id }) { _, _ in } }
    #expect(failure?.findings.map(\.code) == ["argument.plugin-id"])
  }

  @Test func `a folder that cannot be written leaves nothing behind, and the list as it was`()
    throws
  {
    let folder = try SampleFolder(["catalog/areas.yaml": Self.areas])
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var plugin = NewPlugin("east", extends: "example", area: "101")
    plugin.folder = folder.path + "/" + String(repeating: "x", count: 300)
    let failure = try caught { _ = try Workspace.create(plugin, in: folder.path) }
    #expect(failure?.findings.map(\.code) == ["output.unwritable"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
    #expect(
      try String(contentsOfFile: folder.path + "/yardstick.yaml", encoding: .utf8)
        == SampleFolder.texts["yardstick.yaml"])
  }
}
