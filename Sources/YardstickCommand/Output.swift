// Where output goes: data to stdout, everything else to stderr.

import Foundation
import Yardstick

/// Writes data to stdout and messages to stderr.
enum Output {
  /// Whether stdout is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How data is painted: only on a terminal, and never when `NO_COLOR` is set or it is a dumb one.
  static var style: Style { Style(color: isTerminal && allowsColor) }

  /// The width of the terminal, or `nil` when stdout is none.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes data to stdout.
  static func write(_ text: String) throws(Failure) {
    try write(text, to: STDOUT_FILENO, named: "the output")
  }

  /// Writes a message to stderr.
  static func message(_ text: String) {
    try? write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO, named: "a message")
  }

  /// Writes the findings of a failure to stderr.
  static func report(_ failure: Failure) { report(failure.findings) }

  /// Writes findings to stderr.
  static func report(_ findings: [Finding]) {
    let color = isatty(STDERR_FILENO) == 1 && allowsColor
    try? write(TextRenderer(color: color).render(findings), to: STDERR_FILENO, named: "a message")
  }

  private static var allowsColor: Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The variables of the environment.
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Clears the terminal, if stdout is one.
  static func clear() {
    if isTerminal { try? write("\u{1B}[2J\u{1B}[H") }
  }

  /// The program that is running, for starting workers.
  static let executable = "/proc/self/exe"

  /// Says once what this kernel cannot do to isolate scripts.
  static func warn(about isolation: Isolation) {
    guard !isolation.isComplete else { return }
    report([
      Finding(
        "worker.isolation", "this kernel cannot isolate scripts completely", severity: .warning,
        notes: isolation.missing.map { "missing: \($0)" },
        suggestion: "use `--require-isolation` to refuse such work")
    ])
  }

  /// Ends the process.
  static func exit(_ code: Int32) -> Never { Foundation.exit(code) }

  private static func write(
    _ text: String, to descriptor: Int32, named name: String
  ) throws(Failure) {
    try write(Array(text.utf8)[...], to: descriptor, named: name)
  }

  /// Writes bytes to a descriptor.
  static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, named name: String
  ) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let reason = String(cString: strerror(errno))
        throw Failure(
          Finding("output.unwritable", "\(name) cannot be written: \(reason.lowercased())"))
      }
      rest = rest.dropFirst(written)
    }
  }
}
