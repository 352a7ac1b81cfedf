// What one evaluation in a worker may use.

public import LuaRuntime

/// Limits that a workspace or a command line sets; what it leaves out stays as it is.
public struct LimitSettings: Sendable, Hashable {
  /// The memory of one evaluation.
  public var memory: ByteCount?

  /// The instructions of one evaluation.
  public var instructions: Int?

  /// The time of one evaluation.
  public var time: TimeLimit?

  /// The size of one script.
  public var source: ByteCount?

  /// The size of one result as text.
  public var result: ByteCount?

  /// How deep the tables of one result may lie in each other.
  public var depth: Int?

  /// Whether work is refused where the kernel cannot isolate a worker completely.
  public var requiresIsolation = false

  /// Creates settings that leave everything as it is.
  public init() {}
}

/// What one evaluation in a worker may use.
public struct WorkerLimits: Sendable, Hashable {
  /// Limits inside Lua.
  public var lua: LuaLimits

  /// The time one evaluation may take, by the clock on the wall.
  public var wallTime: Duration

  /// Whether work is refused where the kernel cannot isolate a worker completely.
  public var requiresIsolation: Bool

  /// Creates limits; by default an evaluation may take ten seconds.
  public init(
    lua: LuaLimits = LuaLimits(), wallTime: Duration = .seconds(10), requiresIsolation: Bool = false
  ) {
    self.lua = lua
    self.wallTime = wallTime
    self.requiresIsolation = requiresIsolation
  }

  /// The limits with settings applied.
  public func applying(_ settings: LimitSettings) -> WorkerLimits {
    var limits = self
    if let memory = settings.memory { limits.lua.memory = memory.bytes }
    if let instructions = settings.instructions { limits.lua.instructions = instructions }
    if let time = settings.time { limits.wallTime = time.duration }
    if let source = settings.source { limits.lua.sourceBytes = source.bytes }
    if let result = settings.result { limits.lua.result.bytes = result.bytes }
    if let depth = settings.depth { limits.lua.result.depth = depth }
    if settings.requiresIsolation { limits.requiresIsolation = true }
    return limits
  }
}
