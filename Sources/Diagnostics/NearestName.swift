// "Did you mean …?": the known name that a misspelt one is closest to.

/// Suggests the name that a user most likely meant.
public enum NearestName {
  /// The known name closest to a misspelt one, or `nil` when none is close.
  ///
  /// Closeness is the number of inserted, removed, replaced or swapped characters, ignoring case;
  /// a third of the longer name may differ, but never all of it. Of equally close names the first in
  /// order wins.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in known.sorted() {
      let distance = distance(from: name.lowercased(), to: candidate.lowercased())
      let length = max(name.count, candidate.count)
      let tolerance = min(max(1, length / 3), length - 1)
      if distance <= tolerance, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// A suggestion such as ``did you mean `floor`?``, or a short list of what is known.
  public static func suggestion(for name: String, among known: some Collection<String>) -> String? {
    if let nearest = of(name, among: known) { return "did you mean `\(nearest)`?" }
    guard !known.isEmpty, known.count <= 12 else { return nil }
    return "known here: " + known.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The number of single-character edits or swaps of neighbours between two texts.
  static func distance(from left: String, to right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(
          previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
