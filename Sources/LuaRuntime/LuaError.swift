// What went wrong in a script, in its author's terms.

/// An error of a script, or of the host while it served one.
public struct LuaError: Error, Sendable, CustomStringConvertible {
  /// What kind of error it is.
  public enum Kind: Sendable {
    /// The text is not a Lua chunk.
    case syntax
    /// An error while running.
    case runtime
    /// A field or observation that is not known was read.
    case missing
    /// The memory limit was reached.
    case memory
    /// The instruction limit was reached.
    case instructions
    /// Calls are nested too deeply.
    case stack
    /// A chunk, or a result, is larger than the limit.
    case size
    /// A value has no counterpart on the other side.
    case conversion
  }

  /// A place in a script.
  public struct Location: Hashable, Sendable, CustomStringConvertible {
    /// The chunk's name, usually a path.
    public let chunk: String

    /// The line, from 1.
    public let line: Int

    /// Creates a place.
    public init(chunk: String, line: Int) {
      self.chunk = chunk
      self.line = line
    }

    /// The place as `chunk:line`.
    public var description: String { "\(chunk):\(line)" }
  }

  /// One active call.
  public struct Frame: Hashable, Sendable {
    /// Where the call stood.
    public let location: Location

    /// The function's name as far as Lua knows it.
    public let function: String?
  }

  /// What kind of error it is.
  public let kind: Kind

  /// What is wrong, without the place.
  public let message: String

  /// The innermost place in a script; nil when there is none.
  public let location: Location?

  /// Active calls of Lua functions, innermost first, at most twenty.
  public let traceback: [Frame]

  /// What a script raised, described, when it was not a text.
  public let value: String?

  /// The Swift error that a host function threw, if it is what ended the call.
  public let underlying: (any Error)?

  /// What was used and what was allowed, for limits: bytes or instructions.
  public let usage: Usage?

  /// How much of a limit was used.
  public struct Usage: Hashable, Sendable {
    /// Bytes or instructions used; one more than allowed where the rest was not counted.
    public let used: Int

    /// Bytes or instructions allowed.
    public let limit: Int

    /// The function of Lua's library that reached the limit, such as `string.find`.
    public let call: String?

    /// Creates a measure.
    public init(used: Int, limit: Int, call: String? = nil) {
      self.used = used
      self.limit = limit
      self.call = call
    }
  }

  /// Creates an error of kind `runtime`, for a host function to throw.
  public init(_ message: String, underlying: (any Error)? = nil) {
    self.init(.runtime, message, underlying: underlying)
  }

  /// Creates an error.
  public init(
    _ kind: Kind,
    _ message: String,
    location: Location? = nil,
    traceback: [Frame] = [],
    value: String? = nil,
    underlying: (any Error)? = nil,
    usage: Usage? = nil
  ) {
    self.kind = kind
    self.message = message
    self.location = location
    self.traceback = traceback
    self.value = value
    self.underlying = underlying
    self.usage = usage
  }

  /// Whether the text stops in the middle of something, so that a prompt should read on.
  public var isIncompleteInput: Bool { kind == .syntax && message.hasSuffix("<eof>") }

  /// The place, when there is one, and the message.
  public var description: String {
    guard let location else { return message }
    return "\(location): \(message)"
  }
}
