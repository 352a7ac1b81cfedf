// A process that locks itself down and then tries one thing, for SandboxTests.

import CSandbox
import Glibc

/// `SandboxProbe [ADDRESS-SPACE CPU-SECONDS] ATTEMPT [ARGUMENT…]`.
///
/// Ends with code 0 when the attempt succeeded, 1 when it was refused (the errno is on standard
/// output), 2 when it was called wrongly; or by a signal.
@main
enum Probe {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    var limits = ys_sandbox_limits()
    if let addressSpace = arguments.first.flatMap({ UInt64($0) }) {
      limits.address_space = addressSpace
      limits.cpu_seconds = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 0
      arguments = arguments.dropFirst(2)
    }
    guard let name = arguments.popFirst(), let attempt = Attempt(name, Array(arguments)) else {
      exit(2)
    }
    Attempt.openPipe()
    let closed = ys_close_other_descriptors(3)
    guard Attempt.openPipe() == [3, 4] else { exit(2) }
    var report = ys_sandbox_report()
    let error = ys_sandbox_enter(&limits, &report)
    if case .report = attempt {
      write(
        """
        closed \(closed)
        returned \(error)
        no_new_privileges \(report.no_new_privileges)
        rlimits \(report.rlimits)
        seccomp \(report.seccomp)
        error \(report.error)

        """)
      // Stays for whoever looks at it from outside, until its standard input ends.
      exit(Work.echoes() ? 0 : 1)
    }
    errno = 0
    if attempt.succeeds() { exit(0) }
    write("\(errno)\n")
    exit(1)
  }

  /// Writes with write(2) only, as a worker does.
  static func write(_ text: String) {
    write(Array(text.utf8)[...])
  }

  /// Writes all of some bytes.
  static func write(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if written <= 0 { exit(3) }
      rest = rest.dropFirst(written)
    }
  }
}
