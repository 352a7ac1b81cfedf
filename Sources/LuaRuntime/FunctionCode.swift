// What a function of a script is made of, as Lua compiles it.

internal import CLuaShim
package import Quantities

/// What a function of a script is made of: instructions of Lua 5.4 and constants.
package struct FunctionCode: Sendable {
  /// A value that a function has from the start.
  package enum Constant: Sendable, Hashable {
    case boolean(Bool)
    case integer(Int64)
    case text(String)
    case quantity(Quantity)
    /// `nil`, a float, a text that is not UTF-8, or something larger.
    case other
  }

  /// What a variable of the functions around it holds.
  package enum Upvalue: Sendable {
    /// A value that nobody can change.
    case value(Constant)
    /// The entries of a table that nobody can change, and that has no metatable.
    case table([(key: Constant, value: Constant)])
    /// Something that can be changed, or is of no use without Lua.
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

  /// What its upvalues hold.
  package let upvalues: [Upvalue]
}

extension LuaFunction {
  /// What it is made of; `nil` for a function of the host, a long one, or one with others inside it.
  package var code: FunctionCode? {
    guard let state = machine.pointer else { return nil }
    var visit = (machine: machine, found: FunctionCode?.none)
    let status = withUnsafeMutablePointer(to: &visit) { visit in
      ysl_visit_code(state, reference, visit) { context, code in
        guard let code = code?.pointee,
          let visit = context?.assumingMemoryBound(
            to: (machine: Machine, found: FunctionCode?).self)
        else { return }
        let upvalues = UnsafeBufferPointer(start: code.upvalues, count: code.upvalue_count)
        let machine = visit.pointee.machine
        let constants = UnsafeBufferPointer(start: code.constants, count: code.constant_count)
        visit.pointee.found = FunctionCode(
          parameters: Int(code.parameter_count),
          instructions: Array(
            UnsafeBufferPointer(start: code.code, count: code.instruction_count)),
          constants: constants.map(FunctionCode.Constant.init),
          quantityUpvalues: code.quantity_upvalues,
          upvalues: upvalues.map { FunctionCode.Upvalue($0, machine) })
      }
    }
    return status == YSL_OK ? visit.found : nil
  }
}

extension FunctionCode.Upvalue {
  fileprivate init(_ raw: ysl_upvalue, _ machine: Machine) {
    guard raw.value.tag == YSL_TABLE else {
      self = raw.value.tag == YSL_OTHER ? .other : .value(.init(raw.value, machine))
      return
    }
    let values = UnsafeBufferPointer(start: raw.entries, count: raw.entry_count)
      .map { FunctionCode.Constant($0, machine) }
    self = .table(
      stride(from: 0, to: values.count, by: 2).map { (key: values[$0], value: values[$0 + 1]) })
  }
}

extension FunctionCode.Constant {
  fileprivate init(_ raw: ysl_value, _ machine: Machine) {
    switch raw.tag {
    case YSL_BOOLEAN: self = .boolean(raw.as.boolean)
    case YSL_INTEGER: self = .integer(raw.as.integer)
    case YSL_QUANTITY:
      self = (try? machine.decode(raw.as.quantity)).map { .quantity($0) } ?? .other
    case YSL_STRING:
      self = Self.text(UnsafeBufferPointer(start: raw.as.string.data, count: raw.as.string.length))
    default: self = .other
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<CChar>) -> Self {
    String(validating: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self).map { .text($0) }
      ?? .other
  }

  fileprivate init(_ raw: ysl_constant) {
    switch raw.tag {
    case YSL_BOOLEAN: self = .boolean(raw.integer != 0)
    case YSL_INTEGER: self = .integer(raw.integer)
    case YSL_STRING:
      self = Self.text(UnsafeBufferPointer(start: raw.text, count: raw.length))
    default: self = .other
    }
  }
}
