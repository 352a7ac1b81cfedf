// Plain data that a script has made, detached from the Lua state it was made in.

public import Quantities

/// Plain data that a script has made.
public indirect enum ScriptValue: Sendable, Hashable {
  /// Nothing at all: Lua's `nil`.
  case nothing
  /// What is not known: the word `missing` of suites.
  case missing
  /// What was recorded before: the word `recorded` of suites.
  case recorded
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case quantity(Quantity)
  case date(CalendarDate)
  case table(ScriptTable)
  /// Something that is no data, in words such as `a function`.
  case other(String)
}

/// A table of plain data.
public struct ScriptTable: Sendable, Hashable {
  /// The values at 1, 2, … without a gap.
  public var items: [ScriptValue]

  /// Everything else, in the order of the keys.
  public var entries: [Entry]

  /// A value with its key.
  public struct Entry: Sendable, Hashable {
    /// A text key as it is; any other as a script writes it, such as `[true]`.
    public let key: String

    /// The value.
    public let value: ScriptValue

    /// Creates an entry.
    public init(_ key: String, _ value: ScriptValue) {
      self.key = key
      self.value = value
    }
  }

  /// Creates a table.
  public init(items: [ScriptValue] = [], entries: [Entry] = []) {
    self.items = items
    self.entries = entries
  }

  /// The value of a key, if there is one.
  public subscript(key: String) -> ScriptValue? { entries.first { $0.key == key }?.value }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { items.isEmpty && entries.isEmpty }
}

extension ScriptValue: CustomStringConvertible {
  /// The value as a script would write it, as far as there is a way to.
  public var description: String {
    switch self {
    case .nothing: "nil"
    case .missing: "missing"
    case .recorded: "recorded"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let text): "\"\(text)\""
    case .quantity(let quantity): "\(quantity)"
    case .date(let date): "\(date)"
    case .table(let table): table.description
    case .other(let words): words
    }
  }

  /// The value in a few words, for messages such as "must be a text, not …".
  public var kindText: String {
    switch self {
    case .nothing: "nothing (nil)"
    case .integer(let value): "the number \(value)"
    case .number(let value): "the floating-point number \(value)"
    case .text(let text): "the text \"\(text.prefix(40))\""
    case .date(let date): "the day \(date)"
    case .table: "a table"
    case .missing, .recorded, .boolean, .quantity, .other: description
    }
  }
}

extension ScriptTable: CustomStringConvertible {
  /// The table as a script would write it.
  public var description: String {
    let parts = items.map(\.description) + entries.map { "\($0.key) = \($0.value)" }
    return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
  }
}
