// A Lua state: the sandbox in which scripts run.

public import Quantities

internal import CLuaShim

/// A Lua state with the sandbox's globals, a memory limit and an instruction limit.
///
/// Scripts get Lua's `base` (without files and collecting), `string`, `table`, `math`, `coroutine`
/// and `utf8`, and `quantity`, `min`, `max` and `sum`. There is no file, clock, process, network or
/// debug access. `load` takes source text only, `print` writes to ``log``, `math.random` starts from
/// ``seed``, and `pairs` goes through keys in a fixed order. What a library function does is paid for
/// out of the instruction limit, by the bytes or elements it works on.
///
/// Lua never asks anyone whether a quantity equals a plain number: `quantity "5" == 5` is false,
/// while `quantity "5" <= 5` is true.
///
/// A state is not thread-safe; different states may be used on different threads. Tables, functions
/// and records keep what they refer to alive until they go away themselves, and fail once the state
/// is gone. Host functions and object types live as long as the state.
///
/// ```swift
/// let state = try LuaState(units: .standard)
/// let chunk = try state.load("return quantity('1200万元') * quantity('5%')", chunk: "@example.lua")
/// let result = try state.result(of: chunk)  // the quantity 60万元
/// ```
public final class LuaState {
  let machine: Machine

  /// Opens a state whose quantities use a table of units.
  ///
  /// - Throws: ``LuaError`` of kind `memory` when the limit leaves no room for the state itself.
  public init(units: UnitTable, limits: LuaLimits = LuaLimits()) throws(LuaError) {
    machine = try Machine(units: units, limits: limits)
  }

  deinit { machine.close() }

  /// The units of this state's quantities.
  public var units: UnitTable { machine.units }

  /// What scripts may use.
  public var limits: LuaLimits { machine.limits }

  /// Bytes that Lua holds now.
  public var memoryInUse: Int { machine.pointer.map { ysl_memory_in_use($0) } ?? 0 }

  /// The bytes that Lua may hold from now on; at first those of ``limits``.
  ///
  /// What it holds already may be more.
  public var memoryLimit: Int {
    get { machine.memoryLimit }
    set { machine.memoryLimit = newValue }
  }

  /// Frees what no script and no value of the host refers to; does nothing while a script runs.
  public func collectGarbage() {
    if let state = machine.pointer { ysl_collect(state) }
  }

  /// The most bytes that Lua has held at any time.
  public var peakMemory: Int { machine.pointer.map { ysl_peak_memory($0) } ?? 0 }

  /// Virtual machine instructions of the last outermost call, to the nearest thousand.
  public var instructionsUsed: Int {
    machine.pointer.map { Int(ysl_instructions_used($0)) } ?? 0
  }

  /// The comparisons of quantities since this was last set; nil turns the record off.
  ///
  /// While it is nil, which it is at first, a comparison costs nothing extra.
  public var comparisons: [Comparison]? {
    get { machine.comparisons }
    set { machine.comparisons = newValue }
  }

  /// The line that the innermost Lua function is at, for host functions that record facts.
  public var currentLine: Int? { machine.currentLine }
}
