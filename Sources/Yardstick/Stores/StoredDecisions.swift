// The decisions of a store, written out.

import DataSources
public import Diagnostics
import Evaluation
import Presentation
public import Registers
import Stores

/// The decisions on a whole register that a store holds.
public final class StoredDecisions {
  /// What the run came to.
  public let totals: RegisterTotals

  private let store: ResultStore
  private let question: RegisterQuestion
  private let key: String

  /// How many bytes are handed on at a time.
  private static let portion = 1 << 18

  init(_ store: ResultStore, _ question: RegisterQuestion, key: String, totals: BlockResult) {
    self.store = store
    self.question = question
    self.key = key
    self.totals = RegisterTotals(totals)
  }

  /// Writes a row for each subject with its amounts, as a run without a store does.
  ///
  /// - Throws: a `Failure` when the store cannot be read, or `sink` throws.
  public func writeDecisions(
    as format: RegisterFormat, to sink: any RegisterSink
  ) throws(Failure) {
    let question = RegisterQuestion(
      path: question.path, kind: question.kind, columns: question.columns, width: question.width,
      eligibilities: question.eligibilities, moment: question.moment, layout: .wide,
      format: format, digests: question.digests, showsStacking: question.showsStacking)
    let writer = BlockWriter(question, key: key)
    var bytes = Array(writer.head.utf8)
    var isFirst = true
    try store.eachAmounts(of: question.eligibilities) { subject, amounts throws(Failure) in
      if isFirst { bytes += writer.opening.utf8 }
      bytes += writer.text(subject, amounts: amounts, isFirst: isFirst).utf8
      isFirst = false
      if bytes.count >= Self.portion {
        try sink.write(decisions: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes += writer.tail(isEmpty: isFirst).utf8
    try sink.write(decisions: bytes)
  }

  /// Writes the rows that were left out, and the decisions that failed.
  ///
  /// - Throws: a `Failure` when the store cannot be read, or `sink` throws.
  public func writeRejects(to sink: any RegisterSink) throws(Failure) {
    var bytes = Array(RejectsReport.head.utf8)
    try store.eachReject { reject throws(Failure) in
      bytes +=
        RejectsReport.row([
          "\(reject.line)", reject.column, reject.value, reject.reason,
        ]).utf8
      if bytes.count >= Self.portion {
        try sink.write(rejects: bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.write(rejects: bytes)
  }
}
