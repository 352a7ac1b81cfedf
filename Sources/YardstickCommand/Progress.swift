// Progress on a terminal, for what takes longer than a second.

import Foundation

/// Counts work on stderr once it has taken a second; silent when stderr is no terminal.
final class Progress {
  private let noun: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var count = 0
  private var hasWritten = false

  init(_ noun: String) {
    self.noun = noun
    last = start
  }

  /// Notes one more piece of work.
  func advance() {
    count += 1
    guard isShown, count % 256 == 0 else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    hasWritten = true
    FileHandle.standardError.write(Data("\r\(count) \(noun)".utf8))
  }

  /// Clears the line.
  func finish() {
    if hasWritten { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
