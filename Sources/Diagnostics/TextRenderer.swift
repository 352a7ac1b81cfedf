// Findings as people read them: the line, a caret, why, and what next.

/// Renders findings as text with the source line and a caret.
///
/// ```text
/// catalog/targets.yaml:12:5: error: unknown key `measur` in a target
///    12 |     measur: 7
///       |     ^~~~~~
///       = help: did you mean `measure`?
/// ```
public struct TextRenderer: Sendable {
  /// Whether to use terminal colours.
  public let color: Bool

  /// Creates a renderer.
  public init(color: Bool = false) { self.color = color }

  /// The text of several findings, one after another, each ending in a newline.
  public func render(_ findings: [Finding]) -> String {
    findings.map(render).joined()
  }

  /// The text of one finding, ending in a newline.
  public func render(_ finding: Finding) -> String {
    let place = finding.span.map { "\($0.place): ".onOneLine } ?? ""
    let label = paint(finding.severity.rawValue, finding.severity == .error ? "31;1" : "33;1")
    var output = "\(place)\(label): \(finding.message.onOneLine)\n"
    let margin = finding.span.map { String($0.line).count + 3 } ?? 2
    if let span = finding.span { output += excerpt(span, margin: margin) }
    let indent = String(repeating: " ", count: margin)
    for note in finding.notes { output += "\(indent)= note: \(note.onOneLine)\n" }
    if let suggestion = finding.suggestion {
      output += "\(indent)= help: \(suggestion.onOneLine)\n"
    }
    return output
  }

  /// The longest stretch of a source line that is shown, in characters.
  private static let widestExcerpt = 120

  private func excerpt(_ span: SourceSpan, margin: Int) -> String {
    let line = Array(span.file.line(span.line))
    guard !line.isEmpty else { return "" }
    let first = span.column - 1 > Self.widestExcerpt - 20 ? span.column - 1 - 40 : 0
    let shown = line.dropFirst(first).prefix(Self.widestExcerpt).map { $0.isPrintable ? $0 : " " }
    let lead = shown.prefix(max(0, span.column - 1 - first))
    let marked = shown.dropFirst(lead.count).prefix(span.length)
    let caret = "^" + String(repeating: "~", count: max(0, String(marked).displayWidth - 1))
    let number =
      String(repeating: " ", count: margin - 2 - String(span.line).count) + "\(span.line)"
    let blank = String(repeating: " ", count: margin - 1)
    let cutBefore = first > 0 ? "…" : ""
    let padding = String(repeating: " ", count: String(lead).displayWidth + cutBefore.count)
    return "\(number) | \(cutBefore)\(String(shown))\n\(blank)| \(padding)\(paint(caret, "32;1"))\n"
  }

  private func paint(_ text: String, _ style: String) -> String {
    color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }
}

extension Character {
  /// Whether showing the character on a terminal is harmless: no control characters, no escapes.
  fileprivate var isPrintable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
  }
}
