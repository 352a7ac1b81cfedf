// Waits until a file of a workspace changes.

import Foundation

/// Waits until a file of a workspace changes.
public struct WorkspaceWatch {
  private let folder: String

  /// How long it takes at most until a change is seen.
  private static let interval: UInt32 = 300_000

  /// The kinds of files that a workspace is made of.
  private static let kinds = ["lua", "yaml", "csv"]

  /// Watches the workspace of a folder.
  public init(_ folder: String) { self.folder = folder }

  /// Waits until a file is added, removed or written.
  public func waitForChange() {
    let before = state()
    while state() == before { usleep(Self.interval) }
  }

  /// The size and the time of the last change of every file, by its path.
  func state() -> [String: [Int]] {
    var state: [String: [Int]] = [:]
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return state }
    while let path = paths.nextObject() as? String {
      // Builds and version control change files all the time.
      if path.split(separator: "/").last?.hasPrefix(".") == true {
        paths.skipDescendants()
      } else if Self.kinds.contains(where: { path.hasSuffix("." + $0) }) {
        let time = paths.fileAttributes?[.modificationDate] as? Date
        let size = paths.fileAttributes?[.size] as? NSNumber
        // Microseconds, so that two changes of one second are told apart.
        let stamp = time.map { Int($0.timeIntervalSince1970 * 1_000_000) }
        state[path] = [stamp ?? 0, size?.intValue ?? 0]
      }
    }
    return state
  }
}
