// Programs that tests start as workers: the real one, and ones that misbehave.

import Foundation
import Testing

/// A program in a temporary folder, under a name by which its processes can be found.
///
/// Names have up to 15 characters, which is what the kernel keeps. Whoever makes one removes it.
struct Executable {
  let path: String
  let name: String
  private let folder: URL

  /// The real command under another name.
  static func yardstick(named name: String) throws -> Executable {
    let executable = try Executable(name)
    try FileManager.default.createSymbolicLink(
      atPath: executable.path, withDestinationPath: try command().path)
    return executable
  }

  /// What makes a script stay until it is killed, deaf to whatever is sent and closed.
  static let hang = "kill -STOP $$"

  /// A shell script that writes bytes and then runs some commands.
  static func script(named name: String, writing bytes: [UInt8], then: String) throws -> Executable
  {
    let executable = try Executable(name)
    let octal = bytes.map { "\\0" + String($0, radix: 8) }.joined()
    let draft = executable.path + ".draft"
    try Data("#!/bin/sh\nprintf '%b' '\(octal)'\n\(then)\n".utf8)
      .write(to: URL(filePath: draft))
    // A file that is open for writing cannot be started. Another test may just be starting a process, which holds
    // what this one has open for a moment; so another process writes the file.
    let copy = try Process.run(
      URL(filePath: "/usr/bin/install"), arguments: ["-m", "755", draft, executable.path])
    copy.waitUntilExit()
    return executable
  }

  private init(_ name: String) throws {
    self.name = name
    folder = FileManager.default.temporaryDirectory.appending(path: "workers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: name).path
  }

  /// Removes the program; what it started goes on.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The command that `YARDSTICK_BINARY` names, else the one beside the test bundle.
  private static func command() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["YARDSTICK_BINARY"] {
      return URL(filePath: path)
    }
    let bundles =
      Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(filePath: $0) }
    return try #require(
      bundles.map { $0.deletingLastPathComponent().appending(path: "yardstick") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "there is no `yardstick` beside the test bundle; build it, or name it in YARDSTICK_BINARY")
  }
}
