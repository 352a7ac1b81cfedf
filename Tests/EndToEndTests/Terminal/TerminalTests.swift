// Scripted sessions at the prompt in a real terminal, one after the other.

import TerminalTestSupport
import Testing

/// Scripted sessions at the prompt in a real terminal.
///
/// Two processes and a terminal for each are enough for one machine at a time.
@Suite(
  .serialized, .enabled(if: Terminal.isAvailable, Comment(rawValue: Terminal.requirement)),
  .timeLimit(.minutes(5)))
struct TerminalTests {}
