// What scripts see: `eligibility`, `indicator`, `date`, `at`, `obs`, and the methods of `e`.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities

/// The types of the host's objects, as registered with Lua.
struct ScriptTypes {
  var moment: UInt32 = 0
  var date: UInt32 = 0
  var observer: UInt32 = 0
  var series: UInt32 = 0
  var decision: UInt32 = 0
  var scale: UInt32 = 0
  var missing: UInt32 = 0

  /// The types that only suites have.
  var suiteWord: UInt32?
  var expectation: UInt32?
}

extension ScriptEngine {
  /// Registers everything that scripts see.
  func registerApi() throws(LuaError) {
    types.date = try state.register(dateType)
    types.moment = try state.register(momentType)
    types.series = try state.register(seriesType(with: try seriesMethods()))
    types.missing = try state.register(missingType)
    types.observer = try state.register(observerType)
    types.decision = try state.register(decisionType)
    types.scale = try state.register(try scaleType())
    for kind in [PendingDefinition.Kind.eligibility, .indicator] {
      try state.setGlobal(kind.rawValue, .function(try definer(of: kind)))
    }
    // The method itself would hold the engine, which holds the state.
    let date = try state.function("date") { [unowned self] call in try parseDate(call) }
    try state.setGlobal("date", .function(date))
    try MethodLibrary.install(in: state, engine: self)
  }

  /// `eligibility "id"` answers a function that takes the definition's table.
  private func definer(of kind: PendingDefinition.Kind) throws(LuaError) -> LuaFunction {
    try state.function(kind.rawValue) { [unowned self] call in
      guard case .string(let id) = try call.argument(0) else {
        throw ScriptError(
          message: "`\(kind.rawValue)` needs an id", word: kind.rawValue,
          suggestion: "write `\(kind.rawValue) \"my_id\" { … }`")
      }
      guard loadingFile != nil else {
        throw ScriptError(
          message: "definitions can only be made while the script is loaded", word: kind.rawValue)
      }
      guard suite == nil else {
        throw ScriptError(
          message: "a suite tests definitions, and makes none", word: kind.rawValue,
          suggestion: "define it in the folder `\(kind.folder)` of the plugin")
      }
      if let module = requiring.last {
        throw ScriptError(
          message: "the module `\(module)` cannot define \(kind.article) while it is loaded",
          word: kind.rawValue,
          suggestion: "define it in the folder `\(kind.folder)`, which may use the module")
      }
      announced.append((kind, id))
      return .function(
        try state.function("\(kind.rawValue) \"\(id)\"") { [unowned self] call in
          guard case .table(let table) = try call.argument(0) else {
            throw ScriptError(
              message: "\(kind.rawValue) \"\(id)\" needs a table", word: kind.rawValue,
              suggestion: "write `\(kind.rawValue) \"\(id)\" { … }`")
          }
          guard let file = loadingFile else {
            throw ScriptError(
              message: "definitions can only be made while the script is loaded",
              word: kind.rawValue)
          }
          if let position = announced.firstIndex(where: { $0 == (kind, id) }) {
            announced.remove(at: position)
          }
          let earlier = pending.count { $0.kind == kind && $0.id == id && $0.file === file }
          pending.append(
            PendingDefinition(
              kind: kind, id: id, plugin: loadingPlugin, table: table, file: file,
              earlier: earlier))
          return .nil
        })
    }
  }

  // MARK: Dates and moments

  func dateValue(_ date: CalendarDate) -> HostObject {
    HostObject(type: types.date, b: DayCode.encode(date))
  }

  private func date(_ object: HostObject) -> CalendarDate {
    DayCode.decode(object.b) ?? .first
  }

  /// The day that a value is, if it is one.
  func date(_ value: LuaValue) -> CalendarDate? {
    guard case .object(let object) = value, object.type == types.date else { return nil }
    return date(object)
  }

  private func parseDate(_ call: borrowing HostCall) throws -> LuaValue {
    guard case .string(let text) = try call.argument(0) else {
      throw ScriptError(message: "`date` needs a text", suggestion: "write `date \"2026-01-01\"`")
    }
    do {
      return .object(dateValue(try CalendarDate(parsing: text)))
    } catch {
      throw ScriptError(
        message: "`\(text)` is not a date: \(error.message)", word: text,
        suggestion: error.suggestion)
    }
  }

  private var dateType: HostObjectType {
    HostObjectType(
      name: "date",
      index: { [unowned self] object, key in
        let date = date(object)
        switch key {
        case .string("year"): return .integer(Int64(date.year))
        case .string("month"): return .integer(Int64(date.month))
        case .string("day"): return .integer(Int64(date.day))
        default: throw ScriptError.noMember(key, of: "a date", known: ["year", "month", "day"])
        }
      },
      arithmetic: { [unowned self] operation, left, right in
        switch (operation, left, right) {
        case (.subtract, .object(let later), .object(let earlier))
        where later.type == types.date && earlier.type == types.date:
          return .integer(Int64(clamping: later.b) - Int64(clamping: earlier.b))
        case (.add, .object(let object), .integer(let days)),
          (.add, .integer(let days), .object(let object)):
          return try shifted(object, days)
        case (.subtract, .object(let object), .integer(let days)):
          return try shifted(object, days == .min ? .max : -days)
        default:
          throw ScriptError(
            message: "dates can be subtracted from each other, and days added to them; nothing else"
          )
        }
      },
      compare: { [unowned self] operation, left, right in
        guard case .object(let left) = left, case .object(let right) = right,
          left.type == types.date, right.type == types.date
        else {
          throw ScriptError(
            message: "a date can only be compared with a date",
            suggestion: "write `date \"2026-01-01\"` for a fixed day")
        }
        switch operation {
        case .equal: return left.b == right.b
        case .less: return left.b < right.b
        case .lessOrEqual: return left.b <= right.b
        }
      },
      describe: { [unowned self] in date($0).description })
  }

  private func shifted(_ object: HostObject, _ days: Int64) throws -> LuaValue {
    guard let moved = date(object).addingDays(Int(clamping: days)) else {
      throw ScriptError(message: "\(date(object)) moved by \(days) days is outside the calendar")
    }
    return .object(dateValue(moved))
  }

  func momentValue(_ moment: Moment) -> LuaValue {
    .object(
      HostObject(
        type: types.moment, a: UInt32(areaPositions[moment.area] ?? 0),
        b: MomentCode.encode(moment.period)))
  }

  func moment(_ object: HostObject) -> Moment {
    Moment(
      period: MomentCode.decode(object.b) ?? Period(year: 1),
      area: catalog.areas[Int(object.a)].id)
  }

  private var momentType: HostObjectType {
    HostObjectType(
      name: "moment",
      index: { [unowned self] object, key in
        let moment = moment(object)
        switch key {
        case .string("year"): return .integer(Int64(moment.year))
        case .string("date"): return .object(dateValue(moment.date))
        case .string("area"): return .string(moment.area)
        case .string("period"): return .string(moment.period.description)
        default:
          throw ScriptError.noMember(key, of: "`at`", known: ["year", "date", "area", "period"])
        }
      },
      arithmetic: { [unowned self] operation, left, right in
        guard case .object(let object) = left, case .integer(let count) = right,
          operation == .add || operation == .subtract
        else {
          throw ScriptError(
            message: "only whole numbers can be added to or subtracted from `at`",
            suggestion: "write `at - 1` for the period before")
        }
        let steps = Int(clamping: operation == .add ? count : count == .min ? .max : -count)
        guard let moved = moment(object).advanced(by: steps) else {
          throw ScriptError(message: "there is no period \(steps) from \(moment(object).period)")
        }
        return momentValue(moved)
      },
      describe: { [unowned self] in moment($0).period.description })
  }

  // MARK: Observations

  func observer(of area: String) -> LuaValue {
    .object(HostObject(type: types.observer, a: UInt32(areaPositions[area] ?? 0)))
  }

  private var observerType: HostObjectType {
    HostObjectType(
      name: "observations",
      index: { [unowned self] object, key in
        guard case .string(let id) = key, let position = seriesPositions[id] else {
          throw ScriptError(
            message: "there is no series `\(key.shortText)` in the catalogue", word: key.shortText,
            suggestion: NearestName.suggestion(for: key.shortText, among: catalog.series.ids))
        }
        return .object(HostObject(type: types.series, a: object.a, b: UInt64(position)))
      },
      call: { [unowned self] object, arguments in
        guard case .string(let code)? = arguments.first, let area = areaPositions[code] else {
          let name = arguments.first?.shortText ?? "nothing"
          throw ScriptError(
            message: "there is no area `\(name)` in the catalogue", word: name,
            suggestion: NearestName.suggestion(for: name, among: catalog.areas.ids))
        }
        return .object(HostObject(type: types.observer, a: UInt32(area)))
      },
      describe: { [unowned self] in "observations of \(catalog.areas[Int($0.a)].id)" })
  }

  private func seriesType(with methods: [String: LuaFunction]) -> HostObjectType {
    HostObjectType(
      name: "series",
      index: { [unowned self] object, key in
        if case .string(let name) = key {
          if let method = methods[name] { return .function(method) }
          if NearestName.of(name, among: methods.keys) != nil {
            throw ScriptError.noMember(key, of: "a series", known: methods.keys.sorted())
          }
        }
        return try observation(
          of: catalog.series[Int(clamping: object.b)], in: catalog.areas[Int(object.a)].id,
          period: try period(key))
      },
      describe: { [unowned self] object in
        "\(catalog.series[Int(clamping: object.b)].id) of \(catalog.areas[Int(object.a)].id)"
      })
  }

  /// The period that a script asks a series for: `at`, a year, or a text such as `"2024-Q1"`.
  func period(_ key: LuaValue) throws -> Period {
    switch key {
    case .object(let object) where object.type == types.moment: return moment(object).period
    case .integer(let year) where CalendarDate.years.contains(Int(clamping: year)):
      return Period(year: Int(year))
    case .string(let text):
      do {
        return try Period(parsing: text)
      } catch {
        throw ScriptError(
          message: "`\(text)` is not a period: \(error.message)", word: text,
          suggestion: error.suggestion)
      }
    default:
      throw ScriptError(
        message: "a series is read at a period, not at \(key.kindText)",
        suggestion:
          "write `obs.gdp[at]`, `obs.gdp[at - 1]`, `obs.gdp[2024]` or `obs.gdp[\"2024-Q1\"]`")
    }
  }

  func observation(
    of series: Series, in area: String, period: Period, notesGap: Bool = true
  ) throws -> LuaValue {
    guard
      let found = observations.preferred(series: series.id, area: area, period: period)
    else {
      if notesGap {
        context?.note(Gap.observation(series: series.id, area: area, period: period))
      }
      throw LuaError(.missing, "no observation of `\(series.id)` for \(area) in \(period)")
    }
    guard found.bound == nil else {
      if notesGap {
        context?.note(Gap.boundOnly(series: series.id, area: area, period: period))
      }
      throw LuaError(
        .missing, "of `\(series.id)` for \(area) in \(period) only a bound is published")
    }
    let reading = Reading(
      source: .observation(
        series: series.id, area: area, period: period, publishedBy: found.source),
      name: series.id, value: .quantity(found.value))
    return .quantity(found.value, origin: context?.note(reading) ?? 0)
  }

  // MARK: Related decisions

  /// The method `e:decision("id")`.
  func decisionMethod() throws(LuaError) -> LuaFunction {
    try state.function("decision") { [unowned self] call in
      guard case .string(let id) = try call.argument(1) else {
        throw ScriptError(
          message: "`e:decision` needs the id of an eligibility", word: "decision")
      }
      guard let context, let subject = context.subject, let resolveDecision else {
        throw ScriptError(message: "`e:decision` works inside a condition or an amount only")
      }
      guard !eligibilities.versions(of: id).isEmpty else {
        throw ScriptError(
          message: "there is no eligibility `\(id)`", word: id,
          suggestion: NearestName.suggestion(for: id, among: eligibilities.ids))
      }
      let asked = contexts.compactMap(\.eligibility)
      guard !asked.contains(id) else {
        throw ScriptError(
          message: "decisions ask for each other in a circle: "
            + (asked + [id]).joined(separator: " → "), word: id)
      }
      let decision = try resolveDecision(id, subject, context.moment)
      guard decision.isDetermined else {
        context.note(Gap.decision(id))
        throw LuaError(.missing, "the decision on `\(id)` is itself undetermined")
      }
      context.related.append(decision)
      return .object(
        HostObject(
          type: types.decision, a: context.run, b: UInt64(context.related.count - 1)))
    }
  }

  private var decisionType: HostObjectType {
    HostObjectType(
      name: "decision",
      index: { [unowned self] object, key in
        guard let decision = related(object) else {
          throw ScriptError(message: "a decision can only be read where it was asked for")
        }
        switch key {
        case .string("eligible"): return .boolean(decision.isEligible)
        case .string("amount"):
          guard let amount = decision.amount else {
            guard !decision.isEligible else {
              context?.note(Gap.decision(decision.id))
              throw LuaError(.missing, "`\(decision.id)` has no amount")
            }
            return .quantity(zeroMoney)
          }
          let reading = Reading(source: .decision, name: decision.id, value: .quantity(amount))
          return .quantity(amount, origin: context?.note(reading) ?? 0)
        default:
          throw ScriptError.noMember(key, of: "a decision", known: ["eligible", "amount"])
        }
      },
      describe: { [unowned self] object in
        related(object).map { "decision on \($0.id)" } ?? "decision"
      })
  }

  /// The decision behind a handle; `nil` when another function asked for it.
  private func related(_ object: HostObject) -> RelatedDecision? {
    guard let context, context.run == object.a else { return nil }
    let position = Int(clamping: object.b)
    return context.related.indices.contains(position) ? context.related[position] : nil
  }

  private var zeroMoney: Quantity {
    Quantity(value: .zero, unit: catalog.units["元"] ?? .none)
  }
}

extension ScriptError {
  static func noMember(_ key: LuaValue, of what: String, known: [String]) -> ScriptError {
    ScriptError(
      message: "\(what) has no `\(key.shortText)`", word: key.shortText,
      suggestion: NearestName.suggestion(for: key.shortText, among: known))
  }
}

/// A day as the number of days since the calendar begins, in at most 24 bits.
enum DayCode {
  static func encode(_ date: CalendarDate) -> UInt64 {
    UInt64(clamping: date.dayNumber - CalendarDate.first.dayNumber)
  }

  static func decode(_ code: UInt64) -> CalendarDate? {
    CalendarDate(dayNumber: Int(clamping: code) + CalendarDate.first.dayNumber)
  }
}

/// A period in the 64 bits of a handle: its form and its two ends.
enum MomentCode {
  static func encode(_ period: Period) -> UInt64 {
    UInt64(period.form.rawValue) << 48 | DayCode.encode(period.start) << 24
      | DayCode.encode(period.end)
  }

  static func decode(_ code: UInt64) -> Period? {
    guard
      let form = Period.Form(rawValue: Int(code >> 48)),
      let start = DayCode.decode(code >> 24 & 0xFF_FFFF),
      let end = DayCode.decode(code & 0xFF_FFFF)
    else { return nil }
    return Period(checking: form, from: start, through: end)
  }
}
