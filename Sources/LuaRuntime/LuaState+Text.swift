// Values as text, for people who evaluate an expression.

internal import CLuaShim
internal import Quantities

/// How large the text of a value may become.
public struct LuaTextLimits: Hashable, Sendable {
  /// How deep tables may lie in each other.
  public var depth: Int

  /// How many entries all tables together may have.
  public var entries: Int

  /// How many bytes of UTF-8 the text may have.
  public var bytes: Int

  /// Creates limits: eight tables deep, a thousand entries and 64 KiB unless others are given.
  public init(depth: Int = 8, entries: Int = 1000, bytes: Int = 64 << 10) {
    self.depth = depth
    self.entries = entries
    self.bytes = bytes
  }
}

extension LuaState {
  /// The text of a value.
  ///
  /// A text is given as it is, numbers as Lua writes them, and tables as `{1, 2, name = "x"}` with
  /// their entries in the order of ``LuaTable/entries()``. A table inside itself is written
  /// `<cycle>`. No metamethod runs, and no address is shown.
  ///
  /// - Parameter limits: How large the text may be; what the state allows results unless given.
  /// - Throws: ``LuaError`` of kind `size` when the text would exceed a limit.
  public func text(
    of value: LuaValue, limits: LuaTextLimits? = nil
  ) throws(LuaError) -> String {
    var writer = ValueWriter(machine: machine, limits: limits ?? machine.limits.result)
    if case .string(let text) = value {
      try writer.add(text)
    } else {
      try writer.write(value)
    }
    return writer.text
  }
}

/// Writes one value within limits.
private struct ValueWriter {
  let machine: Machine
  let limits: LuaTextLimits
  var text = ""
  private var entriesLeft: Int
  /// The identities of the tables around the value that is being written.
  private var path: [UnsafeRawPointer] = []

  init(machine: Machine, limits: LuaTextLimits) {
    self.machine = machine
    self.limits = limits
    entriesLeft = limits.entries
  }

  mutating func add(_ part: String) throws(LuaError) {
    guard text.utf8.count + part.utf8.count <= limits.bytes else { throw tooLong }
    text += part
  }

  mutating func write(_ value: LuaValue) throws(LuaError) {
    switch value {
    case .string(let text): try add(LuaLiteral.quoted(text))
    case .table(let table): try write(table)
    default: try add(word(value))
    }
  }

  private mutating func write(_ table: LuaTable) throws(LuaError) {
    try machine.requireSame(table.machine)
    guard let identity = ysl_table_identity(try machine.live(), table.reference) else {
      return try add("table")
    }
    guard !path.contains(identity) else { return try add("<cycle>") }
    guard path.count < limits.depth else {
      throw tooLarge("has tables more than \(limits.depth) deep in each other", limits.depth)
    }
    path.append(identity)
    defer { path.removeLast() }
    let entries = try table.entries(
      atMost: .init(entries: entriesLeft, bytes: limits.bytes)
    ) { [self] limit in
      switch limit {
      case .entries: tooLarge("has more than \(limits.entries) entries", limits.entries)
      case .bytes: tooLong
      }
    }
    entriesLeft -= entries.count
    try write(entries, sequence: Int64(table.count))
  }

  private mutating func write(
    _ entries: [(key: LuaValue, value: LuaValue)], sequence: Int64
  ) throws(LuaError) {
    var separator = "{"
    var unordered: [String] = []
    for (key, value) in entries {
      let name = label(key, sequence: sequence)
      guard hasOrder(key) else {
        // Lua gives these in no order of their own, so their text decides.
        let start = text.endIndex
        try add(name)
        try write(value)
        unordered.append(String(text[start...]))
        text.removeSubrange(start...)
        continue
      }
      try add(separator + name)
      try write(value)
      separator = ", "
    }
    for entry in unordered.sorted() {
      try add(separator + entry)
      separator = ", "
    }
    try add(separator == "{" ? "{}" : "}")
  }

  private func hasOrder(_ key: LuaValue) -> Bool {
    switch key {
    case .integer, .number, .string, .boolean: true
    default: false
    }
  }

  /// What stands before a value: nothing in the sequence.
  private func label(_ key: LuaValue, sequence: Int64) -> String {
    switch key {
    case .integer(let position) where position >= 1 && position <= sequence: ""
    case .string(let name) where LuaLiteral.isName(name): "\(name) = "
    case .string(let text): "[\(LuaLiteral.quoted(text))] = "
    default: "[\(word(key))] = "
    }
  }

  /// A value that is neither a text nor written entry by entry.
  private func word(_ value: LuaValue) -> String {
    switch value {
    case .boolean(let value): return String(value)
    case .integer(let value): return String(value)
    case .number(let value): return LuaLiteral.number(value)
    case .quantity(let value, _): return value.description
    case .object(let object):
      guard machine.types.indices.contains(Int(object.type)) else { return value.typeName }
      let type = machine.types[Int(object.type)]
      return type.describe?(object) ?? type.name
    case .record(let record): return "record \(record.name)"
    default: return value.typeName
    }
  }

  private var tooLong: LuaError {
    tooLarge("is longer than \(limits.bytes) bytes as text", limits.bytes)
  }

  private func tooLarge(_ what: String, _ limit: Int) -> LuaError {
    LuaError(
      .size, "the result \(what); return the part of it that matters",
      usage: .init(used: limit + 1, limit: limit))
  }
}
