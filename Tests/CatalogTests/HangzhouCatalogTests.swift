// The catalogue of this repository.

import Catalog
import CatalogTestSupport
import Diagnostics
import Foundation
import Testing

@Suite("The Hangzhou catalogue")
struct HangzhouCatalogTests {
  /// The folder `catalog/` at the root of the repository.
  private var folder: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("catalog").path
  }

  @Test("loads without a mistake and covers all measures of the document")
  func loads() throws {
    let files = try CatalogFile.read(folder: folder)
    #expect(SmallCatalog.findings(files) == [])
    let catalog = try Catalog.load(files: files)
    #expect(catalog.measures.map(\.number) == Array(1...27))
    #expect(catalog.chapters.map(\.number) == Array(0...5))
    #expect(catalog.targets.count == 48)
    let silent = catalog.targets.filter { $0.vintage("draft") == nil }.map(\.id)
    #expect(silent == [])
  }
}
