// Subjects that show what an eligibility does, found by trying.

import Catalog
import DataSources
import Evaluation
import Quantities
import Scripting

/// A subject of which some fields are known.
struct ExampleSubject {
  let kind: SubjectKind
  private var values: [FieldValue]

  /// A subject of which nothing is known.
  init(of kind: SubjectKind) {
    self.kind = kind
    values = kind.fields.map { _ in .missing }
  }

  /// The value of a field.
  subscript(field: String) -> FieldValue {
    get { kind.position(of: field).map { values[$0] } ?? .missing }
    set { if let position = kind.position(of: field) { values[position] = newValue } }
  }

  /// The subject with another value of a field.
  func with(_ value: FieldValue, for field: String) -> ExampleSubject {
    var subject = self
    subject[field] = value
    return subject
  }

  /// What is known, in the order of the fields.
  var known: [(field: SubjectField, value: FieldValue)] {
    zip(kind.fields, values).filter { $0.1 != .missing }.map { (field: $0.0, value: $0.1) }
  }

  /// A value as a register holds it; nothing for one that is not known.
  static func text(_ value: FieldValue) -> String {
    switch value {
    case .missing: ""
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .year(let value): "\(value)"
    case .quantity(let value): "\(value)"
    case .date(let value): "\(value)"
    case .enumeration(let text), .text(let text), .area(let text): text
    }
  }

  /// The subject as evaluators take it.
  var subject: Subject { Subject(given: values, of: kind) }
}

/// Looks for subjects that show what an eligibility does.
///
/// Conditions are opaque, but a decision says which fields it read and which it missed. So a search begins with
/// nothing, gives what is missing, and changes what an unmet condition read, until all are met.
struct ExampleSearch {
  let evaluator: any Evaluator
  let catalog: Catalog
  let moment: Moment

  /// How often fields are given or changed; each time a condition more is met, or a field more is known.
  private static let longest = 64

  /// The decision on a subject.
  func decide(_ eligibility: String, on subject: ExampleSubject) -> Decision? {
    try? evaluator.decideSeparately([eligibility], on: subject.subject, at: moment).first?.get()
  }

  /// A subject that is paid something.
  func paid(by eligibility: String, _ kind: SubjectKind) -> ExampleSubject? {
    var subject = ExampleSubject(of: kind)
    for _ in 0..<Self.longest {
      guard let decision = decide(eligibility, on: subject) else { return nil }
      if let amount = decision.amount, !amount.isZero { return subject }
      let missing = decision.missing.compactMap(kind.field).filter { subject[$0.name] == .missing }
      if !missing.isEmpty {
        for field in missing { subject[field.name] = values(of: field).first ?? .missing }
      } else if let better = better(than: decision, eligibility, subject) {
        subject = better
      } else {
        return nil
      }
      if missing.contains(where: { subject[$0.name] == .missing }) { return nil }
    }
    return nil
  }

  /// The subject with one field changed so that more conditions are met, or something is paid.
  private func better(
    than decision: Decision, _ eligibility: String, _ subject: ExampleSubject
  ) -> ExampleSubject? {
    func unmet(_ decision: Decision) -> Int { decision.conditions.count { $0.outcome != .met } }
    let isEligible = decision.status == .eligible
    let traces =
      isEligible
      ? [decision.amountTrace].compactMap(\.self)
      : decision.conditions.filter { $0.outcome == .unmet }.map(\.trace)
    for field in traces.flatMap(fields) {
      for changed in variants(of: subject, field) {
        guard let other = decide(eligibility, on: changed) else { continue }
        if isEligible ? other.amount?.isZero == false : unmet(other) < unmet(decision) {
          return changed
        }
      }
    }
    return nil
  }

  /// The first subject with one field changed on which the decision is as wanted.
  func variant(
    of subject: ExampleSubject, _ eligibility: String, where isWanted: (Decision) -> Bool
  ) -> (field: SubjectField, subject: ExampleSubject)? {
    for (field, _) in subject.known {
      for changed in variants(of: subject, field.name) {
        if let decision = decide(eligibility, on: changed), isWanted(decision) {
          return (field, changed)
        }
      }
    }
    return nil
  }

  /// The first subject with one field not known on which the decision is undetermined.
  func undetermined(
    from subject: ExampleSubject, _ eligibility: String
  ) -> (field: SubjectField, subject: ExampleSubject)? {
    for (field, _) in subject.known {
      let changed = subject.with(.missing, for: field.name)
      if decide(eligibility, on: changed)?.status == .undetermined { return (field, changed) }
    }
    return nil
  }

  private func fields(_ trace: Trace) -> [String] {
    trace.readings.filter { $0.source == .field }.map(\.name)
  }

  private func variants(of subject: ExampleSubject, _ field: String) -> [ExampleSubject] {
    (subject.kind.field(field).map(values) ?? []).filter { $0 != subject[field] }
      .map { subject.with($0, for: field) }
  }

  // MARK: Values

  /// Values worth trying for a field, the likeliest to qualify first.
  private func values(of field: SubjectField) -> [FieldValue] {
    switch field.type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .enumeration(let values): return values.reversed().map { .enumeration($0.value) }
    case .integer: return [10, 100, 1000, 1_000_000, 1, 0].map { .integer($0) }
    case .text: return [.text("example")]
    case .year:
      return [0, -1, -5, -20, 1].map { moment.year + $0 }.map { .year($0) }
    case .date:
      return [0, -1, -5, -20, 1].compactMap {
        CalendarDate(year: moment.year + $0, month: 1, day: 1)
      }
      .map { .date($0) }
    case .area:
      return (catalog.containing(moment.area) + catalog.areas.ids).prefix(12).map { .area($0) }
    case .quantity(let unit):
      let isMoney = unit.dimension == catalog.units["万元"]?.dimension
      let larger = isMoney ? catalog.units["万元"] : nil
      let amounts: [ExactDecimal] = [100, 10_000, 1_000_000, 1, 0]
      return amounts.compactMap { try? Quantity(amount: $0, unit: larger ?? unit) }
        .map { .quantity($0) }
    }
  }
}
