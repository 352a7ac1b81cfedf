// The neutral tree that a catalogue is exported as, and its JSON.

/// A value of an exported catalogue; the keys of an object keep their order.
public indirect enum ExportValue: Sendable, Hashable {
  /// Nothing is known or said.
  case null
  /// A whole number.
  case integer(Int)
  /// A text; exact decimals are texts too.
  case text(String)
  /// Values in order.
  case list([ExportValue])
  /// Keys and values in order.
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String

    /// The value.
    public let value: ExportValue

    /// Creates a member.
    public init(_ key: String, _ value: ExportValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a key of an object, if there is one.
  public subscript(key: String) -> ExportValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// JSON with an indentation of two spaces, without a final newline.
  public var json: String {
    var output = ""
    write(to: &output, indentation: "")
    return output
  }

  private func write(to output: inout String, indentation: String) {
    switch self {
    case .null: output += "null"
    case .integer(let number): output += String(number)
    case .text(let text): Self.write(text, to: &output)
    case .list(let values) where values.isEmpty: output += "[]"
    case .object(let members) where members.isEmpty: output += "{}"
    case .list(let values):
      let inner = indentation + "  "
      output += "["
      for (index, value) in values.enumerated() {
        output += (index == 0 ? "\n" : ",\n") + inner
        value.write(to: &output, indentation: inner)
      }
      output += "\n\(indentation)]"
    case .object(let members):
      let inner = indentation + "  "
      output += "{"
      for (index, member) in members.enumerated() {
        output += (index == 0 ? "\n" : ",\n") + inner
        Self.write(member.key, to: &output)
        output += ": "
        member.value.write(to: &output, indentation: inner)
      }
      output += "\n\(indentation)}"
    }
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{00}"..<" ":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension ExportValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension ExportValue: ExpressibleByDictionaryLiteral {
  /// An object with its keys in the order of the literal.
  public init(dictionaryLiteral elements: (String, ExportValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension ExportValue {
  /// A text, or nothing.
  static func optional(_ text: String?) -> ExportValue { text.map { .text($0) } ?? .null }

  /// A whole number, or nothing.
  static func optional(_ number: Int?) -> ExportValue { number.map { .integer($0) } ?? .null }

  /// A list of texts.
  static func texts(_ texts: [String]) -> ExportValue { .list(texts.map { .text($0) }) }
}
