// Files that appear whole or not at all.

public import Diagnostics
import Foundation

/// Writes files so that they appear whole or not at all.
public enum OutputFile {
  /// Writes a text to a file, in place of what is there.
  ///
  /// - Throws: a `Failure` when the path is a folder, or the system refuses it.
  public static func write(_ text: String, to path: String) throws(Failure) {
    let file = URL(fileURLWithPath: path)
    let folder = file.deletingLastPathComponent()
    if InputFile.isFolder(path) {
      throw unwritable(path, "it is a folder", suggestion: "name a file")
    }
    if !InputFile.isFolder(folder.path) {
      throw unwritable(path, "its folder does not exist", suggestion: "make the folder first")
    }
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw unwritable(
        path, "the system refused it", suggestion: "check that its folder may be written to")
    }
  }

  private static func unwritable(_ path: String, _ why: String, suggestion: String) -> Failure {
    Failure(
      Finding(
        "output.unwritable", "`\(path)` cannot be written: \(why)", suggestion: suggestion))
  }
}
