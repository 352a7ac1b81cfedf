// Functions of definitions as programs that run without Lua, as far as they are simple enough.
//
// A program is no other meaning of a function: instruction by instruction it does what Lua does, and where
// it would not, it stops, and Lua decides on the row. So translating more makes things faster, never different.

import CRegister
import Catalog
import DataSources
import LuaRuntime
import Quantities
import Scripting

/// Programs for the functions of definitions, with what they share.
struct Program {
  /// The instructions of all functions.
  private(set) var code: [ysr_instruction] = []

  /// The values that they name.
  private(set) var constants: [ysr_value] = []

  private let kind: SubjectKind
  private let units: UnitTable
  private let moment: Moment
  private var texts: [[UInt8]: Int64] = [:]
  private var dimensions: [Dimension] = [.named("money")]

  init(kind: SubjectKind, units: UnitTable, moment: Moment) {
    self.kind = kind
    self.units = units
    self.moment = moment
  }

  /// The kind of money in arithmetic.
  static let money = UInt8(YSR_NAMED)

  // MARK: Values

  /// The number by which a text is known, counted from 1.
  mutating func number(of text: String) -> Int64 {
    let bytes = Array(text.utf8)
    if let known = texts[bytes] { return known }
    let number = Int64(texts.count + 1)
    texts[bytes] = number
    return number
  }

  /// What decides how quantities of a unit take part in arithmetic; `nil` when Lua has to see to it.
  mutating func arithmeticKind(of unit: Quantities.Unit) -> UInt8? {
    switch unit.kind {
    case .plain: return UInt8(YSR_PLAIN)
    case .ratio: return UInt8(YSR_RATIO)
    case .points, .rank: return nil
    case .named:
      let position = dimensions.firstIndex(of: unit.dimension) ?? dimensions.count
      if position == dimensions.count { dimensions.append(unit.dimension) }
      return UInt8(exactly: position + Int(YSR_NAMED))
    }
  }

  /// A quantity as a value; `nil` when it has too many digits.
  mutating func value(_ quantity: Quantity) -> ysr_value? {
    guard let kind = arithmeticKind(of: quantity.unit),
      let coefficient = Int64(exactly: quantity.value.coefficient),
      (-32...32).contains(quantity.value.exponent)
    else { return nil }
    return ysr_value(
      tag: UInt8(YSR_QUANTITY.rawValue), kind: kind, unit: quantity.unit.index,
      exponent: quantity.value.exponent, coefficient: coefficient)
  }

  private mutating func value(_ constant: FunctionCode.Constant) -> ysr_value? {
    switch constant {
    case .boolean(let value):
      ysr_value(
        tag: UInt8((value ? YSR_TRUE : YSR_FALSE).rawValue), kind: 0, unit: 0, exponent: 0,
        coefficient: 0)
    case .integer(let value): Self.integer(value)
    case .text(let text):
      ysr_value(
        tag: UInt8(YSR_TEXT.rawValue), kind: 0, unit: 0, exponent: 0,
        coefficient: number(of: text))
    case .quantity(let quantity): value(quantity)
    case .other: nil
    }
  }

  private static func integer(_ value: Int64) -> ysr_value {
    ysr_value(
      tag: UInt8(YSR_INTEGER.rawValue), kind: 0, unit: 0, exponent: 0, coefficient: value)
  }

  /// A table whose entries are constants, one behind the other; `nil` when one cannot be.
  private mutating func table(
    _ entries: [(key: FunctionCode.Constant, value: FunctionCode.Constant)]
  ) -> ysr_value? {
    var values: [ysr_value] = []
    for entry in entries {
      guard let key = value(entry.key), let value = value(entry.value) else { return nil }
      values += [key, value]
    }
    defer { constants += values }
    return ysr_value(
      tag: UInt8(YSR_TABLE.rawValue), kind: 0, unit: 0, exponent: Int32(values.count),
      coefficient: Int64(constants.count))
  }

  private mutating func constant(_ value: ysr_value) -> Int32 {
    constants.append(value)
    return Int32(constants.count - 1)
  }

  // MARK: Functions

  /// Adds a function of an eligibility; where its program begins, or `nil` when there can be none.
  mutating func add(_ function: FunctionCode, of instrument: Instrument) -> Int32? {
    let (before, known) = (code, constants)
    let start = code.count
    if translate(function, instrument, start: start) {
      shorten(from: start)
      return Int32(start)
    }
    (code, constants) = (before, known)
    return nil
  }

  private mutating func translate(
    _ function: FunctionCode, _ instrument: Instrument, start: Int
  ) -> Bool {
    let instructions = function.instructions.map(LuaInstruction.init)
    var targets: Set<Int> = []
    var literals: Set<Int> = []
    var getters: [Int: Getter] = [:]
    for (position, instruction) in instructions.enumerated() {
      guard
        let made = translated(
          instruction, at: position, of: instructions, function, instrument, start: start,
          literals: &literals, getters: &getters, targets: &targets)
      else { return false }
      code.append(made)
    }
    // Nobody may come in between the instructions of a literal or a call, or fall off the end.
    let isWhole = getters.allSatisfy { call, getter in
      targets.allSatisfy { $0 <= getter.start || $0 > call }
    }
    guard isWhole, targets.isDisjoint(with: literals),
      targets.allSatisfy({ $0 < instructions.count }),
      let last = code.last, code.count > start
    else { return false }
    return last.operation == UInt8(YSR_RETURN.rawValue)
      || last.operation == UInt8(YSR_STOP.rawValue)
  }

  /// Returns constants at once that would only be loaded to be returned, so that nothing moves: comparisons
  /// end in jumps to such places.
  private mutating func shorten(from start: Int) {
    let whole = code
    let load = UInt8(YSR_LOAD.rawValue)
    func isReturned(_ register: UInt8, at place: Int) -> Bool {
      whole.indices.contains(place) && whole[place].operation == UInt8(YSR_RETURN.rawValue)
        && whole[place].a == register
    }
    for place in start..<whole.count {
      let instruction = whole[place]
      var constant: Int32?
      switch instruction.operation {
      case load where isReturned(instruction.a, at: place + 1),
        UInt8(YSR_LOAD_SKIP.rawValue) where isReturned(instruction.a, at: place + 2):
        constant = instruction.d
      case UInt8(YSR_GO.rawValue):
        let target = Int(instruction.d)
        guard whole.indices.contains(target), whole[target].operation == load,
          isReturned(whole[target].a, at: target + 1)
        else { break }
        constant = whole[target].d
      default: break
      }
      if let constant { code[place] = make(YSR_RETURN_CONSTANT, d: constant) }
    }
  }

  /// A call of `e:get`, by the place of the call: where it begins, and what it reads.
  private struct Getter {
    let start: Int
    let field: Int
  }

  /// The call of `e:get` that begins at a place, with the place of the call.
  private func getter(
    at position: Int, of all: [LuaInstruction], _ function: FunctionCode
  ) -> (call: Int, getter: Getter)? {
    let a = all[position].a
    guard all[position].b == 0, function.parameters > 0, all[position].k,
      function.constants.indices.contains(all[position].c),
      function.constants[all[position].c] == .text("get"), kind.position(of: "get") == nil,
      position + 1 < all.count, all[position + 1].operation == .loadConstant,
      all[position + 1].a == a + 2, function.constants.indices.contains(all[position + 1].b17),
      case .text(let name) = function.constants[all[position + 1].b17],
      let field = kind.position(of: name), isReadable(field)
    else { return nil }
    // Behind the name comes the default: one instruction, or the three of a literal.
    let call = [position + 3, position + 5].first {
      $0 < all.count && all[$0].calls(a, arguments: 3)
    }
    guard let call, all[position + 2].a == a + 3 else { return nil }
    return (call, Getter(start: position, field: field))
  }

  /// Whether programs read a field.
  private func isReadable(_ field: Int) -> Bool {
    guard field < Int(YSR_FIELDS) else { return false }
    switch kind.fields[field].type {
    case .boolean, .integer, .year, .quantity, .enumeration, .area: return true
    case .text, .date: return false
    }
  }

  private mutating func translated(
    _ instruction: LuaInstruction, at position: Int, of all: [LuaInstruction],
    _ function: FunctionCode, _ instrument: Instrument, start: Int, literals: inout Set<Int>,
    getters: inout [Int: Getter], targets: inout Set<Int>
  ) -> ysr_instruction? {
    if literals.contains(position) { return make(YSR_STAND) }
    guard let operation = instruction.operation else { return nil }
    let (a, b, c) = (instruction.a, instruction.b, instruction.c)
    // Arguments stay what they are, so that reading their fields can be settled now.
    if operation.setsRegister, a < function.parameters { return nil }
    if a >= Int(YSR_REGISTERS) { return nil }
    func isLocal(_ registers: Int...) -> Bool {
      registers.allSatisfy { $0 >= function.parameters && $0 < Int(YSR_REGISTERS) }
    }
    func constantAt(_ place: Int) -> FunctionCode.Constant {
      function.constants.indices.contains(place) ? function.constants[place] : .other
    }
    func comparison(_ operation: ysr_operation, _ value: ysr_value?) -> ysr_instruction? {
      guard isLocal(a), let value else { return nil }
      return make(operation, a, 0, instruction.k ? 1 : 0, constant(value))
    }
    switch operation {
    case .move: return isLocal(b) ? make(YSR_MOVE, a, b) : nil
    case .loadInteger:
      return make(YSR_LOAD, a, d: constant(Self.integer(Int64(instruction.signedB17))))
    case .loadConstant:
      return value(constantAt(instruction.b17)).map { make(YSR_LOAD, a, d: constant($0)) }
    case .loadFalse, .loadTrue:
      return value(.boolean(operation == .loadTrue)).map { make(YSR_LOAD, a, d: constant($0)) }
    case .loadFalseAndSkip:
      // The next instruction makes it true; whoever comes here goes past that.
      targets.insert(position + 2)
      return value(.boolean(false)).map { make(YSR_LOAD_SKIP, a, d: constant($0)) }
    case .getUpvalue:
      guard function.upvalues.indices.contains(b) else { return nil }
      switch function.upvalues[b] {
      case .value(let known): return value(known).map { make(YSR_LOAD, a, d: constant($0)) }
      case .table(let entries): return table(entries).map { make(YSR_LOAD, a, d: constant($0)) }
      case .other: return nil
      }
    case .getField where isLocal(b):
      return value(constantAt(c)).map { make(YSR_INDEX_BY, a, b, 0, constant($0)) }
    case .getTable: return isLocal(b, c) ? make(YSR_INDEX, a, b, c) : nil
    case .getMethod:
      guard let (call, getter) = getter(at: position, of: all, function) else { return nil }
      getters[call] = getter
      literals.insert(position + 1)
      return make(YSR_STAND)
    case .getField:
      guard b < function.parameters, case .text(let name) = constantAt(c) else { return nil }
      return field(name, of: b, to: a, instrument)
    case .getTableUpvalue:
      guard function.upvalues.indices.contains(b) else { return nil }
      if case .table(let entries) = function.upvalues[b] {
        let key = constantAt(c)
        guard let found = entries.first(where: { $0.key == key }) else {
          return make(YSR_LOAD, a, d: constant(ysr_value()))
        }
        return value(found.value).map { make(YSR_LOAD, a, d: constant($0)) }
      }
      guard function.quantityUpvalues >> UInt64(b) & 1 == 1,
        constantAt(c) == .text("quantity"), position + 2 < all.count,
        all[position + 1].operation == .loadConstant, all[position + 1].a == a + 1,
        all[position + 2].calls(a, arguments: 1),
        case .text(let text) = constantAt(all[position + 1].b17),
        let quantity = try? Quantity(parsing: text, units: units), let value = value(quantity)
      else { return nil }
      literals.formUnion([position + 1, position + 2])
      return make(YSR_LOAD, a, d: constant(value))
    case .addConstant, .subtractConstant, .multiplyByConstant:
      guard isLocal(b), let value = value(constantAt(c)) else { return nil }
      let kinds: [LuaInstruction.Operation: ysr_operation] = [
        .addConstant: YSR_ADD_TO, .subtractConstant: YSR_SUBTRACT_FROM,
        .multiplyByConstant: YSR_MULTIPLY_BY,
      ]
      return kinds[operation].map { make($0, a, b, 0, constant(value)) }
    case .add, .subtract, .multiply:
      let kinds: [LuaInstruction.Operation: ysr_operation] = [
        .add: YSR_ADD, .subtract: YSR_SUBTRACT, .multiply: YSR_MULTIPLY,
      ]
      return isLocal(b, c) ? kinds[operation].map { make($0, a, b, c) } : nil
    case .metamethod, .metamethodInteger, .metamethodConstant:
      // Part of the arithmetic before it.
      return make(YSR_STAND)
    case .not: return isLocal(b) ? make(YSR_NOT, a, b) : nil
    case .jump:
      let target = position + 1 + instruction.jump
      guard target > position else { return nil }
      targets.insert(target)
      return make(YSR_GO, d: Int32(start + target))
    case .equal, .less, .lessOrEqual:
      guard isLocal(a, b) else { return nil }
      let kind = operation == .equal ? YSR_EQUAL : operation == .less ? YSR_LESS : YSR_AT_MOST
      targets.insert(position + 2)
      return make(kind, a, b, instruction.k ? 1 : 0)
    case .equalConstant:
      targets.insert(position + 2)
      return comparison(YSR_EQUAL_TO, value(constantAt(b)))
    case .equalInteger, .lessInteger, .lessOrEqualInteger, .greaterInteger, .greaterOrEqualInteger:
      // The other side was a float if this is set.
      guard c == 0 else { return nil }
      let kinds: [LuaInstruction.Operation: ysr_operation] = [
        .equalInteger: YSR_EQUAL_TO, .lessInteger: YSR_LESS_THAN,
        .lessOrEqualInteger: YSR_AT_MOST_AS, .greaterInteger: YSR_MORE_THAN,
        .greaterOrEqualInteger: YSR_AT_LEAST_AS,
      ]
      targets.insert(position + 2)
      return kinds[operation].flatMap { comparison($0, Self.integer(Int64(b - 127))) }
    case .test:
      targets.insert(position + 2)
      return isLocal(a) ? make(YSR_TEST, a, 0, instruction.k ? 1 : 0) : nil
    case .testSet:
      targets.insert(position + 2)
      return isLocal(a, b) ? make(YSR_TEST_SET, a, b, instruction.k ? 1 : 0) : nil
    case .returnOne: return isLocal(a) ? make(YSR_RETURN, a) : nil
    case .returnMany where position > 0 && all[position - 1].operation == .tailCall:
      return all[position - 1].a == a ? make(YSR_RETURN, a) : nil
    case .returnMany, .returnNone:
      // The end of every function, where a simple one never comes; and nothing is no answer.
      return make(YSR_STOP)
    case .call, .tailCall:
      return getters[position].map { make(YSR_FIELD_OR, a, a + 3, 0, Int32($0.field)) }
    }
  }

  /// Reads a field of the subject, of the parameters or of the moment.
  private mutating func field(
    _ name: String, of argument: Int, to register: Int, _ instrument: Instrument
  ) -> ysr_instruction? {
    switch argument {
    case 0:
      guard let position = kind.position(of: name), isReadable(position) else { return nil }
      return make(YSR_FIELD, register, d: Int32(position))
    case 1:
      guard let parameter = instrument.parameter(name) else { return nil }
      if parameter.isOpen(on: moment.date) { return make(YSR_STOP_OPEN) }
      guard let quantity = parameter.version(on: moment.date)?.value.quantity,
        let value = value(quantity)
      else { return make(YSR_STOP) }
      return make(YSR_LOAD, register, d: constant(value))
    case 2 where name == "year":
      return make(YSR_LOAD, register, d: constant(Self.integer(Int64(moment.year))))
    default: return nil
    }
  }

  private func make(
    _ operation: ysr_operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int32 = 0
  ) -> ysr_instruction {
    ysr_instruction(
      operation: UInt8(operation.rawValue), a: UInt8(a), b: UInt8(truncatingIfNeeded: b),
      c: UInt8(truncatingIfNeeded: c), d: d)
  }

  private func make(_ operation: ysr_operation, _ a: Int = 0, d: Int32) -> ysr_instruction {
    make(operation, a, 0, 0, d)
  }
}
