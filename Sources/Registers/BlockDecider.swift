// Decides on the rows of a block, one after another.

import Catalog
import DataSources
package import Diagnostics
package import Evaluation
import Quantities

/// Decides on the rows of blocks.
package final class BlockDecider {
  private let question: RegisterQuestion
  private let kind: SubjectKind
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
    self.question = question
    self.kind = kind
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
    guard let plainRows, block.duplicates.isEmpty else {
      try decide(block, &result, pulse)
      return result
    }
    plainRows.begin()
    var place = (offset: 0, line: block.line)
    while true {
      plainRows.decide(block.bytes, from: &place)
      plainRows.drain(into: &result)
      guard place.offset < block.bytes.count else { break }
      let row = block.row(at: place.offset, line: place.line)
      try decide(row, &result, pulse)
      place.offset += row.bytes.count
      place.line += RegisterBlock.lineEnds(row.bytes)
    }
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
    var reader = SubjectReader(
      part: block.bytes, of: question.path, columns: question.columns, width: question.width,
      line: block.line, offset: block.offset,
      duplicates: Dictionary(
        block.duplicates.map { ($0.line, $0.first) }, uniquingKeysWith: { first, _ in first }),
      kind: kind, catalog: evaluator.catalog)
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

  private func decide(
    _ subject: Subject, writtenAs source: ArraySlice<UInt8>, _ result: inout BlockResult
  ) throws(Failure) {
    result.subjects += 1
    result.keys.add(subject.key, line: subject.line, seed: question.seed)
    let results = evaluator.decide(question.eligibilities, on: subject, at: question.moment)
    var decisions: [Decision?] = []
    for (position, made) in results.enumerated() {
      switch made {
      case .failure(let failure):
        result.add(failure, position: position, on: subject, as: question.format)
        decisions.append(nil)
      case .success(let decision):
        decisions.append(decision)
        do {
          try result.summaries[position].add(decision)
        } catch {
          throw Failure(.totalTooLarge(decision.eligibility, error))
        }
      }
    }
    guard question.format != .records else {
      return result.output.appendRecord(of: subject, writtenAs: source, decisions)
    }
    result.output +=
      writer.text(
        subject.key, decisions, isFirst: result.output.isEmpty
      ).utf8
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
