// Two observations of a series that a method compares, if they can be compared.

import Catalog
import DataSources
import LuaRuntime
import Quantities

/// Two observations of a series that can be compared.
struct SeriesEnds {
  let earlier: Observation
  let later: Observation

  var from: Quantity { earlier.value }
  var to: Quantity { later.value }

  /// The whole years between the two.
  func years(_ call: MethodCall) throws -> Int {
    let (start, end) = (earlier.period, later.period)
    guard start.form == end.form, start.end.month == end.end.month,
      start.start.month == end.start.month, end.year > start.year
    else {
      throw call.refusal(
        "\(start) and \(end) do not lie whole years apart",
        suggestion: "choose the same part of two years")
    }
    return end.year - start.year
  }
}

/// Prices that a script may ask for.
private enum AskedPrices: String, CaseIterable {
  case current
  case constant

  var basis: Series.PriceBasis { self == .current ? .current : .constant }
}

extension MethodCall {
  /// The two observations named by arguments; `nil` when the first argument is no series.
  func ends(from: Int, to: Int, options: Int) throws -> SeriesEnds? {
    guard case .object(let object) = argument(0), library.engine?.isSeries(object) == true else {
      return nil
    }
    return try ends(
      of: argument(0), from: argument(from), to: argument(to), self.options(options))
  }

  /// An observation and that of the same part of the year before.
  func endsOfYear(at position: Int, options: Int) throws -> SeriesEnds? {
    guard case .object(let object) = argument(0), let engine = library.engine,
      engine.isSeries(object)
    else { return nil }
    let period = try engine.period(argument(position))
    guard let before = period.yearBefore else {
      throw refusal("there is no year before \(period)")
    }
    return try ends(engine, object, before, period, self.options(options))
  }

  /// The two observations of a series; `nil` when it is none.
  func ends(
    of series: LuaValue, from: LuaValue?, to: LuaValue?, _ options: MethodOptions
  ) throws -> SeriesEnds? {
    guard case .object(let object) = series, let engine = library.engine,
      engine.isSeries(object)
    else { return nil }
    return try ends(
      engine, object, try engine.period(from ?? .nil), try engine.period(to ?? .nil), options)
  }

  private func ends(
    _ engine: ScriptEngine, _ object: HostObject, _ from: Period, _ to: Period,
    _ options: MethodOptions
  ) throws -> SeriesEnds {
    let (series, area) = engine.place(of: object)
    guard from < to else {
      throw refusal("\(from) is not before \(to)", suggestion: "give the earlier period first")
    }
    let asked = try options.choice("price", of: AskedPrices.self)?.basis
    let isMixed = try options.flag("mixed")
    if !isMixed { try check(series, asked) }
    try charge(20 * engine.observations.all(series: series.id, area: area).count)
    let found = try engine.read(series, in: area, [from, to])
    let ends = SeriesEnds(earlier: found[0], later: found[1])
    if !isMixed, let problem = engine.problem(with: ends) {
      throw refusal(
        "\(series.id) of \(area) in \(from) and \(to) cannot be compared: \(problem)",
        notes: [engine.described(ends.earlier), engine.described(ends.later)],
        suggestion: "use figures of one release, or add `{ mixed = true }` to compare them anyway")
    }
    return ends
  }

  private func check(_ series: Series, _ asked: Series.PriceBasis?) throws {
    if let asked, series.prices != asked {
      let basis =
        series.prices == .none ? "does not depend on prices" : "is at \(series.prices) prices"
      throw refusal(
        "`\(series.id)` \(basis), and growth at \(asked) prices cannot be worked out from it",
        suggestion: "use a series at \(asked) prices")
    }
    if series.kind == .growth, method.shortName != "points_change" {
      throw refusal(
        "`\(series.id)` is a rate of growth itself",
        suggestion: "read it as it is, or use `stats.points_change`")
    }
  }
}

extension ScriptEngine {
  /// Why two observations cannot be compared, if they cannot.
  ///
  /// Figures of one release are made to be compared. Figures of different ones are if both are
  /// final and no break lies between them; a first release may rest on a base that was revised
  /// since.
  fileprivate func problem(with ends: SeriesEnds) -> String? {
    let (earlier, later) = (ends.earlier, ends.later)
    if earlier.value.unit != later.value.unit {
      return "one is in \(earlier.value.unit), the other in \(later.value.unit)"
    }
    if (earlier.status == .definitionDiffers) != (later.status == .definitionDiffers) {
      return "their definitions differ"
    }
    if earlier.source == later.source { return nil }
    let between = observations.all(series: earlier.series, area: earlier.area)
      .map(\.period)
      .filter { $0.form == later.period.form && earlier.period < $0 && $0 <= later.period }
    for period in Set(between).sorted() {
      let used = observations.preferred(series: earlier.series, area: earlier.area, period: period)
      if let used, used.status == .timeSeriesBreak {
        return "there is a break in the series in \(period)"
      }
    }
    if earlier.status == later.status, earlier.status != .normal {
      return "they are \(earlier.status.title.en) figures of two releases"
    }
    guard later.status == .normal,
      earlier.status == .normal || earlier.status == .timeSeriesBreak
    else {
      return "they are of two vintages, \(earlier.status.title.en) and \(later.status.title.en)"
    }
    return nil
  }

  fileprivate func described(_ observation: Observation) -> String {
    let source = observations.source(observation.source)
    let publisher = source.map { " by \($0.publisher), \($0.title)" } ?? ""
    return "\(observation.period): \(observation.value), \(observation.status.title.en) "
      + "(\(observation.status.rawValue)), published\(publisher) (\(observation.source))"
  }

  /// The observations to use, noted as read; what is missing of them is noted, and then refused.
  func read(_ series: Series, in area: String, _ periods: [Period]) throws -> [Observation] {
    var result: [Observation] = []
    var missing: (any Error)?
    for period in periods {
      do {
        _ = try observation(of: series, in: area, period: period)
      } catch {
        missing = missing ?? error
      }
      if let found = observations.preferred(series: series.id, area: area, period: period) {
        result.append(found)
      }
    }
    if let missing { throw missing }
    return result
  }
}

extension Period {
  /// The same part of the year before.
  fileprivate var yearBefore: Period? {
    switch form {
    case .year: return advanced(by: -1)
    case .half: return advanced(by: -2)
    case .quarter: return advanced(by: -4)
    case .month: return advanced(by: -12)
    case .day:
      return CalendarDate(year: start.year - 1, month: start.month, day: start.day)
        .map(Period.init(day:))
    case .interval:
      guard let from = CalendarDate(year: start.year - 1, month: start.month, day: start.day)
      else { return nil }
      // A month that ends on its last day ends on its last day in every year.
      let isEnd = end.day == CalendarDate.daysInMonth(end.month, year: end.year)
      let day = isEnd ? CalendarDate.daysInMonth(end.month, year: end.year - 1) : end.day
      return CalendarDate(year: end.year - 1, month: end.month, day: day)
        .flatMap { Period(from: from, through: $0) }
    }
  }
}
