// Holds targets against indicators and series.

public import Catalog
public import DataSources
public import Diagnostics
import Quantities
public import Scripting

/// Holds targets against indicators and series.
public struct Assessor {
  /// What computes indicators.
  let evaluator: any Evaluator

  /// What was published.
  let observations: ObservationStore

  /// The version of the document whose targets are assessed.
  let vintage: String

  /// The method that judges progress.
  let method: ProgressMethod

  /// How many years old the latest value may be and still say how a target stands.
  let maximumAge: Int

  /// How many years old the latest value may be, unless a workspace says otherwise.
  public static let defaultMaximumAge = 3

  /// Creates an assessor.
  public init(
    evaluator: any Evaluator, observations: ObservationStore, vintage: String,
    method: ProgressMethod, maximumAge: Int = defaultMaximumAge
  ) {
    self.evaluator = evaluator
    self.observations = observations
    self.vintage = vintage
    self.method = method
    self.maximumAge = maximumAge
  }

  /// Assesses a target.
  ///
  /// - Returns: `nil` when the version of the document says nothing about the target.
  /// - Throws: a ``Failure`` when its indicator fails.
  public func assess(_ target: Target, at moment: Moment) throws(Failure) -> Assessment? {
    guard let stated = target.vintage(vintage) else { return nil }
    let history = try history(of: target, at: moment)
    guard let latest = history.points.last else {
      return blank(target, stated, .notAssessable, missing: history.missing, at: moment)
    }
    do {
      return try judge(target, stated, latest, history, at: moment)
    } catch {
      throw Failure(
        Finding(
          "evaluation.arithmetic", "cannot assess `\(target.id)`: \(error)", at: target.span))
    }
  }

  /// The assessment of a target whose indicator failed; `nil` like ``assess(_:at:)``.
  public func failed(_ target: Target, at moment: Moment) -> Assessment? {
    target.vintage(vintage).map { blank(target, $0, .failed, missing: [], at: moment) }
  }

  private func blank(
    _ target: Target, _ stated: TargetVintage, _ status: Assessment.Status, missing: [String],
    at moment: Moment
  ) -> Assessment {
    Assessment(
      target: target, vintage: stated, moment: moment, status: status, latest: nil, distance: nil,
      relativeDistance: nil, pace: nil, method: method, missing: missing, notes: [])
  }

  private func judge(
    _ target: Target, _ stated: TargetVintage, _ latest: DataPoint, _ history: History,
    at moment: Moment
  ) throws(ArithmeticError) -> Assessment {
    let isMet = try stated.isSatisfied(by: latest)
    let distance = try target.distance(from: latest.value, to: stated.value)
    let isStale = moment.year - latest.period.year > maximumAge
    let base = history.points.first {
      $0.bound == nil && $0.period.year >= target.base ?? CalendarDate.years.lowerBound
    }
    var pace: Pace?
    if let base, target.nature.hasPace, latest.bound == nil, !isStale {
      pace = try method.pace(from: base, to: latest, target: stated.value, due: target.due)
    }
    var status: Assessment.Status = .unmet
    var missing: [String] = []
    if isStale {
      status = .notAssessable
      missing = ["a value from \(moment.year - maximumAge) or later"]
    } else if isMet == true {
      status = .met
    } else if isMet == nil {
      status = .notAssessable
      missing = ["an exact value; only a bound is published"]
    } else if let pace, latest.period.year < target.due {
      status = method.status(forRatio: pace.ratio.value)
    }
    return Assessment(
      target: target, vintage: stated, moment: moment, status: status, latest: latest,
      distance: distance, relativeDistance: try stated.value.share(of: distance), pace: pace,
      method: method, missing: missing,
      notes: notes(on: latest, base: pace == nil ? nil : base, target))
  }

  /// What a reader has to know about the figures: their status, definitions, revisions and bounds.
  private func notes(on latest: DataPoint, base: DataPoint?, _ target: Target) -> [String] {
    var notes: [String] = []
    if let bound = latest.bound {
      notes.append("published only as \(bound.rawValue) \(latest.value)")
    }
    for observation in latest.observations {
      let others = observations.published(
        series: observation.series, area: observation.area, period: observation.period
      ).filter { $0.value.value != observation.value.value || $0.bound != observation.bound }
      for other in others {
        let value = "\(other.bound?.rawValue ?? "")\(other.value)"
        notes.append("\(observation.period) is also published as \(value) (\(other.source))")
      }
      if observation.status != .normal {
        notes.append("\(observation.period): \(observation.status.title.en)")
      }
      if !observation.note.isEmpty { notes.append("\(observation.period): \(observation.note)") }
    }
    if let base, let first = base.observations.first, first.status != .normal {
      notes.append(
        "pace is measured from \(base.value) in \(base.period), which is \(first.status.title.en)")
    }
    return notes
  }
}

/// The values of a target's indicator or series up to a moment, and what is missing for the moment.
private struct History {
  var points: [DataPoint] = []
  var missing: [String] = []
}

extension Assessor {
  private func history(of target: Target, at moment: Moment) throws(Failure) -> History {
    if let id = target.series, let series = evaluator.catalog.series[id] {
      return observedHistory(of: series, at: moment)
    }
    let indicators = evaluator.indicators.all
    if let indicator = indicators.first(where: {
      $0.target == target.id && $0.validity.contains(moment.date)
    }) {
      return try computedHistory(of: indicator, at: moment)
    }
    return History(points: [], missing: ["an indicator for \(target.id)"])
  }

  /// The preferred observation of each usable period up to the moment.
  ///
  /// Flows count for whole years only. Anything else may also be observed within a year; the last
  /// observation of a year then stands for it.
  private func observedHistory(of series: Series, at moment: Moment) -> History {
    var byYear: [Int: Observation] = [:]
    let periods = Set(observations.all(series: series.id, area: moment.area).map(\.period))
    for period in periods.sorted() where period.end <= moment.date {
      guard period.form == .year || (series.kind != .flow && period.form != .interval) else {
        continue
      }
      if byYear[period.year]?.period.form == .year { continue }
      if let observation = observations.preferred(
        series: series.id, area: moment.area, period: period)
      {
        byYear[period.year] = observation
      }
    }
    let points = byYear.keys.sorted().compactMap { byYear[$0] }.map {
      DataPoint(period: $0.period, value: $0.value, bound: $0.bound, observations: [$0])
    }
    return History(
      points: points,
      missing: points.isEmpty ? ["\(series.id)[\(moment.period)] of \(moment.area)"] : [])
  }

  /// The indicator's value in each year that has observations, up to the moment.
  private func computedHistory(
    of indicator: IndicatorDefinition, at moment: Moment
  ) throws(Failure) -> History {
    var history = History()
    let years = Set(observations.periods.map(\.year)).filter { $0 < moment.year }.sorted()
    let earlier = years.map { Moment(period: Period(year: $0), area: moment.area) }
    for point in earlier + [moment] {
      guard
        evaluator.indicators.versions(of: indicator.id).contains(where: {
          $0.validity.contains(point.date)
        })
      else { continue }
      let facts = try evaluator.compute(indicator.id, at: point)
      if let value = facts.value {
        let used = facts.trace.readings.compactMap(observation)
        history.points.append(
          DataPoint(period: point.period, value: value, bound: nil, observations: used))
      } else if point == moment {
        history.missing = facts.trace.gaps.map(\.text)
      }
    }
    return history
  }

  private func observation(of reading: Reading) -> Observation? {
    guard case .observation(let series, let area, let period, _) = reading.source else {
      return nil
    }
    return observations.preferred(series: series, area: area, period: period)
  }
}

extension Gap {
  /// The gap in words that name what is missing.
  public var text: String {
    switch self {
    case .field(let name): name
    case .openParameter(let name): "p.\(name) (left to local rules)"
    case .observation(let series, let area, let period): "\(series)[\(period)] of \(area)"
    case .boundOnly(let series, let area, let period):
      "an exact \(series)[\(period)] of \(area) (only a bound is published)"
    case .decision(let id): "the decision on \(id)"
    }
  }
}

extension Target {
  /// Target minus value; for two ratios a difference in percentage points.
  func distance(
    from value: Quantity, to wanted: Quantity
  ) throws(ArithmeticError) -> Quantity? {
    nature == .rank ? nil : try wanted - value
  }
}

extension Target.Nature {
  /// Whether a pace from year to year means anything for it.
  var hasPace: Bool {
    switch self {
    case .level, .annual, .cumulative: true
    case .increment, .growth, .rank, .relative: false
    }
  }
}

extension TargetVintage {
  /// Whether a value satisfies the target; `nil` when only a bound is known that decides nothing.
  func isSatisfied(by point: DataPoint) throws(ArithmeticError) -> Bool? {
    guard point.bound != nil else {
      return try comparator.holds(between: point.value, and: value, tolerance: tolerance)
    }
    let order = try Quantity.compare(point.value, value)
    switch (point.bound, comparator) {
    case (.more, .more), (.more, .atLeast), (.atLeast, .atLeast): return order >= 0 ? true : nil
    case (.atLeast, .more): return order > 0 ? true : nil
    case (.less, .less), (.less, .atMost), (.atMost, .atMost): return order <= 0 ? true : nil
    case (.atMost, .less): return order < 0 ? true : nil
    case (.more, .less), (.more, .atMost), (.atLeast, .less): return order >= 0 ? false : nil
    case (.atLeast, .atMost): return order > 0 ? false : nil
    case (.less, .more), (.less, .atLeast), (.atMost, .more): return order <= 0 ? false : nil
    case (.atMost, .atLeast): return order < 0 ? false : nil
    default: return nil
    }
  }
}

extension Quantity {
  /// A difference as a share of the quantity, in %; `nil` when the quantity is zero.
  func share(of difference: Quantity?) throws(ArithmeticError) -> Quantity? {
    guard let difference, !value.isZero else { return nil }
    return Quantity(
      value: try difference.value.divided(by: value, significantDigits: 12), unit: .percent)
  }
}
