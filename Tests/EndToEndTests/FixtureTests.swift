// Every fixture, held against what the command puts out now.
//
// After a change that is meant, rewrite what the fixtures expect, then read the difference:
//
//   YARDSTICK_UPDATE_FIXTURES=1 swift test --filter EndToEndTests

import Foundation
import Testing

@Suite struct FixtureTests {
  /// Whether expectations are rewritten; never on a machine that checks them.
  static let isUpdating: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return environment["YARDSTICK_UPDATE_FIXTURES"] == "1" && environment["CI"] == nil
  }()

  @Test(.timeLimit(.minutes(10)), arguments: Fixture.all)
  func `the command puts out what the fixture expects`(_ fixture: Fixture) async throws {
    if fixture.isKnownBug {
      await withKnownIssue { try await check(fixture) }
    } else {
      try await check(fixture)
    }
  }

  private func check(_ fixture: Fixture) async throws {
    let actual = try await fixture.run()
    if Self.isUpdating, !fixture.isKnownBug { try actual.write(to: fixture) }
    let differences = actual.differences(from: try Transcript(expectedBy: fixture))
    #expect(differences.isEmpty, "\(differences)")
  }

  @Test func `there are fixtures`() {
    #expect(Fixture.all.count > 100)
  }

  @Test(arguments: Fixture.all)
  func `no output leaks an internal name or a path of the machine`(_ fixture: Fixture) throws {
    let expected = try Transcript(expectedBy: fixture)
    let texts = [expected.stdout, expected.stderr].map { String(decoding: $0, as: UTF8.self) }
    let leaks = [
      "Optional(", "Error Domain", "NSCocoa", "Fatal error", "Swift.", "LuaError", "ScriptError",
      "[string ", "luaL_", FileManager.default.temporaryDirectory.path, Fixture.repository.path,
    ]
    for leak in leaks {
      #expect(!texts.contains { $0.contains(leak) }, "the output contains `\(leak)`")
    }
  }

  @Test(arguments: Fixture.all)
  func `a command that fails says why`(_ fixture: Fixture) throws {
    let expected = try Transcript(expectedBy: fixture)
    if expected.code != 0 { #expect(!expected.stderr.isEmpty) }
  }
}
