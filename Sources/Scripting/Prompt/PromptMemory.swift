// What a prompt keeps from one line to the next.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

/// The types of the host's objects that only lines of a prompt have.
struct PromptTypes {
  var subject: UInt32 = 0
  var parameters: UInt32 = 0
  var decision: UInt32 = 0
  var assessment: UInt32 = 0
}

/// What a prompt keeps from one line to the next.
final class PromptMemory {
  /// The globals that lines have assigned.
  let globals: LuaTable

  /// What lines see where they have assigned nothing themselves: a copy of everything that scripts see.
  let library: LuaTable

  /// The list that scripts know as `subjects`.
  var subjectList: LuaTable?

  /// Runs a line's function and answers how many values it has, and a table of them.
  var runner: LuaFunction?

  var types = PromptTypes()
  var subjects = SubjectShelf()
  var decisions = Ledger<PromptDecision>()
  var assessments = Ledger<PromptAssessment>()
  let readings: PromptReadings

  /// The names of global variables in the order in which they were first assigned.
  var names: [String] = []

  /// The line that runs, and its evaluation.
  var current: (line: PromptLine, context: EvaluationContext, subject: HostObject?)?

  /// How often definitions or observations have changed.
  var revision = 0

  init(globals: LuaTable, library: LuaTable, catalog: Catalog) {
    self.globals = globals
    self.library = library
    readings = PromptReadings(catalog)
  }
}

/// Subjects that lines can refer to.
///
/// A subject keeps its place, so that what a script holds is valid as long as the session is. One that is
/// read again, from the same or another register, takes the place of its earlier self.
struct SubjectShelf {
  private var all: [Subject] = []
  private var places: [String: Int] = [:]

  /// The places of the subjects of the register, in its order.
  private(set) var register: [Int] = []

  /// The place of the subject that was last given without a register.
  private var given: Int?

  subscript(place: Int) -> Subject? { all.indices.contains(place) ? all[place] : nil }

  /// The place of the subject of the register with a key.
  func place(ofKey key: String) -> Int? { places[key] }

  /// The keys of the register that begin alike, for suggestions.
  func keys(like key: String) -> [String] {
    let start = key.prefix(max(1, key.count / 2)).lowercased()
    return Array(
      register.lazy.compactMap { self[$0]?.key }
        .filter { $0.lowercased().hasPrefix(start) }.prefix(2000))
  }

  /// Takes the subjects of another register.
  mutating func load(_ subjects: [Subject]) {
    var known: [String: Int] = [:]
    register = subjects.map { subject in
      let place = places[subject.key] ?? all.count
      if place == all.count { all.append(subject) } else { all[place] = subject }
      known[subject.key] = place
      return place
    }
    places = known
  }

  /// The place of a subject that a line is about.
  mutating func place(of subject: Subject) -> Int {
    if let place = places[subject.key], all[place] == subject { return place }
    if let given, all[given] == subject { return given }
    all.append(subject)
    given = all.count - 1
    return all.count - 1
  }
}

/// Results that scripts hold by number; when there are too many, the oldest are given up.
struct Ledger<Entry> {
  private static var most: Int { 100_000 }

  private var entries: [Entry] = []
  private var first = 0

  /// Adds an entry and answers its number.
  mutating func add(_ entry: Entry) -> UInt64 {
    if entries.count >= Self.most {
      let dropped = Self.most / 4
      entries.removeFirst(dropped)
      first += dropped
    }
    entries.append(entry)
    return UInt64(first + entries.count - 1)
  }

  /// The entry with a number, unless it was given up.
  subscript(number: UInt64) -> Entry? {
    let position = Int(clamping: number) - first
    return entries.indices.contains(position) ? entries[position] : nil
  }
}

/// What quantities that lines hold were read from, by the origin that travels with them.
final class PromptReadings {
  private static let most = 1_000_000

  private var lookups: [Reading] = []
  private var positions: [Reading: Int] = [:]
  private let fields: [String]
  private let parameters: [String]
  private var firstField: [String: Int] = [:]
  private var firstParameter: [String: Int] = [:]

  init(_ catalog: Catalog) {
    var names: [String] = []
    for kind in catalog.subjects {
      firstField[kind.id] = names.count
      names += kind.fields.map(\.name)
    }
    fields = names
    names = []
    for instrument in catalog.instruments {
      firstParameter[instrument.id] = names.count
      names += instrument.parameters.map(\.name)
    }
    parameters = names
  }

  /// The origin of a field of a kind of subject.
  func origin(ofField position: Int, of kind: String) -> UInt32 {
    Origin.firstField + UInt32(clamping: firstField[kind, default: 0] + position)
  }

  /// The origin of a parameter of an instrument.
  func origin(ofParameter position: Int, of instrument: String) -> UInt32 {
    Origin.firstParameter + UInt32(clamping: firstParameter[instrument, default: 0] + position)
  }

  /// The origin of a reading.
  func note(_ reading: Reading) -> UInt32 {
    if let known = positions[reading] { return Origin.lookup(known) }
    guard lookups.count < Self.most else { return 0 }
    positions[reading] = lookups.count
    lookups.append(reading)
    return Origin.lookup(lookups.count - 1)
  }

  /// What a quantity with an origin was read from.
  func reading(of quantity: Quantity, origin: UInt32) -> Reading? {
    let value = FieldValue.quantity(quantity)
    switch Origin.kind(origin) {
    case .computed: return nil
    case .field(let position):
      guard fields.indices.contains(position) else { return nil }
      return Reading(source: .field, name: fields[position], value: value)
    case .parameter(let position):
      guard parameters.indices.contains(position) else { return nil }
      return Reading(source: .parameter, name: parameters[position], value: value)
    case .lookup(let position):
      // Definitions count their own readings, and one may have kept a quantity in a global variable.
      guard lookups.indices.contains(position), lookups[position].value == value else { return nil }
      return lookups[position]
    }
  }
}
