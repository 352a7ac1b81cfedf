// Comparing what quantities mean, whatever units they are shown in.

extension Quantity {
  /// −1, 0 or 1 as the left quantity is below, equal to or above the right one.
  ///
  /// Throws ``ArithmeticError/unlikeUnits(_:)`` when they are of different dimensions.
  public static func compare(
    _ left: Quantity, _ right: Quantity
  ) throws(ArithmeticError) -> Int {
    guard left.unit.measuresSame(as: right.unit) else { throw unlikeSides(left, right) }
    return ExactDecimal.compare(left.value, right.value)
  }

  /// Whether both have the same value, as `60万元` and `600000元` have.
  ///
  /// Throws ``ArithmeticError/unlikeUnits(_:)`` when they are of different dimensions.
  public static func isEqual(
    _ left: Quantity, _ right: Quantity
  ) throws(ArithmeticError) -> Bool {
    try compare(left, right) == 0
  }

  @inline(never)
  private static func unlikeSides(_ left: Quantity, _ right: Quantity) -> ArithmeticError {
    let advice: String
    switch (left.unit.dimension, right.unit.dimension) {
    case (.number, .points), (.points, .number):
      advice =
        "a percentage point is a difference between two ratios; "
        + "convert it with `:to(\"%\")` if a ratio is meant"
    case (.number, _), (_, .number):
      let other = left.unit.dimension == .number ? right : left
      advice = "write the number with a unit of \(other.unit.dimension)"
    default:
      advice = "both sides must have the same dimension"
    }
    return .unlikeUnits("cannot compare \(left.named) with \(right.named); \(advice)")
  }
}
