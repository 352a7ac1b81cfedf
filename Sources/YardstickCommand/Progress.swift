// Progress on a terminal, for what takes longer than a second.

import Foundation

/// Counts work on stderr once it has taken a second; silent when stderr is no terminal.
final class Progress {
  private let noun: String
  private let total: Int?
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var count = 0
  private var bytes = 0
  private var hasWritten = false

  /// Creates a counter.
  ///
  /// - Parameter total: The bytes of everything there is to do, when that is known.
  init(_ noun: String, total: Int? = nil) {
    self.noun = noun
    self.total = total
    last = start
  }

  /// Notes more pieces of work, and the bytes that were read for them.
  func advance(by pieces: Int = 1, bytes read: Int = 0) {
    count += pieces
    bytes += read
    guard isShown, pieces > 1 || count % 256 == 0 else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    hasWritten = true
    FileHandle.standardError.write(Data("\r\(count) \(noun)\(pace(now - start))\u{1B}[K".utf8))
  }

  /// How fast it goes, and how long it will still take.
  private func pace(_ elapsed: Duration) -> String {
    let seconds = max(1, Int(elapsed.components.seconds))
    let rate = ", \(count / seconds) a second"
    guard let total, bytes > 0, total > bytes else { return rate }
    let left = seconds * (total - bytes) / bytes
    return "\(rate), \(100 * bytes / total) %, \(left) s left"
  }

  /// Clears the line.
  func finish() {
    if hasWritten { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
