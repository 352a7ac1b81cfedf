// Programs of this package that were built along with the tests.

import Foundation

/// A program of this package.
public enum BuiltProgram {
  /// The path of the executable that was built beside the tests.
  public static func path(_ name: String) throws -> String {
    let bundles =
      Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(filePath: $0) }
    let candidates = bundles.map { $0.deletingLastPathComponent().appending(path: name).path }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return found
  }
}
