// Ranges of versions such as `^1.2`.

import Testing

@testable import Scripting

@Suite struct VersionRangeTests {
  @Test(
    arguments: [
      ("1.0.0", "^1.0", true), ("1.0.0", "^1", true), ("1.2.3", "^1.2.3", true),
      ("1.2.3", "^1.2.4", false), ("1.10.0", "^1.9", true), ("1.9.9", "^1.10", false),
      ("2.0.0", "^1.0", false), ("1.9.9", "^2", false), ("1.0.0", "1.0.0", true),
      ("1.0.0", "1.0", true), ("1.0.1", "1.0.0", false), ("0.9.0", "^1", false),
      ("1.0.0", "", nil), ("1.0.0", "^", nil), ("1.0.0", "1.x", nil), ("1.0.0", ">=1.0", nil),
      ("1.0.0", "1.0.0.0", nil), ("1.0.0", "1..0", nil), ("1.0.0", "^1.0-beta", nil),
    ] as [(String, String, Bool?)])
  func holdsTheSameFirstNumberAndNothingOlder(
    version: String, range: String, expected: Bool?
  ) {
    #expect(VersionRange.contains(version, in: range) == expected)
  }
}
