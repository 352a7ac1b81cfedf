// One transcript of the command line: a folder with a command and what it must put out.

import Foundation
import Testing

/// One transcript of the command line, in a folder of `Fixtures`.
///
/// - `command`: `yardstick …`, quoted as for a shell; lines above it that begin with `#` say what it shows.
/// - `stdin`: what stands on its standard input; nothing unless it is there.
/// - `workspace/`: files laid over the base workspace; a file `x.delete` removes `x` from it.
/// - `links`: symbolic links to make, one a line: `path -> target`, in place of what is there.
/// - `bytes`: edits of single bytes, for which see ``ByteEdits``.
/// - `in-repository`: when it is there, the command runs in the repository instead.
/// - `expected.stdout`, `expected.stderr`, `expected.code`: left out when empty or 0.
/// - `expected.files/`: the files that the command writes.
/// - `known-bug`: says what is still wrong; the expectations are what is wanted, and never rewritten.
struct Fixture: Sendable, CustomTestStringConvertible {
  /// Its folder below `Fixtures`, such as `scripts/unknown-field`.
  let name: String

  var testDescription: String { name }

  var folder: URL { Self.root.appending(path: name) }

  /// The folder of all fixtures.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The repository.
  static let repository = root.appending(path: "../../..").standardizedFileURL

  /// The workspace that fixtures build on.
  static let base = root.appending(path: "base")

  /// Every fixture, by name.
  static let all: [Fixture] = FileTree(root).paths
    .filter { $0.hasSuffix("/command") }
    .map { Fixture(name: String($0.dropLast("/command".count))) }

  var isInRepository: Bool { has("in-repository") }

  var isKnownBug: Bool { has("known-bug") }

  func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  /// The arguments of the command, without `yardstick`.
  func arguments() throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard lines.count == 1, let line = lines.first else {
      throw FixtureError("`\(name)/command` must hold one command, not \(lines.count)")
    }
    let words = try ShellWords.split(line)
    guard words.first == "yardstick" else {
      throw FixtureError("the command of `\(name)` must begin with `yardstick`")
    }
    return Array(words.dropFirst())
  }

  private var input: URL? { has("stdin") ? folder.appending(path: "stdin") : nil }

  /// Runs the command in a workspace of its own.
  func run() async throws -> Transcript {
    guard !isInRepository else {
      let ended = try await YardstickProcess.run(
        arguments(), in: Self.repository, input: input)
      return Transcript(ended, files: [:])
    }
    return try await TemporaryFolder.with { workspace in
      try prepare(workspace)
      let before = try FileTree(workspace).contents()
      let ended = try await YardstickProcess.run(arguments(), in: workspace, input: input)
      let after = try FileTree(workspace).contents()
      return Transcript(ended, files: after.filter { before[$0.key] != $0.value })
    }
  }

  private func prepare(_ workspace: URL) throws {
    try FileTree(Self.base).copy(to: workspace)
    let overlay = FileTree(folder.appending(path: "workspace"))
    for path in overlay.paths where path.hasSuffix(".delete") {
      let removed = workspace.appending(path: path.dropLast(".delete".count))
      try FileManager.default.removeItem(at: removed)
    }
    try overlay.copy(to: workspace) { !$0.hasSuffix(".delete") }
    if has("links") { try makeLinks(in: workspace) }
    if has("bytes") { try ByteEdits(folder.appending(path: "bytes")).apply(to: workspace) }
  }
}

extension Fixture {
  /// Makes the links that `links` lists.
  private func makeLinks(in workspace: URL) throws {
    let text = try String(contentsOf: folder.appending(path: "links"), encoding: .utf8)
    for line in text.split(separator: "\n") {
      let parts = line.components(separatedBy: " -> ")
      guard parts.count == 2 else { throw FixtureError("`\(name)/links`: no link: \(line)") }
      let link = workspace.appending(path: parts[0])
      try? FileManager.default.removeItem(at: link)
      try FileManager.default.createDirectory(
        at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: parts[1])
    }
  }
}

/// A mistake in a fixture itself.
struct FixtureError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
