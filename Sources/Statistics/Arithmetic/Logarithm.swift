// Natural logarithm and exponential, in whole numbers only.

public import Quantities

/// Natural logarithms and exponentials by series of exact decimals.
///
/// Inside, numbers have 60 decimal places; results are rounded to 20 significant digits, and to at
/// most 34 decimal places. No binary floating-point number takes part.
///
/// - ln x: x is brought to m · 10^k · 2^j with m near 1; ln m = 2 artanh((m − 1) / (m + 1)).
/// - exp x: x is brought to r + k ln 10 with r from 0 to ln 10; the series of exp r is summed.
public enum Logarithm {
  /// The digits of results.
  public static let significantDigits = 20

  /// The natural logarithm; refuses zero and negative numbers.
  public static func natural(of value: ExactDecimal) throws(StatisticsError) -> ExactDecimal {
    try ratio(WideDecimal(value), .one).decimal()
  }

  /// The exponential; refuses results beyond the range of decimals.
  public static func exponential(of value: ExactDecimal) throws(StatisticsError) -> ExactDecimal {
    try FixedPoint(WideDecimal(value), by: .one).exponential()
  }

  /// The natural logarithm of a quotient, for further computation.
  static func ratio(
    _ dividend: WideDecimal, _ divisor: WideDecimal
  ) throws(StatisticsError) -> FixedPoint {
    guard !dividend.isZero, dividend.isNegative == divisor.isNegative else {
      throw StatisticsError(
        "the logarithm of a number that is not above 0 is not defined", advice: "leave it out")
    }
    return FixedPoint.logarithm(of: dividend, by: divisor)
  }
}

/// A number with 60 decimal places, rounded towards zero.
struct FixedPoint: Sendable {
  static let places = 60
  private static let unit = BigInteger.powerOfTen(places)

  let units: BigInteger

  init(units: BigInteger) { self.units = units }

  /// A quotient; the divisor must not be zero.
  init(_ dividend: WideDecimal, by divisor: WideDecimal) {
    let power = dividend.exponent - divisor.exponent + Self.places
    let above = dividend.coefficient * .powerOfTen(max(0, power))
    let below = divisor.coefficient * .powerOfTen(max(0, -power))
    let quotient = above.dividedMagnitude(by: below).quotient
    units = above.isNegative != below.isNegative ? -quotient : quotient
  }

  static let zero = FixedPoint(units: .zero)

  static func + (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(units: left.units + right.units)
  }

  static func - (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(units: left.units - right.units)
  }

  static func * (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    (left.units * right.units).dividedBy(unit)
  }

  static func / (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    (left.units * unit).dividedBy(right.units)
  }

  static func / (left: FixedPoint, right: Int) -> FixedPoint {
    left.units.dividedBy(BigInteger(Int128(right)))
  }

  static func times(_ count: Int, _ value: FixedPoint) -> FixedPoint {
    FixedPoint(units: value.units * BigInteger(Int128(count)))
  }

  /// The number as a decimal of 20 digits and at most 34 places.
  func decimal() throws(StatisticsError) -> ExactDecimal {
    let value = WideDecimal(coefficient: units, exponent: -Self.places)
    let places = min(34, Logarithm.significantDigits - value.leadingDigits)
    return try value.rounded(toPlaces: places)
  }
}

extension BigInteger {
  fileprivate func dividedBy(_ divisor: BigInteger) -> FixedPoint {
    let quotient = dividedMagnitude(by: divisor).quotient
    return FixedPoint(units: isNegative != divisor.isNegative ? -quotient : quotient)
  }
}

// MARK: - Series

extension FixedPoint {
  static let one = FixedPoint(units: unit)

  private static let logarithmOfTwo = times(2, inverseTangent(one / 3))

  /// ln 10 = 3 ln 2 + ln 1.25, and 1.25 = (1 + 1/9) / (1 − 1/9).
  private static let logarithmOfTen =
    times(3, logarithmOfTwo) + times(2, inverseTangent(one / 9))

  /// artanh z = z + z³/3 + z⁵/5 + …, for small z.
  private static func inverseTangent(_ z: FixedPoint) -> FixedPoint {
    let square = z * z
    var (power, sum, divisor) = (z, z, 1)
    while !power.units.isZero {
      power = power * square
      divisor += 2
      sum = sum + power / divisor
    }
    return sum
  }

  fileprivate static func logarithm(
    of dividend: WideDecimal, by divisor: WideDecimal
  ) -> FixedPoint {
    let tens = dividend.leadingDigits - divisor.leadingDigits
    let scaled = WideDecimal(coefficient: dividend.coefficient, exponent: dividend.exponent - tens)
    // Between 0.1 and 10, and then halved or doubled until it is between 2/3 and 4/3.
    var mantissa = FixedPoint(scaled, by: divisor)
    var twos = 0
    while times(3, mantissa).units > times(4, one).units {
      mantissa = mantissa / 2
      twos += 1
    }
    while times(3, mantissa).units < times(2, one).units {
      mantissa = times(2, mantissa)
      twos -= 1
    }
    let series = inverseTangent((mantissa - one) / (mantissa + one))
    return times(2, series) + times(twos, logarithmOfTwo) + times(tens, logarithmOfTen)
  }

  /// The exponential as a decimal of 20 digits.
  func exponential() throws(StatisticsError) -> ExactDecimal {
    guard units.bitCount < Self.unit.bitCount + 10 else {
      throw .outOfRange("the exponential")
    }
    var tens = 0
    var rest = self
    while rest.units.isNegative {
      rest = rest + Self.logarithmOfTen
      tens -= 1
    }
    while rest.units > Self.logarithmOfTen.units {
      rest = rest - Self.logarithmOfTen
      tens += 1
    }
    var (term, sum, count) = (Self.one, Self.one, 0)
    while !term.units.isZero {
      count += 1
      term = term * rest / count
      sum = sum + term
    }
    return try WideDecimal(coefficient: sum.units, exponent: tens - Self.places)
      .rounded(significantDigits: Logarithm.significantDigits)
  }
}
