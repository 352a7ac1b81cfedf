// Decides on a whole register: blocks go out to evaluators, results come back in order.

import CRegister
import Dispatch
package import Diagnostics
import Evaluation
import Foundation

/// Decides on a whole register.
package final class RegisterRun: @unchecked Sendable {
  /// What results are handed to, in the order of the register.
  package typealias Sink = (RegisterBlock, BlockResult) throws(Failure) -> Void

  /// What notes keys of rows that were decided on in an earlier run.
  package typealias KeyNote = (RegisterKeys) throws(Failure) -> Void

  private let question: RegisterQuestion
  private let reader: BlockReader
  private let ledger: KeyLedger
  private let sink: Sink

  // Everything below is only touched under the lock.
  private let condition = NSCondition()
  private var taken = 0
  private var finished: [Int: Result<Answered, Failure>] = [:]
  private var written = 0
  private var isWriting = false
  private var failure: Failure?
  private var isAtEnd = false
  private let mostAhead: Int

  private typealias Answered = (block: RegisterBlock, result: BlockResult)

  private init(
    _ question: RegisterQuestion, reader: BlockReader, ledger: KeyLedger, jobs: Int,
    sink: @escaping Sink
  ) {
    self.question = question
    self.reader = reader
    self.ledger = ledger
    self.sink = sink
    mostAhead = 2 * jobs
  }

  /// Decides on a register.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - reader: The register.
  ///   - jobs: How many blocks are decided at a time.
  ///   - folder: Where a file of keys may lie while the register is read.
  ///   - earlier: Hands over the keys of the rows before those that the reader is at.
  ///   - evaluator: Makes the evaluator of a job, by its number from 0.
  ///   - sink: Receives the results in the order of the register.
  /// - Throws: a ``Failure`` when the register cannot be read, no evaluator be had, or `sink` throws.
  package static func run(
    _ question: RegisterQuestion, reader: BlockReader, jobs: Int, folder: String,
    earlier: (KeyNote) throws(Failure) -> Void = { _ in },
    evaluator: (Int) throws(Failure) -> any RegisterEvaluator, sink: Sink
  ) throws(Failure) {
    ysr_keep_freed_memory()
    guard let ledger = KeyLedger(folder: folder) else {
      throw Failure(Finding("register.memory", "there is no memory for the keys of the register"))
    }
    try earlier { keys throws(Failure) in
      guard ledger.add(keys) != nil else { throw Failure(.keysNotKept) }
    }
    let failure = withoutActuallyEscaping(sink) { sink in
      withoutActuallyEscaping(evaluator) { evaluator in
        let run = RegisterRun(question, reader: reader, ledger: ledger, jobs: jobs, sink: sink)
        // Each job has an evaluator of its own; the run itself is guarded by its lock.
        nonisolated(unsafe) let make = evaluator
        DispatchQueue.concurrentPerform(iterations: jobs) { run.work($0, make) }
        run.handOn(nil)
        return run.failure
      }
    }
    if let failure { throw failure }
  }

  private func work(
    _ job: Int, _ make: (Int) throws(Failure) -> any RegisterEvaluator
  ) {
    var evaluator: (any RegisterEvaluator)?
    while let (position, block) = take() {
      let result: Result<Answered, Failure>
      do throws(Failure) {
        let own = if let evaluator { evaluator } else { try make(job) }
        evaluator = own
        result = .success((block, try own.decide(block, asked: question)))
      } catch {
        result = .failure(error)
      }
      condition.lock()
      finished[position] = result
      condition.unlock()
      handOn(evaluator)
    }
  }

  /// The next block; `nil` when there is no more to do.
  private func take() -> (Int, RegisterBlock)? {
    condition.lock()
    defer { condition.unlock() }
    while failure == nil, !isAtEnd, taken - written >= mostAhead { condition.wait() }
    guard failure == nil, !isAtEnd else { return nil }
    do throws(Failure) {
      guard let block = try reader.next() else {
        isAtEnd = true
        return nil
      }
      defer { taken += 1 }
      return (taken, block)
    } catch {
      // What was read before still counts.
      finished[taken] = .failure(error)
      taken += 1
      isAtEnd = true
      return nil
    }
  }

  /// Hands on all results that come next in order, unless another job does.
  private func handOn(_ evaluator: (any RegisterEvaluator)?) {
    condition.lock()
    while !isWriting, failure == nil, let next = finished.removeValue(forKey: written) {
      isWriting = true
      condition.unlock()
      let problem: Failure?
      do throws(Failure) {
        try write(try next.get(), evaluator)
        problem = nil
      } catch {
        problem = error
      }
      condition.lock()
      isWriting = false
      written += 1
      if failure == nil { failure = problem }
      condition.broadcast()
    }
    condition.unlock()
  }

  /// Hands a result on; rows whose key an earlier row has are left out first.
  private func write(
    _ answered: Answered, _ evaluator: (any RegisterEvaluator)?
  ) throws(Failure) {
    guard let duplicates = ledger.add(answered.result.keys) else { throw Failure(.keysNotKept) }
    guard !duplicates.isEmpty, let evaluator else {
      return try sink(answered.block, answered.result)
    }
    var block = answered.block
    block.duplicates = duplicates
    try sink(block, try evaluator.decide(block, asked: question))
  }
}

extension Finding {
  fileprivate static let keysNotKept = Finding(
    "register.keys", "the keys of the register cannot be kept: memory or disk are full",
    suggestion: "make room on the disk of the output, or of /tmp")
}
