// Which quantities add, subtract, multiply and divide, and the unit of the result.

extension Quantity {
  /// The sum, in the left unit.
  ///
  /// Both must be of one dimension; percentage points may be added to a percentage. Throws
  /// ``ArithmeticError/unlikeUnits(_:)`` and ``ArithmeticError/overflow(_:)``.
  public static func + (left: Quantity, right: Quantity) throws(ArithmeticError) -> Quantity {
    let unit = left.unit
    if !unit.isIdentical(to: right.unit) || unit.kind == .rank {
      try checkSum(left, right, verb: "add", joint: "and")
    }
    do {
      return Quantity(value: try left.value + right.value, unit: unit)
    } catch {
      throw tooLong("add", left, "and", right)
    }
  }

  /// The difference, in the left unit; between two percentages it is in percentage points.
  ///
  /// Both must be of one dimension; percentage points may be subtracted from a percentage. Throws
  /// ``ArithmeticError/unlikeUnits(_:)`` and ``ArithmeticError/overflow(_:)``.
  public static func - (left: Quantity, right: Quantity) throws(ArithmeticError) -> Quantity {
    var unit = left.unit
    if !unit.isIdentical(to: right.unit) || unit.kind == .rank {
      try checkSum(left, right, verb: "subtract", joint: "from")
    }
    if unit.kind == .ratio, right.unit.kind == .ratio { unit = .percentagePoints }
    do {
      return Quantity(value: try left.value - right.value, unit: unit)
    } catch {
      throw tooLong("subtract", right, "from", left)
    }
  }

  /// The product; one of the two must be a number.
  ///
  /// The result has the unit of the other, and of two numbers that of the one which is not plain.
  /// Throws ``ArithmeticError/unlikeUnits(_:)`` and ``ArithmeticError/overflow(_:)``.
  public static func * (left: Quantity, right: Quantity) throws(ArithmeticError) -> Quantity {
    let unit: Unit
    switch (left.unit.kind, right.unit.kind) {
    case (.plain, .plain): unit = left.unit.isPlain ? right.unit : left.unit
    case (.plain, .ratio), (.plain, .points), (.plain, .named): unit = right.unit
    case (.ratio, .points), (.ratio, .named): unit = right.unit
    case (.ratio, .plain), (.ratio, .ratio): unit = left.unit
    case (.points, .plain), (.points, .ratio): unit = left.unit
    case (.named, .plain), (.named, .ratio): unit = left.unit
    default: throw unlikeFactors(left, right)
    }
    do {
      return Quantity(value: try left.value * right.value, unit: unit)
    } catch {
      throw tooLong("multiply", left, "by", right)
    }
  }

  /// The quotient: of like quantities a plain number, by a number in the left unit.
  ///
  /// It is exact if it ends within 38 digits, and otherwise rounded half up to 34. Throws
  /// ``ArithmeticError/unlikeUnits(_:)``, ``ArithmeticError/divisionByZero(_:)`` and
  /// ``ArithmeticError/overflow(_:)``.
  public static func / (left: Quantity, right: Quantity) throws(ArithmeticError) -> Quantity {
    let unit: Unit
    switch (left.unit.kind, right.unit.kind) {
    case (.plain, .plain), (.ratio, .plain), (.points, .plain), (.named, .plain): unit = left.unit
    case (.named, .ratio): unit = left.unit
    case (.plain, .ratio), (.ratio, .ratio), (.points, .points): unit = .none
    case (.named, .named) where left.unit.measuresSame(as: right.unit): unit = .none
    default: throw unlikeDivision(left, right)
    }
    guard !right.isZero else {
      throw .divisionByZero(
        "cannot divide \(left.named) by \(right.named); test the divisor for zero first")
    }
    do {
      return Quantity(value: try left.value.divided(by: right.value), unit: unit)
    } catch {
      throw tooLong("divide", left, "by", right)
    }
  }

  /// The quantity with the opposite sign; throws ``ArithmeticError/notMeaningful(_:)`` for ranks.
  public static prefix func - (quantity: Quantity) throws(ArithmeticError) -> Quantity {
    guard quantity.unit.kind != .rank else {
      throw .notMeaningful("cannot negate \(quantity.named); \(rankAdvice)")
    }
    return Quantity(value: -quantity.value, unit: quantity.unit)
  }

  /// Throws unless the two may be added, or the right subtracted from the left.
  @inline(never)
  private static func checkSum(
    _ left: Quantity, _ right: Quantity, verb: String, joint: String
  ) throws(ArithmeticError) {
    let advice: String
    switch (left.unit.kind, right.unit.kind) {
    case (.plain, .plain), (.plain, .ratio), (.ratio, .plain), (.ratio, .ratio): return
    case (.ratio, .points), (.points, .points): return
    case (.named, .named) where left.unit.measuresSame(as: right.unit): return
    case (.rank, _), (_, .rank):
      advice = rankAdvice
    case (.points, .ratio) where verb == "add":
      advice = "swap them: a percentage plus percentage points is a percentage"
    case (.points, .ratio):
      advice = "convert the percentage points with `:to(\"%\")` if a ratio is meant"
    case (.points, .plain), (.plain, .points):
      advice = "percentage points go with a percentage; convert the number with `:to(\"%\")`"
    case (.plain, _), (.ratio, _), (_, .plain), (_, .ratio):
      let dimension = (left.unit.dimension == .number ? right : left).unit.dimension
      advice = "write the number with a unit of \(dimension)"
    default:
      advice = "both sides must have the same dimension"
    }
    // One subtracts the right from the left, and adds the left and the right.
    let (first, second) = verb == "add" ? (left, right) : (right, left)
    throw .unlikeUnits("cannot \(verb) \(first.named) \(joint) \(second.named); \(advice)")
  }

  @inline(never)
  private static func unlikeFactors(_ left: Quantity, _ right: Quantity) -> ArithmeticError {
    let advice: String
    switch (left.unit.kind, right.unit.kind) {
    case (.rank, _), (_, .rank):
      advice = rankAdvice
    case (.points, _), (_, .points):
      advice =
        "a percentage point is a difference between two ratios; "
        + "convert it with `:to(\"%\")` if a ratio is meant"
    default:
      advice = "one of the two must be a plain number or a percentage"
    }
    return .unlikeUnits("cannot multiply \(left.named) by \(right.named); \(advice)")
  }

  @inline(never)
  private static func unlikeDivision(_ left: Quantity, _ right: Quantity) -> ArithmeticError {
    let advice: String
    switch (left.unit.kind, right.unit.kind) {
    case (.rank, _), (_, .rank):
      advice = rankAdvice
    case (.points, _), (_, .points):
      advice =
        "a percentage point is a difference between two ratios; "
        + "convert it with `:to(\"%\")` if a ratio is meant"
    default:
      advice = "divide by a number, or by a quantity of the same dimension"
    }
    return .unlikeUnits("cannot divide \(left.named) by \(right.named); \(advice)")
  }

  @inline(never)
  private static func tooLong(
    _ verb: String, _ first: Quantity, _ joint: String, _ second: Quantity
  ) -> ArithmeticError {
    .overflow(
      "cannot \(verb) \(first.named) \(joint) \(second.named): the exact result does not fit "
        + "in 38 digits; round one of them first")
  }

  private static var rankAdvice: String { "ranks can only be compared" }
}
