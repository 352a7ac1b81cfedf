// Terminal colours, or none.

/// Paints text for a terminal, or leaves it plain.
public struct Style: Sendable, Equatable {
  /// Whether escape sequences are written.
  public let color: Bool

  /// Creates a style.
  public init(color: Bool) { self.color = color }

  /// A style that changes nothing.
  public static let plain = Style(color: false)

  /// How a text stands out.
  public enum Tone: String, CaseIterable, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case green = "32"
    case red = "31"
    case yellow = "33"
  }

  /// The text in a tone.
  public func paint(_ text: String, _ tone: Tone) -> String {
    color && tone != .plain && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The text in bold.
  public func bold(_ text: String) -> String { paint(text, .bold) }

  /// The text in a fainter colour.
  public func dim(_ text: String) -> String { paint(text, .dim) }

  /// The text in green, for what is well.
  public func green(_ text: String) -> String { paint(text, .green) }

  /// The text in red, for what is not.
  public func red(_ text: String) -> String { paint(text, .red) }

  /// The text in yellow, for what is open.
  public func yellow(_ text: String) -> String { paint(text, .yellow) }
}
