// How often lines of chunks run.

internal import CLuaShim

/// How often a line of a chunk ran.
public struct LineCount: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int

  /// How often it was reached.
  public let count: Int

  /// Creates a count.
  public init(line: Int, count: Int) {
    self.line = line
    self.count = count
  }
}

extension LuaState {
  /// Counts from now on how often lines run, of chunks that are loaded with a path from now on.
  ///
  /// Costs time, and nothing at all while it has not been asked for.
  ///
  /// - Throws: ``LuaError`` when there is no memory for it.
  public func countLines() throws(LuaError) {
    guard ysl_count_lines(try machine.live()) else {
      throw LuaError(.memory, "there is no memory to count lines in")
    }
  }

  /// The lines of each chunk that hold code, with how often they ran, by the chunk's path.
  public var lineCounts: [(path: String, lines: [LineCount])] {
    guard let state = machine.pointer else { return [] }
    let visitor = LineVisitor()
    withExtendedLifetime(visitor) {
      ysl_visit_lines(state, Unmanaged.passUnretained(visitor).toOpaque()) {
        context, chunk, line, hits in
        guard let context, let chunk else { return }
        Unmanaged<LineVisitor>.fromOpaque(context).takeUnretainedValue()
          .add(
            String(cString: chunk),
            LineCount(line: Int(line), count: Int(min(hits, Int64(Int32.max)))))
      }
    }
    return visitor.chunks
  }
}

private final class LineVisitor {
  var chunks: [(path: String, lines: [LineCount])] = []

  func add(_ path: String, _ line: LineCount) {
    if chunks.last?.path != path { chunks.append((path, [])) }
    chunks[chunks.count - 1].lines.append(line)
  }
}
