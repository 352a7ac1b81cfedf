// What became of a plain chunk, as text and JSON.

public import Diagnostics
public import Presentation
public import Scripting

/// Renders what became of a plain chunk.
public struct ChunkReport {
  private let chunk: Chunk
  private let outcome: ChunkOutcome
  private let wallTime: Duration

  /// Creates a report.
  public init(_ chunk: Chunk, _ outcome: ChunkOutcome, wallTime: Duration) {
    self.chunk = chunk
    self.outcome = outcome
    self.wallTime = wallTime
  }

  /// How a command ends with this outcome; `nil` when all is well.
  public var kind: Failure.Kind? {
    switch outcome.status {
    case .ok: nil
    case .error, .denied: .couldNotRun
    case .limit: .limit
    }
  }

  /// What the chunk printed, then its value on a line of its own.
  public var text: String { outcome.log + (outcome.value.map { $0 + "\n" } ?? "") }

  /// What went wrong, for stderr.
  public var message: String? { outcome.message.map { "error: \($0)" } }

  /// The outcome as JSON.
  public var json: JSONValue {
    let time = wallTime.components
    let milliseconds = time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000
    var members: [JSONValue.Member] = [
      .init("file", .string(chunk.path)),
      .init("status", .string(outcome.status.rawValue)),
      .init("limit", .optional(outcome.limit?.rawValue)),
      .init("value", .optional(outcome.value)),
      .init("message", .optional(outcome.message)),
    ]
    if !outcome.log.isEmpty { members.append(.init("log", .string(outcome.log))) }
    members += [
      .init("instructions", .integer(Int64(outcome.instructions))),
      .init("peak_memory", .integer(Int64(outcome.peakMemory))),
      .init("wall_ms", .integer(milliseconds)),
    ]
    return .object(members)
  }
}

extension Chunk {
  /// Reads a chunk from a file.
  ///
  /// - Throws: a `Failure` when the file cannot be read.
  public init(reading path: String) throws(Failure) {
    self.init(path: path, bytes: try InputFile.read(path, purpose: "Lua text"))
  }
}
