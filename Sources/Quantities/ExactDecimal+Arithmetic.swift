// Exact sums, differences, products and whole powers.

extension ExactDecimal {
  /// The value with the opposite sign.
  public static prefix func - (value: ExactDecimal) -> ExactDecimal {
    ExactDecimal(unchecked: 0 &- value.coefficient, exponent: value.exponent)
  }

  /// The exact sum; throws ``ArithmeticError/overflow(_:)`` when it needs more than 38 digits.
  public static func + (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    if let sum = quickSum(left, right) ?? slowSum(left, right) { return sum }
    throw tooLong("\(left) + \(right)")
  }

  /// The exact difference; throws ``ArithmeticError/overflow(_:)`` when it needs more than 38
  /// digits.
  public static func - (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    let negated = -right
    if let difference = quickSum(left, negated) ?? slowSum(left, negated) { return difference }
    throw tooLong("\(left) - \(right)")
  }

  /// The exact product; throws ``ArithmeticError/overflow(_:)`` when it needs more than 38 digits.
  public static func * (
    left: ExactDecimal, right: ExactDecimal
  ) throws(ArithmeticError) -> ExactDecimal {
    let exponent = Int(left.exponent) &+ Int(right.exponent)
    // The product of two 64-bit integers is below 2^126, and so below 10^38.
    if let a = Int64(exactly: left.coefficient), let b = Int64(exactly: right.coefficient),
      exponents.contains(exponent)
    {
      return ExactDecimal(
        unchecked: Int128(a) &* Int128(b), exponent: Int32(truncatingIfNeeded: exponent))
    }
    if let product = slowProduct(left, right) { return product }
    throw tooLong("\(left) × \(right)")
  }

  /// The exact power with a whole exponent of zero or more.
  ///
  /// Throws ``ArithmeticError/overflow(_:)`` when it needs more than 38 digits, and
  /// ``ArithmeticError/notMeaningful(_:)`` for a negative exponent.
  public func raised(to power: Int) throws(ArithmeticError) -> ExactDecimal {
    guard power >= 0 else {
      throw .notMeaningful(
        "\(self) to the power \(power) is not exact; divide by the positive power instead")
    }
    var result = ExactDecimal.one
    var square = stripped
    var remaining = power
    while remaining > 0 {
      do {
        if remaining & 1 == 1 { result = try result * square }
        remaining >>= 1
        if remaining > 0 { square = try square * square }
      } catch {
        throw Self.tooLong("\(self) to the power \(power)")
      }
    }
    return result
  }

  /// The same value without trailing zeros in the coefficient, where the exponent allows that.
  var stripped: ExactDecimal {
    Self.fitting(coefficient.magnitude, exponent: Int(exponent), isNegative: isNegative) ?? self
  }

  @inline(__always)
  private static func quickSum(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal? {
    if left.exponent == right.exponent {
      return checkedSum(left.coefficient, right.coefficient, exponent: left.exponent)
    }
    guard let (a, b, exponent) = aligned(left, right) else { return nil }
    return checkedSum(a, b, exponent: exponent)
  }

  @inline(__always)
  private static func checkedSum(_ a: Int128, _ b: Int128, exponent: Int32) -> ExactDecimal? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow, sum.magnitude < limit else { return nil }
    return ExactDecimal(unchecked: sum, exponent: exponent)
  }

  /// The sum where the quick way does not apply, or `nil` when no decimal holds it.
  ///
  /// Without trailing zeros, two terms of different exponents have a sum whose last digit is not
  /// zero; so it has a decimal exactly if its digits at the lower exponent are below the limit.
  @inline(never)
  private static func slowSum(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal? {
    if left.isZero { return right }
    if right.isZero { return left }
    let a = PowersOfTen.stripped(left.coefficient.magnitude)
    let b = PowersOfTen.stripped(right.coefficient.magnitude)
    let exponents = (Int(left.exponent) + a.zeros, Int(right.exponent) + b.zeros)
    let exponent = min(exponents.0, exponents.1)
    guard let x = scaled(a.value, byPowerOfTen: exponents.0 - exponent),
      let y = scaled(b.value, byPowerOfTen: exponents.1 - exponent)
    else { return nil }
    if left.isNegative == right.isNegative {
      let (sum, overflow) = x.addingReportingOverflow(y)
      return overflow ? nil : fitting(sum, exponent: exponent, isNegative: left.isNegative)
    }
    return fitting(
      x > y ? x &- y : y &- x, exponent: exponent,
      isNegative: x > y ? left.isNegative : right.isNegative)
  }

  private static func scaled(_ magnitude: UInt128, byPowerOfTen power: Int) -> UInt128? {
    guard power <= 38 else { return nil }
    let (scaled, overflow) = magnitude.multipliedReportingOverflow(by: PowersOfTen.wide(power))
    return overflow ? nil : scaled
  }

  /// The product where the quick way does not apply, or `nil` when no decimal holds it.
  @inline(never)
  private static func slowProduct(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal? {
    guard !left.isZero, !right.isZero else { return .zero }
    var a = PowersOfTen.stripped(left.coefficient.magnitude)
    var b = PowersOfTen.stripped(right.coefficient.magnitude)
    var exponent = Int(left.exponent) + a.zeros + Int(right.exponent) + b.zeros
    // Twos of one factor and fives of the other are trailing zeros of the product.
    exponent += cancelTen(&a.value, &b.value) + cancelTen(&b.value, &a.value)
    let (product, overflow) = a.value.multipliedReportingOverflow(by: b.value)
    guard !overflow else { return nil }
    return fitting(
      product, exponent: exponent, isNegative: left.isNegative != right.isNegative)
  }

  private static func cancelTen(_ twos: inout UInt128, _ fives: inout UInt128) -> Int {
    var count = 0
    while twos & 1 == 0 {
      let (quotient, remainder) = fives.quotientAndRemainder(dividingBy: 5)
      guard remainder == 0 else { break }
      twos >>= 1
      fives = quotient
      count += 1
    }
    return count
  }

  @inline(never)
  static func tooLong(_ expression: String) -> ArithmeticError {
    .overflow(
      "\(expression) has no exact result within 38 digits; round an operand first")
  }
}
