// A folder that appears whole or not at all.

import Diagnostics
import Foundation

/// A file that is to be written, by its path in a folder.
struct TextFile {
  let path: String
  let text: String
}

/// A folder that is to be made.
struct NewFolder {
  /// The path as the user would type it.
  let path: String

  /// Looks whether a folder can be made.
  ///
  /// - Throws: a `Failure` when something is there already, or nothing to put it in.
  init(_ path: String) throws(Failure) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed
    if InputFile.exists(trimmed) || InputFile.isLink(trimmed) {
      throw Failure(
        Finding(
          "output.exists", "`\(trimmed)` is there already, and nothing in it is overwritten",
          suggestion: "name another folder with `--folder`, or move that one away"))
    }
    guard InputFile.isFolder(outer) else {
      throw OutputFile.unwritable(
        trimmed, "there is no folder `\(outer)` to put it in",
        suggestion: "make that folder first")
    }
  }

  /// The folder in which it will lie.
  private var outer: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
  }

  /// Its path as seen from another folder.
  func path(from folder: String) -> String {
    func parts(_ path: String) -> [String] {
      URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.pathComponents
    }
    let name = URL(filePath: path).standardizedFileURL.lastPathComponent
    let target = parts(outer) + [name]
    let start = parts(folder)
    let shared = zip(start, target).prefix { $0 == $1 }.count
    return (start.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared))
      .joined(separator: "/")
  }

  /// Writes it under another name, and then gives it its own.
  ///
  /// - Throws: a `Failure` when that is not possible; nothing is left behind then.
  func write(_ files: [TextFile]) throws(Failure) {
    let draft = InputFile.path(".yardstick-\(UUID().uuidString)", in: outer)
    do {
      for file in files {
        let url = URL(filePath: InputFile.path(file.path, in: draft))
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
      }
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw OutputFile.unwritable(
        path, "the system refused it",
        suggestion: "check that the folder `\(outer)` may be written to")
    }
  }
}
