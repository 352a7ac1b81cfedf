// How closely two lists move together.

public import Quantities

/// How closely two lists move together in a straight line.
///
/// Source: definition of the product-moment correlation coefficient.
public enum Correlation {
  /// The coefficient, a plain number from −1 to 1, rounded to 20 digits.
  ///
  /// r = (n Σxy − Σx Σy) / √((n Σx² − (Σx)²) (n Σy² − (Σy)²)). The lists may be of different kinds,
  /// and have the same length of at least two. A list whose values are all equal has none.
  public static func coefficient(
    _ first: [Quantity], _ second: [Quantity]
  ) throws(StatisticsError) -> Quantity {
    guard first.count == second.count else {
      throw StatisticsError(
        "the lists have \(first.count) and \(second.count) values",
        advice: "give two values for each case")
    }
    let (x, y) = (try Values(first, atLeast: 2), try Values(second, atLeast: 2))
    let products = zip(x.decimals, y.decimals).reduce(WideDecimal.zero) { $0 + $1.0 * $1.1 }
    let common = WideDecimal.times(x.count, products) - x.sum * y.sum
    let (spreadOfX, spreadOfY) = (Spread(x), Spread(y))
    for (name, spread) in [("first", spreadOfX), ("second", spreadOfY)] where spread.squares.isZero
    {
      throw StatisticsError(
        "all values of the \(name) list are equal, so nothing moves with them",
        advice: "leave the case out")
    }
    let root = try WideDecimal.root(
      of: common * common, by: spreadOfX.squares * spreadOfY.squares)
    return .plain(common.isNegative ? -root : root)
  }
}
