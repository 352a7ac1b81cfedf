// Named methods of judging progress towards a target.

import Quantities

/// A named method of judging progress towards a target.
public enum ProgressMethod: String, CaseIterable, Sendable {
  /// The average annual growth since the base as a share of the growth required to reach the target.
  ///
  /// Thresholds 95 %, 60 % and 0 %, as in Eurostat's monitoring of the Sustainable Development Goals
  /// for indicators with a quantitative target. Needs positive levels.
  case cagrRatio = "cagr_ratio"

  /// The share of the way covered as a share of the time elapsed (时序进度).
  ///
  /// On track is 100 % or more; below it the thresholds are 60 % and 0 %.
  case schedule

  /// The least percentage of the required pace that counts as on track.
  private var onTrackPercentage: ExactDecimal {
    switch self {
    case .cagrRatio: 95
    case .schedule: 100
    }
  }

  /// The least percentage of the required pace that counts as moderate progress.
  private static let moderatePercentage: ExactDecimal = 60

  /// The status that a ratio of actual to required pace stands for.
  func status(forRatio ratio: ExactDecimal) throws(ArithmeticError) -> Assessment.Status {
    let percentage = try ratio.scaled(byPowerOfTen: 2)
    if percentage >= onTrackPercentage { return .onTrack }
    if percentage >= Self.moderatePercentage { return .moderate }
    return ratio.isNegative ? .movingAway : .insufficient
  }

  /// The actual and required pace between a base, the latest value and a target.
  ///
  /// - Returns: `nil` when the method does not apply: no time has passed, the target equals the base,
  ///   or growth is asked of values that are not positive.
  func pace(
    from base: DataPoint, to latest: DataPoint, target: Quantity, due: Int
  ) throws(ArithmeticError) -> Pace? {
    let elapsed = latest.period.year - base.period.year
    let available = due - base.period.year
    guard elapsed > 0, available > 0 else { return nil }
    switch self {
    case .cagrRatio:
      guard
        let actual = try Self.growth(from: base.value, to: latest.value, years: elapsed),
        let required = try Self.growth(from: base.value, to: target, years: available),
        !required.isZero
      else { return nil }
      let yearsLeft = due - latest.period.year
      let remaining =
        yearsLeft > 0
        ? try Self.growth(from: latest.value, to: target, years: yearsLeft) : nil
      return Pace(
        base: base, actual: percent(actual), required: percent(required),
        remaining: remaining.map(percent),
        ratio: percent(try actual.divided(by: required, significantDigits: 12)))
    case .schedule:
      let way = try target.value - base.value.value
      guard !way.isZero else { return nil }
      let covered = try (try latest.value.value - base.value.value)
        .divided(by: way, significantDigits: 12)
      let share = try ExactDecimal(elapsed)
        .divided(by: ExactDecimal(available), significantDigits: 12)
      return Pace(
        base: base, actual: percent(covered), required: percent(share),
        remaining: nil, ratio: percent(try covered.divided(by: share, significantDigits: 12)))
    }
  }

  private func percent(_ ratio: ExactDecimal) -> Quantity { Quantity(value: ratio, unit: .percent) }

  /// The average annual growth between two positive values, to 12 significant digits.
  private static func growth(
    from start: Quantity, to end: Quantity, years: Int
  ) throws(ArithmeticError) -> ExactDecimal? {
    guard start.value > .zero, end.value > .zero else { return nil }
    return try end.value.divided(by: start.value).root(years, significantDigits: 15) - 1
  }
}
