// What a host adds to a state: functions and types of objects.

internal import CLuaShim

extension LuaState {
  /// A function of the host that scripts may call; it lives as long as the state.
  ///
  /// An error that the body throws becomes a Lua error with the error's description as its message,
  /// and is the ``LuaError/underlying`` error if it ends the call. To choose the words and the kind,
  /// throw a ``LuaError``.
  ///
  /// - Parameters:
  ///   - name: What scripts call the function, for messages.
  ///   - body: Answers a call. It may call back into the state.
  public func function(
    _ name: String, _ body: @escaping (borrowing HostCall) throws -> LuaValue
  ) throws(LuaError) -> LuaFunction {
    let state = try machine.live()
    var reference: Int32 = 0
    try machine.check(ysl_host_function(state, machine.add(name, body), &reference))
    return LuaFunction(machine: machine, adopting: reference)
  }

  /// Makes a type of host objects known and returns its id, for ``HostObject``.
  ///
  /// Scripts cannot assign to objects, go through their fields, or see their metatable.
  public func register(_ type: HostObjectType) throws(LuaError) -> UInt32 {
    let state = try machine.live()
    let id = machine.add(type)
    try machine.check(ysl_register_type(state, id, type.name, type.operations))
    return id
  }
}

extension HostObjectType {
  /// The operations that the type answers, as the C side wants them.
  fileprivate var operations: UInt32 {
    var bits: UInt32 = 0
    if index != nil { bits |= 1 << YSL_INDEX.rawValue }
    if call != nil { bits |= 1 << YSL_CALL.rawValue }
    if arithmetic != nil { bits |= 1 << YSL_OBJECT_ARITHMETIC.rawValue }
    if compare != nil { bits |= 1 << YSL_OBJECT_COMPARE.rawValue }
    if describe != nil { bits |= 1 << YSL_DESCRIBE.rawValue }
    return bits
  }
}
