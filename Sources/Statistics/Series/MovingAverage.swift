// Averages that move along a series.

public import Quantities

/// Averages that move along a series, each in the unit of the series.
///
/// Source: NIST/SEMATECH, "e-Handbook of Statistical Methods", 2012, section 6.4.2.
public enum MovingAverage {
  /// The averages of the last m values; the first stands for period m.
  ///
  /// There are n − m + 1 of them. Fewer values than the window are refused.
  public static func trailing(
    _ quantities: [Quantity], window: Int
  ) throws(StatisticsError) -> [Quantity] {
    let values = try checked(quantities, window, least: window)
    var result: [Quantity] = []
    for sum in sums(values.decimals, window) {
      result.append(
        values.quantity(try WideDecimal.quotient(of: sum, by: WideDecimal(window))))
    }
    return result
  }

  /// The averages around each value; the first stands for period ⌊m/2⌋ + 1.
  ///
  /// For odd m these are averages of m values, n − m + 1 of them. For even m, such as four quarters
  /// or twelve months, there is no middle value: two neighbouring averages are averaged (2 × m), so
  /// that the two ends weigh half, and n − m of them are left.
  public static func centred(
    _ quantities: [Quantity], window: Int
  ) throws(StatisticsError) -> [Quantity] {
    guard window % 2 == 0 else { return try trailing(quantities, window: window) }
    let values = try checked(quantities, window, least: window + 1)
    var result: [Quantity] = []
    for sum in doubled(values.decimals, window) {
      result.append(
        values.quantity(try WideDecimal.quotient(of: sum, by: WideDecimal(2 * window))))
    }
    return result
  }

  /// 2m times the centred averages of an even window.
  static func doubled(_ values: [WideDecimal], _ window: Int) -> [WideDecimal] {
    let sums = sums(values, window)
    return zip(sums, sums.dropFirst()).map { $0 + $1 }
  }

  /// The sums of m neighbours.
  static func sums(_ values: [WideDecimal], _ window: Int) -> [WideDecimal] {
    var sum = values.prefix(window).reduce(.zero, +)
    var result = [sum]
    for (gone, come) in zip(values, values.dropFirst(window)) {
      sum = sum + come - gone
      result.append(sum)
    }
    return result
  }

  private static func checked(
    _ quantities: [Quantity], _ window: Int, least: Int
  ) throws(StatisticsError) -> Values {
    guard window >= 1 else {
      throw StatisticsError("the window is \(window)", advice: "give a whole number from 1")
    }
    guard quantities.count >= least else {
      throw StatisticsError(
        "a window of \(window) needs \(least) values, and there are \(quantities.count)",
        advice: "give a smaller window or more values")
    }
    return try Values(quantities)
  }
}
