// The owner of a C state: its lifetime, its limits, and what the host has added to it.

internal import CLuaShim
internal import Quantities

/// The C state and everything of the host that it calls.
///
/// Tables, functions and records hold the machine, and host functions may hold tables; the state
/// closes the machine when it goes away, which ends that circle.
final class Machine {
  private(set) var pointer: OpaquePointer?
  let units: UnitTable
  let limits: LuaLimits
  var comparisons: [Comparison]?

  /// The bytes that Lua may hold now.
  var memoryLimit: Int {
    didSet {
      if let pointer { ysl_set_memory_limit(pointer, max(0, memoryLimit)) }
    }
  }

  /// The error that a host function threw last, while Lua carries its message.
  var pendingError: (any Error)?

  private(set) var functions: [(name: String, body: (borrowing HostCall) throws -> LuaValue)] = []
  private(set) var types: [HostObjectType] = []

  init(units: UnitTable, limits: LuaLimits) throws(LuaError) {
    self.units = units
    self.limits = limits
    memoryLimit = limits.memory
    var host = Self.host
    host.context = Unmanaged.passUnretained(self).toOpaque()
    var bounds = ysl_limits(
      memory: max(0, limits.memory), instructions: Int64(limits.instructions),
      source: max(0, limits.sourceBytes))
    pointer = ysl_open(&host, Unit.none.index, &bounds)
    guard pointer != nil else {
      throw LuaError(
        .memory, "a Lua state does not fit in \(limits.memory) bytes; raise the memory limit",
        usage: .init(used: limits.memory, limit: limits.memory))
    }
  }

  deinit { close() }

  func close() {
    guard let state = pointer else { return }
    pointer = nil
    ysl_close(state)
    functions = []
    types = []
    pendingError = nil
  }

  /// The C state, unless it is closed.
  func live() throws(LuaError) -> OpaquePointer {
    guard let pointer else { throw LuaError("the Lua state is closed") }
    return pointer
  }

  func release(_ reference: Int32) {
    if let pointer { ysl_release(pointer, reference) }
  }

  func requireSame(_ other: Machine) throws(LuaError) {
    guard other === self else {
      throw LuaError(.conversion, "a table, function or record belongs to another Lua state")
    }
  }

  func add(
    _ name: String, _ function: @escaping (borrowing HostCall) throws -> LuaValue
  ) -> UInt32 {
    functions.append((name, function))
    return UInt32(functions.count - 1)
  }

  func add(_ type: HostObjectType) -> UInt32 {
    types.append(type)
    return UInt32(types.count - 1)
  }

  var currentLine: Int? {
    guard let pointer else { return nil }
    let line = ysl_current_line(pointer)
    return line > 0 ? Int(line) : nil
  }

  /// Calls a function; on success the results stay valid until `ysl_discard`.
  func call(
    _ function: LuaFunction, _ arguments: [LuaValue], results: UnsafeMutablePointer<ysl_value>,
    count: Int
  ) throws(LuaError) -> OpaquePointer {
    let state = try live()
    try requireSame(function.machine)
    let status = try withEncoded(arguments) { values in
      ysl_call(
        state, function.reference, values, Int32(arguments.count), results, Int32(count))
    }
    do {
      try check(status)
    } catch {
      forgetPendingError()
      throw error
    }
    forgetPendingError()
    return state
  }

  /// An error that a script has caught must not outlive the outermost call.
  private func forgetPendingError() {
    if pendingError != nil, let pointer, ysl_depth(pointer) == 0 { pendingError = nil }
  }
}
