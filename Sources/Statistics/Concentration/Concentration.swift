// How much of the whole a few hold.

public import Quantities

/// How much of the whole a few hold.
///
/// Values from zero with a sum above zero; of negative values there is no concentration.
public enum Concentration {
  /// The Herfindahl–Hirschman index, a plain number from 1/n to 1: H = Σ sᵢ², sᵢ = xᵢ / Σx.
  ///
  /// Competition authorities write it with shares in per cent, 0 to 10 000: multiply by 10 000.
  /// With `whole` shares are of that, for lists that leave small ones out; it must not be below the
  /// sum. Equal values give 1/n, one value 1.
  ///
  /// Source: U.S. Department of Justice and Federal Trade Commission, "Horizontal Merger
  /// Guidelines", 2010, section 5.3.
  public static func herfindahl(
    _ quantities: [Quantity], of whole: Quantity? = nil
  ) throws(StatisticsError) -> Quantity {
    let (squares, square) = try parts(quantities, of: whole)
    return .plain(try WideDecimal.quotient(of: squares, by: square))
  }

  /// The index brought to the range from 0 (all equal) to 1 (one holds all): (H − 1/n) / (1 − 1/n).
  ///
  /// One value is too few.
  public static func normalisedHerfindahl(
    _ quantities: [Quantity]
  ) throws(StatisticsError) -> Quantity {
    guard quantities.count > 1 else {
      throw StatisticsError(
        "the normalised index compares at least two values", advice: "use the plain index")
    }
    let (squares, square) = try parts(quantities, of: nil)
    let count = quantities.count
    return .plain(
      try WideDecimal.quotient(
        of: .times(count, squares) - square, by: .times(count - 1, square)))
  }

  /// How many equal ones would be as concentrated, a plain number from 1 to n: 1 / H.
  public static func equivalentNumber(
    _ quantities: [Quantity], of whole: Quantity? = nil
  ) throws(StatisticsError) -> Quantity {
    let (squares, square) = try parts(quantities, of: whole)
    return .plain(try WideDecimal.quotient(of: square, by: squares))
  }

  /// Entropy, a plain number from 0 (one holds all) to ln n (all equal): −Σ sᵢ ln sᵢ.
  ///
  /// In natural logarithms; a share of zero adds nothing. Normalised it is divided by ln n, and
  /// needs at least two values. Rounded to 20 digits.
  ///
  /// Source: definition of the entropy of shares.
  public static func entropy(
    _ quantities: [Quantity], normalised: Bool = false
  ) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    try values.requireShares()
    guard !normalised || values.count > 1 else {
      throw StatisticsError(
        "normalised entropy compares at least two values", advice: "use plain entropy")
    }
    let sum = values.sum
    var total = FixedPoint.zero
    for value in values.decimals where !value.isZero {
      total = try total + FixedPoint(value, by: sum) * Logarithm.ratio(sum, value)
    }
    if normalised { total = try total / Logarithm.ratio(WideDecimal(values.count), .one) }
    return .plain(try total.decimal())
  }

  /// The sum of squares, and the square of the whole.
  private static func parts(
    _ quantities: [Quantity], of whole: Quantity?
  ) throws(StatisticsError) -> (squares: WideDecimal, square: WideDecimal) {
    let values = try Values(quantities)
    try values.requireShares()
    var total = values.sum
    if let whole, let first = quantities.first {
      try Values.check(whole, with: first, "the whole")
      guard whole.wide >= total else {
        throw StatisticsError(
          "the values add up to more than the whole of \(whole)",
          advice: "leave `whole` out to take shares of their sum")
      }
      total = whole.wide
    }
    return (values.decimals.reduce(.zero) { $0 + $1 * $1 }, total * total)
  }
}
