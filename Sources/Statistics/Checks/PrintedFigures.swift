// Whether published figures fit together, given how they were rounded.

public import Quantities

/// Whether published figures fit together, given how they were rounded.
///
/// A figure printed with a last digit stands for anything within half a unit of that digit. Two
/// figures contradict each other only if no true values behind them fit; so a check never accuses
/// wrongly.
///
/// Source: interval arithmetic on rounded figures; yearbooks state that totals are not forced to
/// add up.
public struct PrintedFigures: Sendable, Equatable {
  /// Whether the figures can be true together.
  public let holds: Bool

  /// The recomputed figure minus the stated one.
  public let difference: Quantity

  /// The largest difference that rounding explains, where that is one number.
  public let tolerance: Quantity

  /// Checks that parts add up to a whole: |Σp − w| ≤ half a unit of each figure, added up.
  ///
  /// `places` is the number of decimal places that all were printed with, in the unit of the whole;
  /// without it, it is taken from each figure, where final zeros do not count.
  public static func checkSum(
    _ parts: [Quantity], whole: Quantity, places: Int? = nil
  ) throws(StatisticsError) -> PrintedFigures {
    let values = try Values(parts)
    try Values.check(whole, with: parts[0], "the whole")
    let halves = (parts + [whole]).map { halfUnit(of: $0, like: whole, places) }
    let tolerance = halves.reduce(.zero, +)
    let difference = values.sum - whole.wide
    return PrintedFigures(
      holds: difference.magnitude <= tolerance,
      difference: Quantity(value: try difference.decimal(), unit: whole.unit),
      tolerance: Quantity(value: try tolerance.decimal(), unit: whole.unit))
  }

  /// Checks that a part is not above its whole: p − w ≤ half a unit of each.
  public static func checkPart(
    _ part: Quantity, of whole: Quantity, places: Int? = nil
  ) throws(StatisticsError) -> PrintedFigures {
    try checkAlike(("part", part), ("whole", whole))
    let tolerance =
      halfUnit(of: part, like: whole, places) + halfUnit(of: whole, like: whole, places)
    let difference = part.wide - whole.wide
    return PrintedFigures(
      holds: difference <= tolerance,
      difference: Quantity(value: try difference.decimal(), unit: whole.unit),
      tolerance: Quantity(value: try tolerance.decimal(), unit: whole.unit))
  }

  /// Checks a stated share against its part and whole, all three as printed.
  ///
  /// The share lies between (p − δp)/(w + δw) and (p + δp)/(w − δw), and the stated one within half
  /// a unit of itself; both ranges must meet. Part from zero, whole above the half unit of its last
  /// digit.
  public static func checkShare(
    _ stated: Quantity, of part: Quantity, in whole: Quantity,
    places: Int? = nil, placesOfShare: Int? = nil
  ) throws(StatisticsError) -> PrintedFigures {
    try checkAlike(("part", part), ("whole", whole))
    guard stated.unit.dimension == .number else {
      throw StatisticsError("the share is \(stated.named)", advice: "give it in %")
    }
    let (partHalf, wholeHalf) = (
      halfUnit(of: part, like: whole, places), halfUnit(of: whole, like: whole, places)
    )
    guard !part.isNegative, whole.wide > wholeHalf else {
      throw StatisticsError(
        "the share of \(part) in \(whole) cannot be checked", advice: "give a whole above 0")
    }
    let lowest = try WideDecimal.quotient(of: part.wide - partHalf, by: whole.wide + wholeHalf)
    let middle = try WideDecimal.quotient(of: part.wide, by: whole.wide)
    let highest = try WideDecimal.quotient(of: part.wide + partHalf, by: whole.wide - wholeHalf)
    let statedHalf = halfUnit(of: stated, like: stated, placesOfShare)
    let difference = WideDecimal(middle) - stated.wide
    let (below, above) = (
      WideDecimal(middle) - WideDecimal(lowest), WideDecimal(highest) - WideDecimal(middle)
    )
    let tolerance = statedHalf + (difference.isNegative ? above : below)
    return PrintedFigures(
      holds: difference.magnitude <= tolerance,
      difference: .points(try difference.decimal()),
      tolerance: .points(try tolerance.decimal()))
  }

  /// Half a unit of the last digit, in the base of the dimension.
  private static func halfUnit(
    of quantity: Quantity, like whole: Quantity, _ places: Int?
  ) -> WideDecimal {
    let unit = places == nil ? quantity.unit : whole.unit
    let printed = places ?? max(0, Self.places(of: quantity.amount))
    return WideDecimal(coefficient: BigInteger(5), exponent: unit.scale - printed - 1)
  }

  private static func places(of amount: ExactDecimal) -> Int {
    let text = amount.description
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }
}
