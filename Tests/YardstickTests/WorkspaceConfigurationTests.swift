// What `yardstick.yaml` may say, and its mistakes.

import Diagnostics
import Testing

@testable import Yardstick

@Suite struct WorkspaceConfigurationTests {
  private func configuration(_ text: String) throws -> WorkspaceConfiguration {
    try WorkspaceConfiguration(path: "yardstick.yaml", bytes: [UInt8](text.utf8))
  }

  @Test func readsEverything() throws {
    let read = try configuration(
      """
      catalog: c
      plugins: [a, b]
      area: "100"
      data: { observations: o.csv, sources: s.csv }
      assess: { at: 2025-Q1, method: schedule, vintage: adopted, max_age: 2 }
      decide: { at: 2027, subjects: f.csv }
      """)
    #expect(read.catalog.path == "c")
    #expect(read.plugins.map(\.path) == ["a", "b"])
    #expect(read.plugins.map(\.span.place) == ["yardstick.yaml:2:11", "yardstick.yaml:2:14"])
    #expect(read.area == "100")
    #expect(read.observations?.path == "o.csv")
    #expect(read.sources?.path == "s.csv")
    #expect(read.subjects?.path == "f.csv")
    #expect(read.assessAt?.description == "2025-Q1")
    #expect(read.method == .schedule)
    #expect(read.vintage == "adopted")
    #expect(read.maximumAge == 2)
    #expect(read.decideAt?.description == "2027")
  }

  @Test func needsOnlyCatalogueAndPlugins() throws {
    let read = try configuration("catalog: c\nplugins: []")
    #expect(read.plugins.isEmpty)
    #expect(read.area == nil)
    #expect(read.observations == nil)
    #expect(read.assessAt == nil)
    #expect(read.method == nil)
    #expect(read.maximumAge == nil)
  }

  @Test(arguments: [
    ("plugins: []", "`catalog` is missing in a workspace"),
    ("catalog: c", "`plugins` is missing in a workspace"),
    ("catalog: c\nplugins: []\ncatalogue: d", "unknown key `catalogue` in a workspace"),
    ("catalog: c\nplugins: []\nassess: { method: cagr }", "`method` cannot be `cagr`"),
    ("catalog: c\nplugins: []\nassess: { max_age: -1 }", "`max_age` cannot be negative"),
    ("catalog: c\nplugins: []\ndecide: { at: 2024-H1 }", "`H` is not the letter of a half"),
  ])
  func refuses(text: String, expected: String) throws {
    let failure = try caught { _ = try configuration(text) }
    #expect(failure?.findings.map(\.message) == [expected])
    #expect(failure?.findings.first?.span?.file.path == "yardstick.yaml")
  }

  @Test func collectsEveryMistake() throws {
    let failure = try caught {
      _ = try configuration("plugins: 5\ndata: { observation: x }\nassess: { at: soon }")
    }
    #expect(failure?.findings.count == 4)
  }
}
