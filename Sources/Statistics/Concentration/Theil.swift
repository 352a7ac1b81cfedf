// The two Theil measures of inequality.

public import Quantities

/// The two Theil measures of inequality, in natural logarithms, rounded to 20 digits.
///
/// Both are 0 when all values are equal and do not change when all values are multiplied by a
/// number.
///
/// Source: World Bank, "Handbook on Poverty and Inequality", 2009, chapter 6.
public enum Theil {
  /// Theil's T, a plain number from 0 to ln n: (1/n) Σ (xᵢ/μ) ln (xᵢ/μ).
  ///
  /// Sensitive to the top. A value of zero adds nothing; negative values and a sum of zero are
  /// refused.
  public static func t(_ quantities: [Quantity]) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    try values.requireShares()
    let sum = values.sum
    var total = FixedPoint.zero
    for value in values.decimals where !value.isZero {
      total =
        try total + FixedPoint(value, by: sum)
        * Logarithm.ratio(.times(values.count, value), sum)
    }
    return .plain(try total.decimal())
  }

  /// Theil's L, the mean log deviation, a plain number from 0: (1/n) Σ ln (μ/xᵢ).
  ///
  /// Sensitive to the bottom. Every value must be above zero: of a zero the logarithm is not
  /// defined.
  public static func l(_ quantities: [Quantity]) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    try values.requirePositive("Theil's L")
    let sum = values.sum
    var total = FixedPoint.zero
    for value in values.decimals {
      total = try total + Logarithm.ratio(sum, .times(values.count, value))
    }
    return .plain(try (total / values.count).decimal())
  }
}
