// A comparison of quantities that a script made, kept for explanations.

public import Quantities

/// A comparison of two quantities, as Lua evaluated it.
///
/// Lua turns `a > b` into `b < a`, and `a ~= b` into the negation of `a == b`, before anything can
/// be observed, so operands and result are those of the turned form.
public struct Comparison: Sendable {
  /// Which comparison was made.
  public enum Operation: String, Sendable {
    case equal = "=="
    case less = "<"
    case lessOrEqual = "<="
  }

  /// Which comparison was made.
  public let operation: Operation

  /// The left operand.
  public let left: Quantity

  /// Where the left operand was read; 0 when it was computed.
  public let leftOrigin: UInt32

  /// The right operand.
  public let right: Quantity

  /// Where the right operand was read; 0 when it was computed.
  public let rightOrigin: UInt32

  /// Whether it held.
  public let result: Bool

  /// The line of the comparison, when Lua knows it.
  public let line: Int?
}
