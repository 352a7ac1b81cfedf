// What a store keeps of a decision: enough to write it out, to count it, and to check it later.

import DataSources
import Diagnostics
package import Evaluation
import Quantities
import Scripting

/// What a store keeps of a decision.
package struct DecisionRecord: Hashable, Sendable {
  /// What is payable.
  package enum Payable: Hashable, Sendable {
    /// Nothing was decided to be.
    case nothing
    /// Money, in fen.
    case fen(Int64)
    /// Anything else, as an amount with two decimals at least, a space, and its unit.
    case other(String)
  }

  /// `eligible`, `ineligible`, `undetermined`, or `failed`.
  package let status: String

  /// What is payable.
  package let payable: Payable

  /// The outcomes of the conditions in order: `+` met, `-` unmet, `?` unknown; absent when the script failed.
  package let conditions: String?

  /// What would settle it, if anything is missing.
  package let missing: String?

  /// Creates a record.
  package init(status: String, payable: Payable, conditions: String?, missing: String?) {
    self.status = status
    self.payable = payable
    self.conditions = conditions
    self.missing = missing
  }

  /// The record of a decision; `nil` stands for one that failed.
  package init(_ decision: Decision?) {
    self.init(
      status: decision?.status.rawValue ?? Self.failed, payable: Payable(decision),
      conditions: decision.map {
        String(decoding: $0.conditions.map(\.outcome.mark), as: UTF8.self)
      },
      missing: decision.flatMap(Self.missing))
  }

  /// The status of a decision whose script failed.
  package static let failed = "failed"

  /// The amount as the wide layout has it; `nil` where the script failed.
  package var amount: String? {
    guard status != Self.failed else { return nil }
    switch payable {
    case .nothing: return "0.00"
    case .fen(let fen): return Self.yuan(fen)
    case .other(let text): return text.split(separator: " ").first.map(String.init) ?? ""
    }
  }

  private static func yuan(_ fen: Int64) -> String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  /// The names of what is missing, as lists of decisions have them.
  fileprivate static func missing(_ decision: Decision) -> String? {
    decision.missing.isEmpty ? nil : decision.missing.joined(separator: "; ")
  }
}

extension DecisionRecord.Payable {
  init(_ decision: Decision?) {
    guard let quantity = decision?.payable else {
      self = .nothing
      return
    }
    guard quantity.unit.dimension == .named("money") else {
      self = .other("\(quantity.amount.formatted(minimumPlaces: 2)) \(quantity.unit.symbol)")
      return
    }
    if let fen = quantity.fen {
      self = .fen(fen)
    } else {
      self = .other("\(quantity.value.formatted(minimumPlaces: 2)) 元")
    }
  }
}

extension Quantity {
  /// An amount of money in fen, when it has whole ones.
  var fen: Int64? { (try? value * ExactDecimal(100))?.integerValue }
}

extension Outcome {
  fileprivate var mark: UInt8 {
    switch self {
    case .met: UInt8(ascii: "+")
    case .unmet: UInt8(ascii: "-")
    case .unknown: UInt8(ascii: "?")
    }
  }
}

extension [UInt8] {
  /// Appends the record of a subject with the decisions on it, `nil` for those that failed.
  mutating func appendRecord(
    of subject: Subject, writtenAs source: ArraySlice<UInt8>, _ decisions: [Decision?]
  ) {
    append(value: Int64(subject.line))
    append(text: subject.key.utf8)
    append(text: source.withoutLineEnds)
    for decision in decisions { appendValues(of: decision) }
  }

  /// Appends what a record of a subject has of one decision, `nil` for one that failed.
  mutating func appendValues(of decision: Decision?) {
    guard let decision else {
      append(text: DecisionRecord.failed.utf8)
      for _ in 0..<3 { appendAbsent() }
      return
    }
    append(text: decision.status.rawValue.utf8)
    switch DecisionRecord.Payable(decision) {
    case .nothing: appendAbsent()
    case .fen(let fen): append(value: fen)
    case .other(let text): append(text: text.utf8)
    }
    append(text: decision.conditions.lazy.map(\.outcome.mark))
    append(text: DecisionRecord.missing(decision))
  }

  /// Appends the record of a row that was left out, or of a decision that failed.
  mutating func appendRecord(of reject: RejectedRow) {
    append(value: Int64(reject.line))
    append(text: reject.column)
    append(text: reject.value)
    append(text: reject.reason.message)
    append(text: reject.key)
  }
}

extension ArraySlice<UInt8> {
  /// A row without the blank lines before it and the line end behind it.
  fileprivate var withoutLineEnds: ArraySlice<UInt8> {
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var row = drop { $0 == feed || $0 == carriageReturn }
    if row.last == feed { row.removeLast() }
    if row.last == carriageReturn { row.removeLast() }
    return row
  }
}
