// Quantities as text: `60万元`, `4.2%`, `1.5个百分点`, `第1位`.

extension Quantity: CustomStringConvertible {
  /// The amount and the symbol of the unit, which parses back to the same quantity.
  public var description: String { formatted() }

  /// The amount with at least so many decimal places, and the symbol of the unit.
  public func formatted(minimumPlaces: Int = 0) -> String {
    let text = amount.formatted(minimumPlaces: minimumPlaces) + unit.symbol
    return unit.dimension == .rank ? "第" + text : text
  }

  /// The quantity with what it measures, as messages name it: `100万元 (money)`.
  var named: String { "\(self) (\(unit.dimension))" }

  /// Parses a number with an optional unit of a table.
  ///
  /// Spaces between number and unit, full-width digits and thousands separators are accepted; so
  /// are `第1位` and `第1` for ranks.
  public init(parsing text: String, units: UnitTable) throws(QuantityParseError) {
    try self.init(parsing: text, units: units, default: nil)
  }

  /// Parses a number with an optional unit of the dimension of a default unit.
  ///
  /// A number without a unit is read in the default unit; a unit of another dimension is an error
  /// that names both.
  public init(
    parsing text: String, units: UnitTable, defaultUnit: Unit
  ) throws(QuantityParseError) {
    try self.init(parsing: text, units: units, default: defaultUnit)
  }

  private init(
    parsing text: String, units: UnitTable, default defaultUnit: Unit?
  ) throws(QuantityParseError) {
    var scanner = NumberScanner(text)
    scanner.skipSpaces()
    let isOrdinal = scanner.skip("第")
    if isOrdinal { scanner.skipSpaces() }
    let number = try scanner.number()
    scanner.skipSpaces()
    let symbol = scanner.isAtEnd ? "" : Self.trimmed(scanner.rest)
    let unit: Unit
    if symbol.isEmpty {
      unit = isOrdinal && defaultUnit?.kind != .rank ? .rank : defaultUnit ?? .none
    } else if let known = units[symbol] {
      unit = known
    } else {
      throw Self.unknownUnit(symbol, units: units, scanner)
    }
    if isOrdinal, unit.kind != .rank {
      throw scanner.error(
        "`第` stands before a rank, not before \(unit.dimension)", suggestion: "leave it out")
    }
    if let expected = defaultUnit, !unit.measuresSame(as: expected) {
      throw scanner.error(
        "expected \(expected.named), found \(unit.named)",
        suggestion: expected.isPlain ? "leave the unit out" : "write it in \(expected)")
    }
    self.init(value: try scanner.decimal(number, scale: unit.scale), unit: unit)
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text.unicodeScalars
    while let last = rest.last, NumberScanner.isSpace(last) { rest.removeLast() }
    return String(rest)
  }

  private static func unknownUnit(
    _ symbol: String, units: UnitTable, _ scanner: NumberScanner
  ) -> QuantityParseError {
    let first = symbol.prefix { !$0.isWhitespace }
    let more = symbol[first.endIndex...].drop { $0.isWhitespace }
    if !more.isEmpty, units[String(first)] != nil {
      return scanner.error("unexpected `\(more.prefix(24))` after the unit `\(first)`")
    }
    return scanner.error(
      "unknown unit `\(symbol.prefix(24))`",
      suggestion: units.nearestSymbol(to: symbol).map { "did you mean `\($0)`?" })
  }
}
