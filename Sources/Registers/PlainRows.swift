// Rows and definitions that need no Lua: everything about them is settled before the first row.

import CRegister
import Catalog
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Scripting

/// Decides on rows that are written plainly, by eligibilities that are simple enough, without Lua.
///
/// What comes out is what the evaluator would say, byte for byte. Every other row is left to it, and of a row
/// that is written plainly the decisions by other eligibilities.
final class PlainRows {
  private let decider: OpaquePointer
  private let question: RegisterQuestion
  private let kind: SubjectKind
  private let units: UnitTable
  private let definitions: [EligibilityDefinition]

  /// For each field that totals are broken down by, its values and their numbers.
  private let values: [[String: Int64]]

  /// Settles a question; `nil` when every row needs Lua.
  init?(_ question: RegisterQuestion, kind: SubjectKind, evaluator: LocalEvaluator) {
    let catalog = evaluator.catalog
    let isKnown = question.format == .records || question.layout == .wide && question.format == .csv
    guard isKnown, catalog.areas[question.moment.area] != nil, kind.fields.count <= Int(YSR_FIELDS)
    else { return nil }
    var program = Program(kind: kind, units: catalog.units, moment: question.moment)
    var plans: [Plan?] = []
    var definitions: [EligibilityDefinition] = []
    for id in question.eligibilities {
      guard let definition = try? evaluator.eligibilities.definition(id, on: question.moment.date)
      else { return nil }
      // What is payable under an instrument of a group depends on the others.
      let isAlone = !catalog.groups.contains { $0.members.contains(definition.instrument.id) }
      let code = isAlone ? evaluator.code(of: definition) : nil
      plans.append(code.flatMap { Plan(definition, $0, at: question.moment, &program) })
      definitions.append(definition)
    }
    guard plans.contains(where: { $0 != nil }), let decider = ysr_decider_new(question.seed) else {
      return nil
    }
    self.decider = decider
    self.question = question
    self.kind = kind
    self.definitions = definitions
    units = catalog.units
    values = kind.totalsPositions.map { position in
      Self.choices(of: kind.fields[position].type, catalog).reduce(into: ["": 0]) {
        $0[$1.meaning] = program.number(of: $1.meaning)
      }
    }
    if question.format == .records { ysr_write_records(decider) }
    guard nameFields(), addColumns(catalog, &program),
      values.allSatisfy({ $0.values.allSatisfy { $0 < Int64(YSR_VALUES) } }),
      kind.totalsPositions.allSatisfy({ ysr_add_part(decider, Int32($0)) }),
      plans.allSatisfy({ plan in
        guard let plan else { return ysr_leave_eligibility(decider) }
        return ysr_add_eligibility(
          decider, plan.conditions, plan.conditions.count, plan.amount, plan.cap, Program.money)
      }),
      ysr_set_code(
        decider, program.code, program.code.count, program.constants,
        program.constants.count)
    else { return nil }
  }

  deinit { ysr_decider_free(decider) }

  /// What is settled about an eligibility.
  private struct Plan {
    let conditions: [Int32]
    let amount: Int32
    let cap: Int64

    init?(
      _ definition: EligibilityDefinition, _ code: EligibilityCode, at moment: Moment,
      _ program: inout Program
    ) {
      let instrument = definition.instrument
      guard instrument.split.isEmpty else { return nil }
      conditions = code.conditions.compactMap { program.add($0, of: instrument) }
      guard conditions.count == code.conditions.count, conditions.count <= 64 else { return nil }
      if let function = code.amount {
        guard let start = program.add(function, of: instrument) else { return nil }
        amount = start
      } else {
        amount = -1
      }
      guard let cap = instrument.parameter("cap") else {
        self.cap = Int64(YSR_CAP_NONE)
        return
      }
      if cap.isOpen(on: moment.date) {
        self.cap = Int64(YSR_CAP_OPEN)
        return
      }
      guard let value = cap.version(on: moment.date)?.value.quantity,
        value.unit.dimension == .named("money"), let fen = value.fen, fen >= 0
      else { return nil }
      self.cap = fen
    }
  }

  // MARK: Columns

  private func nameFields() -> Bool {
    kind.fields.enumerated().allSatisfy { position, field in
      let name = Array(field.name.utf8)
      return ysr_name_field(decider, Int32(position), name, name.count)
    }
  }

  private func addColumns(_ catalog: Catalog, _ program: inout Program) -> Bool {
    for column in 0..<question.width {
      // Every column is a field: others are refused with the header.
      guard let position = question.columns.firstIndex(of: column) else { return false }
      let field = kind.fields[position]
      let isAdded: Bool
      if field.name == kind.key {
        guard case .text = field.type else { return false }
        isAdded = ysr_add_column(decider, YSR_KEY, Int32(position), 0, 0, 0)
      } else if case .quantity(let unit) = field.type {
        guard let arithmetic = program.arithmeticKind(of: unit) else { return false }
        isAdded = ysr_add_column(
          decider, YSR_AMOUNT, Int32(position), arithmetic, unit.index, Int32(unit.scale))
      } else {
        isAdded = ysr_add_column(decider, Self.type(of: field.type), Int32(position), 0, 0, 0)
      }
      guard isAdded, addChoices(of: field.type, catalog, &program) else { return false }
    }
    return true
  }

  private static func type(of type: FieldType) -> ysr_column_type {
    switch type {
    case .boolean: YSR_TRUTH
    case .integer: YSR_WHOLE
    case .year: YSR_YEAR
    case .enumeration, .area: YSR_CHOICE
    case .date: YSR_DAY
    case .text, .quantity: YSR_WORDS
    }
  }

  /// Every way in which a choice may be written, with what it means; of two that look alike the first counts.
  private static func choices(
    of type: FieldType, _ catalog: Catalog
  ) -> [(text: String, meaning: String)] {
    switch type {
    case .enumeration(let values):
      values.flatMap { [($0.value, $0.value), ($0.title.zh, $0.value)] }
    case .area:
      catalog.areas.map { ($0.id, $0.id) }
        + catalog.areas.flatMap { [($0.title.zh, $0.id), ($0.title.en, $0.id)] }
    default: []
    }
  }

  private func addChoices(
    of type: FieldType, _ catalog: Catalog, _ program: inout Program
  ) -> Bool {
    Self.choices(of: type, catalog).allSatisfy { text, meaning in
      let number = program.number(of: meaning)
      // Texts that are equal but not the same bytes are left to whoever knows about that.
      let bytes = Array(text.utf8)
      return bytes.isEmpty || ysr_add_choice(decider, bytes, bytes.count, number)
    }
  }

  // MARK: Rows

  /// Begins a block.
  func begin() { ysr_begin(decider) }

  /// Decides on rows from a place on, and moves it to the first row that is left to others, or begins on
  /// a line.
  func decide(_ block: RegisterBlock, from place: inout (offset: Int, line: Int), to line: Int) {
    let format = block.format == .csv ? YSR_CSV : YSR_JSON_LINES
    block.bytes.withUnsafeBufferPointer {
      place.offset = ysr_decide(
        decider, format, $0.baseAddress, $0.count, place.offset, &place.line, line)
    }
  }

  /// The positions of the eligibilities whose decisions on the next row are left to others; none when the
  /// whole row is.
  var pending: [Int] { definitions.indices.filter { ysr_is_pending(decider, $0) } }

  /// Writes a row whose pending decisions were made, and moves the place behind it.
  ///
  /// - Parameter answers: For each pending eligibility, by its position, its part of the row.
  func finish(
    _ answers: [(position: Int, bytes: [UInt8])], at place: inout (offset: Int, line: Int)
  ) throws(Failure) {
    let areTaken = answers.allSatisfy { position, bytes in
      ysr_answer(decider, position, bytes, bytes.count)
    }
    let end = areTaken ? ysr_finish_row(decider, &place.line) : 0
    guard end > 0 else {
      throw Failure(Finding("register.memory", "there is no memory for the next row"))
    }
    place.offset = end
  }

  /// Moves what was written since the last time to a result.
  func drain(into result: inout BlockResult) {
    var count = 0
    if let bytes = ysr_output(decider, &count) {
      result.output += UnsafeBufferPointer(start: bytes, count: count)
    }
    if let bytes = ysr_keys(decider, &count) {
      result.keys.bytes += UnsafeBufferPointer(start: bytes, count: count)
      result.subjects += count / RegisterKeys.size
    }
    ysr_drain(decider)
  }

  /// What came out since ``begin()``, eligibility by eligibility.
  func summaries() -> [EligibilitySummary] {
    definitions.enumerated().map { position, definition in
      guard let raw = ysr_summary_of(decider, position)?.pointee else {
        return EligibilitySummary(eligibility: definition.id)
      }
      return summary(of: definition, raw, parts: parts(at: position, raw.unit))
    }
  }

  /// What was paid under an eligibility, broken down.
  private func parts(at position: Int, _ unit: UInt16) -> [[String: PaidTotal]] {
    values.enumerated().map { part, numbers in
      numbers.compactMapValues { number in
        guard let raw = ysr_part_of(decider, position, part, number)?.pointee, raw.paid > 0 else {
          return nil
        }
        return PaidTotal(
          count: Int(raw.paid), total: money(raw.total_high, raw.total_low, unit))
      }
    }
  }

  /// An amount of fen in 128 bits.
  private func money(_ high: Int64, _ low: UInt64, _ unit: UInt16) -> Quantity? {
    guard let unit = units.unit(at: unit) else { return nil }
    return (try? ExactDecimal(coefficient: Int128(high) << 64 | Int128(low), exponent: -2)).map {
      Quantity(value: $0, unit: unit)
    }
  }

  private func summary(
    of definition: EligibilityDefinition, _ raw: ysr_summary, parts: [[String: PaidTotal]]
  ) -> EligibilitySummary {
    func counts<Tuple>(_ tuple: Tuple, _ names: [String]) -> [String: Int] {
      withUnsafeBytes(of: tuple) { bytes in
        let values = bytes.bindMemory(to: Int64.self)
        return Dictionary(
          zip(names, values).filter { $0.1 > 0 }.map { ($0.0, Int($0.1)) },
          uniquingKeysWith: +)
      }
    }
    let total = raw.payable > 0 ? money(raw.total_high, raw.total_low, raw.unit) : nil
    return EligibilitySummary(
      eligibility: definition.id,
      counts: [
        .eligible: Int(raw.statuses.0), .ineligible: Int(raw.statuses.1),
        .undetermined: Int(raw.statuses.2),
      ].filter { $0.value > 0 },
      paid: Int(raw.paid), notPayable: Int(raw.open), total: total,
      unmet: counts(raw.unmet, definition.conditions.map(\.title.en)),
      missing: counts(raw.missing, kind.fields.map(\.name)), parts: parts)
  }
}
