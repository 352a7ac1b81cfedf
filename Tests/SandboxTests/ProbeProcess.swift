// Runs the probe, and tells how it ended.

import Foundation

/// The probe as a process of its own.
struct ProbeProcess {
  /// How a process ended.
  enum End: Equatable {
    case code(Int32)
    case signal(Int32)
  }

  private let process = Process()
  private let output = Pipe()
  private let end: AsyncStream<End>

  /// Starts the probe, with nothing of the machine's own settings.
  ///
  /// - Parameters:
  ///   - arguments: What it shall try.
  ///   - input: A file or a pipe, its standard input.
  ///   - file: Takes its standard output, which is a pipe otherwise.
  init(
    _ arguments: [String], input: Any = FileHandle.nullDevice, file: FileHandle? = nil,
    environment: [String: String] = [:]
  ) throws {
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.environment = environment
    process.standardInput = input
    process.standardOutput = file ?? output
    process.standardError = FileHandle.nullDevice
    let (end, continuation) = AsyncStream.makeStream(of: End.self)
    self.end = end
    process.terminationHandler = { process in
      let status = process.terminationStatus
      continuation.yield(process.terminationReason == .exit ? .code(status) : .signal(status))
      continuation.finish()
    }
    try process.run()
  }

  /// The process, while it runs.
  var id: Int32 { process.processIdentifier }

  /// Waits for some output.
  func someOutput() -> String {
    String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  }

  /// Waits for the end; hands back how it ended, and the output that was not read yet.
  func ended() async throws -> (end: End?, output: Data) {
    let written =
      process.standardOutput is Pipe ? try output.fileHandleForReading.readToEnd() : nil
    return (await end.first { _ in true }, written ?? Data())
  }

  /// Starts the probe and waits for its end.
  static func end(_ arguments: String..., environment: [String: String] = [:]) async throws -> End?
  {
    try await ProbeProcess(arguments, environment: environment).ended().end
  }

  /// The probe that was built beside the test bundle.
  private static func executable() throws -> URL {
    let bundles =
      Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(filePath: $0) }
    let candidates = bundles.map { $0.deletingLastPathComponent().appending(path: "SandboxProbe") }
    guard
      let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { throw CocoaError(.fileNoSuchFile) }
    return found
  }
}
