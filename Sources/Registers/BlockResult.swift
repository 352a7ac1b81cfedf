// What was decided on the rows of a block, ready to be written.

import DataSources
package import Diagnostics
package import Evaluation
import Presentation
import Quantities
package import Wire

/// What was decided on the rows of a block, ready to be written.
package struct BlockResult: Sendable {
  /// How many subjects were decided on.
  package var subjects = 0

  /// The decisions as they are written.
  package var output: [UInt8] = []

  /// The rows that were left out, and the decisions that failed, as rows of CSV or as records.
  package var rejects: [UInt8] = []

  /// How many rows were left out.
  package var rejectCount = 0

  /// Why the first of them were left out.
  package var reasons: [RowFinding] = []

  /// The decisions that failed.
  package var failures = FailureTally()

  /// Counts and totals, eligibility by eligibility.
  package var summaries: [EligibilitySummary]

  /// The keys of the subjects that were decided on, in order.
  package var keys = RegisterKeys()

  /// The most rows that are told one by one.
  package static let mostReasons = 10

  /// Creates the result of no rows.
  package init(eligibilities: [String]) {
    summaries = eligibilities.map { EligibilitySummary(eligibility: $0) }
  }

  /// Notes a row that was left out.
  mutating func add(_ reject: RejectedRow, as format: RegisterFormat) {
    rejectCount += 1
    write(reject, as: format)
    if reasons.count < Self.mostReasons { reasons.append(RowFinding(reject.reason)) }
  }

  /// Notes a decision that failed.
  mutating func add(
    _ failure: Failure, position: Int, on subject: Subject, as format: RegisterFormat
  ) {
    let eligibility = summaries[position].eligibility
    summaries[position].addFailure()
    failures.add(failure, eligibility: eligibility, subject: subject.key)
    guard let reason = failure.findings.first else { return }
    write(
      RejectedRow(
        line: subject.line, column: eligibility, value: subject.key, reason: reason,
        key: subject.key),
      as: format)
  }

  private mutating func write(_ reject: RejectedRow, as format: RegisterFormat) {
    if format == .records {
      rejects.appendRecord(of: reject)
    } else {
      rejects += RejectsReport.row(reject).utf8
    }
  }

  /// Adds what was decided on the rows behind these.
  ///
  /// - Throws: a ``Failure`` when a total is too large to be exact.
  package mutating func add(
    _ other: BlockResult, separator: [UInt8]
  ) throws(Failure) {
    if !output.isEmpty, !other.output.isEmpty { output += separator }
    output += other.output
    rejects += other.rejects
    keys.bytes += other.keys.bytes
    try addCounts(of: other)
  }

  /// Adds the counts of the rows behind these, without their bytes.
  package mutating func addCounts(of other: BlockResult) throws(Failure) {
    subjects += other.subjects
    rejectCount += other.rejectCount
    reasons += other.reasons.prefix(Self.mostReasons - reasons.count)
    failures.add(other.failures)
    for (position, summary) in other.summaries.enumerated() where position < summaries.count {
      do {
        try summaries[position].add(summary)
      } catch {
        throw Failure(.totalTooLarge(summary.eligibility, error))
      }
    }
  }
}

extension Finding {
  static func totalTooLarge(_ eligibility: String, _ error: ArithmeticError) -> Finding {
    Finding("evaluation.total", "the total of `\(eligibility)`: \(error)")
  }
}

/// A finding on a row, with the text of its line.
///
/// The process that shows it may not have the register any more.
package struct RowFinding: Sendable {
  /// The finding.
  package let finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}

extension RowFinding: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(finding)
    writer.write(finding.span.map { String($0.file.line($0.line)) })
  }

  package init(from reader: inout WireReader) throws(WireError) {
    let finding: Finding = try reader.value()
    guard let line: String = try reader.optional(), let span = finding.span,
      span.line <= Self.mostLines
    else {
      self.finding = finding
      return
    }
    let text = String(repeating: "\n", count: span.line - 1) + line
    let file = SourceFile(path: span.file.path, text: text)
    self.finding = Finding(
      finding.code, finding.message, severity: finding.severity,
      at: SourceSpan(file: file, line: span.line, column: span.column, length: span.length),
      notes: finding.notes, suggestion: finding.suggestion)
  }

  /// Beyond this line of a register findings show no text.
  private static let mostLines = 4 << 20
}

extension BlockResult: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(subjects)
    writer.write(output)
    writer.write(rejects)
    writer.write(rejectCount)
    writer.write(reasons)
    writer.write(failures)
    writer.write(summaries)
    writer.write(keys.bytes)
  }

  package init(from reader: inout WireReader) throws(WireError) {
    subjects = try reader.integer()
    output = try reader.data()
    rejects = try reader.data()
    rejectCount = try reader.integer()
    reasons = try reader.list()
    failures = try reader.value()
    summaries = try reader.list()
    keys.bytes = try reader.data()
    guard keys.bytes.count.isMultiple(of: RegisterKeys.size) else {
      throw WireError("a key is cut off")
    }
  }
}
