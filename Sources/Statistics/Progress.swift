// Progress towards a target, or without one, by named methods and their thresholds.

public import Quantities

/// How something progresses, in the words that assessments use too.
public enum ProgressStatus: String, Sendable, CaseIterable {
  /// As fast as required, by the method's threshold.
  case onTrack = "on_track"
  /// Clearly visible but slower than required.
  case moderate
  /// Far slower than required.
  case insufficient
  /// The other way.
  case movingAway = "moving_away"
}

/// The thresholds of a named method; assessments and scripts judge by the same ones.
public struct ProgressThresholds: Sendable, Equatable {
  /// The least that counts as on track.
  public let onTrack: ExactDecimal

  /// The least that counts as moderate.
  public let moderate: ExactDecimal

  private init(_ onTrack: String, _ moderate: String) {
    self.onTrack = (try? ExactDecimal(parsing: onTrack)) ?? 1
    self.moderate = (try? ExactDecimal(parsing: moderate)) ?? 0
  }

  /// 95 %, 60 % and 0 % of the required growth.
  ///
  /// Source: Eurostat, "Sustainable development in the European Union — Monitoring report", 2021,
  /// indicators with a quantitative target; Open SDG, "Progress Measurement Methodology".
  public static let cagrRatio = ProgressThresholds("0.95", "0.6")

  /// 100 %, 60 % and 0 % of the share of the time elapsed (时序进度).
  public static let schedule = ProgressThresholds("1", "0.6")

  /// 95 % and 10 % of the way expected to be covered when due.
  ///
  /// Source: United Nations Statistics Division, "Progress Chart Technical Note", 2023, as restated
  /// in the Basque statistical office Eustat's page on measuring progress. The note has one grade
  /// below 10 %, stagnation or regression; here it is insufficient from 0 % and moving away below.
  public static let unsd = ProgressThresholds("0.95", "0.1")

  /// 1.5 %, 0.5 % and 0 % of growth per year in the wanted direction, without a target.
  ///
  /// Source: Open SDG, "Progress Measurement Methodology", indicators without quantitative targets.
  public static let withoutTarget = ProgressThresholds("0.015", "0.005")

  /// What a ratio, or a growth per year, stands for.
  public func status(of ratio: ExactDecimal) -> ProgressStatus {
    if ratio >= onTrack { return .onTrack }
    if ratio >= moderate { return .moderate }
    return ratio.isNegative ? .movingAway : .insufficient
  }
}

/// How fast something moved, how fast it has to, and what that means.
public struct Progress: Sendable, Equatable {
  /// The growth per year so far, in %; for `schedule` the share of the way covered.
  public let actual: Quantity

  /// What is required from the base on, likewise; `nil` without a target.
  public let required: Quantity?

  /// The growth per year that is still required from the value on; `nil` where there is none.
  public let remaining: Quantity?

  /// What the status goes by, in %.
  public let ratio: Quantity

  /// The digits of ratios.
  private static let ratioDigits = 12

  /// The years between base, value and due date.
  public struct Years: Sendable {
    let elapsed: Int
    let available: Int

    /// Refuses a value that is not later than the base, or a due year that is not.
    public init(from base: Int, at year: Int, due: Int) throws(StatisticsError) {
      guard base < year, base < due else {
        throw StatisticsError(
          "the base is of \(base), the value of \(year), and the target due in \(due)",
          advice: "choose a base before both")
      }
      (elapsed, available) = (year - base, due - base)
    }

    var left: Int { available - elapsed }
  }

  /// Growth per year so far as a share of the growth per year that reaches the target when due.
  ///
  /// ((y/b)^(1/n) − 1) / ((t/b)^(1/N) − 1), the ratio rounded to 12 digits. Base, value and target
  /// are above zero, and the target is not the base.
  public static func cagrRatio(
    base: Quantity, value: Quantity, target: Quantity, years: Years
  ) throws(StatisticsError) -> Progress {
    let pace = try growth(base, value, target, years)
    return Progress(
      actual: pace.actual, required: pace.required, remaining: pace.remaining,
      ratio: try ratio(pace.actual.value, to: pace.required.value))
  }

  /// The share of the way covered as a share of the time elapsed (时序进度).
  ///
  /// ((y − b) / (t − b)) / (n / N), each rounded to 12 digits. Any sign; the target is not the
  /// base.
  public static func schedule(
    base: Quantity, value: Quantity, target: Quantity, years: Years
  ) throws(StatisticsError) -> Progress {
    let covered = try Structure.progress(from: base, to: value, target: target).value
    let (way, time) = (
      try rounded(covered),
      try rounded(
        WideDecimal.quotient(of: WideDecimal(years.elapsed), by: WideDecimal(years.available)))
    )
    return Progress(
      actual: .percent(way), required: .percent(time), remaining: nil,
      ratio: try ratio(way, to: time))
  }

  /// The share of the way that will be covered when due, if growth per year stays as it was.
  ///
  /// (v − b) / (t − b) with v = y (y/b)^(m/n), rounded to 12 digits. Base, value and target are
  /// above zero, and the target is not the base.
  public static func unsd(
    base: Quantity, value: Quantity, target: Quantity, years: Years
  ) throws(StatisticsError) -> Progress {
    let pace = try growth(base, value, target, years)
    guard years.left >= 0 else {
      throw StatisticsError(
        "the value is later than the target is due", advice: "use the value of the due year")
    }
    let expected = try Growth.projection(
      from: base, to: value, years: years.elapsed, ahead: years.left)
    let covered = try Structure.progress(from: base, to: expected, target: target).value
    return Progress(
      actual: pace.actual, required: pace.required, remaining: pace.remaining,
      ratio: .percent(try rounded(covered)))
  }

  /// Growth per year in the wanted direction, for what has no target.
  public static func withoutTarget(
    base: Quantity, value: Quantity, years: Int, direction: Scaling.Direction
  ) throws(StatisticsError) -> Progress {
    let actual = try Growth.annualRate(from: base, to: value, years: years)
    return Progress(
      actual: actual, required: nil, remaining: nil,
      ratio: direction == .up ? actual : .percent(-actual.value))
  }

  private static func growth(
    _ base: Quantity, _ value: Quantity, _ target: Quantity, _ years: Years
  ) throws(StatisticsError) -> (actual: Quantity, required: Quantity, remaining: Quantity?) {
    try checkAlike(("base", base), ("value", value), ("target", target))
    for (name, quantity) in [("base", base), ("value", value), ("target", target)]
    where quantity.isZero || quantity.isNegative {
      throw StatisticsError(
        "growth per year needs values above 0, and the \(name) is \(quantity)",
        advice: "use the method `schedule`")
    }
    let required = try Growth.annualRate(from: base, to: target, years: years.available)
    guard !required.isZero else {
      throw StatisticsError(
        "the base is the target already, so no growth is required",
        advice: "ask whether the target is met instead")
    }
    let remaining =
      years.left > 0
      ? try Growth.annualRate(from: value, to: target, years: years.left) : nil
    return (
      try Growth.annualRate(from: base, to: value, years: years.elapsed), required, remaining
    )
  }

  private static func ratio(
    _ actual: ExactDecimal, to required: ExactDecimal
  ) throws(StatisticsError) -> Quantity {
    .percent(
      try exactly { () throws(ArithmeticError) in
        try actual.divided(by: required, significantDigits: ratioDigits)
      })
  }

  private static func rounded(_ value: ExactDecimal) throws(StatisticsError) -> ExactDecimal {
    // What ends within 38 digits stays exact, as in a division.
    let value = WideDecimal(value)
    return value.coefficient.digitCount < WideDecimal.quotientDigits
      ? try value.decimal() : try value.rounded(significantDigits: ratioDigits)
  }
}
