// Quantities: exact arithmetic, comparison, parsing and methods for the C side.

internal import CLuaShim
internal import Quantities

extension Machine {
  func decode(_ raw: ysl_quantity) throws(LuaError) -> Quantity {
    guard let unit = units.unit(at: raw.unit) else {
      throw LuaError(.conversion, "a quantity has a unit that this state does not know")
    }
    let coefficient = Int128(raw.high) << 64 | Int128(raw.low)
    do {
      return Quantity(
        value: try ExactDecimal(coefficient: coefficient, exponent: Int(raw.exponent)), unit: unit)
    } catch {
      throw LuaError(.conversion, error.message, underlying: error)
    }
  }

  func encode(_ quantity: Quantity, origin: UInt32) throws(LuaError) -> ysl_quantity {
    let coefficient = quantity.value.coefficient
    return ysl_quantity(
      low: UInt64(truncatingIfNeeded: coefficient),
      high: Int64(truncatingIfNeeded: coefficient >> 64),
      exponent: quantity.value.exponent, unit: try index(of: quantity.unit), flags: 0,
      origin: origin)
  }

  /// The index of a unit here, even if the unit comes from another table.
  private func index(of unit: Unit) throws(LuaError) -> UInt16 {
    if let same = units.unit(at: unit.index), same == unit { return unit.index }
    guard let found = units[unit.symbol], found == unit else {
      throw LuaError(.conversion, "the unit `\(unit.symbol)` is not among the units of this state")
    }
    return found.index
  }

  func compute(
    _ operation: ysl_arithmetic, _ left: UnsafePointer<ysl_quantity>?,
    _ right: UnsafePointer<ysl_quantity>?, _ result: UnsafeMutablePointer<ysl_quantity>?
  ) -> Bool {
    answer {
      guard let left, let right, let result else { return }
      let value = try Self.compute(operation, decode(left.pointee), decode(right.pointee))
      result.pointee = try encode(value, origin: 0)
    }
  }

  private static func compute(
    _ operation: ysl_arithmetic, _ left: Quantity, _ right: Quantity
  ) throws -> Quantity {
    switch operation {
    case YSL_ADD: try left + right
    case YSL_SUBTRACT: try left - right
    case YSL_MULTIPLY: try left * right
    case YSL_DIVIDE: try left / right
    case YSL_FLOOR_DIVIDE:
      Quantity(value: try wholeTimes(right, in: left), unit: .none)
    case YSL_REMAINDER:
      Quantity(
        value: try left.value - wholeTimes(right, in: left) * right.value, unit: left.unit)
    case YSL_NEGATE: try -left
    default:
      throw LuaError("quantities have no power operator; multiply instead")
    }
  }

  /// How many whole times one quantity goes into another of its dimension, rounded down.
  private static func wholeTimes(
    _ divisor: Quantity, in dividend: Quantity
  ) throws -> ExactDecimal {
    guard divisor.unit.dimension == dividend.unit.dimension, dividend.unit.dimension != .rank
    else {
      throw LuaError(
        "`//` and `%` count whole quantities of one dimension, and \(dividend) and \(divisor) "
          + "are not of one; divide with `/` and round with `:rounded(0)`")
    }
    guard !divisor.isZero else {
      throw LuaError(
        "cannot divide \(dividend) by \(divisor); test the divisor for zero first")
    }
    let times = try dividend.value.divided(by: divisor.value).rounded(toPlaces: 0, .floor)
    // A quotient that had to be rounded may have been rounded up to the next whole number.
    let rest = try dividend.value - times * divisor.value
    return rest.isZero || rest.isNegative == divisor.isNegative ? times : try times - 1
  }

  func compare(
    _ operation: ysl_comparison, _ traced: Bool, _ left: UnsafePointer<ysl_quantity>?,
    _ right: UnsafePointer<ysl_quantity>?, _ result: UnsafeMutablePointer<Bool>?
  ) -> Bool {
    answer {
      guard let left, let right, let result else { return }
      let (first, second) = (try decode(left.pointee), try decode(right.pointee))
      let order = try Quantity.compare(first, second)
      let holds =
        switch operation {
        case YSL_EQUAL: order == 0
        case YSL_LESS: order < 0
        default: order <= 0
        }
      result.pointee = holds
      guard traced, comparisons != nil else { return }
      comparisons?.append(
        Comparison(
          operation: .init(Int32(operation.rawValue)),
          left: first, leftOrigin: left.pointee.origin,
          right: second, rightOrigin: right.pointee.origin,
          result: holds, line: currentLine))
    }
  }

  func parse(
    _ characters: UnsafePointer<CChar>?, _ length: Int,
    _ result: UnsafeMutablePointer<ysl_quantity>?
  ) -> Bool {
    answer {
      let quantity = try Quantity(parsing: text(characters, length), units: units)
      result?.pointee = try encode(quantity, origin: 0)
    }
  }

  func describe(
    _ quantity: UnsafePointer<ysl_quantity>?, _ result: UnsafeMutablePointer<ysl_value>?
  ) -> Bool {
    answer {
      guard let quantity, let result else { return }
      try hold(decode(quantity.pointee).description, in: result)
    }
  }
}

// MARK: - Methods

extension Machine {
  func callMethod(
    _ method: ysl_quantity_method, _ quantity: UnsafePointer<ysl_quantity>?,
    _ arguments: UnsafePointer<ysl_value>?, _ count: Int32,
    _ result: UnsafeMutablePointer<ysl_value>?
  ) -> Bool {
    answer {
      guard let quantity, let result else { return }
      let arguments = try decodeAll(arguments, count)
      try hold(try call(method, of: decode(quantity.pointee), arguments), in: result)
    }
  }

  private func call(
    _ method: ysl_quantity_method, of quantity: Quantity, _ arguments: [LuaValue]
  ) throws -> LuaValue {
    let first = arguments.first ?? .nil
    switch method {
    case YSL_TO:
      return .quantity(try quantity.converted(to: unit(first, for: "to")))
    case YSL_NUMBER_IN:
      let converted = try quantity.converted(to: unit(first, for: "number"))
      return .quantity(Quantity(value: converted.amount, unit: .none))
    case YSL_ROUNDED:
      guard case .integer(let places) = first, let places = Int(exactly: places) else {
        throw LuaError("`rounded` needs a whole number of places, as in `q:rounded(2, \"元\")`")
      }
      guard let second = arguments.dropFirst().first else {
        return .quantity(try quantity.rounded(toPlaces: places))
      }
      return .quantity(
        try quantity.rounded(toPlaces: places, in: unit(second, for: "rounded")))
    default:
      return .string(quantity.unit.symbol)
    }
  }

  private func unit(_ value: LuaValue, for method: String) throws(LuaError) -> Unit {
    guard case .string(let symbol) = value else {
      throw LuaError("`\(method)` needs a unit as text, as in `q:\(method)(\"万元\")`")
    }
    guard let unit = units[symbol] else {
      let nearest = units.nearestSymbol(to: symbol).map { "; did you mean `\($0)`?" } ?? ""
      throw LuaError("there is no unit `\(symbol)`\(nearest)")
    }
    return unit
  }
}
