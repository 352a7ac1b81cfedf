// A function that lives in a Lua state.

internal import CLuaShim

/// A function of a script or of the host, kept alive in its state until this object goes away.
public final class LuaFunction {
  /// Where a function was written.
  public struct Definition: Hashable, Sendable {
    /// The chunk's name, usually a path.
    public let chunk: String

    /// The line of `function`, from 1; 0 for a whole chunk.
    public let line: Int

    /// The line of `end`.
    public let lastLine: Int
  }

  let machine: Machine
  let reference: Int32

  init(machine: Machine, adopting reference: Int32) {
    self.machine = machine
    self.reference = reference
  }

  deinit { machine.release(reference) }

  /// Where the function was written; nil for a host function.
  public var definition: Definition? {
    guard let state = machine.pointer else { return nil }
    var start = ysl_frame()
    var lastLine: Int32 = 0
    guard ysl_definition(state, reference, &start, &lastLine) else { return nil }
    return Definition(
      chunk: text(ofCharacters: start.chunk), line: Int(start.line), lastLine: Int(lastLine))
  }
}
