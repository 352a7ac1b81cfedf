// An exact value with a unit.

/// An exact value with the unit it is shown in.
///
/// The value is kept in the base of the dimension (yuan, ratio 0…1, square metres, pieces), so
/// that `60万元` and `600000元` have one value. `==` compares value and unit, for collections and
/// tests; ``compare(_:_:)`` and ``isEqual(_:_:)`` compare what the quantities mean.
public struct Quantity: Hashable, Sendable {
  /// The value in the base of the dimension.
  public let value: ExactDecimal

  /// The unit it is shown in.
  public let unit: Unit

  /// Creates a quantity from a value in the base of the unit's dimension.
  public init(value: ExactDecimal, unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// Creates a quantity from an amount in the unit; throws ``ArithmeticError/overflow(_:)`` when
  /// the value is out of range.
  public init(amount: ExactDecimal, unit: Unit) throws(ArithmeticError) {
    value = try amount.scaled(byPowerOfTen: unit.scale)
    self.unit = unit
  }

  /// A plain whole number.
  public init(_ integer: Int) {
    self.init(value: ExactDecimal(integer), unit: .none)
  }

  /// The amount in ``unit``.
  public var amount: ExactDecimal {
    // Scales are at most 30, which keeps the exponent far from the ends of 32 bits.
    ExactDecimal(
      unchecked: value.coefficient,
      exponent: value.isZero ? 0 : value.exponent &- Int32(truncatingIfNeeded: unit.scale))
  }

  /// Whether the value is zero.
  public var isZero: Bool { value.isZero }

  /// Whether the value is below zero.
  public var isNegative: Bool { value.isNegative }

  /// The same value shown in another unit of the dimension.
  ///
  /// Ratios and percentage points convert into each other, because whoever asks has said so.
  /// Throws ``ArithmeticError/unlikeUnits(_:)`` for any other dimension.
  public func converted(to unit: Unit) throws(ArithmeticError) -> Quantity {
    let isRatioDifference =
      switch (self.unit.dimension, unit.dimension) {
      case (.number, .points), (.points, .number): true
      default: false
      }
    guard self.unit.measuresSame(as: unit) || isRatioDifference else {
      throw .unlikeUnits(
        "cannot convert \(named) to \(unit.named); "
          + "convert to a unit of \(self.unit.dimension)")
    }
    return Quantity(value: value, unit: unit)
  }

  /// The quantity rounded to decimal places of a unit; it is still shown in its own unit.
  ///
  /// Throws ``ArithmeticError/unlikeUnits(_:)`` when the unit is of another dimension.
  public func rounded(
    toPlaces places: Int, in unit: Unit, _ rule: Rounding = .halfUp
  ) throws(ArithmeticError) -> Quantity {
    guard self.unit.measuresSame(as: unit) else {
      throw .unlikeUnits(
        "cannot round \(named) in \(unit.named); "
          + "round in a unit of \(self.unit.dimension)")
    }
    let bounded = min(max(places, -1000), 1000)
    return Quantity(
      value: try value.rounded(toPlaces: bounded - unit.scale, rule), unit: self.unit)
  }

  /// The quantity rounded to decimal places of its own unit.
  public func rounded(
    toPlaces places: Int, _ rule: Rounding = .halfUp
  ) throws(ArithmeticError) -> Quantity {
    try rounded(toPlaces: places, in: unit, rule)
  }
}
