// The files a catalogue is loaded from, as bytes.

public import Diagnostics
import Foundation

/// A file of a catalogue: its path, for findings, and its bytes.
///
/// Loading from bytes instead of from the file system lets a worker process without access to files be
/// handed a catalogue.
public struct CatalogFile: Sendable {
  /// The path as the user would type it; its last part says what the file holds.
  public let path: String

  /// The contents.
  public let bytes: [UInt8]

  /// Creates a file from its path and contents.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Reads the YAML files of a folder, in the order of their names.
  ///
  /// Hidden files and files of other kinds are left out. Throws a ``Failure`` that names every folder or
  /// file that cannot be read.
  public static func read(folder: String) throws(Failure) -> [CatalogFile] {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: trimmed)
    } catch {
      throw Failure(
        Finding(
          "catalog.no-folder", "the folder `\(folder)` cannot be read",
          suggestion: "name the folder that holds `catalog.yaml`"))
    }
    var files: [CatalogFile] = []
    var findings = FindingList()
    for name in names.sorted() where isYAML(name) {
      let path = "\(trimmed)/\(name)"
      do {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        files.append(CatalogFile(path: path, bytes: [UInt8](data)))
      } catch {
        findings.add(Finding("catalog.unreadable-file", "the file `\(path)` cannot be read"))
      }
    }
    try findings.throwIfErrors()
    if files.isEmpty {
      throw Failure(
        Finding(
          "catalog.no-files", "the folder `\(folder)` holds no YAML files",
          suggestion: "name the folder that holds `catalog.yaml`"))
    }
    return files
  }

  private static func isYAML(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }
}
