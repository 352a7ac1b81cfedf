// Decides on the rows of a block, one after another.

import CRegister
import Catalog
import DataSources
package import Diagnostics
package import Evaluation
import Quantities

/// Decides on the rows of blocks.
package final class BlockDecider {
  private let question: RegisterQuestion
  private let kind: SubjectKind
  private let totalsPositions: [Int]
  private let evaluator: any Evaluator
  private let writer: BlockWriter
  private let plainRows: PlainRows?

  /// Creates a decider.
  ///
  /// - Throws: a ``Failure`` when the catalogue has no such kind of subject.
  package init(_ question: RegisterQuestion, evaluator: any Evaluator) throws(Failure) {
    guard let kind = evaluator.catalog.subjects[question.kind] else {
      throw Failure(
        Finding(
          "script.unknown-subject", "there is no kind of subject `\(question.kind)`",
          suggestion: NearestName.suggestion(
            for: question.kind, among: evaluator.catalog.subjects.ids)))
    }
    ysr_keep_freed_memory()
    self.question = question
    self.kind = kind
    totalsPositions = kind.totalsPositions
    self.evaluator = evaluator
    writer = BlockWriter(question, key: kind.key)
    plainRows = (evaluator as? LocalEvaluator).flatMap {
      PlainRows(question, kind: kind, evaluator: $0)
    }
  }

  /// Decides on the rows of a block.
  ///
  /// - Parameter pulse: Called before each row.
  /// - Throws: a ``Failure`` when a quote is never closed, or a total too large to be exact.
  package func decide(
    _ block: RegisterBlock, pulse: () -> Void = {}
  ) throws(Failure) -> BlockResult {
    var result = BlockResult(eligibilities: question.eligibilities)
    guard let plainRows else {
      try decide(block, &result, pulse)
      return result
    }
    plainRows.begin()
    var place = (offset: 0, line: block.line)
    var duplicates = block.duplicates[...]
    while place.offset < block.bytes.count {
      let duplicate = duplicates.first
      plainRows.decide(block, from: &place, to: duplicate?.line ?? .max)
      guard place.offset < block.bytes.count else { break }
      var row = block.row(at: place.offset, line: place.line)
      let pending = plainRows.pending
      if !pending.isEmpty {
        pulse()
        try decide(pending, of: row, &result, plainRows, &place)
        continue
      }
      plainRows.drain(into: &result)
      if let duplicate, duplicate.line == place.line {
        row.duplicates = [duplicate]
        duplicates.removeFirst()
      }
      try decide(row, &result, pulse)
      place.offset += row.bytes.count
      place.line += RegisterBlock.lineEnds(row.bytes)
    }
    plainRows.drain(into: &result)
    for (position, summary) in plainRows.summaries().enumerated() {
      do {
        try result.summaries[position].add(summary)
      } catch {
        throw Failure(.totalTooLarge(summary.eligibility, error))
      }
    }
    return result
  }

  /// Decides on the rows of a block by the evaluator.
  private func decide(
    _ block: RegisterBlock, _ result: inout BlockResult, _ pulse: () -> Void
  ) throws(Failure) {
    var reader = reader(of: block)
    while true {
      let start = reader.place.offset
      guard let row = try reader.next() else { break }
      pulse()
      switch row {
      case .rejected(let reject): result.add(reject, as: question.format)
      case .subject(let subject):
        try decide(subject, writtenAs: block.bytes[start..<reader.place.offset], &result)
      }
    }
  }

  private func reader(of block: RegisterBlock) -> SubjectReader {
    SubjectReader(
      part: block.bytes, of: question.path, format: block.format, columns: question.columns,
      width: question.width, line: block.line, offset: block.offset,
      duplicates: Dictionary(
        block.duplicates.map { ($0.line, $0.first) }, uniquingKeysWith: { first, _ in first }),
      kind: kind, catalog: evaluator.catalog)
  }

  /// Makes the decisions that are pending on a plain row.
  private func decide(
    _ pending: [Int], of row: RegisterBlock, _ result: inout BlockResult, _ plainRows: PlainRows,
    _ place: inout (offset: Int, line: Int)
  ) throws(Failure) {
    var reader = reader(of: row)
    guard case .subject(let subject) = try reader.next() else {
      throw Failure(Finding("register.row", "line \(row.line) was read in two ways"))
    }
    let decisions = try decisions(pending, on: subject, &result)
    try plainRows.finish(
      zip(pending, decisions).map { (position: $0, bytes: writer.part($1)) }, at: &place)
  }

  private func decide(
    _ subject: Subject, writtenAs source: ArraySlice<UInt8>, _ result: inout BlockResult
  ) throws(Failure) {
    result.subjects += 1
    result.keys.add(subject.key, line: subject.line, seed: question.seed)
    let decisions = try decisions(Array(question.eligibilities.indices), on: subject, &result)
    guard question.format != .records else {
      return result.output.appendRecord(of: subject, writtenAs: source, decisions)
    }
    result.output +=
      writer.text(
        subject.key, decisions, isFirst: result.output.isEmpty
      ).utf8
  }

  /// The decisions by eligibilities, by their positions, counted; `nil` for one that failed.
  private func decisions(
    _ positions: [Int], on subject: Subject, _ result: inout BlockResult
  ) throws(Failure) -> [Decision?] {
    let made = evaluator.decide(
      positions.map { question.eligibilities[$0] }, on: subject, at: question.moment)
    let values = subject.values(of: totalsPositions)
    var decisions: [Decision?] = []
    for (position, made) in zip(positions, made) {
      switch made {
      case .failure(let failure):
        result.add(failure, position: position, on: subject, as: question.format)
        decisions.append(nil)
      case .success(let decision):
        decisions.append(decision)
        do {
          try result.summaries[position].add(decision, values: values)
        } catch {
          throw Failure(.totalTooLarge(decision.eligibility, error))
        }
      }
    }
    return decisions
  }
}

/// An evaluator that also decides on whole blocks of a register.
package protocol RegisterEvaluator: Evaluator {
  /// Decides on the rows of a block.
  ///
  /// - Throws: a ``Failure`` when a quote is never closed, or nothing can be decided at all.
  func decide(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult
}

extension LocalEvaluator: RegisterEvaluator {
  package func decide(
    _ block: RegisterBlock, asked question: RegisterQuestion
  ) throws(Failure) -> BlockResult {
    try BlockDecider(question, evaluator: self).decide(block)
  }
}
