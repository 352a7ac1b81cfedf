// What happens when a command is interrupted: half-written files go, and a word says so.

import Foundation

/// Removes half-written files when the process is asked to end.
enum Interruption {
  private static let most = 4

  // Only ever changed before and after work, and read by the handler, which may not take locks.
  nonisolated(unsafe) private static let paths = UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >.allocate(capacity: most)
  nonisolated(unsafe) private static var isReady = false

  /// Has a file removed when the process is interrupted.
  static func remove(_ path: String) {
    if !isReady {
      paths.initialize(repeating: nil, count: most)
      isReady = true
      for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { Interruption.end($0) } }
    }
    for place in 0..<most where paths[place] == nil {
      paths[place] = strdup(path)
      return
    }
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
    let text: StaticString = "\nerror: interrupted; nothing was written\n"
    _ = text.withUTF8Buffer { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    _exit(128 + number)
  }
}
