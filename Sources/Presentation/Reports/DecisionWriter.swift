// Decisions written one after another, in any form.

public import Evaluation

/// Gathers decisions as text while they are made.
public struct DecisionWriter {
  /// How decisions are written.
  public enum Format: Sendable {
    case table
    case json
    case jsonl
    case csv
    case markdown
  }

  private let format: Format
  private let digests: Digests
  private let language: Language
  private let showsStacking: Bool
  private var text = ""
  private var decisions: [Decision] = []
  private var count = 0

  /// Creates a writer.
  ///
  /// - Parameter showsStacking: Whether rows tell what groups of instruments made of an amount, and who pays.
  public init(
    format: Format, digests: Digests, language: Language, showsStacking: Bool = false
  ) {
    self.format = format
    self.digests = digests
    self.language = language
    self.showsStacking = showsStacking
    if format == .csv {
      text = CSVWriter.row(
        DecisionReport.columns + (showsStacking ? DecisionReport.stackingColumns : []))
    }
  }

  /// Adds a decision.
  public mutating func add(_ decision: Decision) {
    switch format {
    case .table, .markdown: decisions.append(decision)
    case .json:
      text += count == 0 ? "[\n" : ",\n"
      text += decision.json(digests: digests).compact
    case .jsonl: text += decision.json(digests: digests).compact + "\n"
    case .csv:
      text += CSVWriter.row(
        DecisionReport.row(decision)
          + (showsStacking ? DecisionReport.stackingRow(decision) : []))
    }
    count += 1
  }

  /// The text of all decisions.
  public func finish(width: Int?, style: Style) -> String {
    switch format {
    case .table:
      DecisionReport(language: language).table(decisions).text(width: width, style: style)
    case .markdown: DecisionReport(language: language).table(decisions).markdown
    case .json: count == 0 ? "[]\n" : text + "\n]\n"
    case .jsonl, .csv: text
    }
  }
}
