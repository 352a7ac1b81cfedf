// A value as it passes between a host and its scripts.

public import Quantities

/// A Lua value seen from Swift.
///
/// Tables and functions are references to the state they come from; everything else is a copy.
public enum LuaValue {
  /// Nothing.
  case `nil`

  /// A truth value.
  case boolean(Bool)

  /// A whole number.
  case integer(Int64)

  /// A floating-point number. Quantities never are one.
  case number(Double)

  /// A text; bytes that are not UTF-8 are replaced by U+FFFD on the way out of Lua.
  case string(String)

  /// An exact quantity, and the id of the place it was read from: 0 when it was computed.
  case quantity(Quantity, origin: UInt32)

  /// A value of a type that the host registered.
  case object(HostObject)

  /// A typed row.
  case record(LuaRecord)

  /// A table.
  case table(LuaTable)

  /// A function, of a script or of the host.
  case function(LuaFunction)

  /// Anything else, by its type's name: a coroutine, or a record that is no longer readable.
  case other(String)

  /// A computed quantity.
  public static func quantity(_ quantity: Quantity) -> LuaValue { .quantity(quantity, origin: 0) }

  /// What kind of value it is, in the words of messages.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .quantity: "quantity"
    case .object: "object"
    case .record: "record"
    case .table: "table"
    case .function: "function"
    case .other(let name): name
    }
  }
}
