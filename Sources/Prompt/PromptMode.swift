// The forms in which results are written at the prompt.

/// A form in which results are written at the prompt.
public enum PromptMode: String, CaseIterable, Sendable {
  /// Aligned for people.
  case table
  /// Comma-separated values.
  case csv
  /// JSON.
  case json
  /// Markdown.
  case markdown
}
