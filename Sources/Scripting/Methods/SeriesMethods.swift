// `obs.gdp:values(from, to)` and `obs.gdp:periods()`.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

extension ScriptEngine {
  /// The methods of series.
  func seriesMethods() throws(LuaError) -> [String: LuaFunction] {
    [
      "values": try state.function("values") { [unowned self] call in try values(call) },
      "periods": try state.function("periods") { [unowned self] call in try periods(call) },
    ]
  }

  private func series(_ call: borrowing HostCall, _ method: String) throws -> HostObject {
    guard case .object(let object) = try call.argument(0), isSeries(object) else {
      throw ScriptError(
        message: "`\(method)` is a method of a series", word: method,
        suggestion: "write `obs.gdp:\(method)(…)` with a colon")
    }
    return object
  }

  /// Whether a handle is a series.
  func isSeries(_ object: HostObject) -> Bool { object.type == types.series }

  /// What a handle of a series stands for.
  func place(of object: HostObject) -> (series: Series, area: String) {
    (catalog.series[Int(clamping: object.b)], catalog.areas[Int(object.a)].id)
  }

  // MARK: values

  /// The most periods between two ends.
  private static let mostPeriods = 10_000

  private func values(_ call: borrowing HostCall) throws -> LuaValue {
    let object = try series(call, "values")
    let (series, area) = place(of: object)
    let periods = try periods(
      from: try period(try call.argument(1)), through: try period(try call.argument(2)))
    try state.charge(50 * periods.count, for: "values")
    let keepsGaps = try keepsGaps(try call.argument(3))
    var values: [LuaValue] = []
    var missing: LuaError?
    for period in periods {
      do {
        values.append(try observation(of: series, in: area, period: period, notesGap: !keepsGaps))
      } catch let error as LuaError where error.kind == .missing {
        // Everything that is missing is noted before the first of it is reported.
        missing = missing ?? error
        values.append(.object(missingObservation(object, period)))
      }
    }
    if let missing, !keepsGaps { throw missing }
    let table = try state.makeTable()
    for (position, value) in values.enumerated() {
      try table.set(.integer(Int64(position + 1)), value)
    }
    return .table(table)
  }

  private func keepsGaps(_ value: LuaValue) throws -> Bool {
    if case .nil = value { return false }
    guard case .table(let table) = value, let entries = try table.entries(atMost: 8) else {
      throw ScriptError(
        message: "`values` takes two periods and a table of options", word: "values",
        suggestion: "write `obs.gdp:values(2020, at, { gaps = \"missing\" })`")
    }
    for (key, value) in entries {
      guard case .string("gaps") = key else {
        throw ScriptError(
          message: "`values` has no option `\(key.shortText)`", word: key.shortText,
          suggestion: NearestName.suggestion(for: key.shortText, among: ["gaps"]))
      }
      guard case .string("missing") = value else {
        throw ScriptError(
          message: "`gaps` cannot be \(value.kindText)", word: "gaps",
          suggestion: "write `gaps = \"missing\"`, or leave it out")
      }
    }
    return !entries.isEmpty
  }

  private func periods(from: Period, through to: Period) throws -> [Period] {
    guard from.form == to.form, from.form != .interval, from <= to else {
      throw ScriptError(
        message: "there is no way from \(from) to \(to) in steps of one period", word: "values",
        suggestion: "give two years, two quarters or the like, the earlier one first")
    }
    var result = [from]
    while let last = result.last, last < to, let next = last.advanced(by: 1) {
      guard result.count < Self.mostPeriods else {
        throw ScriptError(
          message: "from \(from) to \(to) there are more than \(Self.mostPeriods) periods",
          word: "values", suggestion: "take fewer, or longer ones")
      }
      result.append(next)
    }
    return result
  }

  // MARK: periods

  /// The periods with a value to use, as texts; of one form if it is named.
  private func periods(_ call: borrowing HostCall) throws -> LuaValue {
    let (series, area) = place(of: try self.series(call, "periods"))
    var form: Period.Form?
    if case .string(let name) = try call.argument(1) {
      guard let known = Self.forms[name] else {
        throw ScriptError(
          message: "there are no periods called `\(name)`", word: name,
          suggestion: NearestName.suggestion(for: name, among: Self.forms.keys))
      }
      form = known
    }
    let all = observations.all(series: series.id, area: area)
    try state.charge(10 * all.count, for: "periods")
    let periods = Set(all.map(\.period)).sorted().filter { period in
      guard form == nil || period.form == form,
        let used = observations.preferred(series: series.id, area: area, period: period)
      else { return false }
      return used.bound == nil
    }
    let table = try state.makeTable()
    for (position, period) in periods.enumerated() {
      try table.set(.integer(Int64(position + 1)), .string(period.description))
    }
    return .table(table)
  }

  private static let forms: [String: Period.Form] = [
    "year": .year, "half": .half, "quarter": .quarter, "month": .month, "day": .day,
    "interval": .interval,
  ]
}

extension MethodCall {
  /// A year, given as a number or as the year of a moment.
  func year(_ position: Int, _ name: String) throws -> Int { try year(argument(position), name) }

  func year(_ value: LuaValue, _ name: String) throws -> Int {
    switch value {
    case .integer(let year) where CalendarDate.years.contains(Int(clamping: year)):
      return Int(year)
    case .object, .string:
      if let engine = library.engine { return try engine.period(value).year }
    default: break
    }
    throw refusal("\(name) is \(value.kindText), not a year")
  }

  /// A day, or the last day of a period.
  func date(_ value: LuaValue, _ name: String) throws -> CalendarDate {
    guard let engine = library.engine else { throw refusal("there are no dates here") }
    return try engine.date(value) ?? engine.period(value).end
  }
}
