// Whether what was typed is a whole line, told without running anything.

import LuaRuntime
import Quantities

/// Tells whether a text is a whole line of the prompt, or only the beginning of one.
///
/// Nothing is run; the text is only read. Not thread-safe.
public final class PromptSyntax {
  private let state: LuaState?

  /// Creates a reader of lines.
  public init() { state = try? LuaState(units: .standard) }

  /// Whether a text can be run as it is; also true for one with a mistake that no more text can mend.
  public func isComplete(_ text: String) -> Bool {
    guard let state else { return true }
    if case .incomplete = PromptSource.read(text, name: "line", into: state) { return false }
    return true
  }
}
