// Where readers leave what they find, so that one pass reports every mistake.

package import Diagnostics

/// Collects findings while several readers go through several files.
package final class FindingCollector {
  private var list = FindingList()

  /// Creates an empty collector.
  package init() {}

  /// What was found so far, in the order it was found.
  package var findings: [Finding] { list.findings }

  /// Whether an error was found.
  package var hasErrors: Bool { list.hasErrors }

  /// Adds a finding.
  package func add(_ finding: Finding) { list.add(finding) }

  /// Adds an error.
  package func add(
    _ code: String, _ message: String, at span: SourceSpan?, notes: [String] = [],
    suggestion: String? = nil
  ) {
    add(Finding(code, message, at: span, notes: notes, suggestion: suggestion))
  }

  /// What was found, file by file in the order of `paths`, and in the order of each text.
  package func sorted(by paths: [String]) -> [Finding] {
    func key(_ finding: Finding, _ position: Int) -> (Int, Int, Int, Int) {
      guard let span = finding.span else { return (-1, 0, 0, position) }
      return (paths.firstIndex(of: span.file.path) ?? .max, span.line, span.column, position)
    }
    return findings.enumerated()
      .sorted { key($0.element, $0.offset) < key($1.element, $1.offset) }.map(\.element)
  }
}
