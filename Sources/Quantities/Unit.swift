// A unit that quantities are shown in.

/// A unit that quantities are shown in, such as 万元, with its scale to the base of its dimension.
///
/// Units are equal when symbol, dimension and scale are, whatever table they come from. A unit is
/// one reference, so that quantities stay small.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// What decides how a quantity takes part in arithmetic.
  package enum Kind {
    case plain, ratio, points, rank, named
  }

  private final class Storage: Sendable {
    let declaration: UnitDeclaration
    let index: UInt16
    let kind: Kind

    init(_ declaration: UnitDeclaration, index: UInt16) {
      self.declaration = declaration
      self.index = index
      kind =
        switch declaration.dimension {
        case .number: declaration.scale < 0 ? .ratio : .plain
        case .points: .points
        case .rank: .rank
        case .named: .named
        }
    }
  }

  private let storage: Storage

  init(_ declaration: UnitDeclaration, index: UInt16) {
    storage = Storage(declaration, index: index)
  }

  /// The symbol that follows the amount, such as `万元`; empty for plain numbers.
  public var symbol: String { storage.declaration.symbol }

  /// The English name, such as `ten thousand yuan`.
  public var english: String { storage.declaration.english }

  /// What the unit measures.
  public var dimension: Dimension { storage.declaration.dimension }

  /// The power of ten that leads from this unit to the base of its dimension: 4 for 万元.
  public var scale: Int { storage.declaration.scale }

  /// Other symbols that are read as this unit.
  public var aliases: [String] { storage.declaration.aliases }

  /// The position in its table.
  public var index: UInt16 { storage.index }

  package var kind: Kind { storage.kind }

  /// Whether this is the unit of numbers without any.
  public var isPlain: Bool { storage.kind == .plain && symbol.isEmpty }

  /// Whether both measure the same thing.
  func measuresSame(as other: Unit) -> Bool {
    storage === other.storage || dimension == other.dimension
  }

  /// Whether both are the very same unit of one table, which is quick to tell.
  func isIdentical(to other: Unit) -> Bool { storage === other.storage }

  /// Whether two units have the same symbol, dimension and scale.
  public static func == (left: Unit, right: Unit) -> Bool {
    left.storage === right.storage
      || (left.scale == right.scale && left.symbol == right.symbol
        && left.dimension == right.dimension)
  }

  /// Hashes symbol, dimension and scale.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(symbol)
    hasher.combine(dimension)
    hasher.combine(scale)
  }

  /// The symbol, or `number` for plain numbers.
  public var description: String { symbol.isEmpty ? "number" : symbol }

  /// The unit with what it measures, as messages name it: `万元 (money)`.
  var named: String { isPlain ? "a plain number" : "\(symbol) (\(dimension))" }

  /// No unit: a plain number.
  public static let none = Unit(UnitDeclaration.builtIn[0], index: 0)

  /// Per cent.
  public static let percent = Unit(UnitDeclaration.builtIn[1], index: 1)

  /// Per mille.
  public static let perMille = Unit(UnitDeclaration.builtIn[2], index: 2)

  /// Percentage points, the difference between two ratios.
  public static let percentagePoints = Unit(UnitDeclaration.builtIn[3], index: 3)

  /// Rank: the first is 第1位.
  public static let rank = Unit(UnitDeclaration.builtIn[4], index: 4)

  /// The units that every table begins with.
  static let builtIn = [none, percent, perMille, percentagePoints, rank]
}
