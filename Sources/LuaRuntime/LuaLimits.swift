// What a script may use before it is stopped.

/// Limits of one Lua state.
///
/// They bound what the Lua virtual machine does. A single library call, such as a search with a
/// hostile pattern, is not interrupted; a host that runs scripts it does not trust adds a process
/// boundary and a clock.
public struct LuaLimits: Hashable, Sendable {
  /// Bytes that the state may hold at any time.
  public var memory: Int = 64 << 20

  /// Virtual machine instructions of one outermost call, counted in steps of a thousand.
  public var instructions: Int = 20_000_000

  /// Bytes of one chunk of source text.
  public var sourceBytes: Int = 256 << 10

  /// Creates limits: 64 MiB, twenty million instructions and 256 KiB of source unless others are given.
  public init(
    memory: Int = 64 << 20, instructions: Int = 20_000_000, sourceBytes: Int = 256 << 10
  ) {
    self.memory = memory
    self.instructions = instructions
    self.sourceBytes = sourceBytes
  }
}
