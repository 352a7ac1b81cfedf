// What the kernel that runs the tests offers, as it says itself.

import Foundation
import Testing

/// The kernel that runs the tests.
enum Kernel {
  /// Whether processes can filter their system calls.
  static let filtersCalls =
    (try? text("/proc/sys/kernel/seccomp/actions_avail").contains("kill_process")) ?? false

  /// The value of a field in what the kernel tells about a process; nil where there is none.
  static func field(_ name: String, of process: Int32, in file: String) throws -> String? {
    for line in try text("/proc/\(process)/\(file)").split(separator: "\n") {
      guard line.hasPrefix(name) else { continue }
      let fields = line.dropFirst(name.count).split(whereSeparator: \.isWhitespace)
      return fields.first.map(String.init)
    }
    return nil
  }

  private static func text(_ path: String) throws -> String {
    // The size of these files is not known before they are read.
    guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
  }
}

extension Trait where Self == ConditionTrait {
  /// Runs only where system calls can be filtered.
  static var needsFilter: Self {
    .enabled(if: Kernel.filtersCalls, "this kernel has no seccomp filters: calls are not checked")
  }
}
