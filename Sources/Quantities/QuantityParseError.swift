// What the parsers of numbers, quantities, dates and periods report.

/// A text that is not a number, quantity, date or period, and where it goes wrong.
public struct QuantityParseError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, as a lowercase sentence without a full stop.
  public let message: String

  /// Where it is wrong, in characters from the start of the input.
  public let offset: Int

  /// What to write instead, as a phrase that can follow the message.
  public let suggestion: String?

  /// Creates an error.
  public init(message: String, offset: Int, suggestion: String? = nil) {
    self.message = message
    self.offset = offset
    self.suggestion = suggestion
  }

  /// The message, followed by the suggestion if there is one.
  public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
