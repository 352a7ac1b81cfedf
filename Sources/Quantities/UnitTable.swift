// The units that a catalogue knows, found by symbol and by index.

/// A contradiction in the declarations of a ``UnitTable``.
public struct UnitTableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, as a lowercase sentence without a full stop.
  public let message: String

  /// The symbol or alias it is about.
  public let symbol: String

  /// The position of the declaration in the list that was given.
  public let position: Int

  /// The message.
  public var description: String { message }
}

/// The units that a catalogue knows, found by symbol or alias and by index.
///
/// Every table begins with plain numbers, `%`, `‰`, `个百分点` and `位`.
public struct UnitTable: Sendable {
  /// All units, each at its index.
  public let units: [Unit]

  private let positions: [String: UInt16]

  /// The units that are built in: money, counts, areas, masses, years.
  public static let standard = UnitTable(build(UnitDeclaration.standard))

  /// Creates a table of the built-in five and the declared units.
  ///
  /// A declaration of one of the built-in five must agree with it, and adds its aliases. Throws
  /// when a symbol or alias is declared twice, could not be read back, or a scale is out of range.
  public init(_ declarations: [UnitDeclaration]) throws(UnitTableError) {
    let parts = Self.build(declarations)
    if let problem = parts.problem { throw problem }
    self.init(parts)
  }

  private typealias Parts = (
    units: [Unit], positions: [String: UInt16], problem: UnitTableError?
  )

  private init(_ parts: Parts) {
    units = parts.units
    positions = parts.positions
  }

  /// The unit with a symbol or alias, full-width forms included.
  public subscript(symbol: String) -> Unit? {
    if let index = positions[symbol] { return unit(at: index) }
    let folded = Self.folded(symbol)
    return folded == symbol ? nil : positions[folded].flatMap(unit(at:))
  }

  /// The unit at an index.
  public func unit(at index: UInt16) -> Unit? {
    Int(index) < units.count ? units[Int(index)] : nil
  }

  /// The symbol of the unit that was probably meant, or `nil` when none is close.
  public func nearestSymbol(to symbol: String) -> String? {
    let wanted = Self.folded(symbol).lowercased()
    if let unit = units.first(where: { $0.english.lowercased() == wanted && !$0.isPlain }) {
      return unit.symbol
    }
    var best: (symbol: String, distance: Int)?
    for unit in units {
      for name in [unit.symbol] + unit.aliases where !name.isEmpty {
        let longer = max(name.count, wanted.count)
        let distance = editDistance(Array(wanted), Array(name.lowercased()))
        guard distance < longer, distance <= max(1, longer / 3) else { continue }
        if distance < best?.distance ?? .max { best = (unit.symbol, distance) }
      }
    }
    return best?.symbol
  }

  /// A text with its full-width letters, digits and signs as plain ones.
  private static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      folded.append(
        isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(folded)
  }

  private static func build(_ declarations: [UnitDeclaration]) -> Parts {
    var parts: Parts = (Unit.builtIn, [:], nil)
    for unit in Unit.builtIn {
      for name in [unit.symbol] + unit.aliases { parts.positions[name] = unit.index }
    }
    for (position, declaration) in declarations.enumerated() {
      let problem = add(declaration, to: &parts)
      if let (message, symbol) = problem, parts.problem == nil {
        parts.problem = UnitTableError(message: message, symbol: symbol, position: position)
      }
    }
    return parts
  }

  private static func add(
    _ declaration: UnitDeclaration, to parts: inout Parts
  ) -> (message: String, symbol: String)? {
    let symbol = declaration.symbol
    guard (-30...30).contains(declaration.scale) else {
      return ("the scale of `\(symbol)` is \(declaration.scale); scales go from -30 to 30", symbol)
    }
    let builtIn = Unit.builtIn.first { $0.symbol == symbol }
    if let builtIn, (builtIn.dimension, builtIn.scale) != (declaration.dimension, declaration.scale)
    {
      return (
        "the unit `\(symbol)` is built in as \(builtIn.dimension.name) with scale "
          + "\(builtIn.scale); leave it out or declare it so", symbol
      )
    }
    if let builtIn, !parts.units[Int(builtIn.index)].isIdentical(to: builtIn) {
      return ("the unit `\(symbol)` is declared twice", symbol)
    }
    guard let index = builtIn?.index ?? UInt16(exactly: parts.units.count) else {
      return ("there are more than \(UInt16.max) units", symbol)
    }
    var merged = declaration
    merged.aliases = (builtIn?.aliases ?? []).filter { !declaration.aliases.contains($0) }
    merged.aliases += declaration.aliases
    for name in builtIn == nil ? [symbol] + merged.aliases : declaration.aliases {
      if let message = problem(with: name) { return (message, name) }
      if let other = parts.positions[name], other != builtIn?.index {
        let unit = other == index ? merged.symbol : parts.units[Int(other)].symbol
        return ("`\(name)` already stands for the unit `\(unit)`", name)
      }
      parts.positions[name] = index
    }
    let unit = Unit(merged, index: index)
    if builtIn == nil { parts.units.append(unit) } else { parts.units[Int(index)] = unit }
    return nil
  }

  /// Why a symbol could not be read back after a number, if it could not.
  private static func problem(with symbol: String) -> String? {
    guard let first = symbol.unicodeScalars.first, let last = symbol.unicodeScalars.last else {
      return "a unit needs a symbol"
    }
    if symbol != folded(symbol) {
      return "write the unit `\(symbol)` with plain letters and signs: `\(folded(symbol))`"
    }
    if NumberScanner.isSpace(first) || NumberScanner.isSpace(last) {
      return "the unit `\(symbol)` begins or ends with a space"
    }
    if symbol.unicodeScalars.contains(where: { "0123456789.,+-−".unicodeScalars.contains($0) }) {
      return "the unit `\(symbol)` contains a digit or a sign that belongs to numbers"
    }
    return nil
  }
}

/// The number of characters to insert, remove or replace between two texts.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let replaced = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
