// Values that depend on a grade or on an amount, without code.

public import Quantities

/// A value that depends on a grade or on an amount.
public enum Scale: Sendable, Hashable {
  /// One value for each grade, such as the level of a recognition.
  ///
  /// `field` names the field of the subject that holds the grade, when the catalogue says so.
  case grades([Tier], field: String?)

  /// One value for each stretch of amounts, in rising order and without gaps.
  case brackets([Bracket])

  /// The value for one grade.
  public struct Tier: Sendable, Hashable {
    /// The grade.
    public let grade: String

    /// The value.
    public let value: Quantity
  }

  /// The value for amounts from one end up to, and without, the other.
  public struct Bracket: Sendable, Hashable {
    /// The lowest amount that lies in it.
    public let from: Quantity

    /// The lowest amount above it, or `nil` when it has no end.
    public let below: Quantity?

    /// The value.
    public let value: Quantity
  }

  /// The values, in the order of the file.
  public var values: [Quantity] {
    switch self {
    case .grades(let tiers, _): tiers.map(\.value)
    case .brackets(let brackets): brackets.map(\.value)
    }
  }

  /// The value for a grade; `nil` when it has none, or when the scale goes by amounts.
  public func value(ofGrade grade: String) -> Quantity? {
    guard case .grades(let tiers, _) = self else { return nil }
    return tiers.first { $0.grade == grade }?.value
  }

  /// The value of the bracket that an amount lies in; `nil` when it lies in none.
  ///
  /// - Throws: an error when the amount is of another dimension than the brackets.
  public func value(ofAmount amount: Quantity) throws(ArithmeticError) -> Quantity? {
    guard case .brackets(let brackets) = self else { return nil }
    for bracket in brackets where try Quantity.compare(amount, bracket.from) >= 0 {
      guard let below = bracket.below else { return bracket.value }
      if try Quantity.compare(amount, below) < 0 { return bracket.value }
    }
    return nil
  }

  /// The sum over the brackets of the part of an amount that lies in each, times its value.
  ///
  /// What lies below the first bracket counts for nothing. The result is `nil` for an amount below zero
  /// or beyond the last bracket.
  ///
  /// - Throws: an error when the amount is of another dimension than the brackets, or a product is too
  ///   large to be exact.
  public func marginal(_ amount: Quantity) throws(ArithmeticError) -> Quantity? {
    guard case .brackets(let brackets) = self, let last = brackets.last, !amount.isNegative else {
      return nil
    }
    if let end = last.below, try Quantity.compare(amount, end) > 0 { return nil }
    var sum: Quantity?
    for bracket in brackets {
      var top = amount
      if let below = bracket.below, try Quantity.compare(below, amount) < 0 { top = below }
      let isReached = try Quantity.compare(top, bracket.from) > 0
      let part = isReached ? try top.value - bracket.from.value : .zero
      let share = try Quantity(value: part, unit: amount.unit) * bracket.value
      sum = if let sum { try sum + share } else { share }
    }
    return sum
  }
}

extension Scale: CustomStringConvertible {
  /// The scale on one line, such as `A 50万元, B 30万元` or `[0元, 100万元) 3%, [100万元, …) 5%`.
  public var description: String {
    switch self {
    case .grades(let tiers, _):
      tiers.map { "\($0.grade) \($0.value)" }.joined(separator: ", ")
    case .brackets(let brackets):
      brackets.map { "\($0.range) \($0.value)" }.joined(separator: ", ")
    }
  }
}

extension Scale.Bracket {
  /// The amounts that lie in it, such as `[0元, 100万元)`.
  public var range: String { "[\(from), \(below.map { "\($0)" } ?? "…"))" }
}
