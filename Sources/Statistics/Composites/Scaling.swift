// Bringing values of different kinds to one scale.

public import Quantities

/// Bringing values of different kinds to one scale.
///
/// Source: OECD and Joint Research Centre of the European Commission, "Handbook on Constructing
/// Composite Indicators: Methodology and User Guide", 2008, step 5 (normalisation).
public enum Scaling {
  /// What a standard deviation is divided by.
  public enum Deviation: String, CaseIterable, Sendable {
    /// The values are all there are: divided by n.
    case population
    /// The values are a sample of more: divided by n − 1.
    case sample
  }

  /// Which values are good.
  public enum Direction: String, CaseIterable, Sendable {
    case up
    case down
  }

  /// Values brought to the range from 0 (lowest) to 1 (highest), without a unit: (x − min)/(max −
  /// min).
  ///
  /// With the direction `down` the lowest becomes 1. Values that are all equal have no range and
  /// are refused. Each depends on the others: a new lowest value changes all.
  public static func minMax(
    _ quantities: [Quantity], direction: Direction = .up
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities, atLeast: 2)
    let (lowest, highest) = (values.decimals.min() ?? .zero, values.decimals.max() ?? .zero)
    guard lowest < highest else {
      throw StatisticsError(
        "all values are equal, so there is no range", advice: "use goalposts instead")
    }
    var result: [Quantity] = []
    for value in values.decimals {
      let way = direction == .up ? value - lowest : highest - value
      result.append(.plain(try WideDecimal.quotient(of: way, by: highest - lowest)))
    }
    return result
  }

  /// A value between two goalposts that do not depend on other values, without a unit: (x − a)/(b −
  /// a).
  ///
  /// `low` becomes 0 and `high` 1; where less is better, `low` is the larger one. A value outside
  /// is below 0 or above 1, unless it is limited to the range.
  ///
  /// Source: United Nations Development Programme, "Human Development Report: Technical notes",
  /// 2020.
  public static func goalposts(
    _ value: Quantity, low: Quantity, high: Quantity, limited: Bool = false
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("value", value), ("low goalpost", low), ("high goalpost", high))
    let way = high.wide - low.wide
    guard !way.isZero else {
      throw StatisticsError(
        "both goalposts are \(low)", advice: "give two that differ")
    }
    let share = try WideDecimal.quotient(of: value.wide - low.wide, by: way)
    return .plain(limited ? min(max(share, 0), 1) : share)
  }

  /// What a value lacks to a target, as a share of the target, in %: (t − x) / t.
  ///
  /// Negative when the value is beyond the target. The target must not be zero. Assessments tell
  /// the distance the same way.
  public static func distance(
    from value: Quantity, to target: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("value", value), ("target", target))
    guard !target.isZero else {
      throw StatisticsError(
        "the target is 0, of which nothing can be a share", advice: "use the difference itself")
    }
    return .percent(try WideDecimal.quotient(of: target.wide - value.wide, by: target.wide))
  }

  /// The standard deviation, in the unit of the list; of percentages in 个百分点.
  ///
  /// The root of the mean squared difference from the mean, rounded to 20 digits. A sample needs at
  /// least two values; one value as a population has the deviation 0.
  public static func standardDeviation(
    _ quantities: [Quantity], of deviation: Deviation
  ) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities, atLeast: deviation == .sample ? 2 : 1)
    let spread = Spread(values)
    let root = try WideDecimal.root(
      of: spread.squares, by: .times(values.count * spread.divisor(deviation), .one))
    return quantities.allSatisfy(\.isRatio) ? .points(root) : values.quantity(root)
  }

  /// How many standard deviations each value lies above the mean, without a unit: (x − μ)/σ.
  ///
  /// Their mean is 0. Values that are all equal have no deviation and are refused. Rounded to 20
  /// digits.
  public static func zScores(
    _ quantities: [Quantity], of deviation: Deviation
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities, atLeast: 2)
    let spread = Spread(values)
    guard !spread.squares.isZero else {
      throw StatisticsError(
        "all values are equal, so they have no deviation", advice: "leave the indicator out")
    }
    var result: [Quantity] = []
    for value in values.decimals {
      let difference = .times(values.count, value) - values.sum
      // z² = (n x − Σ)² / n² · n d / Q, with Q = n Σx² − (Σx)².
      let root = try WideDecimal.root(
        of: .times(spread.divisor(deviation), difference * difference),
        by: .times(values.count, spread.squares))
      result.append(.plain(difference.isNegative ? -root : root))
    }
    return result
  }
}

/// n Σx² − (Σx)², which is n² times the variance of a population.
struct Spread {
  let squares: WideDecimal
  private let count: Int

  init(_ values: Values) {
    let sum = values.sum
    count = values.count
    squares = .times(count, values.decimals.reduce(.zero) { $0 + $1 * $1 }) - sum * sum
  }

  func divisor(_ deviation: Scaling.Deviation) -> Int {
    deviation == .population ? count : count - 1
  }
}
