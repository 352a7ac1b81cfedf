// Series with a base: rebased, linked, and freed of price changes.

public import Quantities

/// Series with a base: rebased, linked, and freed of price changes.
///
/// Source: International Monetary Fund and others, "Consumer Price Index Manual: Concepts and
/// Methods", 2020 (rebasing and linking by an overlap); Eurostat, "Handbook on price and volume
/// measures in national accounts", 2016 (deflation).
public enum IndexSeries {
  /// The list as an index that is 100 at a position, from 1: 100 xᵢ / x_b.
  ///
  /// The result has no unit. The value at the position must be above zero.
  public static func rebased(
    _ quantities: [Quantity], at position: Int
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities)
    guard values.decimals.indices.contains(position - 1) else {
      throw StatisticsError(
        "there is no value \(position) in a list of \(values.count)",
        advice: "give a position from 1 to \(values.count)")
    }
    let base = values.decimals[position - 1]
    try requirePositive(base, "the value that becomes 100")
    var result: [Quantity] = []
    for value in values.decimals {
      result.append(.plain(try WideDecimal.quotient(of: .times(100, value), by: base)))
    }
    return result
  }

  /// Which of two linked series keeps its values.
  public enum Kept: String, CaseIterable, Sendable {
    /// The old series is raised or lowered to the level of the new one.
    case new
    /// The new series goes on at the level of the old one.
    case old
  }

  /// One series of two that overlap in one period: the last value of the old is for the same period
  /// as the first of the new.
  ///
  /// The factor is new / old (or old / new) in that period. Both values in the overlap must be
  /// above zero. The result is in the unit of the series that keeps its values.
  public static func linked(
    old: [Quantity], new: [Quantity], keeping kept: Kept = .new
  ) throws(StatisticsError) -> [Quantity] {
    let (before, after) = (try Values(old), try Values(new))
    let (last, first) = (before.decimals[before.count - 1], after.decimals[0])
    try requirePositive(last, "the last value of the old series")
    try requirePositive(first, "the first value of the new series")
    switch kept {
    case .new:
      var raised: [Quantity] = []
      for value in before.decimals.dropLast() {
        raised.append(after.quantity(try WideDecimal.quotient(of: value * first, by: last)))
      }
      return raised + new
    case .old:
      var continued: [Quantity] = []
      for value in after.decimals.dropFirst() {
        continued.append(before.quantity(try WideDecimal.quotient(of: value * last, by: first)))
      }
      return old + continued
    }
  }

  /// Values at the prices of the base of an index: 100 xᵢ / pᵢ.
  ///
  /// `base` is what the index is in its base period, mostly 100. The result is in the unit of the
  /// values. Both lists have the same length; index numbers are above zero.
  public static func deflated(
    _ quantities: [Quantity], by index: [Quantity], base: Quantity
  ) throws(StatisticsError) -> [Quantity] {
    let (values, prices) = (try Values(quantities), try Values(index))
    guard values.count == prices.count else {
      throw StatisticsError(
        "there are \(values.count) values and \(prices.count) index numbers",
        advice: "give one index number for each value")
    }
    guard prices.unit.dimension == .number, base.unit.dimension == .number else {
      throw StatisticsError(
        "the index is in \(prices.unit)", advice: "give the index as plain numbers, such as 102.3")
    }
    try requirePositive(base.wide, "the base of the index")
    try prices.requirePositive("an index")
    var result: [Quantity] = []
    for (value, price) in zip(values.decimals, prices.decimals) {
      result.append(values.quantity(try WideDecimal.quotient(of: value * base.wide, by: price)))
    }
    return result
  }

  private static func requirePositive(
    _ value: WideDecimal, _ name: String
  ) throws(StatisticsError) {
    guard !value.isZero, !value.isNegative else {
      throw StatisticsError(
        "\(name) is \(value.isZero ? "0" : "negative")", advice: "choose one above 0")
    }
  }
}
