// Rounding to decimal places, and shifting by powers of ten.

/// A way of rounding.
public enum Rounding: String, CaseIterable, Sendable {
  /// To the nearest; a half goes away from zero.
  case halfUp
  /// To the nearest; a half goes to the even neighbour.
  case halfEven
  /// Towards zero.
  case down
  /// Away from zero.
  case up
  /// Towards negative infinity.
  case floor
  /// Towards positive infinity.
  case ceiling

  /// Whether the magnitude goes up by one, given that something other than zero is dropped.
  func goesUp(isNegative: Bool, isOdd: Bool, comparedToHalf half: Int) -> Bool {
    switch self {
    case .halfUp: half >= 0
    case .halfEven: half > 0 || (half == 0 && isOdd)
    case .down: false
    case .up: true
    case .floor: isNegative
    case .ceiling: !isNegative
    }
  }
}

extension ExactDecimal {
  /// The value rounded to a number of decimal places: 2 for fen, −4 for tens of thousands.
  ///
  /// Throws ``ArithmeticError/overflow(_:)`` when rounding up leaves the range of decimals.
  public func rounded(
    toPlaces places: Int, _ rule: Rounding = .halfUp
  ) throws(ArithmeticError) -> ExactDecimal {
    // Beyond the exponents all places are alike.
    let places = min(max(places, -1000), 1000)
    let surplus = -Int(exponent) - places
    guard surplus > 0, !isZero else { return self }
    var kept: UInt128 = 0
    var half = -1
    if surplus <= Self.maximumDigits {
      let unit = PowersOfTen.wide(surplus)
      let (quotient, dropped) = PowersOfTen.divide(coefficient.magnitude, by: unit)
      kept = quotient
      half = dropped == unit / 2 ? 0 : dropped < unit / 2 ? -1 : 1
      if dropped == 0 { return try result(kept, places: places, rule) }
    }
    let goesUp = rule.goesUp(isNegative: isNegative, isOdd: kept & 1 == 1, comparedToHalf: half)
    return try result(goesUp ? kept + 1 : kept, places: places, rule)
  }

  private func result(
    _ digits: UInt128, places: Int, _ rule: Rounding
  ) throws(ArithmeticError) -> ExactDecimal {
    if digits < Self.limit, Self.exponents.contains(-places) {
      return ExactDecimal(
        unchecked: isNegative ? 0 &- Int128(digits) : Int128(digits), exponent: Int32(-places))
    }
    guard let result = Self.fitting(digits, exponent: -places, isNegative: isNegative) else {
      throw Self.tooLong("\(self) rounded to \(places) places")
    }
    return result
  }

  /// The value times a power of ten; throws ``ArithmeticError/overflow(_:)`` out of range.
  public func scaled(byPowerOfTen power: Int) throws(ArithmeticError) -> ExactDecimal {
    let (exponent, overflow) = Int(self.exponent).addingReportingOverflow(power)
    if !overflow, Self.exponents.contains(exponent) {
      return ExactDecimal(
        unchecked: coefficient, exponent: Int32(truncatingIfNeeded: exponent))
    }
    guard !overflow || isZero,
      let result = Self.fitting(
        coefficient.magnitude, exponent: exponent, isNegative: isNegative)
    else { throw Self.tooLong("\(self) times 10 to the power \(power)") }
    return result
  }
}
