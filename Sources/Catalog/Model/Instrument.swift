// Ways of paying or relieving, and their dated parameters.

public import Diagnostics

/// A way of paying or relieving (政策工具).
public struct Instrument: CatalogEntry {
  /// The id.
  public let id: String

  /// The title.
  public let title: Title

  /// The number of the measure it belongs to.
  public let measure: Int

  /// The id of the kind of subject it is for.
  public let subject: String

  /// What it gives.
  public let kind: Kind

  /// How often a subject may receive it.
  public let frequency: Frequency

  /// Its parameters, in the order of the file.
  public let parameters: [Parameter]

  /// Who pays which share of an amount, in the order of the file; empty when nothing is said.
  public let split: [PayerShare]

  /// The plugin that adds it with the local document it rests on; `nil` for the catalogue's own.
  public let addition: Addition?

  /// Where it is declared.
  public let span: SourceSpan

  /// The parameter with a name, if there is one.
  public func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// What a plugin says about an instrument that it adds.
  public struct Addition: Sendable, Hashable {
    /// The id of the plugin.
    public let plugin: String

    /// The local document and the clause that it rests on.
    public let clause: String
  }

  /// What an instrument gives.
  public enum Kind: String, CaseIterable, Sendable {
    /// A one-off reward for an achievement (奖励).
    case award
    /// A share of a cost or of funds received (补助, 补贴).
    case subsidy
    /// A voucher to spend on something named (券).
    case voucher
    /// A reduction of something owed (减征).
    case relief
    /// Access to something that pays nothing by itself, such as easier credit.
    case access
  }

  /// How often a subject may receive an instrument.
  public enum Frequency: String, CaseIterable, Sendable {
    case once
    case yearly
    case unstated
  }
}
