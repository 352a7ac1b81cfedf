// What would have to change for a decision to come out otherwise.

public import Catalog
public import DataSources
import Diagnostics
import Quantities
import Scripting

/// A change of one field of a subject.
public struct FieldChange: Sendable, Hashable {
  /// The name of the field.
  public let field: String

  /// The title of the field.
  public let title: Title

  /// The value it has.
  public let from: FieldValue

  /// The value it would need.
  public let to: FieldValue
}

/// The single changes that would each meet an unmet condition.
public struct Remedy: Sendable {
  /// The position of the condition in the decision.
  public let condition: Int

  /// The changes, each of which meets the condition by itself.
  ///
  /// Empty when no change of a single field was found.
  public let alternatives: [FieldChange]
}

/// What would have to change for a subject to become eligible.
///
/// Every change was tried: the script was run again with it. Nothing here is guessed.
public struct Prospect: Sendable {
  /// For each unmet condition, what would meet it.
  public let remedies: [Remedy]

  /// The first alternative of every remedy, together.
  public let changes: [FieldChange]

  /// The decision with those changes, or `nil` when some condition has no remedy or the script cannot
  /// decide on such a subject.
  public let decision: Decision?
}

/// Finds what would have to change, by running the script again with one field changed at a time.
struct RemedySearch {
  let evaluator: any Evaluator
  let kind: SubjectKind

  /// What would have to change for a subject to become eligible; `nil` when it is not ineligible.
  func prospect(for decision: Decision, on subject: Subject) throws(Failure) -> Prospect? {
    guard decision.status == .ineligible else { return nil }
    var remedies: [Remedy] = []
    for (position, condition) in decision.conditions.enumerated() where condition.outcome == .unmet
    {
      var alternatives: [FieldChange] = []
      for change in candidates(for: condition, on: subject, at: decision.moment) {
        let tried = try attempt(decision, on: subject.with(change, in: kind))
        if tried?.conditions[position].outcome == .met { alternatives.append(change) }
      }
      remedies.append(Remedy(condition: position, alternatives: closest(alternatives)))
    }
    let changes = remedies.compactMap(\.alternatives.first)
    guard changes.count == remedies.count else {
      return Prospect(remedies: remedies, changes: changes, decision: nil)
    }
    let changed = changes.reduce(subject) { $0.with($1, in: kind) }
    return Prospect(
      remedies: remedies, changes: changes,
      decision: try attempt(decision, on: changed))
  }

  /// The same decision on another subject; `nil` when the script fails on it, which says nothing about
  /// the subject that was asked about.
  private func attempt(_ decision: Decision, on subject: Subject) throws(Failure) -> Decision? {
    do {
      return try evaluator.decide(decision.eligibility, on: subject, at: decision.moment)
    } catch {
      guard error.kind != .limit else { throw error }
      return nil
    }
  }

  /// Of several numbers for one field only the first that works, which is the closest; every value of
  /// an enumeration that works.
  private func closest(_ changes: [FieldChange]) -> [FieldChange] {
    var seen: Set<String> = []
    return changes.filter { change in
      if case .enumeration = change.to { return true }
      return seen.insert(change.field).inserted
    }
  }

  /// Values worth trying for the fields that a condition read.
  private func candidates(
    for condition: ConditionFacts, on subject: Subject, at moment: Moment
  ) -> [FieldChange] {
    let read = condition.trace.readings.filter { $0.source == .field }.map(\.name)
    return read.flatMap { name -> [FieldChange] in
      guard let position = kind.position(of: name) else { return [] }
      let field = kind.fields[position]
      let current = subject.values[position]
      return values(for: field, current, condition, moment)
        .filter { $0 != current }
        .map { FieldChange(field: name, title: field.title, from: current, to: $0) }
    }
  }

  private func values(
    for field: SubjectField, _ current: FieldValue, _ condition: ConditionFacts, _ moment: Moment
  ) -> [FieldValue] {
    switch field.type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .enumeration(let values): return values.map { .enumeration($0.value) }
    case .year:
      return (0...5).map { .year(moment.year - $0) } + (1...2).map { .year(moment.year + $0) }
    case .date: return [.date(moment.date), .date(moment.period.start)]
    case .area: return [.area(moment.area)]
    case .quantity: return thresholds(for: field.name, current, condition)
    case .integer, .text: return []
    }
  }

  /// The quantities at which comparisons that involve a field turn, and one step past them.
  private func thresholds(
    for field: String, _ current: FieldValue, _ condition: ConditionFacts
  ) -> [FieldValue] {
    guard case .quantity(let quantity) = current else { return [] }
    var found: [Quantity] = []
    for comparison in condition.trace.comparisons {
      guard let (near, far) = sides(of: comparison, for: field),
        let difference = try? far.quantity - near.quantity
      else { continue }
      // A side computed from the field may move with it or against it; trying decides.
      let isComputed = near.reading == nil
      let targets = [try? quantity + difference, isComputed ? try? quantity - difference : nil]
      for target in targets.compactMap(\.self) {
        // The other side's own value reads better than the same amount in another unit.
        found.append((try? Quantity.isEqual(target, far.quantity)) == true ? far.quantity : target)
        guard let step = quantity.unit.smallestStep else { continue }
        found += [try? target + step, try? target - step].compactMap(\.self)
      }
    }
    return found.map { .quantity($0) }
  }

  /// The side of a comparison that is a field or may be computed from it, and the other side; `nil` when
  /// both were read from elsewhere.
  private func sides(
    of comparison: ComparisonFact, for field: String
  ) -> (near: ComparisonFact.Side, far: ComparisonFact.Side)? {
    let (left, right) = (comparison.left, comparison.right)
    let both = [(near: left, far: right), (near: right, far: left)]
    return both.first { $0.near.reading?.source == .field && $0.near.reading?.name == field }
      ?? both.first { $0.near.reading == nil }
  }
}

extension Subject {
  /// The subject with one field changed.
  func with(_ change: FieldChange, in kind: SubjectKind) -> Subject {
    guard let position = kind.position(of: change.field) else { return self }
    var values = values
    values[position] = change.to
    return Subject(kind: self.kind, key: key, values: values, line: line)
  }
}

extension Quantities.Unit {
  /// The least difference that matters: a fen, a hundredth of a percent, one piece.
  fileprivate var smallestStep: Quantity? {
    let exponent =
      switch dimension {
      case .named("money"): -2
      case .number, .points: -4
      case .rank, .named: 0
      }
    guard let value = try? ExactDecimal(1).scaled(byPowerOfTen: exponent) else { return nil }
    return Quantity(value: value, unit: dimension == .number ? .percentagePoints : self)
  }
}
