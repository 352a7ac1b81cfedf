// The children of the test process, as the kernel lists them.

import Foundation

/// A child of this process; it may have ended without anybody having asked how.
struct ChildProcess {
  let id: pid_t
  let isZombie: Bool

  /// The processor time it has used, in the kernel's ticks.
  let ticks: Int

  /// The children that run a program of a name.
  static func named(_ name: String) -> [ChildProcess] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { pid_t($0) }.sorted().compactMap { child($0, named: name) }
  }

  /// Reads `id (name) state parent …`; the name may hold anything, a bracket too.
  private static func child(_ id: pid_t, named name: String) -> ChildProcess? {
    guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
      let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"),
      text[text.index(after: start)..<end] == name
    else { return nil }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 13, pid_t(fields[2]) == getpid(), let ticks = Int(fields[12]) else {
      return nil
    }
    return ChildProcess(id: id, isZombie: fields[1] == "Z", ticks: ticks)
  }

  /// How many descriptors this process holds.
  static func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }
}
