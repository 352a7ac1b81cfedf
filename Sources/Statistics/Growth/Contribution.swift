// What a part adds to the growth of the whole.

public import Quantities

/// What a part adds to the growth of the whole.
///
/// Source: National Bureau of Statistics of China, "China Statistical Yearbook", explanatory notes
/// on the contribution of the three sectors to growth (拉动 and 贡献率), 2023.
public enum Contribution {
  /// How much a part pulls the growth of the whole (拉动), in 个百分点: (p₁ − p₀) / w₀.
  ///
  /// The contributions of all parts add up to the growth of the whole. The whole before must be
  /// above zero; the part may be of any sign.
  public static func points(
    partBefore: Quantity, partNow: Quantity, wholeBefore: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(
      ("part before", partBefore), ("part now", partNow), ("whole before", wholeBefore))
    guard !wholeBefore.isZero, !wholeBefore.isNegative else {
      throw StatisticsError(
        "the whole before is \(wholeBefore), and growth from there is not defined",
        advice: "choose a base above 0")
    }
    return .points(
      try WideDecimal.quotient(of: partNow.wide - partBefore.wide, by: wholeBefore.wide))
  }

  /// The share of a part in the change of the whole (贡献率), in %: (p₁ − p₀) / (w₁ − w₀).
  ///
  /// Above 100 % or below zero where other parts move the other way; of a whole that shrinks it is
  /// the share in the loss. A whole that does not change has no shares.
  public static func rate(
    partBefore: Quantity, partNow: Quantity, wholeBefore: Quantity, wholeNow: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(
      ("part before", partBefore), ("part now", partNow), ("whole before", wholeBefore),
      ("whole now", wholeNow))
    let change = wholeNow.wide - wholeBefore.wide
    guard !change.isZero else {
      throw StatisticsError(
        "the whole stays at \(wholeNow), so no part has a share in its change",
        advice: "use the contribution in points")
    }
    return .percent(
      try WideDecimal.quotient(of: partNow.wide - partBefore.wide, by: change))
  }
}
