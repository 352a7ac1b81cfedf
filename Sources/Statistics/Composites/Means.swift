// Means with weights, and what they do about missing values.

public import Quantities

/// A way of taking a mean.
///
/// Source: OECD and Joint Research Centre of the European Commission, "Handbook on Constructing
/// Composite Indicators: Methodology and User Guide", 2008, steps 3 (missing data) and 6
/// (weighting, aggregation).
public enum Mean: String, CaseIterable, Sendable {
  /// Σ wx / Σw: what one lacks another makes up for.
  case arithmetic
  /// exp (Σ w ln x / Σw): what one lacks is made up for in part only. Values above zero.
  case geometric
  /// Σw / Σ (w/x): dominated by the lowest; the mean of rates over equal work. Values above zero.
  case harmonic

  /// The mean, in the unit of the list; `nil` when too much is missing.
  ///
  /// Missing values are `nil`. Without `availability` a single one makes the mean missing. With it,
  /// the mean is taken of what is there, weights included, if that has at least such a share of all
  /// weights (of the number of values where there are none). An arithmetic mean is the exact
  /// quotient or rounded to 34 digits; the others are rounded to 20.
  public func of(
    _ quantities: [Quantity?], weights: [Quantity]? = nil, availability: Quantity? = nil
  ) throws(StatisticsError) -> Quantity? {
    let weights = try Weights(
      weights ?? quantities.map { _ in Quantity(1) }, count: try Self.checked(quantities.count))
    var (known, used) = ([Quantity](), [WideDecimal]())
    for (quantity, weight) in zip(quantities, weights.decimals) {
      guard let quantity else { continue }
      known.append(quantity)
      used.append(weight)
    }
    let sum = used.reduce(.zero, +)
    if known.count < quantities.count {
      guard let availability else { return nil }
      guard availability.unit.dimension == .number, availability.value > 0, availability.value <= 1
      else {
        throw StatisticsError(
          "the availability is \(availability)", advice: "give a share above 0%, up to 100%")
      }
      if sum < availability.wide * weights.sum { return nil }
    }
    guard !sum.isZero else {
      throw StatisticsError(
        "what is there has no weight", advice: "give it a weight above 0")
    }
    let values = try Values(known)
    return values.quantity(try of(values, used, sum: sum))
  }

  private static func checked(_ count: Int) throws(StatisticsError) -> Int {
    guard count > 0 else {
      throw StatisticsError("the list is empty", advice: "give at least one value")
    }
    return count
  }

  private func of(
    _ values: Values, _ weights: [WideDecimal], sum: WideDecimal
  ) throws(StatisticsError) -> ExactDecimal {
    let pairs = zip(values.decimals, weights)
    switch self {
    case .arithmetic:
      return try WideDecimal.quotient(of: pairs.reduce(.zero) { $0 + $1.0 * $1.1 }, by: sum)
    case .geometric:
      try values.requirePositive("a geometric mean")
      var total = FixedPoint.zero
      for (value, weight) in pairs {
        total = try total + FixedPoint(weight, by: sum) * Logarithm.ratio(value, .one)
      }
      return try total.exponential()
    case .harmonic:
      try values.requirePositive("a harmonic mean")
      let inverses = pairs.reduce(WideDecimal.zero) { $0 + WideDecimal.cut($1.1, by: $1.0) }
      return try WideDecimal(WideDecimal.quotient(of: sum, by: inverses))
        .rounded(significantDigits: WideDecimal.rootDigits)
    }
  }
}
