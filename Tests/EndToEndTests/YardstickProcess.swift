// Runs the built command as a process of its own.

import Foundation

/// Runs the built command.
enum YardstickProcess {
  /// How a process ended.
  struct Ended: Sendable {
    let stdout: Data
    let stderr: Data
    let code: Int32
  }

  /// Nothing of the machine's own settings reaches the command.
  static let environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]

  /// Runs the command in a folder.
  ///
  /// - Parameters:
  ///   - input: The file that is its standard input; nothing unless it is named.
  ///   - output: A file that takes the standard output instead of handing it back.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = environment,
    input: URL? = nil, output: FileHandle? = nil
  ) async throws -> Ended {
    try await run(
      try executable(), arguments, in: folder, environment: environment, input: input,
      output: output)
  }

  /// Runs a line of a shell in a folder, with nothing but `PATH` in its environment.
  static func shell(_ line: String, in folder: URL, path: String) async throws -> Ended {
    try await run(
      URL(filePath: "/bin/sh"), ["-eu", "-c", line], in: folder, environment: ["PATH": path])
  }

  /// Where whoever starts a process waits for its turn.
  static let turnstile = Turnstile(places: 16)

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    input: URL? = nil, output: FileHandle? = nil
  ) async throws -> Ended {
    await turnstile.enter()
    do {
      let ended = try await start(
        executable, arguments, in: folder, environment: environment, input: input, output: output)
      await turnstile.leave()
      return ended
    } catch {
      await turnstile.leave()
      throw error
    }
  }

  private static func start(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    input: URL?, output: FileHandle?
  ) async throws -> Ended {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    // Files take any amount of output; a pipe that nobody empties would block the command.
    return try await TemporaryFolder.with { logs in
      let stdout = try emptyFile("stdout", in: logs)
      let stderr = try emptyFile("stderr", in: logs)
      process.standardOutput = try output ?? FileHandle(forWritingTo: stdout)
      process.standardError = try FileHandle(forWritingTo: stderr)
      try await end(of: process)
      guard process.terminationReason == .exit else {
        throw FixtureError(
          "`yardstick \(arguments.joined(separator: " "))` was ended by signal "
            + "\(process.terminationStatus):\n"
            + String(decoding: try Data(contentsOf: stderr), as: UTF8.self))
      }
      return Ended(
        stdout: try Data(contentsOf: stdout), stderr: try Data(contentsOf: stderr),
        code: process.terminationStatus)
    }
  }

  private static func end(of process: Process) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        process.terminationHandler = { _ in continuation.resume(returning: ()) }
        do {
          try process.run()
        } catch {
          process.terminationHandler = nil
          continuation.resume(throwing: error)
        }
      }
    } onCancel: {
      if process.isRunning { process.terminate() }
    }
  }

  private static func emptyFile(_ name: String, in folder: URL) throws -> URL {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return file
  }

  /// The command that `YARDSTICK_BINARY` names, else the one beside the test bundle.
  static func executable() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["YARDSTICK_BINARY"] {
      return URL(filePath: path)
    }
    let bundles =
      Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(filePath: $0) }
    let found = bundles.map { $0.deletingLastPathComponent().appending(path: "yardstick") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else {
      throw FixtureError(
        "there is no `yardstick` beside the test bundle; build it, or name it in YARDSTICK_BINARY")
    }
    return found
  }
}
