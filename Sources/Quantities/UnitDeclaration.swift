// How units are declared, and those that are always there.

/// What a catalogue says of a unit.
public struct UnitDeclaration: Hashable, Sendable {
  /// The symbol that follows the amount.
  public var symbol: String

  /// The English name.
  public var english: String

  /// What the unit measures.
  public var dimension: Dimension

  /// The power of ten that leads from this unit to the base of its dimension, from −30 to 30.
  public var scale: Int

  /// Other symbols that are read as this unit.
  public var aliases: [String]

  /// Creates a declaration.
  public init(
    symbol: String, english: String, dimension: Dimension, scale: Int, aliases: [String] = []
  ) {
    self.symbol = symbol
    self.english = english
    self.dimension = dimension
    self.scale = scale
    self.aliases = aliases
  }

  private init(
    _ symbol: String, _ english: String, _ dimension: Dimension, _ scale: Int = 0,
    aliases: [String] = []
  ) {
    self.init(
      symbol: symbol, english: english, dimension: dimension, scale: scale, aliases: aliases)
  }

  /// The declarations that every table begins with, in the order of their indices.
  static let builtIn = [
    UnitDeclaration("", "number", .number),
    UnitDeclaration("%", "per cent", .number, -2),
    UnitDeclaration("‰", "per mille", .number, -3),
    UnitDeclaration("个百分点", "percentage points", .points, -2, aliases: ["百分点"]),
    UnitDeclaration("位", "rank", .rank),
  ]

  /// The declarations of ``UnitTable/standard``, without those that every table begins with.
  public static let standard = [
    UnitDeclaration("元", "yuan", .named("money")),
    UnitDeclaration("万元", "ten thousand yuan", .named("money"), 4),
    UnitDeclaration("亿元", "hundred million yuan", .named("money"), 8),
    UnitDeclaration("万亿元", "trillion yuan", .named("money"), 12),
    UnitDeclaration("美元", "US dollars", .named("usd")),
    UnitDeclaration("万美元", "ten thousand US dollars", .named("usd"), 4),
    UnitDeclaration("亿美元", "hundred million US dollars", .named("usd"), 8),
    UnitDeclaration("家", "establishments", .named("家")),
    UnitDeclaration("万家", "ten thousand establishments", .named("家"), 4),
    UnitDeclaration("个", "items", .named("个")),
    UnitDeclaration("万个", "ten thousand items", .named("个"), 4),
    UnitDeclaration("条", "routes", .named("条")),
    UnitDeclaration("人", "people", .named("人"), aliases: ["名"]),
    UnitDeclaration("万人", "ten thousand people", .named("人"), 4),
    UnitDeclaration("人次", "visits", .named("人次")),
    UnitDeclaration("万人次", "ten thousand visits", .named("人次"), 4),
    UnitDeclaration("项", "projects", .named("项")),
    UnitDeclaration("场", "events", .named("场")),
    UnitDeclaration("座", "buildings", .named("座")),
    UnitDeclaration("件", "pieces", .named("件")),
    UnitDeclaration("平方米", "square metres", .named("area")),
    UnitDeclaration("万平方米", "ten thousand square metres", .named("area"), 4),
    UnitDeclaration("平方公里", "square kilometres", .named("area"), 6),
    UnitDeclaration("吨", "tonnes", .named("mass")),
    UnitDeclaration("万吨", "ten thousand tonnes", .named("mass"), 4),
    UnitDeclaration("年", "years", .named("年")),
  ]
}
