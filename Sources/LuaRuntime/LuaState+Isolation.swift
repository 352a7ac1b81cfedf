// Globals that scripts do not share, and random sequences that do not depend on each other.

internal import CLuaShim

extension LuaState {
  /// A new table of globals, for ``load(_:chunk:environment:)-([UInt8],_,_)``.
  ///
  /// It holds what the state's globals hold now, and every table that can be reached from there, with
  /// its metatable, is a copy; `_G` is the new table itself. A chunk that is loaded with it can change
  /// neither what a chunk with another environment sees nor the methods of texts. Functions are
  /// shared: a Lua function of the host that changes its own local variables changes them for all.
  /// `load` in a chunk uses the chunk's globals, and `math.random` has a sequence of its own.
  ///
  /// - Throws: ``LuaError`` of kind `memory`, or when the host's tables are nested without end.
  public func makeEnvironment() throws(LuaError) -> LuaTable {
    var reference: Int32 = 0
    try machine.check(ysl_environment(machine.live(), &reference))
    return LuaTable(machine: machine, adopting: reference)
  }

  /// Where the sequences of `math.random` start; 0 at first.
  ///
  /// Setting it, also to the value it has, starts every sequence anew.
  public var seed: UInt64 {
    get { machine.pointer.map { ysl_seed($0) } ?? 0 }
    set {
      if let state = machine.pointer { ysl_set_seed(state, newValue) }
    }
  }
}
