// What reading from a person brings.

/// What was entered at the prompt.
public enum LineInput: Sendable, Equatable {
  /// A whole entry, with its line breaks if it has several lines.
  case text(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case end
}
