// What the tests share: running a piece of Lua, and expecting it to fail.

import LuaRuntime
import Quantities
import Testing

/// A state with the standard units.
func makeState(_ limits: LuaLimits = LuaLimits()) throws -> LuaState {
  try LuaState(units: .standard, limits: limits)
}

extension LuaState {
  /// Runs a chunk and returns its first result.
  func run(_ source: String, _ arguments: [LuaValue] = []) throws(LuaError) -> LuaValue {
    try result(of: load(source, chunk: "@test.lua"), arguments)
  }

  /// Runs a chunk and returns its first result as text, quantities included.
  func text(_ source: String) throws(LuaError) -> String {
    switch try run(source) {
    case .string(let text): text
    case .quantity(let quantity, _): quantity.description
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .boolean(let boolean): String(boolean)
    case let other: other.typeName
    }
  }

  /// The error of a chunk that must fail.
  func failure(
    _ source: String, _ arguments: [LuaValue] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> LuaError {
    try #require(throws: LuaError.self, sourceLocation: sourceLocation) {
      try run(source, arguments)
    }
  }
}

func quantity(_ text: String) throws -> Quantity {
  try Quantity(parsing: text, units: .standard)
}
