// Decimals as text: plain notation only, in and out.

extension ExactDecimal: CustomStringConvertible {
  /// The shortest plain notation, such as `600000.5`.
  public var description: String { formatted() }

  /// Plain notation with at least so many decimal places, such as `600000.00`.
  ///
  /// There is never an exponent, nor a trailing zero beyond `minimumPlaces`.
  public func formatted(minimumPlaces: Int = 0) -> String {
    var digits = Self.digits(of: coefficient.magnitude)
    var fraction: Substring = ""
    if isZero {
      digits = "0"
    } else if exponent >= 0 {
      digits += String(repeating: "0", count: Int(exponent))
    } else {
      let places = -Int(exponent)
      if digits.utf8.count <= places {
        digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
      }
      fraction = digits.suffix(places)
      digits = String(digits.dropLast(places))
    }
    while fraction.last == "0" { fraction.removeLast() }
    let missing = minimumPlaces - fraction.utf8.count
    var text = isNegative ? "-" + digits : digits
    if !fraction.isEmpty || missing > 0 { text += "." + fraction }
    if missing > 0 { text += String(repeating: "0", count: missing) }
    return text
  }

  private static func digits(of magnitude: UInt128) -> String {
    if let word = UInt64(exactly: magnitude) { return String(word) }
    let (high, low) = magnitude.quotientAndRemainder(dividingBy: PowersOfTen.wide(19))
    let tail = String(UInt64(low))
    return String(UInt64(high)) + String(repeating: "0", count: 19 - tail.utf8.count) + tail
  }

  /// The value as an integer, or `nil` when it has a fraction or does not fit in 64 bits.
  public var integerValue: Int64? {
    if isZero { return 0 }
    if exponent == 0 { return Int64(exactly: coefficient) }
    let (digits, zeros) = PowersOfTen.stripped(coefficient.magnitude)
    let power = Int(exponent) + zeros
    guard power >= 0, power < 19, digits <= UInt64.max else { return nil }
    let value = Int128(digits) &* Int128(PowersOfTen.word(power))
    return Int64(exactly: isNegative ? 0 &- value : value)
  }

  /// Parses a plain number: an optional sign, digits in groups of three or ungrouped, a fraction.
  ///
  /// Full-width digits and signs are accepted; a unit, an exponent, `NaN` and the like are not.
  public init(parsing text: String) throws(QuantityParseError) {
    var scanner = NumberScanner(text)
    scanner.skipSpaces()
    let number = try scanner.number()
    scanner.skipSpaces()
    guard scanner.isAtEnd else {
      throw scanner.error("unexpected `\(scanner.rest)` after the number")
    }
    self = try scanner.decimal(number, scale: 0)
  }
}
