// Records that are filled again and again, one set for each depth of nested decisions.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

/// Records of subjects and parameters, reused from one evaluation to the next.
///
/// A decision that is asked for inside another one must not overwrite the outer one's records, so
/// every depth of nesting has its own.
struct RecordPool {
  private var records: [String: [LuaRecord]] = [:]

  /// The record for a name at a depth, made when it is first needed.
  mutating func record(
    _ name: String, depth: Int, make: () throws(LuaError) -> LuaRecord
  ) throws(LuaError) -> LuaRecord {
    if let known = records[name], known.indices.contains(depth) { return known[depth] }
    let record = try make()
    records[name, default: []].append(record)
    return record
  }
}

extension ScriptEngine {
  /// The record of a subject's fields, filled with its values.
  func fieldRecord(for subject: Subject, _ kind: SubjectKind) throws(LuaError) -> LuaRecord {
    let record = try fieldRecords.record(kind.id, depth: contexts.count) { () throws(LuaError) in
      let record = try LuaRecord(
        state, name: "e", fields: kind.fields.map(\.name),
        methods: [("decision", try decisionMethod())], originBase: Origin.firstField)
      let names = kind.fields.map(\.name)
      record.unknownKey = { key in
        ScriptError(
          message: "\(kind.id) has no field `\(key)`", word: key,
          suggestion: NearestName.suggestion(for: key, among: names))
      }
      return record
    }
    for (position, value) in subject.values.enumerated() {
      try record.set(position, recordValue(value))
    }
    return record
  }

  /// The record of an instrument's parameters, filled with the values that hold on a day.
  func parameterRecord(
    for instrument: Instrument, on date: CalendarDate
  ) throws(LuaError) -> LuaRecord {
    let record = try parameterRecords.record(instrument.id, depth: contexts.count) {
      () throws(LuaError) in
      let names = instrument.parameters.map(\.name)
      let record = try LuaRecord(
        state, name: "p", fields: names, originBase: Origin.firstParameter)
      record.unknownKey = { key in
        ScriptError(
          message: "instrument `\(instrument.id)` has no parameter `\(key)`", word: key,
          suggestion: NearestName.suggestion(for: key, among: names))
      }
      return record
    }
    for (position, parameter) in instrument.parameters.enumerated() {
      switch parameter.version(on: date)?.value {
      case .quantity(let quantity)?: try record.set(position, .quantity(quantity))
      case .scale?: try record.set(position, .object(scaleHandle(position, of: instrument)))
      case nil: try record.set(position, .missing)
      }
    }
    return record
  }

  private func recordValue(_ value: FieldValue) -> RecordValue {
    switch value {
    case .missing: .missing
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .year(let year): .integer(Int64(year))
    case .quantity(let quantity): .quantity(quantity)
    case .date(let date): .object(dateValue(date))
    case .text(let text), .enumeration(let text), .area(let text): .string(text)
    }
  }
}
