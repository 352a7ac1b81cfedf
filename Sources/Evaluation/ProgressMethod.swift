// Named methods of judging progress towards a target.

import Quantities
import Statistics

/// A named method of judging progress towards a target.
///
/// The arithmetic and the thresholds are those of ``Statistics/Progress``, which scripts use too.
public enum ProgressMethod: String, CaseIterable, Sendable {
  /// The average annual growth since the base as a share of the growth required to reach the
  /// target.
  ///
  /// Thresholds 95 %, 60 % and 0 %, as in Eurostat's monitoring of the Sustainable Development
  /// Goals for indicators with a quantitative target. Needs positive levels.
  case cagrRatio = "cagr_ratio"

  /// The share of the way covered as a share of the time elapsed (时序进度).
  ///
  /// On track is 100 % or more; below it the thresholds are 60 % and 0 %.
  case schedule

  /// The share of the way that will be covered when due if growth per year stays as it was.
  ///
  /// Thresholds 95 % and 10 %, as in the progress chart of the United Nations Statistics Division;
  /// below 10 % it tells progress from moving away. Needs positive levels.
  case unsd

  private var thresholds: ProgressThresholds {
    switch self {
    case .cagrRatio: .cagrRatio
    case .schedule: .schedule
    case .unsd: .unsd
    }
  }

  /// The status that a ratio of actual to required pace stands for.
  func status(forRatio ratio: ExactDecimal) -> Assessment.Status {
    switch thresholds.status(of: ratio) {
    case .onTrack: .onTrack
    case .moderate: .moderate
    case .insufficient: .insufficient
    case .movingAway: .movingAway
    }
  }

  /// The actual and required pace between a base, the latest value and a target.
  ///
  /// - Returns: `nil` when the method does not apply: no time has passed, the target equals the base,
  ///   or growth is asked of values that are not positive.
  func pace(
    from base: DataPoint, to latest: DataPoint, target: Quantity, due: Int
  ) throws(ArithmeticError) -> Pace? {
    guard let years = try? Progress.Years(from: base.period.year, at: latest.period.year, due: due),
      target.value != base.value.value
    else { return nil }
    let levels = [base.value, latest.value, target]
    guard self == .schedule || levels.allSatisfy({ $0.value > 0 }) else { return nil }
    // What will be when due is no question any more once that year has passed.
    guard self != .unsd || latest.period.year <= due else { return nil }
    do {
      let progress =
        switch self {
        case .cagrRatio:
          try Progress.cagrRatio(
            base: base.value, value: latest.value, target: target, years: years)
        case .schedule:
          try Progress.schedule(
            base: base.value, value: latest.value, target: target, years: years)
        case .unsd:
          try Progress.unsd(base: base.value, value: latest.value, target: target, years: years)
        }
      guard let required = progress.required else { return nil }
      return Pace(
        base: base, actual: progress.actual, required: required, remaining: progress.remaining,
        ratio: progress.ratio)
    } catch {
      throw .notMeaningful(error.description)
    }
  }
}
