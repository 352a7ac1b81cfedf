// Ranges of semantic versions.

/// Ranges of semantic versions such as `^1.2`.
package enum VersionRange {
  /// Whether a version has the range's first number and is not older than it; `nil` when the range
  /// cannot be read.
  package static func contains(_ version: String, in range: String) -> Bool? {
    let least = numbers(range.hasPrefix("^") ? range.dropFirst() : range[...])
    let actual = numbers(version[...])
    guard let least, let actual else { return nil }
    guard range.hasPrefix("^") else { return actual == least }
    return actual[0] == least[0] && !actual.lexicographicallyPrecedes(least)
  }

  /// Whether a text is a version: three numbers.
  static func isVersion(_ text: String) -> Bool {
    numbers(text[...]) != nil && text.count { $0 == "." } == 2
  }

  /// Three numbers; those left out are zero.
  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), !parts.contains(where: { ($0 ?? -1) < 0 }) else {
      return nil
    }
    return (parts.compactMap { $0 } + [0, 0, 0]).prefix(3).map { $0 }
  }
}
