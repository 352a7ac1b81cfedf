// Which lines of scripts ran, for whoever measures what tests reach.

public import LuaRuntime

/// How often the lines of a script ran.
public struct LineCoverage: Sendable, Hashable {
  /// The path of the script.
  public let path: String

  /// The lines that hold code, in order.
  public let lines: [LineCount]

  /// Creates a coverage.
  public init(path: String, lines: [LineCount]) {
    self.path = path
    self.lines = lines
  }

  /// Several coverages of the same scripts as one, in the order of the paths.
  public static func merged(_ parts: [LineCoverage]) -> [LineCoverage] {
    var counts: [String: [Int: Int]] = [:]
    for part in parts {
      for line in part.lines {
        counts[part.path, default: [:]][line.line, default: 0] += line.count
      }
    }
    return counts.sorted { $0.key < $1.key }.map { path, lines in
      LineCoverage(
        path: path,
        lines: lines.sorted { $0.key < $1.key }.map { LineCount(line: $0.key, count: $0.value) })
    }
  }
}

extension ScriptEngine {
  /// Which lines of the scripts ran so far, the suite file left out; nothing unless lines are counted.
  package var lineCoverage: [LineCoverage] {
    state.lineCounts.filter { $0.path != suitePath }.map(LineCoverage.init)
  }
}
