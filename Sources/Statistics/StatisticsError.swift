// What a method refuses to compute.

internal import Quantities

/// A refusal to compute, with a message that is ready to be shown.
///
/// The message is a lowercase sentence that says what is wrong; the advice says what to do instead.
public struct StatisticsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let message: String

  /// What to do instead.
  public let advice: String

  /// Creates a refusal.
  public init(_ message: String, advice: String) {
    self.message = message
    self.advice = advice
  }

  /// What is wrong and what to do instead, in one line.
  public var description: String { "\(message); \(advice)" }

  static func outOfRange(_ what: String) -> StatisticsError {
    StatisticsError(
      "\(what) is too large or too small for a decimal", advice: "use values of a similar size")
  }
}

/// Runs arithmetic on decimals; what that refuses is refused here too.
func exactly<Result>(
  _ work: () throws(ArithmeticError) -> Result
) throws(StatisticsError) -> Result {
  do {
    return try work()
  } catch {
    throw StatisticsError(error.message, advice: "use values of a similar size")
  }
}
