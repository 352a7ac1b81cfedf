// What happens when one subject receives several instruments, and who pays.

public import Diagnostics
public import Quantities

/// Instruments that a subject does not simply receive beside each other.
public struct StackingGroup: CatalogEntry {
  /// The id.
  public let id: String

  /// The title.
  public let title: Title

  /// The document and the clause that it rests on.
  public let clause: String

  /// What happens to the amounts of one subject in one year.
  public let rule: Rule

  /// The ids of the instruments, in the order of the file.
  public let members: [String]

  /// The id of the plugin that adds it; `nil` for the catalogue's own.
  public let plugin: String?

  /// Where it is declared.
  public let span: SourceSpan

  /// What happens to several amounts.
  public enum Rule: Sendable, Hashable {
    /// Only the highest is paid (就高不重复).
    case highestOnly
    /// Together they pay no more than this in a year.
    case cap(Quantity)
  }
}

/// Who pays a share of an amount.
public struct PayerShare: Sendable, Hashable {
  /// Who pays, such as `city` or `district`.
  public let payer: String

  /// The share, a ratio.
  public let share: Quantity
}
