// Figures to be reached.

public import Diagnostics
public import Quantities

/// A figure to be reached (目标).
public struct Target: CatalogEntry {
  /// The id.
  public let id: String

  /// The title.
  public let title: Title

  /// The number of the chapter; 0 is the preamble.
  public let chapter: Int

  /// The number of the measure, or `nil` for a target of a whole chapter.
  public let measure: Int?

  /// What kind of figure it is.
  public let nature: Nature

  /// The year by whose end it is due.
  public let due: Int

  /// The id of the series that observes it directly, or `nil` when an indicator computes it.
  public let series: String?

  /// The year from which progress is measured, or `nil` for the earliest usable observation.
  public let base: Int?

  /// What a relative target is relative to; `nil` for every other nature.
  public let reference: Title?

  /// What each version of the document says, in the order of the file.
  public let vintages: [TargetVintage]

  /// Where it is declared.
  public let span: SourceSpan

  /// What a version of the document says; `nil` where that version is silent.
  public func vintage(_ name: String) -> TargetVintage? { vintages.first { $0.name == name } }

  /// What kind of figure a target is.
  public enum Nature: String, CaseIterable, Sendable {
    /// A level at the due date.
    case level
    /// A flow to be reached each year (每年).
    case annual
    /// A sum over the years up to the due date (累计).
    case cumulative
    /// An increase over a baseline (新增).
    case increment
    /// A rate of growth (增速).
    case growth
    /// A place in a ranking (第一).
    case rank
    /// A difference from a reference series (低于全国, 高于平均).
    case relative
  }
}

/// What one version of the document says about a target.
public struct TargetVintage: Sendable {
  /// The name of the version, such as `draft`.
  public let name: String

  /// The figure as printed, such as `4.2%` or `全省第一`.
  public let figure: String

  /// The words of the comparator as printed, such as `突破`; empty when the text has none.
  public let wording: String

  /// How the value is to be compared.
  public let comparator: Comparator

  /// The value to be reached.
  public let value: Quantity

  /// How far from `value` still counts, for `~` only.
  public let tolerance: Quantity?

  /// A threshold that the counted things must meet, such as `产值 5 亿元以上`; its figure as printed.
  public let qualifier: String?

  /// Values to be reached on the way, by year.
  public let milestones: [Milestone]

  /// Where its figure is declared.
  public let span: SourceSpan
}

/// A value to be reached on the way to a target.
public struct Milestone: Sendable {
  /// The year by whose end it is due.
  public let due: Int

  /// How the value is to be compared.
  public let comparator: Comparator

  /// The value to be reached.
  public let value: Quantity
}

/// How a value is held against a target.
public enum Comparator: String, CaseIterable, Sendable {
  /// Strictly more (突破, 超).
  case more = ">"
  /// At least (达到, 以上).
  case atLeast = ">="
  /// About (左右), within a stated tolerance.
  case about = "~"
  /// Exactly.
  case exactly = "="
  /// Strictly less.
  case less = "<"
  /// At most; a rank of 1 is `<= 1`.
  case atMost = "<="
}
