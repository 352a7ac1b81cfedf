// The commands of the CI snippets in docs/tests.md, run as a CI system runs them.

import Foundation
import Testing

@Suite struct DocumentedCITests {
  /// The commands of the snippets, as they stand behind `run:` or in a list.
  static let commands: [String] = {
    let path = Fixture.repository.appending(path: "docs/tests.md")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```yaml\n").dropFirst().flatMap { block in
      block.components(separatedBy: "```")[0].split(separator: "\n").compactMap { line in
        line.range(of: "- run: yardstick ").map { String(line[$0.upperBound...]) }
          ?? line.range(of: "    - yardstick ").map { String(line[$0.upperBound...]) }
      }
    }.map { "yardstick \($0)" }
  }()

  @Test func `there is a command for each system`() {
    #expect(Self.commands.count == 2)
  }

  @Test(.timeLimit(.minutes(5)), arguments: commands)
  func `a command passes in a shell, and writes the files it names`(
    _ command: String
  ) async throws {
    try await TemporaryFolder.with { folder in
      let workspace = folder.appending(path: "workspace")
      for part in ["catalog", "scripts", "examples/data"] {
        try FileTree(Fixture.repository.appending(path: part))
          .copy(to: workspace.appending(path: part))
      }
      try FileManager.default.copyItem(
        at: Fixture.repository.appending(path: "yardstick.yaml"),
        to: workspace.appending(path: "yardstick.yaml"))
      let bin = folder.appending(path: "bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: bin.appending(path: "yardstick"), withDestinationURL: YardstickProcess.executable())
      let ended = try await YardstickProcess.shell(
        command, in: workspace, path: "\(bin.path):/usr/bin:/bin")
      #expect(ended.code == 0, "\(String(decoding: ended.stderr, as: UTF8.self))")
      let words = try ShellWords.split(command)
      let files = zip(words, words.dropFirst()).filter { $0.0.hasSuffix("output") }.map(\.1)
      #expect(!files.isEmpty)
      for file in files {
        let contents = try String(
          contentsOf: workspace.appending(path: file), encoding: .utf8)
        #expect(contents.count > 1000, "\(file)")
      }
    }
  }
}
