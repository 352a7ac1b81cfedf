// The exact decimal number that all amounts are made of.

/// A decimal number `coefficient × 10^exponent` with up to 38 digits, never rounded silently.
///
/// Operations are exact or throw. Exponents go from −256 to 256. One value has many
/// representations (`1.5`, `1.50`), which are equal and hash alike; operations do not bring them
/// to a common form, so that the usual ones stay a few machine instructions long.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  /// The digits with their sign; its magnitude is below 10^38.
  public let coefficient: Int128

  /// The power of ten that the coefficient is multiplied with.
  public let exponent: Int32

  /// Zero.
  public static let zero = ExactDecimal(unchecked: 0, exponent: 0)

  /// One.
  public static let one = ExactDecimal(unchecked: 1, exponent: 0)

  /// The most digits that a decimal has.
  public static var maximumDigits: Int { 38 }

  /// The exponents that results may have.
  static var exponents: ClosedRange<Int> { -256...256 }

  /// The first magnitude that a coefficient cannot have, 10^38.
  static var limit: UInt128 { 100_000_000_000_000_000_000_000_000_000_000_000_000 }

  init(unchecked coefficient: Int128, exponent: Int32) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// Creates a whole number.
  public init(_ integer: Int) {
    self.init(unchecked: Int128(integer), exponent: 0)
  }

  /// Creates `coefficient × 10^exponent`.
  ///
  /// Throws ``ArithmeticError/overflow(_:)`` when the value needs more than 38 digits or an
  /// exponent outside −256…256.
  public init(coefficient: Int128, exponent: Int) throws(ArithmeticError) {
    if coefficient.magnitude < Self.limit, Self.exponents.contains(exponent) {
      self.init(unchecked: coefficient, exponent: Int32(truncatingIfNeeded: exponent))
      return
    }
    guard
      let value = Self.fitting(
        coefficient.magnitude, exponent: exponent, isNegative: coefficient < 0)
    else {
      throw .overflow(
        "\(coefficient) with the exponent \(exponent) is out of range; \(Self.rangeAdvice)")
    }
    self = value
  }

  /// The decimal of this value, or `nil` when no coefficient and exponent hold it.
  static func fitting(_ magnitude: UInt128, exponent: Int, isNegative: Bool) -> ExactDecimal? {
    guard magnitude != 0 else { return .zero }
    var (digits, zeros) = PowersOfTen.stripped(magnitude)
    var (exponent, overflow) = exponent.addingReportingOverflow(zeros)
    guard !overflow, digits < limit else { return nil }
    while exponent > exponents.upperBound, digits < limit / 10 {
      digits &*= 10
      exponent &-= 1
    }
    guard exponents.contains(exponent) else { return nil }
    return ExactDecimal(
      unchecked: isNegative ? 0 &- Int128(digits) : Int128(digits), exponent: Int32(exponent))
  }

  static var rangeAdvice: String { "numbers have up to 38 digits, so round it first" }

  /// Whether the value is zero.
  public var isZero: Bool { coefficient == 0 }

  /// Whether the value is below zero.
  public var isNegative: Bool { coefficient < 0 }

  /// The value without its sign.
  public var magnitude: ExactDecimal { isNegative ? -self : self }

  /// Whether two decimals have one value, whatever their exponents.
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compare(left, right) == 0
  }

  /// Whether the left value is below the right one.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    compare(left, right) < 0
  }

  /// −1, 0 or 1 as the left value is below, equal to or above the right one.
  public static func compare(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    if left.exponent == right.exponent {
      return order(left.coefficient, right.coefficient)
    }
    if let (a, b, _) = aligned(left, right) { return order(a, b) }
    return compareAnyExponents(left, right)
  }

  private static func order<Integer: BinaryInteger>(_ left: Integer, _ right: Integer) -> Int {
    left == right ? 0 : left < right ? -1 : 1
  }

  /// Compares where bringing both to one exponent could exceed 128 bits.
  @inline(never)
  private static func compareAnyExponents(_ left: ExactDecimal, _ right: ExactDecimal) -> Int {
    let signs = (left.coefficient.signum(), right.coefficient.signum())
    guard signs.0 == signs.1, signs.0 != 0 else { return order(signs.0, signs.1) }
    let digits = (
      PowersOfTen.digitCount(left.coefficient.magnitude),
      PowersOfTen.digitCount(right.coefficient.magnitude)
    )
    let sizes = (digits.0 + Int(left.exponent), digits.1 + Int(right.exponent))
    let direction = signs.0 < 0 ? -1 : 1
    guard sizes.0 == sizes.1 else { return order(sizes.0, sizes.1) * direction }
    // Of one size, the two have the same number of digits once they share the lower exponent.
    let width = max(digits.0, digits.1)
    let magnitudes = (
      left.coefficient.magnitude &* PowersOfTen.wide(width - digits.0),
      right.coefficient.magnitude &* PowersOfTen.wide(width - digits.1)
    )
    return order(magnitudes.0, magnitudes.1) * direction
  }

  /// Both coefficients at the lower of the two exponents, where 64 bits make that cheap and safe.
  @inline(__always)
  static func aligned(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> (Int128, Int128, exponent: Int32)? {
    let shift = Int(left.exponent) &- Int(right.exponent)
    let coarse = shift > 0 ? left.coefficient : right.coefficient
    let distance = shift > 0 ? shift : 0 &- shift
    guard distance <= 18, let narrow = Int64(exactly: coarse) else { return nil }
    let scaled = Int128(narrow) &* Int128(Int64(bitPattern: PowersOfTen.word(distance)))
    return shift > 0
      ? (scaled, right.coefficient, right.exponent) : (left.coefficient, scaled, left.exponent)
  }

  /// Hashes the value, so that `1.5` and `1.50` are one key.
  public func hash(into hasher: inout Hasher) {
    let (digits, zeros) = PowersOfTen.stripped(coefficient.magnitude)
    hasher.combine(isNegative)
    hasher.combine(digits)
    hasher.combine(isZero ? 0 : Int(exponent) + zeros)
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// Creates a whole number from a literal.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
