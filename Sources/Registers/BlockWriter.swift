// Decisions on subjects as bytes, in the layout and format that are asked for.

import Diagnostics
import Evaluation
import Presentation
import Quantities

/// Writes decisions on subjects in a layout and a format.
package struct BlockWriter: Sendable {
  private let question: RegisterQuestion

  /// The name of the key field.
  private let key: String

  /// Creates a writer.
  package init(_ question: RegisterQuestion, key: String) {
    self.question = question
    self.key = key
  }

  /// What comes before all decisions.
  package var head: String {
    switch (question.format, question.layout) {
    case (.csv, .wide): CSVWriter.row([key] + question.eligibilities)
    case (.csv, .long):
      CSVWriter.row(
        DecisionReport.columns
          + (question.showsStacking ? DecisionReport.stackingColumns : []))
    case (.json, _), (.jsonl, _), (.records, _): ""
    }
  }

  /// What comes after all decisions.
  package func tail(isEmpty: Bool) -> String {
    question.format == .json ? isEmpty ? "[]\n" : "\n]\n" : ""
  }

  /// What comes before the first decision, if there is one.
  package var opening: String { question.format == .json ? "[\n" : "" }

  /// The decisions on a subject, in the order of the eligibilities; `nil` for one that failed.
  func text(_ subject: String, _ decisions: [Decision?], isFirst: Bool) -> String {
    let values: [JSONValue]
    switch (question.format, question.layout) {
    case (_, .wide):
      return text(subject, amounts: decisions.map { $0.map(Self.amount) }, isFirst: isFirst)
    case (.csv, .long):
      return decisions.compactMap(\.self).map { decision in
        CSVWriter.row(
          DecisionReport.row(decision)
            + (question.showsStacking ? DecisionReport.stackingRow(decision) : []))
      }.joined()
    case (_, .long):
      values = decisions.compactMap { $0?.json(digests: question.digests) }
    }
    return text(values, isFirst: isFirst)
  }

  /// A row of the wide layout: what each eligibility pays a subject, `nil` where the script failed.
  package func text(_ subject: String, amounts: [String?], isFirst: Bool) -> String {
    if question.format == .csv { return CSVWriter.row([subject] + amounts.map { $0 ?? "" }) }
    let members = zip(question.eligibilities, amounts).map { id, amount in
      JSONValue.Member(id, .optional(amount))
    }
    return text(
      [.object([JSONValue.Member(key, .string(subject))] + members)], isFirst: isFirst)
  }

  private func text(_ values: [JSONValue], isFirst: Bool) -> String {
    if question.format == .jsonl { return JSONValue.lines(values) }
    let text = values.map(\.compact).joined(separator: ",\n")
    return isFirst || text.isEmpty ? text : ",\n" + text
  }

  /// What a row has of one decision: a cell of the wide layout, or values of a record.
  func part(_ decision: Decision?) -> [UInt8] {
    guard question.format == .records else {
      return Array((decision.map(Self.amount) ?? "").utf8)
    }
    var bytes: [UInt8] = []
    bytes.appendValues(of: decision)
    return bytes
  }

  /// What is payable with two decimals at least, in yuan or the unit of what is paid.
  private static func amount(_ decision: Decision) -> String {
    guard let payable = decision.payable else { return "0.00" }
    let isMoney = payable.unit.dimension == .named("money")
    return (isMoney ? payable.value : payable.amount).formatted(minimumPlaces: 2)
  }
}
