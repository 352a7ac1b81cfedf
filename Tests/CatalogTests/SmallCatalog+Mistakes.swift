// Ways of breaking the small catalogue.

import Catalog
import CatalogTestSupport
import Diagnostics
import Testing

extension SmallCatalog {
  /// What loading these files finds, each finding on a line of its own with its notes and suggestion.
  static func findings(_ files: [CatalogFile]) -> [String] {
    do {
      _ = try Catalog.load(files: files)
      return []
    } catch {
      return error.findings.map(\.line)
    }
  }
}

extension Finding {
  /// Place, message, notes and suggestion on one line.
  var line: String {
    let place = span.map { "\($0.place): " } ?? ""
    return place + message + notes.map { " (\($0))" }.joined()
      + (suggestion.map { " → \($0)" } ?? "")
  }
}

/// One mistake made in the small catalogue, and all that loading must say about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let old: String
  let new: String
  let expected: [String]

  init(_ name: String, _ file: String, _ old: String, _ new: String, _ expected: String...) {
    self.name = name
    self.file = file
    self.old = old
    self.new = new
    self.expected = expected
  }

  var testDescription: String { name }

  /// What loading the broken catalogue finds; `nil` when the mistake could not be made.
  var found: [String]? {
    guard let text = SmallCatalog.texts[file], let range = text.firstRange(of: old) else {
      return nil
    }
    return SmallCatalog.findings(
      SmallCatalog.files([file: text.replacingCharacters(in: range, with: new)]))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
