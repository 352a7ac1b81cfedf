// What C calls when a script reaches into the host.

internal import CLuaShim
internal import Quantities

extension Machine {
  /// The functions that C calls; each finds the machine through the context.
  static var host: ysl_host {
    ysl_host(
      context: nil,
      call: { context, function, arguments, count, result in
        Machine.at(context).callFunction(function, arguments, count, result)
      },
      object: { context, type, operation, detail, arguments, count, result in
        Machine.at(context).operate(type, operation, detail, arguments, count, result)
      },
      arithmetic: { context, operation, left, right, result in
        Machine.at(context).compute(operation, left, right, result)
      },
      compare: { context, operation, traced, left, right, result in
        Machine.at(context).compare(operation, traced, left, right, result)
      },
      parse: { context, characters, length, result in
        Machine.at(context).parse(characters, length, result)
      },
      describe: { context, quantity, result in
        Machine.at(context).describe(quantity, result)
      },
      method: { context, method, quantity, arguments, count, result in
        Machine.at(context).callMethod(method, quantity, arguments, count, result)
      },
      unknown_field: { context, owner, name, length in
        Machine.at(context).failUnknownField(owner, name, length)
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> Machine {
    guard let context else { preconditionFailure("the host functions were given a context") }
    return Unmanaged<Machine>.fromOpaque(context).takeUnretainedValue()
  }

  private func callFunction(
    _ function: UInt32, _ arguments: UnsafePointer<ysl_value>?, _ count: Int32,
    _ result: UnsafeMutablePointer<ysl_value>?
  ) -> Bool {
    let function = functions[Int(function)]
    return answer(for: function.name) {
      guard let result else { return }
      let call = HostCall(machine: self, values: arguments, count: count)
      try hold(try function.body(call), in: result)
    }
  }

  private func failUnknownField(
    _ owner: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ length: Int
  ) {
    let name = text(name, length)
    _ = answer(for: name) {
      guard let owner else { throw LuaError("there is no field `\(name)`") }
      throw Unmanaged<LuaRecord>.fromOpaque(owner).takeUnretainedValue().unknownKey(name)
    }
  }
}

// MARK: - Host objects

extension Machine {
  private func operate(
    _ type: UInt32, _ operation: ysl_object_operation, _ detail: Int32,
    _ arguments: UnsafePointer<ysl_value>?, _ count: Int32,
    _ result: UnsafeMutablePointer<ysl_value>?
  ) -> Bool {
    let type = types[Int(type)]
    return answer(for: type.name) {
      guard let result else { return }
      let values = try decodeAll(arguments, count)
      try hold(try perform(operation, detail, of: type, on: values), in: result)
    }
  }

  private func perform(
    _ operation: ysl_object_operation, _ detail: Int32, of type: HostObjectType,
    on values: [LuaValue]
  ) throws -> LuaValue {
    let first = values.first ?? .nil
    let second = values.dropFirst().first ?? .nil
    switch (operation, first) {
    case (YSL_INDEX, .object(let object)):
      if let index = type.index { return try index(object, second) }
    case (YSL_CALL, .object(let object)):
      if let call = type.call { return try call(object, Array(values.dropFirst())) }
    case (YSL_OBJECT_ARITHMETIC, _):
      if let arithmetic = type.arithmetic {
        return try arithmetic(.init(detail), first, second)
      }
    case (YSL_OBJECT_COMPARE, _):
      if let compare = type.compare {
        return .boolean(try compare(.init(detail), first, second))
      }
    case (YSL_DESCRIBE, .object(let object)):
      if let describe = type.describe { return .string(describe(object)) }
    default: break
    }
    throw LuaError("a \(type.name) cannot do that")
  }
}

extension HostObjectType.Arithmetic {
  fileprivate init(_ raw: Int32) {
    self =
      switch ysl_arithmetic(UInt32(raw)) {
      case YSL_ADD: .add
      case YSL_SUBTRACT: .subtract
      case YSL_MULTIPLY: .multiply
      case YSL_DIVIDE: .divide
      case YSL_FLOOR_DIVIDE: .floorDivide
      case YSL_REMAINDER: .remainder
      case YSL_POWER: .power
      default: .negate
      }
  }
}

extension Comparison.Operation {
  init(_ raw: Int32) {
    self =
      switch ysl_comparison(UInt32(raw)) {
      case YSL_EQUAL: .equal
      case YSL_LESS: .less
      default: .lessOrEqual
      }
  }
}
