// Plain chunks of Lua, for `yardstick eval`: no catalogue, no definitions.

public import LuaRuntime
public import Quantities

/// A plain chunk of Lua.
public struct Chunk: Sendable {
  /// The path as the user would type it, or a name such as `-e`.
  public let path: String

  /// The bytes of the text.
  public let bytes: [UInt8]

  /// Whether the text may be an expression, whose value is meant.
  public let isExpression: Bool

  /// Creates a chunk.
  public init(path: String, bytes: [UInt8], isExpression: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isExpression = isExpression
  }
}

/// What became of a chunk.
public struct ChunkOutcome: Sendable {
  /// How it ended.
  public enum Status: String, Sendable, CaseIterable {
    /// It returned.
    case ok
    /// It raised an error.
    case error
    /// The host refused to load it.
    case denied
    /// It was stopped at a limit.
    case limit
  }

  /// The limit that stopped a chunk.
  public enum Limit: String, Sendable, CaseIterable {
    case memory
    case instructions
    case time
    case stack
    case size
    case crash
  }

  /// How it ended.
  public let status: Status

  /// The limit that stopped it, if one did.
  public let limit: Limit?

  /// The returned value as Lua's `tostring` would show a text or number; `nil` when nothing was returned.
  public let value: String?

  /// What went wrong, with its place; `nil` when nothing did.
  public let message: String?

  /// What the chunk printed.
  public let log: String

  /// The instructions of Lua's machine that were used, to the nearest thousand.
  public let instructions: Int

  /// The most bytes that Lua held at any time.
  public let peakMemory: Int

  /// Creates an outcome.
  public init(
    status: Status, limit: Limit? = nil, value: String? = nil, message: String? = nil,
    log: String = "", instructions: Int = 0, peakMemory: Int = 0
  ) {
    self.status = status
    self.limit = limit
    self.value = value
    self.message = message
    self.log = log
    self.instructions = instructions
    self.peakMemory = peakMemory
  }
}

/// Runs plain chunks, each in a state of its own.
public enum ChunkRunner {
  /// Runs a chunk.
  ///
  /// Nothing that a chunk does can be seen by the next one: each gets a new Lua state.
  public static func run(_ chunk: Chunk, units: UnitTable, limits: LuaLimits) -> ChunkOutcome {
    guard chunk.bytes.first != bytecodeMark else {
      return ChunkOutcome(
        status: .denied, message: "\(chunk.path): this is bytecode, and only Lua text is run")
    }
    let state: LuaState
    do {
      state = try LuaState(units: units, limits: limits)
      try MethodLibrary.install(in: state)
    } catch {
      return ChunkOutcome(
        status: .limit, limit: .memory, message: "\(chunk.path): \(error.message)")
    }
    let function: LuaFunction
    do {
      function = try load(chunk, into: state)
    } catch {
      return outcome(of: error, in: state, chunk, whileLoading: true)
    }
    do {
      let result = try state.result(of: function)
      let value: String? = if case .nil = result { nil } else { try state.text(of: result) }
      return ChunkOutcome(
        status: .ok, value: value, log: state.log.text, instructions: state.instructionsUsed,
        peakMemory: state.peakMemory)
    } catch {
      return outcome(of: error, in: state, chunk, whileLoading: false)
    }
  }

  /// An expression is tried as `return …` first, so that `1 + 1` has a value.
  private static func load(_ chunk: Chunk, into state: LuaState) throws(LuaError) -> LuaFunction {
    if chunk.isExpression,
      let function = try? state.load(Array("return ".utf8) + chunk.bytes, chunk: "=" + chunk.path)
    {
      return function
    }
    return try state.load(chunk.bytes, chunk: (chunk.isExpression ? "=" : "@") + chunk.path)
  }

  /// The byte that precompiled chunks begin with.
  private static let bytecodeMark: UInt8 = 0x1B

  private static func outcome(
    of error: LuaError, in state: LuaState, _ chunk: Chunk, whileLoading: Bool
  ) -> ChunkOutcome {
    let (status, limit): (ChunkOutcome.Status, ChunkOutcome.Limit?) =
      switch error.kind {
      case .memory: (.limit, .memory)
      case .instructions: (.limit, .instructions)
      case .stack: (.limit, .stack)
      case .size: whileLoading ? (.denied, .size) : (.limit, .size)
      case .syntax, .runtime, .missing, .conversion: (.error, nil)
      }
    let place = error.location.map { "\($0): " } ?? "\(chunk.path): "
    return ChunkOutcome(
      status: status, limit: limit, message: place + LuaMessage(error).text, log: state.log.text,
      instructions: state.instructionsUsed, peakMemory: state.peakMemory)
  }
}
