// What a function of a script is made of, as Lua compiles it.

internal import CLuaShim

/// What a function of a script is made of: instructions of Lua 5.4 and constants.
package struct FunctionCode: Sendable {
  /// A constant of a function.
  package enum Constant: Sendable, Hashable {
    case boolean(Bool)
    case integer(Int64)
    case text(String)
    /// `nil`, a float, or a text that is not UTF-8.
    case other
  }

  /// How many parameters it has.
  package let parameters: Int

  /// Its instructions.
  package let instructions: [UInt32]

  /// Its constants.
  package let constants: [Constant]

  /// The upvalues that are tables in which `quantity` is the sandbox's own, one bit each.
  package let quantityUpvalues: UInt64
}

extension LuaFunction {
  /// What it is made of; `nil` for a function of the host, a long one, or one with others inside it.
  package var code: FunctionCode? {
    guard let state = machine.pointer else { return nil }
    var found: FunctionCode?
    let status = withUnsafeMutablePointer(to: &found) { found in
      ysl_visit_code(state, reference, found) { context, code in
        guard let code = code?.pointee else { return }
        let constants = UnsafeBufferPointer(start: code.constants, count: code.constant_count)
        context?.assumingMemoryBound(to: FunctionCode?.self).pointee = FunctionCode(
          parameters: Int(code.parameter_count),
          instructions: Array(
            UnsafeBufferPointer(start: code.code, count: code.instruction_count)),
          constants: constants.map(FunctionCode.Constant.init),
          quantityUpvalues: code.quantity_upvalues)
      }
    }
    return status == YSL_OK ? found : nil
  }
}

extension FunctionCode.Constant {
  fileprivate init(_ raw: ysl_constant) {
    switch raw.tag {
    case YSL_BOOLEAN: self = .boolean(raw.integer != 0)
    case YSL_INTEGER: self = .integer(raw.integer)
    case YSL_STRING:
      let bytes = UnsafeBufferPointer(start: raw.text, count: raw.length).map(
        UInt8.init(bitPattern:))
      self = String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .other
    default: self = .other
    }
  }
}
