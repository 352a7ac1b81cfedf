// Overlays on the small catalogue, for tests.

import Catalog
import CatalogTestSupport
import Diagnostics
import Quantities

/// An overlay of one file, `PLUGIN.yaml`.
func overlay(_ text: String, plugin: String = "district") -> CatalogOverlay {
  CatalogOverlay(
    plugin: plugin, files: [CatalogFile(path: "\(plugin).yaml", bytes: [UInt8](text.utf8))])
}

extension SmallCatalog {
  /// What applying overlays finds, each finding on a line of its own.
  static func findings(applying overlays: CatalogOverlay...) throws -> [String] {
    let catalog = try load()
    do {
      _ = try catalog.applying(overlays)
      return []
    } catch {
      return error.findings.map(\.line)
    }
  }
}

extension Catalog {
  /// The versions of a parameter, such as `500万元 2025-01-01 to 2025-12-31`.
  func versions(_ instrument: String, _ parameter: String) -> [String]? {
    instruments[instrument]?.parameter(parameter)?.versions.map {
      "\($0.value) \($0.validity)" + ($0.plugin.map { " by \($0)" } ?? "")
    }
  }
}
