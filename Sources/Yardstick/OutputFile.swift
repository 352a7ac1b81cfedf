// Files that appear whole or not at all.

public import Diagnostics
import Foundation

/// Writes files so that they appear whole or not at all.
public enum OutputFile {
  /// Writes a text to a file, in place of what is there.
  ///
  /// - Throws: a `Failure` when the path is a folder, or the system refuses it.
  public static func write(_ text: String, to path: String) throws(Failure) {
    try check(path)
    do {
      let file = URL(fileURLWithPath: destination(path))
      try Data(text.utf8).write(to: file, options: isDevice(path) ? [] : .atomic)
    } catch {
      throw unwritable(
        path, "the system refused it", suggestion: "check that its folder may be written to")
    }
  }

  /// Makes sure that there can be a file at a path.
  ///
  /// - Throws: a `Failure` when it is a folder, or there is no folder for it.
  public static func check(_ path: String) throws(Failure) {
    if InputFile.isFolder(path) {
      throw unwritable(path, "it is a folder", suggestion: "name a file")
    }
    if !InputFile.isFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path) {
      throw unwritable(path, "its folder does not exist", suggestion: "make the folder first")
    }
  }

  /// The file that a path stands for: what a link leads to, so that the link stays.
  public static func destination(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether there is something at a path that is written to as it is, such as a device or a named pipe, and
  /// that no file may take the place of.
  public static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// That a file cannot be written.
  public static func unwritable(_ path: String, _ why: String, suggestion: String) -> Failure {
    Failure(
      Finding(
        "output.unwritable", "`\(path)` cannot be written: \(why)", suggestion: suggestion))
  }
}
