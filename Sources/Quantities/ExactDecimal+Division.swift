// Quotients: exact where they end within 38 digits, otherwise rounded.

extension ExactDecimal {
  /// The quotient, exact if it ends within 38 digits and rounded otherwise.
  ///
  /// `significantDigits` is the number of digits that an inexact quotient is rounded to, from 1 to
  /// 38 (the nearest of these is taken). Throws ``ArithmeticError/divisionByZero(_:)``, and
  /// ``ArithmeticError/overflow(_:)`` when the exponent of the result leaves −256…256.
  public func divided(
    by divisor: ExactDecimal, significantDigits: Int = 34, rounding: Rounding = .halfUp
  ) throws(ArithmeticError) -> ExactDecimal {
    guard !divisor.isZero else {
      throw .divisionByZero(
        "cannot divide \(self) by 0; test the divisor for zero before dividing")
    }
    let isNegative = self.isNegative != divisor.isNegative
    var division = LongDivision(coefficient.magnitude, by: divisor.coefficient.magnitude)
    division.run()
    var digits = division.quotient
    var exponent = Int(self.exponent) - Int(divisor.exponent) - division.places
    if division.remainder != 0 {
      let wanted = min(max(significantDigits, 1), Self.maximumDigits)
      let surplus = PowersOfTen.digitCount(digits) - wanted
      let (kept, half) = division.rounded(dropping: surplus)
      let goesUp = rounding.goesUp(
        isNegative: isNegative, isOdd: kept & 1 == 1, comparedToHalf: half)
      digits = goesUp ? kept + 1 : kept
      exponent += surplus
    }
    guard let result = Self.fitting(digits, exponent: exponent, isNegative: isNegative) else {
      throw Self.tooLong("\(self) ÷ \(divisor)")
    }
    return result
  }
}

/// Division of coefficients, digit after digit, until it ends or 38 digits are found.
private struct LongDivision {
  private let divisor: UInt128
  private(set) var quotient: UInt128
  private(set) var remainder: UInt128

  /// The number of decimal places found.
  private(set) var places = 0

  init(_ dividend: UInt128, by divisor: UInt128) {
    self.divisor = divisor
    (quotient, remainder) = PowersOfTen.divide(dividend, by: divisor)
  }

  mutating func run() {
    while remainder != 0 {
      let room = ExactDecimal.maximumDigits - PowersOfTen.digitCount(quotient)
      guard room > 0 else { return }
      if let divisor = UInt64(exactly: divisor) {
        // The remainder is below the divisor, so the quotient is below the power of ten.
        let count = min(room, 18)
        let product = UInt64(remainder).multipliedFullWidth(by: PowersOfTen.word(count))
        let next = divisor.dividingFullWidth(product)
        quotient = quotient &* PowersOfTen.wide(count) &+ UInt128(next.quotient)
        remainder = UInt128(next.remainder)
        places += count
      } else {
        quotient = quotient &* 10 &+ nextDigit()
        places += 1
      }
    }
  }

  /// The next digit by doubling and adding, 10 = 2 (2·2 + 1), since ten times the remainder may
  /// not fit in 128 bits while twice any coefficient does.
  private mutating func nextDigit() -> UInt128 {
    let start = remainder
    var digit: UInt128 = 0
    for addend in [nil, nil, start, nil] {
      if addend == nil { digit &*= 2 }
      remainder = remainder &+ (addend ?? remainder)
      if remainder >= divisor {
        remainder &-= divisor
        digit &+= 1
      }
    }
    return digit
  }

  /// The quotient without its last digits, and how what is dropped compares to half a unit.
  func rounded(dropping count: Int) -> (UInt128, comparedToHalf: Int) {
    guard count > 0 else {
      let twice = remainder &* 2
      return (quotient, twice == divisor ? 0 : twice < divisor ? -1 : 1)
    }
    let unit = PowersOfTen.wide(count)
    let (kept, dropped) = PowersOfTen.divide(quotient, by: unit)
    return (kept, dropped < unit / 2 ? -1 : 1)
  }
}
