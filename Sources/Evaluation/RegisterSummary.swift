// What came out over a whole register, for each eligibility.

import Catalog
public import Quantities
import Scripting
package import Wire

/// Counts and totals over the decisions of one eligibility.
public struct EligibilitySummary: Sendable {
  /// The id of the eligibility.
  public let eligibility: String

  /// How many subjects have each status.
  public private(set) var counts: [Decision.Status: Int] = [:]

  /// How many subjects could not be decided because the script failed.
  public private(set) var failures = 0

  /// How many subjects receive an amount above zero.
  public var paid: Int { all.count }

  /// How many eligible subjects cannot be paid because a parameter is open.
  public private(set) var notPayable = 0

  /// The sum of the amounts, or `nil` when there is none.
  public var total: Quantity? { all.total }

  private var all = PaidTotal()

  /// How often each condition was not met, by its English label.
  public private(set) var unmet: [String: Int] = [:]

  /// How often each field or observation was missing.
  public private(set) var missing: [String: Int] = [:]

  /// What was paid to the subjects with each value of the fields that totals are broken down by: field by
  /// field, and then by the value, which is empty where it is missing.
  public private(set) var parts: [[String: PaidTotal]] = []

  /// Creates an empty summary.
  public init(eligibility: String) { self.eligibility = eligibility }

  /// Adds a decision.
  ///
  /// - Parameter values: The subject's values of the fields that totals are broken down by.
  /// - Throws: an error when the total is too large to be exact.
  public mutating func add(
    _ decision: Decision, values: [String] = []
  ) throws(ArithmeticError) {
    counts[decision.status, default: 0] += 1
    for condition in decision.conditions where condition.outcome == .unmet {
      unmet[condition.title.en, default: 0] += 1
    }
    if decision.status == .undetermined {
      for name in decision.missing { missing[name, default: 0] += 1 }
    }
    if decision.status == .eligible, !decision.isPayable { notPayable += 1 }
    guard let amount = decision.payable else { return }
    let paid = PaidTotal(count: amount.isZero ? 0 : 1, total: amount)
    try all.add(paid)
    if !amount.isZero { try add(values.map { [$0: paid] }) }
  }

  /// Adds to what was paid for each value.
  private mutating func add(_ others: [[String: PaidTotal]]) throws(ArithmeticError) {
    while parts.count < others.count { parts.append([:]) }
    for (position, others) in others.enumerated() {
      for (value, other) in others {
        try parts[position][value, default: PaidTotal()].add(other)
      }
    }
  }

  /// Notes a subject whose script failed.
  public mutating func addFailure() { failures += 1 }

  /// The condition that was not met most often; of equally frequent ones the first by label.
  public var commonestUnmet: (label: String, count: Int)? { Self.commonest(unmet) }

  /// What was missing most often; of equally frequent names the first.
  public var commonestMissing: (label: String, count: Int)? { Self.commonest(missing) }

  private static func commonest(_ counts: [String: Int]) -> (label: String, count: Int)? {
    byCount(counts).first
  }

  /// Names with their counts, the most frequent first; equally frequent ones by name.
  public static func byCount(_ counts: [String: Int]) -> [(label: String, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

/// How many were paid, and how much.
public struct PaidTotal: Sendable, Hashable {
  /// How many receive an amount above zero.
  public private(set) var count = 0

  /// The sum of the amounts, or `nil` when there is none.
  public private(set) var total: Quantity?

  /// Nobody and nothing.
  public init() {}

  package init(count: Int, total: Quantity?) {
    self.count = count
    self.total = total
  }

  /// Adds others.
  ///
  /// - Throws: an error when the total is too large to be exact.
  public mutating func add(_ other: PaidTotal) throws(ArithmeticError) {
    count += other.count
    if let sum = other.total { total = if let total { try total + sum } else { sum } }
  }
}

extension EligibilitySummary {
  /// Creates a summary of decisions that were counted elsewhere.
  package init(
    eligibility: String, counts: [Decision.Status: Int], paid: Int, notPayable: Int,
    total: Quantity?, unmet: [String: Int], missing: [String: Int], parts: [[String: PaidTotal]]
  ) {
    self.init(eligibility: eligibility)
    self.counts = counts
    all = PaidTotal(count: paid, total: total)
    self.notPayable = notPayable
    self.unmet = unmet
    self.missing = missing
    self.parts = parts
  }

  /// Adds what came out over other subjects.
  ///
  /// - Throws: an error when the total is too large to be exact.
  package mutating func add(_ other: EligibilitySummary) throws(ArithmeticError) {
    counts.merge(other.counts, uniquingKeysWith: +)
    unmet.merge(other.unmet, uniquingKeysWith: +)
    missing.merge(other.missing, uniquingKeysWith: +)
    failures += other.failures
    notPayable += other.notPayable
    try all.add(other.all)
    try add(other.parts)
  }
}

extension EligibilitySummary: WireValue {
  package func write(to writer: inout WireWriter) {
    writer.write(eligibility)
    for status in Decision.Status.allCases { writer.write(counts[status, default: 0]) }
    writer.write(failures)
    writer.write(paid)
    writer.write(notPayable)
    writer.write(total)
    for names in [unmet, missing] {
      writer.write(names.keys.sorted())
      writer.write(names.keys.sorted().map { names[$0, default: 0] })
    }
    writer.write(parts.count)
    for part in parts {
      let values = part.sorted { $0.key < $1.key }
      writer.write(values.map(\.key))
      for (_, paid) in values {
        writer.write(paid.count)
        writer.write(paid.total)
      }
    }
  }

  package init(from reader: inout WireReader) throws(WireError) {
    self.init(eligibility: try reader.text())
    for status in Decision.Status.allCases {
      let count = try reader.integer()
      if count > 0 { counts[status] = count }
    }
    failures = try reader.integer()
    let paid = try reader.integer()
    notPayable = try reader.integer()
    all = PaidTotal(count: paid, total: try reader.optional())
    unmet = try Self.names(from: &reader)
    missing = try Self.names(from: &reader)
    let count = try reader.integer()
    guard count >= 0 else { throw WireError("there are fewer than no parts") }
    for _ in 0..<count {
      var part: [String: PaidTotal] = [:]
      let values: [String] = try reader.list()
      for value in values {
        part[value] = PaidTotal(count: try reader.integer(), total: try reader.optional())
      }
      parts.append(part)
    }
  }

  private static func names(from reader: inout WireReader) throws(WireError) -> [String: Int] {
    let (names, counts): ([String], [Int]) = (try reader.list(), try reader.list())
    guard names.count == counts.count else { throw WireError("names and counts differ") }
    return Dictionary(zip(names, counts), uniquingKeysWith: +)
  }
}
