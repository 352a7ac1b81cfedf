// An instruction of Lua 5.4, as the compiler writes it.

/// An instruction of Lua 5.4.
struct LuaInstruction {
  private let bits: UInt32

  init(_ bits: UInt32) { self.bits = bits }

  /// The operations that programs know.
  enum Operation: UInt32 {
    case move = 0
    case loadInteger = 1
    case loadConstant = 3
    case loadFalse = 5
    case loadFalseAndSkip = 6
    case loadTrue = 7
    case getUpvalue = 9
    case getTableUpvalue = 11
    case getTable = 12
    case getField = 14
    case getMethod = 20
    case addConstant = 22
    case subtractConstant = 23
    case multiplyByConstant = 24
    case add = 34
    case subtract = 35
    case multiply = 36
    case metamethod = 46
    case metamethodInteger = 47
    case metamethodConstant = 48
    case not = 51
    case jump = 56
    case equal = 57
    case less = 58
    case lessOrEqual = 59
    case equalConstant = 60
    case equalInteger = 61
    case lessInteger = 62
    case lessOrEqualInteger = 63
    case greaterInteger = 64
    case greaterOrEqualInteger = 65
    case test = 66
    case testSet = 67
    case call = 68
    case tailCall = 69
    case returnMany = 70
    case returnNone = 71
    case returnOne = 72

    /// Whether it changes the register `a`.
    var setsRegister: Bool {
      switch self {
      case .move, .loadInteger, .loadConstant, .loadFalse, .loadFalseAndSkip, .loadTrue,
        .getUpvalue, .getTableUpvalue, .getTable, .getField, .getMethod, .addConstant,
        .subtractConstant, .multiplyByConstant, .add,
        .subtract, .multiply, .not, .testSet, .call, .tailCall:
        true
      default: false
      }
    }
  }

  /// Whether it calls the function in a register with so many arguments and is done with one result, or with
  /// as many as there are, where it is the last argument of another call.
  func calls(_ register: Int, arguments: Int) -> Bool {
    let takesAll = arguments > 1 && b == 0
    let isCall = operation == .tailCall || operation == .call && (c == 2 || c == 0)
    return isCall && a == register && (b == arguments + 1 || takesAll)
  }

  /// What it does, if programs know it.
  var operation: Operation? { Operation(rawValue: bits & 0x7F) }

  var a: Int { Int(bits >> 7 & 0xFF) }
  var k: Bool { bits >> 15 & 1 == 1 }
  var b: Int { Int(bits >> 16 & 0xFF) }
  var c: Int { Int(bits >> 24) }

  /// The operand of 17 bits.
  var b17: Int { Int(bits >> 15) }

  /// The same as a number with a sign.
  var signedB17: Int { b17 - 0xFFFF }

  /// How far a jump goes from the instruction behind it.
  var jump: Int { Int(bits >> 7) - 0xFFFFFF }
}
