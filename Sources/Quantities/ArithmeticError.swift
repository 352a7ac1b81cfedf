// What arithmetic on decimals and quantities can refuse.

/// A refusal to compute, with a message that is ready to be shown.
///
/// The message is a lowercase sentence that names both operands with their units and says what to
/// do instead.
public enum ArithmeticError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The exact result needs more digits, or a larger exponent, than a decimal holds.
  case overflow(String)

  /// The divisor is zero.
  case divisionByZero(String)

  /// The units of the operands do not go together.
  case unlikeUnits(String)

  /// The operation has no meaning for its operand, such as the root of a negative number.
  case notMeaningful(String)

  /// The message to show.
  public var message: String {
    switch self {
    case .overflow(let message), .divisionByZero(let message), .unlikeUnits(let message),
      .notMeaningful(let message):
      message
    }
  }

  /// The message to show.
  public var description: String { message }
}
