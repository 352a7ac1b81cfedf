// Splitting an amount so that nothing is lost.

extension Quantity {
  /// The quantity split in proportion to weights, each part with at most so many places of the base unit.
  ///
  /// The parts add up to the quantity exactly (largest remainder, 最大余额法): every part is rounded down,
  /// and what is left goes, one smallest step at a time, to the parts that lost most; of equals to the
  /// first. A negative quantity is split like its opposite. For money, two places are the fen.
  ///
  /// Throws ``ArithmeticError/notMeaningful(_:)`` when a weight is negative, when none is above zero, or when
  /// the quantity itself has more places, and ``ArithmeticError/overflow(_:)`` when a product is too long.
  public func apportioned(
    by weights: [ExactDecimal], places: Int = 2
  ) throws(ArithmeticError) -> [Quantity] {
    var total = ExactDecimal.zero
    for weight in weights {
      guard !weight.isNegative else {
        throw .notMeaningful("cannot split \(self) by the weight \(weight); use weights from 0")
      }
      total = try total + weight
    }
    guard !total.isZero else {
      throw .notMeaningful("cannot split \(self) without a weight above 0")
    }
    let steps = try value.magnitude.scaled(byPowerOfTen: places)
    guard try steps.rounded(toPlaces: 0, .floor) == steps else {
      throw .notMeaningful("cannot split \(self) into parts of \(places) places; round it first")
    }
    var parts: [ExactDecimal] = []
    var losses: [(size: ExactDecimal, position: Int)] = []
    var left = steps
    for (position, weight) in weights.enumerated() {
      let exact = try steps * weight
      // Rounded down twice, so never above the exact quotient.
      let part = try exact.divided(by: total, significantDigits: 38, rounding: .floor)
        .rounded(toPlaces: 0, .floor)
      parts.append(part)
      left = try left - part
      losses.append((try exact - part * total, position))
    }
    losses.sort { $0.size != $1.size ? $0.size > $1.size : $0.position < $1.position }
    for loss in losses where !left.isZero && !loss.size.isZero {
      parts[loss.position] = try parts[loss.position] + .one
      left = try left - .one
    }
    var result: [Quantity] = []
    for part in parts {
      let magnitude = try part.scaled(byPowerOfTen: -places)
      result.append(Quantity(value: isNegative ? -magnitude : magnitude, unit: unit))
    }
    return result
  }
}
