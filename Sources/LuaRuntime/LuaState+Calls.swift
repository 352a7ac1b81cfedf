// Chunks, calls, globals and tables of a state.

internal import CLuaShim

extension LuaState {
  /// Compiles a chunk of source text; bytecode is refused.
  ///
  /// - Parameters:
  ///   - source: UTF-8 text; a byte order mark is skipped.
  ///   - name: The chunk's name in messages: `@` and a path for a file, `=` and a label otherwise.
  ///   - environment: The table of globals for the chunk, instead of the state's own.
  /// - Throws: ``LuaError`` of kind `syntax`, `size` or `memory`.
  public func load(
    _ source: [UInt8], chunk name: String, environment: LuaTable? = nil
  ) throws(LuaError) -> LuaFunction {
    let state = try machine.live()
    guard source.count <= limits.sourceBytes else {
      throw LuaError(
        .size,
        "the script has \(source.count) bytes and at most \(limits.sourceBytes) are allowed; "
          + "split it into several files",
        usage: .init(used: source.count, limit: limits.sourceBytes))
    }
    if let environment { try machine.requireSame(environment.machine) }
    let text = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source[...]
    var reference: Int32 = 0
    let status = text.withUnsafeBytes { bytes in
      ysl_load(
        state, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name,
        environment?.reference ?? 0, &reference)
    }
    try machine.check(status)
    return LuaFunction(machine: machine, adopting: reference)
  }

  /// Compiles a chunk of source text; see ``load(_:chunk:environment:)-([UInt8],_,_)``.
  public func load(
    _ source: String, chunk name: String, environment: LuaTable? = nil
  ) throws(LuaError) -> LuaFunction {
    try load(Array(source.utf8), chunk: name, environment: environment)
  }

  /// Calls a function and returns a fixed number of results, filled up with `.nil`.
  ///
  /// An outermost call gets a fresh instruction budget; calls made by host functions while a script
  /// runs share the budget of that script.
  ///
  /// - Throws: ``LuaError``.
  public func call(
    _ function: LuaFunction, _ arguments: [LuaValue] = [], results count: Int = 1
  ) throws(LuaError) -> [LuaValue] {
    let count = max(0, count)
    var raw = [ysl_value](repeating: ysl_value(), count: count)
    let state = try machine.call(function, arguments, results: &raw, count: count)
    defer { ysl_discard(state, Int32(count)) }
    return try machine.decodeAll(raw)
  }

  /// Calls a function and returns its first result.
  ///
  /// This is ``call(_:_:results:)`` without the arrays: when `arguments` is kept by the caller and
  /// holds no texts, the call itself allocates nothing in Swift.
  ///
  /// - Throws: ``LuaError``.
  public func result(
    of function: LuaFunction, _ arguments: [LuaValue] = []
  ) throws(LuaError) -> LuaValue {
    var raw = ysl_value()
    let state = try machine.call(function, arguments, results: &raw, count: 1)
    defer { ysl_discard(state, 1) }
    return try machine.decode(raw)
  }

  /// The table of globals.
  public func globals() throws(LuaError) -> LuaTable {
    var reference: Int32 = 0
    try machine.check(ysl_globals(machine.live(), &reference))
    return LuaTable(machine: machine, adopting: reference)
  }

  /// Sets a global; `.nil` removes it.
  public func setGlobal(_ name: String, _ value: LuaValue) throws(LuaError) {
    try globals().set(name, value)
  }

  /// The value of a global, `.nil` when there is none.
  public func global(_ name: String) throws(LuaError) -> LuaValue { try globals().get(name) }

  /// A new table.
  public func makeTable(_ entries: [(LuaValue, LuaValue)] = []) throws(LuaError) -> LuaTable {
    var reference: Int32 = 0
    try machine.check(ysl_table_new(machine.live(), &reference))
    let table = LuaTable(machine: machine, adopting: reference)
    for (key, value) in entries { try table.set(key, value) }
    return table
  }
}
