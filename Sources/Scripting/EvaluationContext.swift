// What the running definition can see, and what it has read so far.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

/// One evaluation in progress.
///
/// Another one may run inside it, when a script asks for a decision.
final class EvaluationContext {
  /// The moment asked about.
  let moment: Moment

  /// The eligibility that decides, if one does.
  let definition: EligibilityDefinition?

  /// The subject decided on, if any.
  let subject: Subject?

  /// The kind of the subject.
  let kind: SubjectKind?

  /// The subject's fields as scripts see them.
  let fields: LuaRecord?

  /// The instrument's parameters as scripts see them.
  let parameters: LuaRecord?

  /// Observations and decisions read by the function that runs, in order.
  private(set) var lookups: [Reading] = []

  /// What the function that runs has missed, apart from fields and parameters.
  private(set) var gaps: [Gap] = []

  /// The decisions that the running function asked for.
  var related: [RelatedDecision] = []

  /// The text that was being loaded when the evaluation began.
  var interrupted: SourceFile?

  /// What keeps readings for as long as a prompt lasts; `nil` where they are those of one function.
  var keeping: PromptReadings?

  /// The number of the run in progress; handles of another run are not valid in it.
  private(set) var run: UInt32 = 0

  init(
    moment: Moment, eligibility: EligibilityDefinition? = nil, subject: Subject? = nil,
    kind: SubjectKind? = nil, fields: LuaRecord? = nil, parameters: LuaRecord? = nil
  ) {
    self.moment = moment
    definition = eligibility
    self.subject = subject
    self.kind = kind
    self.fields = fields
    self.parameters = parameters
  }

  /// The id of the eligibility that decides, if one does.
  var eligibility: String? { definition?.id }

  private var instrument: Instrument? { definition?.instrument }

  /// Forgets what was read, before the next function of the definition.
  ///
  /// - Parameter run: A number that no run before it had.
  func begin(run: UInt32) {
    self.run = run
    lookups = []
    gaps = []
    related = []
    fields?.resetReads()
    parameters?.resetReads()
  }

  /// Notes a reading and returns the origin that its value carries.
  func note(_ reading: Reading) -> UInt32 {
    if let keeping { return keeping.note(reading) }
    if let known = lookups.firstIndex(of: reading) { return Origin.lookup(known) }
    lookups.append(reading)
    return Origin.lookup(lookups.count - 1)
  }

  /// Notes something missing.
  func note(_ gap: Gap) {
    if !gaps.contains(gap) { gaps.append(gap) }
  }

  /// What a value with an origin was read from.
  func reading(origin: UInt32) -> Reading? {
    switch Origin.kind(origin) {
    case .field(let position): fieldReading(position)
    case .parameter(let position): parameterReading(position)
    case .lookup(let position): lookups.indices.contains(position) ? lookups[position] : nil
    case .computed: nil
    }
  }

  /// Everything seen since ``begin(run:)``.
  ///
  /// - Throws: a ``Failure`` when a parameter was read that has versions, but none for the day.
  func trace(comparisons: [Comparison]) throws(Failure) -> Trace {
    var trace = Trace()
    trace.readings =
      (fields?.fieldsRead ?? []).compactMap(fieldReading)
      + (parameters?.fieldsRead ?? []).compactMap(parameterReading) + lookups
    trace.gaps = (fields?.missingRead ?? []).compactMap { fieldReading($0).map { .field($0.name) } }
    for position in parameters?.missingRead ?? [] {
      guard let instrument else { continue }
      let parameter = instrument.parameters[position]
      guard parameter.isOpen(on: moment.date) else {
        throw Failure(.parameterNotInForce(parameter, instrument, moment.date))
      }
      trace.gaps.append(.openParameter(parameter.name))
    }
    trace.gaps += gaps
    trace.comparisons = comparisons.map { comparison in
      ComparisonFact(
        left: .init(
          quantity: comparison.left, reading: reading(origin: comparison.leftOrigin)),
        comparator: Comparator(comparison.operation),
        right: .init(
          quantity: comparison.right, reading: reading(origin: comparison.rightOrigin)),
        holds: comparison.result)
    }
    return trace
  }

  private func fieldReading(_ position: Int) -> Reading? {
    guard let kind, kind.fields.indices.contains(position), let subject else { return nil }
    return Reading(
      source: .field, name: kind.fields[position].name, value: subject.values[position])
  }

  private func parameterReading(_ position: Int) -> Reading? {
    guard let instrument, instrument.parameters.indices.contains(position) else { return nil }
    let parameter = instrument.parameters[position]
    let value = parameter.version(on: moment.date)?.value
    // What matters of a scale is the value that was asked of it, which is a reading of its own.
    if value?.scale != nil { return nil }
    return Reading(
      source: .parameter, name: parameter.name,
      value: value?.quantity.map { .quantity($0) } ?? .missing)
  }
}

/// Where a quantity that a script holds was read from, in the 32 bits that travel with it.
enum Origin {
  enum Kind {
    case computed
    case field(Int)
    case parameter(Int)
    case lookup(Int)
  }

  static let firstField: UInt32 = 1
  static let firstParameter: UInt32 = 1 << 16
  static let firstLookup: UInt32 = 1 << 17

  static func lookup(_ position: Int) -> UInt32 {
    firstLookup + UInt32(clamping: position)
  }

  static func kind(_ origin: UInt32) -> Kind {
    switch origin {
    case 0: .computed
    case firstField..<firstParameter: .field(Int(origin - firstField))
    case firstParameter..<firstLookup: .parameter(Int(origin - firstParameter))
    default: .lookup(Int(origin - firstLookup))
    }
  }
}

extension Comparator {
  fileprivate init(_ operation: Comparison.Operation) {
    switch operation {
    case .equal: self = .exactly
    case .less: self = .less
    case .lessOrEqual: self = .atMost
    }
  }
}
