// What a unit measures.

/// What a unit measures; quantities of one dimension add and compare.
public enum Dimension: Hashable, Sendable, CustomStringConvertible {
  /// Plain numbers and ratios: no unit, %, ‰.
  case number

  /// Differences between two ratios: 个百分点.
  case points

  /// Places in an order: 第1位.
  case rank

  /// Anything else, by name: `money`, `area`, `家`.
  case named(String)

  /// The dimension with a name, as catalogues write it.
  public init(name: String) {
    switch name {
    case "number": self = .number
    case "points": self = .points
    case "rank": self = .rank
    default: self = .named(name)
    }
  }

  /// The name, as catalogues write it.
  public var name: String {
    switch self {
    case .number: "number"
    case .points: "points"
    case .rank: "rank"
    case .named(let name): name
    }
  }

  /// The name as messages show it.
  public var description: String { self == .points ? "percentage points" : name }
}
