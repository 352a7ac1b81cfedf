// Shares, ratios, and how far something is on its way.

public import Quantities

/// Shares, ratios, and how far something is on its way.
///
/// Source: definitions.
public enum Structure {
  /// A part as a share of a whole, in %: p / w.
  ///
  /// The whole must be above zero. A negative part, such as net exports, has a negative share; a
  /// part above the whole has more than 100 %, which ``PrintedFigures/checkPart(_:of:places:)``
  /// tells apart.
  public static func share(
    of part: Quantity, in whole: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("part", part), ("whole", whole))
    guard !whole.isZero, !whole.isNegative else {
      throw StatisticsError(
        "a share of \(whole) is not defined", advice: "give a whole above 0")
    }
    return .percent(try WideDecimal.quotient(of: part.wide, by: whole.wide))
  }

  /// The share of each value in the sum of all, in %.
  ///
  /// With `places` each share is rounded to so many decimal places of a per cent in such a way that
  /// all add up to 100 % exactly (largest remainder, 最大余额法). Without, each is the exact quotient or
  /// rounded to 34 digits. Negative values and a sum of zero are refused.
  public static func shares(
    _ quantities: [Quantity], places: Int? = nil
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities)
    try values.requireShares()
    guard let places else {
      let sum = values.sum
      var result: [Quantity] = []
      for value in values.decimals {
        result.append(.percent(try WideDecimal.quotient(of: value, by: sum)))
      }
      return result
    }
    guard (0...12).contains(places) else {
      throw StatisticsError(
        "shares cannot be rounded to \(places) places", advice: "give a number from 0 to 12")
    }
    let weights = quantities.map(\.value)
    return try exactly { () throws(ArithmeticError) in
      try Quantity.percent(1).apportioned(by: weights, places: places + 2)
    }
  }

  /// One value as a multiple of another, without a unit: a / b.
  ///
  /// Both are of one kind. The divisor must not be zero.
  public static func ratio(
    of value: Quantity, to divisor: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("first value", value), ("second value", divisor))
    guard !divisor.isZero else {
      throw StatisticsError("a ratio to 0 is not defined", advice: "leave the case out")
    }
    return .plain(try WideDecimal.quotient(of: value.wide, by: divisor.wide))
  }

  /// How much of a target is achieved (完成率), in %: y / t.
  ///
  /// The target must be above zero. Where less is better, use ``progress(from:to:target:)``.
  public static func achievement(
    of value: Quantity, target: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("value", value), ("target", target))
    guard !target.isZero, !target.isNegative else {
      throw StatisticsError(
        "the target is \(target), of which nothing can be a share",
        advice: "use the progress from a base")
    }
    return .percent(try WideDecimal.quotient(of: value.wide, by: target.wide))
  }

  /// The share of the way from a base to a target that is covered, in %: (y − b) / (t − b).
  ///
  /// Upwards or downwards; below zero when the value moved away. A target that is the base is
  /// refused.
  public static func progress(
    from base: Quantity, to value: Quantity, target: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("base", base), ("value", value), ("target", target))
    let way = target.wide - base.wide
    guard !way.isZero else {
      throw StatisticsError(
        "the base is the target already, so there is no way to cover",
        advice: "ask whether the target is met instead")
    }
    return .percent(try WideDecimal.quotient(of: value.wide - base.wide, by: way))
  }

  /// How much more concentrated something is here than everywhere, without a unit.
  ///
  /// (p / w) / (P / W): the share of a part here, as a multiple of its share everywhere. Above 1 is
  /// specialised. All wholes, and the part everywhere, must be above zero; the part here from zero.
  ///
  /// Source: U.S. Bureau of Labor Statistics, "Quarterly Census of Employment and Wages: Location
  /// Quotient Details".
  public static func locationQuotient(
    part: Quantity, whole: Quantity, partEverywhere: Quantity, wholeEverywhere: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(
      ("part here", part), ("whole here", whole), ("part everywhere", partEverywhere),
      ("whole everywhere", wholeEverywhere))
    for (name, value) in [
      ("whole here", whole), ("part everywhere", partEverywhere),
      ("whole everywhere", wholeEverywhere),
    ] where value.isZero || value.isNegative {
      throw StatisticsError(
        "the \(name) is \(value), so there is nothing to compare with",
        advice: "leave the case out")
    }
    guard !part.isNegative else {
      throw StatisticsError(
        "the part here is negative: \(part)", advice: "leave the case out")
    }
    return .plain(
      try WideDecimal.quotient(
        of: part.wide * wholeEverywhere.wide, by: whole.wide * partEverywhere.wide))
  }
}
