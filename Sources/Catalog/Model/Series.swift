// Statistical series and places.

public import Diagnostics
public import Quantities

/// A statistical series.
public struct Series: CatalogEntry {
  /// The id that scripts type.
  public let id: String

  /// The title.
  public let title: Title

  /// The unit its values are shown in; observations may use any unit of the same dimension.
  public let unit: Quantities.Unit

  /// What kind of series it is.
  public let kind: Kind

  /// At which prices its values are.
  public let prices: PriceBasis

  /// The shortest period that observations are published for.
  public let frequency: Frequency

  /// Where it is declared.
  public let span: SourceSpan

  /// What kind of series it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A level at a moment, such as a number of enterprises.
    case stock
    /// An amount over a period, such as value added.
    case flow
    /// One quantity as a share of another.
    case ratio
    /// A level against a base of 100.
    case index
    /// A rate of change over the previous year.
    case growth
  }

  /// At which prices values are.
  public enum PriceBasis: String, CaseIterable, Sendable {
    /// The prices of the period itself (现价).
    case current
    /// The prices of a base period (不变价, 可比价).
    case constant
    /// The series does not depend on prices.
    case none
  }

  /// How often a series is published.
  public enum Frequency: String, CaseIterable, Sendable {
    case year
    case half
    case quarter
    case month
  }
}

/// A place: a district, a city, a province, a country.
public struct Area: CatalogEntry {
  /// The GB/T 2260 code, `CN` for the country or `WLD` for the world.
  public let id: String

  /// The name.
  public let title: Title

  /// The code of the area it is part of, or `nil` for the world.
  public let parent: String?

  /// The first day on which the code stands for the place in its present borders, when it changed.
  public let from: CalendarDate?

  /// The last day on which the code was in use, when it no longer is.
  public let to: CalendarDate?

  /// Where it is declared.
  public let span: SourceSpan
}
