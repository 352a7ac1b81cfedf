// What a host function needs so that scripts cannot make it work for longer than they may.

internal import CLuaShim

extension LuaState {
  /// Takes work that a host function does from the budget of the script that called it.
  ///
  /// Outside a script nothing is taken.
  ///
  /// - Parameters:
  ///   - instructions: How many instructions of Lua take as long.
  ///   - call: Who does it, for the message, such as `stats.gini`.
  /// - Throws: ``LuaError`` of kind `instructions` when the budget is used up; then the script ends,
  ///   whatever the host function does.
  public func charge(_ instructions: Int, for call: StaticString) throws(LuaError) {
    let state = try machine.live()
    let status = call.withUTF8Buffer { bytes in
      // A text that is part of the program stays where it is, and ends with a zero.
      bytes.withMemoryRebound(to: CChar.self) {
        ysl_charge_host(state, $0.baseAddress, Int64(instructions))
      }
    }
    try machine.check(status)
  }
}

extension LuaTable {
  /// Every entry, as ``entries()`` gives them, or `nil` when there are more than a number.
  ///
  /// No more than that are read, however large the table is.
  public func entries(
    atMost count: Int
  ) throws(LuaError) -> [(key: LuaValue, value: LuaValue)]? {
    let tooMany = LuaError(.size, "a table is too large")
    do {
      return try entries(atMost: EntryLimit(entries: count, bytes: 64 << 10)) { _ in tooMany }
    } catch {
      guard error.kind == .size, error.message == tooMany.message else { throw error }
      return nil
    }
  }
}
