// Values of the host's own types, held by scripts as small handles.

/// A handle that a script holds for a value of the host.
public struct HostObject: Hashable, Sendable {
  /// The type, from ``LuaState/register(_:)``.
  public let type: UInt32

  /// The first part of the handle; what it means is up to the type.
  public let a: UInt32

  /// The second part of the handle; what it means is up to the type.
  public let b: UInt64

  /// Creates a handle.
  public init(type: UInt32, a: UInt32 = 0, b: UInt64 = 0) {
    self.type = type
    self.a = a
    self.b = b
  }
}

/// What scripts may do with handles of one type; what is left out is an error that says so.
///
/// Two objects without `compare` are equal when their handles are.
public struct HostObjectType {
  /// An arithmetic operator.
  public enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case remainder = "%"
    case power = "^"
    case negate = "negation"
  }

  /// What the type is called in messages, and what `type(value)` answers.
  public var name: String

  /// Reads `object[key]` and `object.key`.
  public var index: ((HostObject, LuaValue) throws -> LuaValue)?

  /// Answers `object(…)`.
  public var call: ((HostObject, [LuaValue]) throws -> LuaValue)?

  /// Computes with an object on either side; for a negation both operands are the object.
  public var arithmetic: ((Arithmetic, LuaValue, LuaValue) throws -> LuaValue)?

  /// Compares with an object on either side.
  public var compare: ((Comparison.Operation, LuaValue, LuaValue) throws -> Bool)?

  /// Words the object for `tostring` and `..`.
  public var describe: ((HostObject) -> String)?

  /// Creates a type.
  public init(
    name: String,
    index: ((HostObject, LuaValue) throws -> LuaValue)? = nil,
    call: ((HostObject, [LuaValue]) throws -> LuaValue)? = nil,
    arithmetic: ((Arithmetic, LuaValue, LuaValue) throws -> LuaValue)? = nil,
    compare: ((Comparison.Operation, LuaValue, LuaValue) throws -> Bool)? = nil,
    describe: ((HostObject) -> String)? = nil
  ) {
    self.name = name
    self.index = index
    self.call = call
    self.arithmetic = arithmetic
    self.compare = compare
    self.describe = describe
  }
}
