// What happens when a command is interrupted: half-written files go, and a word says what is left.

import Foundation

/// Removes half-written files when the process is asked to end, and says what is left.
enum Interruption {
  private static let most = 4

  // Only ever changed before and after work, and read by the handler, which may not take locks.
  nonisolated(unsafe) private static let paths = UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >.allocate(capacity: most)
  nonisolated(unsafe) private static var isReady = false
  nonisolated(unsafe) private static var message: UnsafeMutablePointer<CChar>?

  /// Has a message end in these words when the process is interrupted, unless nothing is left.
  static func tell(_ outcome: String) {
    message = strdup("\nerror: interrupted; \(outcome)\n")
    prepare()
  }

  /// Has a file removed when the process is interrupted.
  static func remove(_ path: String) {
    prepare()
    for place in 0..<most where paths[place] == nil {
      paths[place] = strdup(path)
      return
    }
  }

  private static func prepare() {
    guard !isReady else { return }
    if message == nil { message = strdup("\nerror: interrupted; nothing was written\n") }
    paths.initialize(repeating: nil, count: most)
    isReady = true
    var numbers = sigset_t()
    sigemptyset(&numbers)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { Interruption.end($0) }
      sigaddset(&numbers, number)
    }
    // Whoever started this process may have done so from a thread that is spared signals.
    pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
  }

  /// Takes that back.
  static func keep(_ path: String) {
    guard isReady else { return }
    for place in 0..<most {
      guard let known = paths[place], String(cString: known) == path else { continue }
      paths[place] = nil
      free(known)
    }
  }

  /// Only calls what a signal handler may.
  private static func end(_ number: Int32) {
    for place in 0..<most {
      if let path = paths[place] { unlink(path) }
    }
    if let message { write(STDERR_FILENO, message, strlen(message)) }
    _exit(128 + number)
  }
}
