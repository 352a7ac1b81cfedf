// Roots, correctly rounded, by whole-number arithmetic only.

extension ExactDecimal {
  /// The positive root of a degree from 1 to 100, correctly rounded half up.
  ///
  /// `significantDigits` goes from 1 to 38 (the nearest of these is taken). A root that ends
  /// within that many digits is exact. Throws ``ArithmeticError/notMeaningful(_:)`` for a negative
  /// radicand or a degree out of range.
  public func root(
    _ degree: Int, significantDigits: Int = 15
  ) throws(ArithmeticError) -> ExactDecimal {
    guard (1...100).contains(degree) else {
      throw .notMeaningful(
        "the root of degree \(degree) of \(self) is not supported; degrees go from 1 to 100")
    }
    guard !isNegative else {
      throw .notMeaningful(
        "the root of degree \(degree) of \(self) is not defined; use a number of zero or more")
    }
    guard !isZero else { return .zero }
    let digits = min(max(significantDigits, 1), Self.maximumDigits)
    let magnitude = coefficient.magnitude
    let leading = PowersOfTen.digitCount(magnitude) + Int(exponent) - 1
    let leadingOfRoot = leading >= 0 ? leading / degree : -((degree - 1 - leading) / degree)
    let places = digits - 1 - leadingOfRoot

    // r is the root at that many places if r^degree ≤ radicand · 10^(degree·places).
    let power = Int(exponent) + degree * places
    let ten = Natural(10)
    let target = Natural(magnitude) * ten.raised(to: max(0, power))
    let factor = ten.raised(to: max(0, -power))
    func isAtMostRoot(_ candidate: Natural, scale: Natural) -> Bool {
      candidate.raised(to: degree) * factor <= target * scale
    }

    var low = PowersOfTen.wide(digits - 1)
    var high = PowersOfTen.wide(digits)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isAtMostRoot(Natural(middle), scale: Natural(1)) {
        low = middle
      } else {
        high = middle
      }
    }
    // A half or more above `low`: (2·low + 1)^degree ≤ 2^degree · target.
    if isAtMostRoot(Natural(low * 2 + 1), scale: Natural(2).raised(to: degree)) { low += 1 }
    guard let result = Self.fitting(low, exponent: -places, isNegative: false) else {
      throw Self.tooLong("the root of degree \(degree) of \(self)")
    }
    return result
  }
}
