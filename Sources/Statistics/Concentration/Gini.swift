// The Gini coefficient.

public import Quantities

/// The Gini coefficient: half the mean difference of all pairs, as a share of the mean.
///
/// Source: World Bank, "Handbook on Poverty and Inequality", 2009, chapter 6.
public enum Gini {
  /// The coefficient of a list, a plain number from 0 (all equal) to (n − 1)/n (one holds all).
  ///
  /// With x in ascending order: G = Σ (2i − n − 1) xᵢ / (n Σx). Ties and order do not matter.
  /// Negative values and a sum of zero are refused; one value gives 0. Normalised it is multiplied
  /// by n/(n − 1), so that 1 is reached, and needs at least two values.
  public static func coefficient(
    _ quantities: [Quantity], normalised: Bool = false
  ) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    try values.requireShares()
    let count = values.count
    guard !normalised || count > 1 else {
      throw StatisticsError(
        "the normalised coefficient compares at least two values",
        advice: "use the plain coefficient")
    }
    var differences = WideDecimal.zero
    for (position, value) in values.decimals.sorted().enumerated() {
      differences = differences + .times(2 * position + 1 - count, value)
    }
    return .plain(
      try WideDecimal.quotient(
        of: differences, by: .times(normalised ? count - 1 : count, values.sum)))
  }

  /// The coefficient of values that each stand for a weight, such as incomes of groups of people.
  ///
  /// With x in ascending order and the weights Cᵢ = w₁ + … + wᵢ up to each, W in all: G = Σ wᵢ xᵢ
  /// (2 Cᵢ − wᵢ − W) / (W Σ wx). Equal to the plain coefficient of a list in which every value
  /// stands wᵢ times. Weights are numbers from zero, not all zero.
  public static func coefficient(
    _ quantities: [Quantity], weights: [Quantity]
  ) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    try values.requireNotNegative("a distribution")
    let weights = try Weights(weights, count: values.count)
    let pairs = zip(values.decimals, weights.decimals).sorted { $0.0 < $1.0 }
    var (below, differences, sum) = (WideDecimal.zero, WideDecimal.zero, WideDecimal.zero)
    for (value, weight) in pairs {
      let amount = weight * value
      differences = differences + amount * (.times(2, below) + weight - weights.sum)
      below = below + weight
      sum = sum + amount
    }
    guard !sum.isZero else {
      throw StatisticsError(
        "the weighted values add up to 0, so none has a share", advice: "leave the case out")
    }
    return .plain(try WideDecimal.quotient(of: differences, by: weights.sum * sum))
  }
}

/// Weights: numbers from zero, one for each value, not all zero.
struct Weights {
  let decimals: [WideDecimal]
  let sum: WideDecimal

  init(_ quantities: [Quantity], count: Int) throws(StatisticsError) {
    guard quantities.count == count else {
      throw StatisticsError(
        "there are \(quantities.count) weights for \(count) values",
        advice: "give one weight for each value")
    }
    let values = try Values(quantities)
    for (position, weight) in values.decimals.enumerated() where weight.isNegative {
      throw StatisticsError("weight \(position + 1) is negative", advice: "give weights from 0")
    }
    decimals = values.decimals
    sum = values.sum
    guard !sum.isZero else {
      throw StatisticsError("all weights are 0", advice: "give at least one weight above 0")
    }
  }
}
