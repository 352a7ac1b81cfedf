// The arguments of one call of a method, read and checked.

import Diagnostics
import LuaRuntime
import Quantities
import Statistics

/// One call of a method.
///
/// Lists are read up to a bound, and paid for from the script's budget: reading and adding up exact
/// values takes some fifty times as long as an instruction of Lua.
struct MethodCall {
  /// The most values of one list.
  static let mostValues = 100_000

  /// Instructions that a call counts for, whatever it does.
  static let costOfCall = 100

  /// Instructions that one value of a list counts for.
  private static let costOfValue = 50

  /// Instructions that a logarithm, an exponential or a root counts for.
  static let costOfSeries = 4000

  let library: MethodLibrary
  let method: HostMethod
  private let arguments: [LuaValue]

  init(_ library: MethodLibrary, _ method: HostMethod, _ arguments: [LuaValue]) {
    self.library = library
    self.method = method
    self.arguments = arguments
  }

  func argument(_ position: Int) -> LuaValue {
    arguments.indices.contains(position) ? arguments[position] : .nil
  }

  /// Takes work from the budget of the script.
  func charge(_ instructions: Int) throws(LuaError) {
    try library.state.charge(instructions, for: method.label)
  }

  // MARK: Errors

  func refusal(
    _ message: String, notes: [String] = [], suggestion: String? = nil
  ) -> ScriptError {
    ScriptError(
      message: "`\(method.name)`: \(message)", word: method.shortName, notes: notes,
      suggestion: suggestion ?? "write `\(method.usage)`")
  }

  private func wrong(_ name: String, _ value: LuaValue, wanted: String) -> ScriptError {
    if case .number = value {
      return refusal(
        "\(name) is a floating-point number, which is not exact",
        suggestion: "write it as a quantity, such as `quantity \"0.5\"`")
    }
    if case .nil = value { return refusal("\(name) is not given") }
    return refusal("\(name) is \(value.kindText), not \(wanted)")
  }

  // MARK: Values

  func quantity(_ position: Int, _ name: String) throws -> Quantity {
    let value = argument(position)
    guard let quantity = try quantityOrGap(value, name) else {
      throw missing([value], "\(name) is missing")
    }
    return quantity
  }

  /// A quantity, or `nil` for a value that is missing.
  private func quantityOrGap(_ value: LuaValue, _ name: String) throws -> Quantity? {
    switch value {
    case .quantity(let quantity, _): return quantity
    case .integer(let integer): return Quantity(Int(integer))
    case .object(let object) where library.engine?.isMissing(object) == true: return nil
    default: throw wrong(name, value, wanted: "a quantity")
    }
  }

  /// The error of a result that is missing because values are.
  private func missing(_ values: [LuaValue], _ message: String) -> LuaError {
    for case .object(let object) in values { library.engine?.noteGap(object) }
    return LuaError(.missing, "`\(method.name)`: \(message)")
  }

  func integer(_ position: Int, _ name: String) throws -> Int {
    try integer(argument(position), name)
  }

  private func integer(_ value: LuaValue, _ name: String) throws -> Int {
    switch value {
    case .integer(let integer): return Int(integer)
    case .quantity(let quantity, _) where quantity.unit.isPlain:
      if let integer = quantity.value.integerValue { return Int(integer) }
    default: break
    }
    throw wrong(name, value, wanted: "a whole number")
  }

  func text(_ position: Int, _ name: String) throws -> String {
    guard case .string(let text) = argument(position) else {
      throw wrong(name, argument(position), wanted: "a text")
    }
    return text
  }

  func isGiven(_ position: Int) -> Bool {
    if case .nil = argument(position) { false } else { true }
  }

  /// Whether an argument is a list rather than one value.
  func isList(_ position: Int) -> Bool {
    if case .table = argument(position) { true } else { false }
  }

  // MARK: Lists

  /// The values of a list; one that is missing makes the result missing.
  func list(_ position: Int, _ name: String = "the list") throws -> [Quantity] {
    try list(argument(position), name)
  }

  func list(_ value: LuaValue, _ name: String) throws -> [Quantity] {
    let (quantities, values) = try listWithGaps(value, name)
    let known = quantities.compactMap(\.self)
    guard known.count == quantities.count else {
      let places = quantities.indices.filter { quantities[$0] == nil }.map { "\($0 + 1)" }
      throw missing(
        values, "value \(places.prefix(5).joined(separator: ", ")) of \(name) is missing")
    }
    return known
  }

  /// The values of a list, `nil` for those that are missing, and what stands for these.
  func listWithGaps(
    _ value: LuaValue, _ name: String
  ) throws -> (quantities: [Quantity?], gaps: [LuaValue]) {
    guard case .table(let table) = value else {
      if case .object(let object) = value, library.engine?.isSeries(object) == true {
        throw refusal(
          "\(name) is a series", suggestion: "take its values with `:values(from, to)`")
      }
      throw wrong(name, value, wanted: "a list")
    }
    let count = table.count
    guard count <= Self.mostValues else {
      throw refusal(
        "\(name) has \(count) values, and at most \(Self.mostValues) are taken",
        suggestion: "take fewer, or add them up in groups first")
    }
    try charge(count * Self.costOfValue)
    var quantities: [Quantity?] = []
    var gaps: [LuaValue] = []
    quantities.reserveCapacity(count)
    for position in 1..<(count + 1) {
      let value = try table.get(.integer(Int64(position)))
      let quantity = try quantityOrGap(value, "value \(position) of \(name)")
      if quantity == nil { gaps.append(value) }
      quantities.append(quantity)
    }
    return (quantities, gaps)
  }

  /// The result of a method that gaps make missing.
  func missing(_ gaps: [LuaValue], of name: String) -> LuaError {
    missing(gaps, "too many values of \(name) are missing")
  }

  // MARK: Options

  /// The table of options at a position; nothing may follow it.
  func options(_ position: Int) throws -> MethodOptions {
    guard arguments.count <= position + 1 else {
      throw refusal("there are \(arguments.count) arguments, more than it takes")
    }
    switch argument(position) {
    case .nil: return MethodOptions(self, [:])
    case .table(let table):
      guard let entries = try table.entries(atMost: 32) else {
        throw refusal("the table of options has more than 32 entries")
      }
      return MethodOptions(self, try named(entries))
    case let value: throw wrong("the last argument", value, wanted: "a table of options")
    }
  }

  private func named(
    _ entries: [(key: LuaValue, value: LuaValue)]
  ) throws -> [String: LuaValue] {
    var result: [String: LuaValue] = [:]
    for (key, value) in entries {
      guard case .string(let name) = key else {
        throw refusal("options have names, and \(key.kindText) is none")
      }
      guard method.options.contains(name) else {
        throw ScriptError(
          message: "`\(method.name)` has no option `\(name)`", word: name,
          suggestion: method.options.isEmpty
            ? "it has none" : NearestName.suggestion(for: name, among: method.options))
      }
      result[name] = value
    }
    return result
  }
}

/// The options of one call.
struct MethodOptions {
  private let call: MethodCall
  private let values: [String: LuaValue]

  init(_ call: MethodCall, _ values: [String: LuaValue]) {
    self.call = call
    self.values = values
  }

  subscript(_ name: String) -> LuaValue? { values[name] }

  private func wrong(_ name: String, _ value: LuaValue, wanted: String) -> ScriptError {
    ScriptError(
      message: "`\(call.method.name)`: `\(name)` is \(value.kindText), not \(wanted)", word: name,
      suggestion: "write `\(call.method.usage)`")
  }

  func flag(_ name: String) throws -> Bool {
    guard let value = values[name] else { return false }
    guard case .boolean(let flag) = value else {
      throw wrong(name, value, wanted: "true or false")
    }
    return flag
  }

  func integer(_ name: String) throws -> Int? {
    guard let value = values[name] else { return nil }
    guard case .integer(let integer) = value else {
      throw wrong(name, value, wanted: "a whole number")
    }
    return Int(integer)
  }

  /// A quantity, a whole number, or the text of a quantity.
  func quantity(_ name: String) throws -> Quantity? {
    guard let value = values[name] else { return nil }
    switch value {
    case .quantity(let quantity, _): return quantity
    case .integer(let integer): return Quantity(Int(integer))
    case .string(let text):
      do {
        return try Quantity(parsing: text, units: call.library.state.units)
      } catch {
        throw ScriptError(
          message: "`\(call.method.name)`: `\(name)` is no quantity: \(error.message)",
          word: text, suggestion: error.suggestion)
      }
    case .number: throw wrong(name, value, wanted: "a quantity such as `\"50%\"`")
    default: throw wrong(name, value, wanted: "a quantity")
    }
  }

  func quantities(_ name: String) throws -> [Quantity]? {
    try values[name].map { try call.list($0, "`\(name)`") }
  }

  /// One of the names that a choice has.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    guard let value = values[name] else { return nil }
    if case .string(let text) = value, let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    throw ScriptError(
      message: "`\(call.method.name)`: `\(name)` cannot be \(value.kindText)",
      word: value.shortText, suggestion: NearestName.suggestion(for: value.shortText, among: known))
  }
}
