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
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
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

  /// That a file cannot be written.
  public static func unwritable(_ path: String, _ why: String, suggestion: String) -> Failure {
    Failure(
      Finding(
        "output.unwritable", "`\(path)` cannot be written: \(why)", suggestion: suggestion))
  }
}
