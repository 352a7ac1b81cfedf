// The suites of a workspace, found and run.

import Diagnostics
import Foundation
import Testing

@testable import Yardstick

@Suite struct WorkspaceTestingTests {
  private static let suite = """
    test "sums" (function() expect(1 + 1):is(2) end)
    """

  private static let files = [
    "scripts/tests/b_test.lua": suite, "scripts/tests/a_test.lua": suite,
    "scripts/tests/helper.lua": "error()", "scripts/tests/deep/c_test.lua": "error()",
  ]

  private func ids(_ folder: SampleFolder, _ paths: [String]) throws -> [String] {
    try WorkspaceSuites(of: folder.path).run(paths.map { folder.path + "/" + $0 })
      .results.map(\.test.id)
  }

  @Test func `suites are the files of a plugin's folder whose names end in _test`() throws {
    let folder = try SampleFolder(Self.files)
    #expect(try ids(folder, []) == ["a/sums", "b/sums"])
    #expect(try ids(folder, ["scripts"]) == ["a/sums", "b/sums"])
    #expect(try ids(folder, ["scripts/tests/b_test.lua"]) == ["b/sums"])
    #expect(try ids(folder, ["scripts/tests/../tests/b_test.lua", "scripts/tests"]).count == 2)
  }

  @Test(arguments: ["scripts/tests/c_test.lua", "scripts/tests/helper.lua", "scripts/eligibility"])
  func `a path without a suite is an error`(_ path: String) throws {
    let folder = try SampleFolder(Self.files)
    #expect(throws: Failure.self) { try ids(folder, [path]) }
  }

  @Test func `observations of a suite are not seen by the next`() throws {
    let folder = try SampleFolder([
      "scripts/tests/a_test.lua": """
      suite "growth" { at = 2025, observations = {}, { "a", expect = { value = missing } } }
      suite "growth" { at = 2025, { "b", expect = { value = "12.5%" } } }
      """
    ])
    #expect(
      try WorkspaceSuites(of: folder.path).run().results.map(\.status) == [.passed, .passed])
  }

  @Test func `a change of any file of a workspace is seen`() throws {
    let folder = try SampleFolder(Self.files)
    let watch = WorkspaceWatch(folder.path)
    var states = [watch.state()]
    func change(_ path: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder.path).appending(path: path))
      states.append(watch.state())
    }
    try change("scripts/tests/a_test.lua", Self.suite + "--")
    try change("scripts/tests/new_test.lua", "")
    try change("catalog/units.yaml", "units:")
    for (before, after) in zip(states, states.dropFirst()) { #expect(before != after) }
    try change("README.md", "nothing to do with it")
    #expect(states.suffix(2).first == states.last)
  }
}
