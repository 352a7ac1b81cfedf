// Growth over a base, once and per year, and where it leads.

public import Quantities

/// Growth over a base, once and per year, and where it leads.
///
/// Source: Eurostat, "Sustainable development in the European Union — Monitoring report on progress
/// towards the SDGs in an EU context", 2021 edition, annex on methods (compound annual growth
/// rate).
public enum Growth {
  /// The years that annual rates may span.
  public static let years = 1...100

  /// The digits of the roots that annual rates come from; those of assessments.
  public static let rootDigits = 15

  /// Growth over a base, in %: (y − b) / b.
  ///
  /// The value may be zero (−100 %) or negative. Growth from a base of zero or less is refused: the
  /// quotient says nothing there. Exact if it ends within 38 digits, otherwise rounded to 34.
  public static func rate(
    from base: Quantity, to value: Quantity
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("base", base), ("value", value))
    try checkBase(base)
    return .percent(try WideDecimal.quotient(of: value.wide - base.wide, by: base.wide))
  }

  /// The change of a ratio, in 个百分点: y − b.
  ///
  /// Both must be percentages or the like. A change *of* a percentage is never told in per cent
  /// here.
  public static func points(
    from base: Quantity, to value: Quantity
  ) throws(StatisticsError) -> Quantity {
    for (name, quantity) in [("first", base), ("second", value)] where !quantity.isRatio {
      throw StatisticsError(
        "the \(name) value is \(quantity.named), and points lie between two percentages",
        advice: "use growth for levels")
    }
    return .points(try (value.wide - base.wide).decimal())
  }

  /// Average growth per year, in %: (y / b)^(1 / n) − 1.
  ///
  /// The root is rounded to 15 digits. A value of zero gives −100 %; a base of zero or less, and a
  /// negative value, are refused. The same formula is the rate required to get from a value to a
  /// target.
  public static func annualRate(
    from base: Quantity, to value: Quantity, years: Int
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("base", base), ("value", value))
    try checkBase(base)
    try checkYears(years)
    guard !value.isNegative else {
      throw StatisticsError(
        "growth per year to the negative value \(value) is not defined",
        advice: "use the change itself, or growth over the whole time")
    }
    let factor = try WideDecimal.quotient(of: value.wide, by: base.wide)
    return .percent(
      try exactly { () throws(ArithmeticError) in
        try factor.root(years, significantDigits: rootDigits) - 1
      })
  }

  /// The value after some years at a rate, in the unit of the value: y (1 + r)^n.
  ///
  /// Rates below −100 % are refused. Exact if it ends within 38 digits, otherwise rounded to 34.
  public static func projection(
    of value: Quantity, at rate: Quantity, years: Int
  ) throws(StatisticsError) -> Quantity {
    guard value.unit.dimension != .rank, rate.unit.dimension == .number else {
      throw StatisticsError(
        "\(value.named) cannot grow by \(rate.named)", advice: "give a value and a rate in %")
    }
    try checkYears(years, from: 0)
    let factor = WideDecimal.one + rate.wide
    guard !factor.isNegative else {
      throw StatisticsError(
        "nothing can shrink by more than 100%, and the rate is \(rate)",
        advice: "give a rate from -100%")
    }
    guard factor.exact != nil else { throw .outOfRange("the rate") }
    return Quantity(
      value: try (value.wide * factor.raised(to: years)).decimal(), unit: value.unit)
  }

  /// The value after some more years at the average rate so far: y (y / b)^(m / n).
  ///
  /// `years` lie between base and value, `ahead` behind the value. Refuses what
  /// ``annualRate(from:to:years:)`` refuses. Rounded to 20 digits where the root does not end.
  public static func projection(
    from base: Quantity, to value: Quantity, years: Int, ahead: Int
  ) throws(StatisticsError) -> Quantity {
    try checkAlike(("base", base), ("value", value))
    try checkBase(base)
    try checkYears(years)
    try checkYears(ahead, from: 0)
    guard !value.isNegative else {
      throw StatisticsError(
        "the negative value \(value) cannot be projected at a rate", advice: "give a value from 0")
    }
    let power = try WideDecimal.quotient(
      of: value.wide.raised(to: ahead), by: base.wide.raised(to: ahead))
    let factor = try exactly { () throws(ArithmeticError) in
      try power.root(years, significantDigits: 24)
    }
    return Quantity(
      value: try (value.wide * WideDecimal(factor)).rounded(
        significantDigits: WideDecimal.rootDigits), unit: value.unit)
  }

  private static func checkBase(_ base: Quantity) throws(StatisticsError) {
    guard !base.isZero, !base.isNegative else {
      let kind = base.isZero ? "zero" : "negative"
      throw StatisticsError(
        "growth from a \(kind) base is not defined, and the base is \(base)",
        advice: "give the change itself, or choose a base above 0")
    }
  }

  private static func checkYears(_ count: Int, from least: Int = 1) throws(StatisticsError) {
    guard count >= least, count <= years.upperBound else {
      throw StatisticsError(
        "the number of years is \(count)",
        advice: "give a whole number from \(least) to \(years.upperBound)")
    }
  }
}
