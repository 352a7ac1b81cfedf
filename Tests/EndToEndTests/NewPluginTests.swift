// Plugins that `yardstick plugin new` writes, used as their author would use them first.

import Foundation
import Testing

@Suite struct NewPluginTests {
  /// A plugin that is written into a copy of a workspace of the repository.
  struct Case: CustomTestStringConvertible {
    let workspace: String
    let id: String
    let extends: String
    let area: String
    var options: [String] = []

    /// Whether the workspace has another plugin of the area.
    var hasNeighbour = false

    var testDescription: String { "\(id) for \(area)" }
  }

  static let cases = [
    Case(workspace: ".", id: "xihu", extends: "hangzhou", area: "330106"),
    Case(workspace: ".", id: "city-office", extends: "hangzhou", area: "330100"),
    Case(
      workspace: ".", id: "yuhang_2027", extends: "hangzhou", area: "余杭区",
      options: [
        "--folder", "districts of/余杭", "--title-zh", #"“余杭”: {区}\n #1"#, "--title-en",
        #"Yuhang's "own" rules: [\t] # 1"#,
      ]),
    // An area that has a plugin already, which takes some of what could be changed.
    Case(
      workspace: "examples/districts", id: "binjiang-park", extends: "hangzhou", area: "330108",
      hasNeighbour: true),
    Case(
      workspace: "examples/districts", id: "binjiang-pilot", extends: "binjiang", area: "330108",
      hasNeighbour: true),
    Case(workspace: "examples/districts", id: "fuyang", extends: "hangzhou", area: "330111"),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: cases)
  func `a new plugin is listed, passes its suites, reaches everything and differs`(
    _ new: Case
  ) async throws {
    try await TemporaryFolder.with { root in
      for part in ["catalog", "scripts", "examples"] {
        try FileTree(Fixture.repository.appending(path: part))
          .copy(to: root.appending(path: part))
      }
      try FileManager.default.copyItem(
        at: Fixture.repository.appending(path: "yardstick.yaml"),
        to: root.appending(path: "yardstick.yaml"))
      let workspace = root.appending(path: new.workspace)
      try FileManager.default.createDirectory(
        at: workspace.appending(path: "districts of"), withIntermediateDirectories: true)
      func output(_ arguments: [String]) async throws -> String {
        let ended = try await YardstickProcess.run(arguments, in: workspace)
        #expect(ended.code == 0, "\(String(decoding: ended.stderr, as: UTF8.self))")
        return String(decoding: ended.stdout, as: UTF8.self)
      }

      let written = try await output(
        ["plugin", "new", new.id, "--extends", new.extends, "--area", new.area] + new.options)
      let stem = new.id.replacingOccurrences(of: "-", with: "_")
      #expect(written.contains("eligibility/\(stem)_match.lua"))
      #expect(written.contains("indicators/\(stem)_change.lua"))
      #expect(written.contains("catalog/changes.yaml"))

      let list = try await output(["plugin", "list", "--format", "json"])
      #expect(list.contains("\"id\": \"\(new.id)\""))
      let difference = try await output(["diff", new.extends, new.id])
      for name in ["\(stem)_match", "\(stem)_rent", "\(stem)_change"] {
        #expect(difference.contains(name))
      }
      if !new.hasNeighbour { #expect(difference.contains("data_compute_subsidy.cap")) }
      let tests = try await output(["test", "--coverage", "text", "--threshold", "100"])
      #expect(tests.contains("(100%), lines"))

      let readme = try #require(written.split(separator: "\n").first { $0.hasSuffix("README.md") })
      let text = try String(contentsOf: workspace.appending(path: readme), encoding: .utf8)
      let commands = text.split(separator: "\n").filter { $0.hasPrefix("yardstick ") }
      #expect(commands.count == 5)
      for command in commands { _ = try await output(Array(ShellWords.split(command).dropFirst())) }
    }
  }
}
