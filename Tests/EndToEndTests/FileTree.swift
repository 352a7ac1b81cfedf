// The files below a folder, and temporary folders to put them in.

import Foundation

/// The files below a folder.
struct FileTree {
  let folder: URL

  init(_ folder: URL) { self.folder = folder }

  /// The paths of all files, relative to the folder and sorted; none when there is no such folder.
  var paths: [String] {
    let found = FileManager.default.enumerator(atPath: folder.path)
    return (found?.compactMap { $0 as? String } ?? []).filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder.appending(path: path).path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }

  /// The contents of all files by path.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in paths { contents[path] = try Data(contentsOf: folder.appending(path: path)) }
    return contents
  }

  /// Copies the files, over those that are there already.
  func copy(to target: URL, where isCopied: (String) -> Bool = { _ in true }) throws {
    for path in paths where isCopied(path) {
      let file = target.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: folder.appending(path: path)).write(to: file)
    }
  }
}

/// Folders that live as long as a piece of work.
enum TemporaryFolder {
  /// Makes an empty folder, hands it to `body`, and removes it.
  static func with<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "yardstick-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }
}
