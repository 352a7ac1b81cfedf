// Schoolbook arithmetic on decimal digits, to check the real one against.

import Quantities

/// A whole number of any size as decimal digits; slow and simple on purpose.
struct Reference: Equatable {
  /// Digits, the lowest first, without leading zeros.
  private var digits: [Int]
  private var isNegative: Bool

  private init(digits: [Int], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  init(_ value: Int128) {
    let digits = String(value.magnitude).reversed().compactMap(\.wholeNumberValue)
    self.init(digits: digits, isNegative: value < 0)
  }

  /// The value of a decimal in units of `10^exponent`, which must not be above its exponent.
  init(_ decimal: ExactDecimal, at exponent: Int) {
    let value = Reference(decimal.coefficient)
    let zeros = [Int](repeating: 0, count: Int(decimal.exponent) - exponent)
    self.init(digits: zeros + value.digits, isNegative: value.isNegative)
  }

  var magnitude: Reference { Reference(digits: digits, isNegative: false) }

  static prefix func - (value: Reference) -> Reference {
    Reference(digits: value.digits, isNegative: !value.isNegative)
  }

  static func + (left: Reference, right: Reference) -> Reference {
    guard left.isNegative != right.isNegative else {
      var sum: [Int] = []
      var carry = 0
      for i in 0...max(left.digits.count, right.digits.count) {
        let total = left.digit(i) + right.digit(i) + carry
        sum.append(total % 10)
        carry = total / 10
      }
      return Reference(digits: sum, isNegative: left.isNegative)
    }
    guard isBelow(right.digits, left.digits) || left.digits == right.digits else {
      return right + left
    }
    var difference: [Int] = []
    var borrow = 0
    for i in left.digits.indices {
      let rest = left.digits[i] - right.digit(i) - borrow
      difference.append(rest < 0 ? rest + 10 : rest)
      borrow = rest < 0 ? 1 : 0
    }
    return Reference(digits: difference, isNegative: left.isNegative)
  }

  static func - (left: Reference, right: Reference) -> Reference { left + -right }

  static func * (left: Reference, right: Reference) -> Reference {
    var product = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (i, a) in left.digits.enumerated() {
      var carry = 0
      for j in 0..<(right.digits.count + 1) {
        let total = product[i + j] + a * right.digit(j) + carry
        product[i + j] = total % 10
        carry = total / 10
      }
    }
    return Reference(digits: product, isNegative: left.isNegative != right.isNegative)
  }

  func raised(to power: Int) -> Reference {
    (0..<power).reduce(Reference(1)) { product, _ in product * self }
  }

  static func < (left: Reference, right: Reference) -> Bool { (left - right).isNegative }

  static func <= (left: Reference, right: Reference) -> Bool { !(right < left) }

  /// Whether a decimal can hold this number times `10^exponent`.
  func fits(exponent: Int) -> Bool {
    guard !digits.isEmpty else { return true }
    let zeros = digits.prefix { $0 == 0 }.count
    let (significant, power) = (digits.count - zeros, exponent + zeros)
    guard significant <= 38, power >= -256 else { return false }
    // A power that is too large is made up for by zeros, while there is room for them.
    return power <= 256 + 38 - significant
  }

  private func digit(_ index: Int) -> Int { index < digits.count ? digits[index] : 0 }

  private static func isBelow(_ left: [Int], _ right: [Int]) -> Bool {
    guard left.count == right.count else { return left.count < right.count }
    return left.reversed().lexicographicallyPrecedes(right.reversed())
  }
}
