// Lists of quantities that go together, as decimals of any length.

internal import Quantities

/// Values of one dimension, and the unit they are shown in.
struct Values: Sendable {
  let decimals: [WideDecimal]
  let unit: Unit

  /// Reads a list; all values must be of one dimension, and none a rank.
  init(_ quantities: [Quantity], atLeast least: Int = 1) throws(StatisticsError) {
    guard let first = quantities.first, quantities.count >= least else {
      let wanted = least == 1 ? "one value" : "\(least) values"
      throw StatisticsError(
        quantities.isEmpty ? "the list is empty" : "the list has \(quantities.count) values only",
        advice: "give at least \(wanted)")
    }
    for (position, quantity) in quantities.enumerated() {
      try Self.check(quantity, with: first, "value \(position + 1)")
    }
    decimals = quantities.map { WideDecimal($0.value) }
    unit = first.unit
  }

  var count: Int { decimals.count }

  var sum: WideDecimal { decimals.reduce(.zero, +) }

  /// The quantity of a value in the base of the unit.
  func quantity(_ value: ExactDecimal) -> Quantity { Quantity(value: value, unit: unit) }

  /// Refuses negative values, and a sum of zero.
  func requireShares() throws(StatisticsError) {
    try requireNotNegative("a share of the total")
    guard decimals.contains(where: { !$0.isZero }) else {
      throw StatisticsError(
        "the values add up to 0, so none has a share", advice: "leave the case out")
    }
  }

  func requireNotNegative(_ meaning: String) throws(StatisticsError) {
    for (position, value) in decimals.enumerated() where value.isNegative {
      throw StatisticsError(
        "value \(position + 1) is negative, and so is no part of \(meaning)",
        advice: "leave it out, or add it to the value it belongs to")
    }
  }

  func requirePositive(_ method: String) throws(StatisticsError) {
    for (position, value) in decimals.enumerated() where value.isZero || value.isNegative {
      throw StatisticsError(
        "\(method) needs values above 0, and value \(position + 1) is "
          + (value.isZero ? "0" : "negative"), advice: "leave it out, or use another method")
    }
  }

  /// Refuses quantities that do not go with the first one.
  static func check(
    _ quantity: Quantity, with first: Quantity, _ name: String
  ) throws(StatisticsError) {
    guard quantity.unit.dimension != .rank else {
      throw StatisticsError("\(name) is a rank: \(quantity)", advice: "ranks can only be compared")
    }
    guard quantity.unit.dimension == first.unit.dimension else {
      throw StatisticsError(
        "\(name) is \(quantity.named), and the first is \(first.named)",
        advice: "use values of one kind")
    }
  }
}

/// Two values of one kind, the first of which is divided by or grown from.
func checkAlike(
  _ quantities: (name: String, value: Quantity)...
) throws(StatisticsError) {
  guard let first = quantities.first else { return }
  for (name, quantity) in quantities {
    guard quantity.unit.dimension != .rank else {
      throw StatisticsError(
        "the \(name) is a rank: \(quantity)", advice: "ranks can only be compared")
    }
    guard quantity.unit.dimension == first.value.unit.dimension else {
      throw StatisticsError(
        "the \(name) is \(quantity.named), and the \(first.name) is \(first.value.named)",
        advice: "use values of one kind")
    }
  }
}

extension Quantity {
  var wide: WideDecimal { WideDecimal(value) }

  /// The quantity with what it measures, as messages name it.
  var named: String { unit.isPlain ? "the number \(self)" : "\(self) (\(unit.dimension))" }

  /// Whether it is a percentage or the like.
  var isRatio: Bool { unit.dimension == .number && unit.scale < 0 }

  /// A share or a growth, shown in %.
  static func percent(_ value: ExactDecimal) -> Quantity { Quantity(value: value, unit: .percent) }

  /// A difference between two ratios, shown in 个百分点.
  static func points(_ value: ExactDecimal) -> Quantity {
    Quantity(value: value, unit: .percentagePoints)
  }

  /// A number without a unit.
  static func plain(_ value: ExactDecimal) -> Quantity { Quantity(value: value, unit: .none) }
}

extension WideDecimal {
  static func times(_ count: Int, _ value: WideDecimal) -> WideDecimal {
    WideDecimal(count) * value
  }
}
