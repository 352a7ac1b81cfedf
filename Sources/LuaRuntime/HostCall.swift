// The arguments of one call that a script makes to the host.

internal import CLuaShim

/// The arguments of a call to a host function, valid while the function runs.
///
/// Arguments are converted when they are read, so a function pays only for those it looks at.
public struct HostCall: ~Copyable {
  private let machine: Machine
  private let values: UnsafePointer<ysl_value>?

  /// How many arguments the script gave.
  public let count: Int

  init(machine: Machine, values: UnsafePointer<ysl_value>?, count: Int32) {
    self.machine = machine
    self.values = values
    self.count = Int(count)
  }

  /// The argument at a position from 0, or nil when there are fewer.
  ///
  /// - Throws: ``LuaError`` when there is no memory left to refer to a table or function.
  public func argument(_ position: Int) throws(LuaError) -> LuaValue {
    guard let values, position >= 0, position < count else { return .nil }
    return try machine.decode(values[position])
  }

  /// Every argument.
  public var arguments: [LuaValue] {
    get throws(LuaError) {
      var result: [LuaValue] = []
      result.reserveCapacity(count)
      for position in 0..<count { result.append(try argument(position)) }
      return result
    }
  }
}
