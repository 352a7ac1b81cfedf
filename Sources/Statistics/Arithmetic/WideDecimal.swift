// Decimals of any length, in which methods compute without rounding until the last step.

internal import Quantities

/// A decimal `coefficient × 10^exponent` of any length.
///
/// Sums, differences and products are exact and never fail. Only ``quotient(of:by:)`` and
/// ``rounded(significantDigits:)`` round, and they are the last step of a method.
struct WideDecimal: Comparable, Sendable {
  let coefficient: BigInteger
  let exponent: Int

  static let zero = WideDecimal(coefficient: .zero, exponent: 0)
  static let one = WideDecimal(1)

  init(coefficient: BigInteger, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = coefficient.isZero ? 0 : exponent
  }

  init(_ decimal: ExactDecimal) {
    self.init(coefficient: BigInteger(decimal.coefficient), exponent: Int(decimal.exponent))
  }

  init(_ integer: Int) { self.init(coefficient: BigInteger(Int128(integer)), exponent: 0) }

  var isZero: Bool { coefficient.isZero }
  var isNegative: Bool { coefficient.isNegative }
  var magnitude: WideDecimal { isNegative ? -self : self }

  /// The number of digits before the point, or minus the zeros behind it.
  var leadingDigits: Int { isZero ? 0 : coefficient.digitCount + exponent }

  static prefix func - (value: WideDecimal) -> WideDecimal {
    WideDecimal(coefficient: -value.coefficient, exponent: value.exponent)
  }

  static func + (left: WideDecimal, right: WideDecimal) -> WideDecimal {
    let (a, b, exponent) = aligned(left, right)
    return WideDecimal(coefficient: a + b, exponent: exponent)
  }

  static func - (left: WideDecimal, right: WideDecimal) -> WideDecimal { left + -right }

  static func * (left: WideDecimal, right: WideDecimal) -> WideDecimal {
    WideDecimal(
      coefficient: left.coefficient * right.coefficient,
      exponent: left.exponent + right.exponent)
  }

  static func == (left: WideDecimal, right: WideDecimal) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a == b
  }

  static func < (left: WideDecimal, right: WideDecimal) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a < b
  }

  func raised(to power: Int) -> WideDecimal {
    WideDecimal(coefficient: coefficient.raised(to: power), exponent: exponent * power)
  }

  private static func aligned(
    _ left: WideDecimal, _ right: WideDecimal
  ) -> (BigInteger, BigInteger, exponent: Int) {
    if left.isZero { return (.zero, right.coefficient, right.exponent) }
    if right.isZero { return (left.coefficient, .zero, left.exponent) }
    let exponent = min(left.exponent, right.exponent)
    return (left.coefficient(at: exponent), right.coefficient(at: exponent), exponent)
  }

  private func coefficient(at lower: Int) -> BigInteger {
    exponent == lower ? coefficient : coefficient * .powerOfTen(exponent - lower)
  }
}

// MARK: - The last step

extension WideDecimal {
  /// The digits of a quotient that does not end; those of `ExactDecimal`'s division.
  static let quotientDigits = 34

  /// The quotient: exact if it ends within 38 digits, otherwise rounded half up to 34.
  ///
  /// The divisor must not be zero; methods say in their own words what a zero means to them.
  static func quotient(
    of dividend: WideDecimal, by divisor: WideDecimal
  ) throws(StatisticsError) -> ExactDecimal {
    precondition(!divisor.isZero, "a divisor is tested for zero first")
    let wanted = ExactDecimal.maximumDigits + 2
    let missing =
      wanted + divisor.coefficient.digitCount - dividend.coefficient.digitCount
    let scale = max(0, missing)
    let (digits, remainder) = (dividend.coefficient * .powerOfTen(scale))
      .dividedMagnitude(by: divisor.coefficient)
    let signed = dividend.isNegative != divisor.isNegative ? -digits : digits
    let value = WideDecimal(
      coefficient: signed, exponent: dividend.exponent - divisor.exponent - scale)
    if remainder.isZero, let exact = value.exact { return exact }
    return try value.rounded(significantDigits: quotientDigits)
  }

  /// The first 60 digits of a quotient, for sums of which fewer are kept; the divisor must not be
  /// zero.
  static func cut(_ dividend: WideDecimal, by divisor: WideDecimal) -> WideDecimal {
    let scale = max(0, 60 + divisor.coefficient.digitCount - dividend.coefficient.digitCount)
    let digits = (dividend.coefficient * .powerOfTen(scale))
      .dividedMagnitude(by: divisor.coefficient).quotient
    return WideDecimal(
      coefficient: dividend.isNegative != divisor.isNegative ? -digits : digits,
      exponent: dividend.exponent - divisor.exponent - scale)
  }

  /// The decimal, if it has at most 38 digits.
  var exact: ExactDecimal? {
    var digits = coefficient
    var power = exponent
    while digits.smallMagnitude == nil {
      let (quotient, remainder) = digits.dividedMagnitude(by: BigInteger(10))
      guard remainder.isZero else { return nil }
      digits = digits.isNegative ? -quotient : quotient
      power += 1
    }
    guard let small = digits.smallMagnitude else { return nil }
    let signed = digits.isNegative ? 0 &- Int128(small) : Int128(small)
    return try? ExactDecimal(coefficient: signed, exponent: power)
  }

  /// The value rounded half up to so many digits, at most 38, if it has more.
  func rounded(significantDigits: Int) throws(StatisticsError) -> ExactDecimal {
    let surplus = coefficient.digitCount - significantDigits
    return try rounded(dropping: surplus)
  }

  /// The value rounded half up to decimal places, if it has more.
  func rounded(toPlaces places: Int) throws(StatisticsError) -> ExactDecimal {
    try rounded(dropping: -exponent - places)
  }

  private func rounded(dropping surplus: Int) throws(StatisticsError) -> ExactDecimal {
    var value = self
    if surplus > 0 {
      let unit = BigInteger.powerOfTen(surplus)
      let half = unit.dividedMagnitude(by: BigInteger(2)).quotient
      let kept = (coefficient.magnitude + half).dividedMagnitude(by: unit).quotient
      value = WideDecimal(
        coefficient: isNegative ? -kept : kept, exponent: exponent + surplus)
    }
    guard let result = value.exact else { throw .outOfRange("the result") }
    return result
  }

  /// The value: exact if it has at most 38 digits, otherwise rounded half up to 34.
  func decimal() throws(StatisticsError) -> ExactDecimal {
    if let exact { return exact }
    return try rounded(significantDigits: Self.quotientDigits)
  }

  /// The square root of a quotient of zero or more, rounded half up to 20 digits.
  static func root(
    of dividend: WideDecimal, by divisor: WideDecimal
  ) throws(StatisticsError) -> ExactDecimal {
    let square = try quotient(of: dividend, by: divisor)
    return try exactly { () throws(ArithmeticError) in
      try square.root(2, significantDigits: rootDigits)
    }
  }

  /// The digits of square roots.
  static let rootDigits = 20
}
