// From values of a Lua state to plain data.

import LuaRuntime
import Quantities

extension ScriptEngine {
  /// A value as plain data; what is no data is described.
  ///
  /// - Throws: a `LuaError` when tables lie too deep in each other or hold too much.
  func plain(_ value: LuaValue) throws(LuaError) -> ScriptValue {
    var reader = PlainReader(types: types)
    return try reader.read(value, depth: 0)
  }
}

/// Reads one value, within bounds that a table inside itself runs into.
private struct PlainReader {
  private static let greatestDepth = 16
  private static let mostEntries = 100_000

  let types: ScriptTypes
  private var entriesLeft = mostEntries

  init(types: ScriptTypes) { self.types = types }

  mutating func read(_ value: LuaValue, depth: Int) throws(LuaError) -> ScriptValue {
    switch value {
    case .nil: return .nothing
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .string(let text): return .text(text)
    case .quantity(let quantity, _): return .quantity(quantity)
    case .table(let table): return .table(try read(table, depth: depth))
    case .object(let object) where object.type == types.date:
      return DayCode.decode(object.b).map(ScriptValue.date) ?? .other("a day")
    case .object(let object) where object.type == types.suiteWord:
      return object.a == SuiteWord.missing ? .missing : .recorded
    default: return .other(value.kindText)
    }
  }

  private mutating func read(_ table: LuaTable, depth: Int) throws(LuaError) -> ScriptTable {
    guard depth < Self.greatestDepth else {
      throw LuaError(
        .size, "tables lie more than \(Self.greatestDepth) deep in each other, or in themselves")
    }
    let entries = try table.entries()
    entriesLeft -= entries.count
    guard entriesLeft >= 0 else {
      throw LuaError(.size, "a table holds more than \(Self.mostEntries) entries in all")
    }
    let count = table.count
    var result = ScriptTable()
    for (key, value) in entries {
      let value = try read(value, depth: depth + 1)
      switch key {
      case .integer(let position) where (1...Int64(max(1, count))).contains(position) && count > 0:
        result.items.append(value)
      case .string(let name): result.entries.append(.init(name, value))
      default: result.entries.append(.init("[\(try read(key, depth: depth + 1))]", value))
      }
    }
    return result
  }
}

/// The words of suites that stand for values, as handles.
enum SuiteWord {
  static let missing: UInt32 = 0
  static let recorded: UInt32 = 1
}
