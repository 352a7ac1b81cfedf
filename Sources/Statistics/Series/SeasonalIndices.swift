// How seasons differ from the average of a year.

public import Quantities

/// How seasons differ from the average of a year.
///
/// The ratio of each value to its centred moving average, averaged for each season, and then
/// divided by the mean of these averages, so that the indices have the mean 1. Plain numbers,
/// rounded to 20 digits.
///
/// At least two whole years are needed, and values whose moving averages are above zero.
///
/// Source: classical decomposition by ratio to moving average, as in NIST/SEMATECH, "e-Handbook of
/// Statistical Methods", 2012, section 6.4.4.3, and the first step of the U.S. Census Bureau's
///
public enum SeasonalIndices {
  /// The indices of a series, for the first season to the last.
  ///
  /// - Parameters:
  ///   - quantities: The values, without a gap.
  ///   - perYear: How many seasons a year has: 4, 12, or another number from 2 to 366.
  ///   - first: The season of the first value, from 1.
  public static func of(
    _ quantities: [Quantity], perYear: Int, first: Int = 1
  ) throws(StatisticsError) -> [Quantity] {
    guard (2...366).contains(perYear), (1...perYear).contains(first) else {
      throw StatisticsError(
        "there are \(perYear) seasons in a year, and the first value is for season \(first)",
        advice: "give 2 to 366 seasons, and a first one among them")
    }
    guard quantities.count >= 2 * perYear else {
      throw StatisticsError(
        "seasons need two whole years, \(2 * perYear) values, and there are \(quantities.count)",
        advice: "give more values")
    }
    let values = try Values(quantities)
    let isEven = perYear % 2 == 0
    let averages =
      isEven
      ? MovingAverage.doubled(values.decimals, perYear)
      : MovingAverage.sums(values.decimals, perYear)
    var seasons = [(sum: WideDecimal, count: Int)](repeating: (.zero, 0), count: perYear)
    for (offset, average) in averages.enumerated() {
      let position = offset + perYear / 2
      guard !average.isZero, !average.isNegative else {
        throw StatisticsError(
          "the moving average around value \(position + 1) is not above 0",
          advice: "use differences instead of ratios")
      }
      let scaled = WideDecimal.times(isEven ? 2 * perYear : perYear, values.decimals[position])
      let season = (first - 1 + position) % perYear
      let ratio = WideDecimal(try WideDecimal.quotient(of: scaled, by: average))
      seasons[season] = (seasons[season].sum + ratio, seasons[season].count + 1)
    }
    var means: [WideDecimal] = []
    for season in seasons {
      means.append(
        WideDecimal(try WideDecimal.quotient(of: season.sum, by: WideDecimal(season.count))))
    }
    let sum = means.reduce(WideDecimal.zero, +)
    guard !sum.isZero else {
      throw StatisticsError("all seasons are 0", advice: "give values above 0")
    }
    var result: [Quantity] = []
    for mean in means {
      let index = try WideDecimal.quotient(of: .times(perYear, mean), by: sum)
      result.append(
        .plain(try WideDecimal(index).rounded(significantDigits: WideDecimal.rootDigits)))
    }
    return result
  }
}
