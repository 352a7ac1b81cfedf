// What a script may use before it is stopped.

/// Limits of one Lua state.
///
/// They bound what the Lua virtual machine and its library do. A host that runs scripts it does not
/// trust adds a process boundary and a clock: Lua itself has defects, and single instructions on very
/// long texts take long.
public struct LuaLimits: Hashable, Sendable {
  /// Bytes that the state may hold at any time.
  public var memory: Int = 64 << 20

  /// Virtual machine instructions of one outermost call, counted in steps of a thousand.
  ///
  /// Library functions count too: a step of a pattern, an element of a list, a comparison of
  /// `table.sort`, a byte that `load` reads or 64 bytes of a text that is made is one instruction.
  public var instructions: Int = 20_000_000

  /// Bytes of one chunk of source text, loaded by the host or by a script.
  public var sourceBytes: Int = 256 << 10

  /// How large what leaves the state may be: one text, or a value as text.
  public var result: LuaTextLimits

  /// Creates limits: 64 MiB, twenty million instructions and 256 KiB of source unless others are given.
  public init(
    memory: Int = 64 << 20, instructions: Int = 20_000_000, sourceBytes: Int = 256 << 10,
    result: LuaTextLimits = LuaTextLimits()
  ) {
    self.memory = memory
    self.instructions = instructions
    self.sourceBytes = sourceBytes
    self.result = result
  }
}
