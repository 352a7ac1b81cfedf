// The same workspace gives the same bytes, whatever surrounds the command.

import Foundation
import Testing

@Suite struct DeterminismTests {
  private static let commands = [
    "run", "run --format json", "decide --format jsonl", "decide --format csv",
    "assess --format json", "assess --format csv", "explain research_grant --subject F2",
    "catalog export", "catalog audit policy.txt",
  ]

  private static let environments: [[String: String]] = [
    ["LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai", "HOME": "/", "MALLOC_PERTURB_": "165"],
    ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "COLUMNS": "20", "TERM": "dumb"],
    ["LANGUAGE": "de", "SWIFT_DETERMINISTIC_HASHING": "1", "NO_COLOR": "1"],
  ]

  @Test(.timeLimit(.minutes(10)), arguments: commands)
  func `the environment does not change a byte`(_ command: String) async throws {
    let arguments = try ShellWords.split(command)
    try await TemporaryFolder.with { workspace in
      try FileTree(Fixture.base).copy(to: workspace)
      let first = try await YardstickProcess.run(arguments, in: workspace)
      #expect(first.code == 0 && !first.stdout.isEmpty)
      for environment in Self.environments {
        let again = try await YardstickProcess.run(
          arguments, in: workspace, environment: environment)
        #expect(again.stdout == first.stdout, "in \(environment)")
        #expect(again.stderr == first.stderr, "in \(environment)")
        #expect(again.code == first.code, "in \(environment)")
      }
    }
  }

  /// Reports name no path but the register's and the document's, which `--workspace` makes longer.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: commands.filter { $0 != "run" && !$0.contains("policy.txt") })
  func `another folder does not change a byte`(_ command: String) async throws {
    let arguments = try ShellWords.split(command)
    try await TemporaryFolder.with { folder in
      let workspace = folder.appending(path: "工作 区")
      try FileTree(Fixture.base).copy(to: workspace)
      let inside = try await YardstickProcess.run(arguments, in: workspace)
      let outside = try await YardstickProcess.run(
        arguments + ["--workspace", workspace.lastPathComponent], in: folder)
      #expect(inside.code == 0 && !inside.stdout.isEmpty)
      #expect(outside.stdout == inside.stdout)
    }
  }

  @Test func `the order in which files were made does not change a byte`() async throws {
    try await TemporaryFolder.with { folder in
      var outputs: Set<Data> = []
      for isReversed in [false, true] {
        let workspace = folder.appending(path: "\(isReversed)")
        let contents = try FileTree(Fixture.base).contents().sorted { $0.key < $1.key }
        for (path, data) in isReversed ? contents.reversed() : contents {
          let file = workspace.appending(path: path)
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try data.write(to: file)
        }
        let ended = try await YardstickProcess.run(["run", "--format", "json"], in: workspace)
        #expect(ended.code == 0)
        outputs.insert(ended.stdout)
      }
      #expect(outputs.count == 1)
    }
  }
}
