// Files as bytes, with findings that say what a user can do.

package import Diagnostics
import Foundation

/// Reads files and folders, or says why that is not possible.
package enum InputFile {
  /// The bytes of a file.
  ///
  /// - Parameter purpose: What it is for, as in "the observations".
  package static func read(
    _ path: String, purpose: String, namedAt span: SourceSpan? = nil
  ) throws(Failure) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(
        Finding(
          "file.missing", "there is no file `\(path)`, which should hold \(purpose)", at: span,
          suggestion: nearest(to: path).map { "did you mean `\($0)`?" }))
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        Finding(
          "file.unreadable",
          isFolder.boolValue
            ? "`\(path)` is a folder; a file with \(purpose) is expected"
            : "`\(path)`, which should hold \(purpose), cannot be read", at: span))
    }
    return [UInt8](data)
  }

  /// Opens a file for reading; `-` is the standard input.
  ///
  /// - Parameter purpose: What it is for, as in "the subjects".
  static func open(
    _ path: String, purpose: String, namedAt span: SourceSpan? = nil
  ) throws(Failure) -> Int32 {
    if path == "-" { return dup(STDIN_FILENO) }
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0, !isFolder(path) { return descriptor }
    if descriptor >= 0 { close(descriptor) }
    // Reading it says what is wrong.
    _ = try read(path, purpose: purpose, namedAt: span)
    throw Failure(
      Finding(
        "file.unreadable", "`\(path)`, which should hold \(purpose), cannot be read", at: span))
  }

  /// Checks that a folder exists.
  ///
  /// - Parameter purpose: What it holds, as in "the catalogue".
  static func check(
    folder path: String, purpose: String, namedAt span: SourceSpan
  ) throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(
        Finding(
          "folder.missing", "there is no folder `\(path)`, which should hold \(purpose)", at: span,
          suggestion: nearest(to: path).map { "did you mean `\($0)`?" }))
    }
    guard isFolder.boolValue else {
      throw Failure(
        Finding(
          "folder.is-file", "`\(path)` is a file; a folder with \(purpose) is expected", at: span))
    }
  }

  /// The names of the files in a folder with an extension, sorted; none when there is no such folder.
  static func names(in folder: String, withExtension suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix("." + suffix) && !$0.hasPrefix(".") }.sorted()
  }

  /// The names of the folders in a folder, sorted, links to folders among them.
  static func folderNames(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: path(name, in: folder), isDirectory: &isFolder)
      return exists && isFolder.boolValue && !name.hasPrefix(".")
    }.sorted()
  }

  /// Whether something is a link.
  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  /// Whether a file lies in a folder or one in it, wherever links lead.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let file = URL(filePath: path).resolvingSymlinksInPath().pathComponents
    let outer = URL(filePath: folder).resolvingSymlinksInPath().pathComponents
    return file.starts(with: outer)
  }

  /// Whether there is a folder at a path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether something exists at a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// A path inside a folder; an absolute path stays as it is.
  static func path(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  private static func nearest(to path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    guard let name = parts.last else { return nil }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return NearestName.of(String(name), among: names ?? []).map { self.path($0, in: folder) }
  }
}
