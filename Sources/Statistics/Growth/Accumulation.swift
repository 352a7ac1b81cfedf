// From periods to the year so far, and back.

public import Quantities

/// Running totals and their inverse.
///
/// Source: definitions; figures from January on (累计) are how the National Bureau of Statistics of
/// China publishes monthly and quarterly flows.
public enum Accumulation {
  /// Running totals, in the unit of the list: s₁ = x₁, sᵢ = sᵢ₋₁ + xᵢ.
  ///
  /// With `perYear` the total begins anew after so many values; the list then begins with the first
  /// period of a year.
  public static func cumulate(
    _ quantities: [Quantity], perYear: Int? = nil
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities)
    try check(perYear)
    var total = WideDecimal.zero
    var result: [Quantity] = []
    for (position, value) in values.decimals.enumerated() {
      if let perYear, position % perYear == 0 { total = .zero }
      total = total + value
      result.append(values.quantity(try total.decimal()))
    }
    return result
  }

  /// Differences between neighbours, one fewer than there are values: xᵢ − xᵢ₋₁.
  ///
  /// Between percentages they are in 个百分点. One value is too few.
  public static func increments(_ quantities: [Quantity]) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities, atLeast: 2)
    let areRatios = quantities.allSatisfy(\.isRatio)
    var result: [Quantity] = []
    for (earlier, later) in zip(values.decimals, values.decimals.dropFirst()) {
      let difference = try (later - earlier).decimal()
      result.append(areRatios ? .points(difference) : values.quantity(difference))
    }
    return result
  }

  /// The periods behind figures for the year so far: the first as it is, then differences.
  ///
  /// With `perYear` every year begins with a figure as it is; the list begins with the first figure
  /// of a year. Where January is published together with February, the first figure stands for
  /// both.
  public static func periods(
    ofYearToDate quantities: [Quantity], perYear: Int? = nil
  ) throws(StatisticsError) -> [Quantity] {
    let values = try Values(quantities)
    try check(perYear)
    var previous = WideDecimal.zero
    var result: [Quantity] = []
    for (position, value) in values.decimals.enumerated() {
      if let perYear, position % perYear == 0 { previous = .zero }
      result.append(values.quantity(try (value - previous).decimal()))
      previous = value
    }
    return result
  }

  private static func check(_ perYear: Int?) throws(StatisticsError) {
    guard let perYear, perYear < 1 else { return }
    throw StatisticsError(
      "a year has \(perYear) periods here", advice: "give 1, 2, 4, 12 or another number from 1")
  }
}
