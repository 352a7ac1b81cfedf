// A table that lives in a Lua state, read and written without metamethods.

internal import CLuaShim

/// A table, kept alive in its state until this object goes away.
///
/// All access is raw: no metamethod and so no script code runs.
public final class LuaTable {
  let machine: Machine
  let reference: Int32

  init(machine: Machine, adopting reference: Int32) {
    self.machine = machine
    self.reference = reference
  }

  deinit { machine.release(reference) }

  /// The number of elements of the sequence part, as `#` gives it.
  public var count: Int {
    machine.pointer.map { Int(ysl_table_length($0, reference)) } ?? 0
  }

  /// The value of a key, `.nil` when there is none.
  public func get(_ key: LuaValue) throws(LuaError) -> LuaValue {
    let state = try machine.live()
    var value = ysl_value()
    try machine.check(
      machine.withEncoded(key) { ysl_table_get(state, reference, $0, &value) })
    defer { ysl_discard(state, 1) }
    return try machine.decode(value)
  }

  /// The value of a text key, `.nil` when there is none.
  public func get(_ key: String) throws(LuaError) -> LuaValue { try get(.string(key)) }

  /// Stores a value; `.nil` removes the key.
  public func set(_ key: LuaValue, _ value: LuaValue) throws(LuaError) {
    let state = try machine.live()
    try machine.check(
      machine.withEncoded([key, value]) { values in
        guard let values else { return YSL_CONVERSION }
        return ysl_table_set(state, reference, values, values + 1)
      })
  }

  /// Stores a value under a text key; `.nil` removes it.
  public func set(_ key: String, _ value: LuaValue) throws(LuaError) {
    try set(.string(key), value)
  }

  /// Gives the table a metatable, or takes it away.
  ///
  /// - Throws: ``LuaError`` when the metatable has a finalizer, which scripts may not have either.
  public func setMetatable(_ metatable: LuaTable?) throws(LuaError) {
    let state = try machine.live()
    if let metatable { try machine.requireSame(metatable.machine) }
    try machine.check(ysl_table_set_metatable(state, reference, metatable?.reference ?? 0))
  }

  /// Every entry: the sequence 1, 2, … first, then text keys by their bytes, then the rest.
  ///
  /// The rest is other numbers in ascending order, then `false`, `true`, and last keys that have no
  /// order of their own.
  public func entries() throws(LuaError) -> [(key: LuaValue, value: LuaValue)] {
    try entries(atMost: .none) { _ in LuaError("a table is too large") }
  }

  /// Every entry, unless they are more than a limit allows.
  func entries(
    atMost limit: EntryLimit, otherwise: (EntryLimit.Kind) -> LuaError
  ) throws(LuaError) -> [(key: LuaValue, value: LuaValue)] {
    let state = try machine.live()
    let collector = Collector(machine: machine, limit: limit)
    let status = withExtendedLifetime(collector) {
      ysl_table_visit(state, reference, Unmanaged.passUnretained(collector).toOpaque()) {
        context, key, value in
        guard let context, let key, let value else { return false }
        return Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
          .add(key.pointee, value.pointee)
      }
    }
    if let exceeded = collector.exceeded { throw otherwise(exceeded) }
    if let error = collector.error { throw error }
    try machine.check(status)
    let length = Int64(count)
    return collector.entries.sorted { left, right in
      KeyOrder(left.key, sequence: length) < KeyOrder(right.key, sequence: length)
    }
  }
}

/// How much of a table is read before that is given up.
struct EntryLimit {
  enum Kind {
    case entries
    case bytes
  }

  static let none = EntryLimit(entries: .max, bytes: .max)

  /// How many entries.
  var entries: Int
  /// How many bytes all texts among keys and values have.
  var bytes: Int
}

/// Gathers entries while C walks through a table.
private final class Collector {
  let machine: Machine
  var entries: [(key: LuaValue, value: LuaValue)] = []
  var error: LuaError?
  private(set) var exceeded: EntryLimit.Kind?
  private var left: EntryLimit

  init(machine: Machine, limit: EntryLimit) {
    self.machine = machine
    left = limit
  }

  /// Takes an entry from what is left, before a copy of it is made.
  private func take(_ key: ysl_value, _ value: ysl_value) -> Bool {
    left.entries -= 1
    for text in [key, value] where text.tag == YSL_STRING { left.bytes -= text.as.string.length }
    if left.entries < 0 { exceeded = .entries } else if left.bytes < 0 { exceeded = .bytes }
    return exceeded == nil
  }

  func add(_ key: ysl_value, _ value: ysl_value) -> Bool {
    guard take(key, value) else { return false }
    do {
      entries.append((try machine.decode(key), try machine.decode(value)))
      return true
    } catch {
      self.error = error
      return false
    }
  }
}

/// The place of a key among the entries of a table.
struct KeyOrder: Comparable {
  var group: Int
  var integer: Int64 = 0
  var number = 0.0
  var text = ""

  init(_ key: LuaValue, sequence: Int64) {
    switch key {
    case .integer(let value) where value >= 1 && value <= sequence:
      (group, integer) = (0, value)
    case .string(let value): (group, text) = (1, value)
    case .integer(let value): (group, number, integer) = (2, Double(value), value)
    case .number(let value): (group, number) = (2, value)
    case .boolean(let value): (group, integer) = (3, value ? 1 : 0)
    default: group = 4
    }
  }

  static func < (left: KeyOrder, right: KeyOrder) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if left.number != right.number { return left.number < right.number }
    if left.integer != right.integer { return left.integer < right.integer }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
