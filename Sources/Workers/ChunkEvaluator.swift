// Plain chunks, run in a worker.

public import Diagnostics
public import Scripting

/// Runs plain chunks in a worker process, each in a Lua state of its own.
public final class ChunkEvaluator {
  private let link: WorkerLink

  /// Creates an evaluator; the worker is started with the first chunk.
  public init(limits: WorkerLimits, executable: String) {
    link = WorkerLink(executable: executable, limits: limits)
  }

  /// What keeps the worker from the rest of the machine, once a chunk has run.
  public var isolation: Isolation? { link.isolation }

  /// Runs a chunk.
  ///
  /// A chunk that ends the worker is an outcome; the next one gets a new worker.
  ///
  /// - Throws: a ``Failure`` when no worker can be had.
  public func run(_ chunk: Chunk) throws(Failure) -> ChunkOutcome { try link.run(chunk) }
}
