// The catalogue: everything typed that scripts may name.

public import Quantities

/// Everything typed that scripts may name, loaded from the YAML files of one folder.
///
/// Entries stand in the order of their files. Looking one up by its id is a dictionary access.
public struct Catalog: Sendable {
  /// What the catalogue is: its id, title, version and document.
  public let header: CatalogHeader

  /// The chapters of the document; number 0 is the preamble.
  public let chapters: [Chapter]

  /// The numbered measures.
  public let measures: [Measure]

  /// The figures to be reached.
  public let targets: Lookup<Target>

  /// The ways of paying or relieving.
  public let instruments: Lookup<Instrument>

  /// The statistical series that observations belong to.
  public let series: Lookup<Series>

  /// The kinds of subject that instruments are for.
  public let subjects: Lookup<SubjectKind>

  /// Places, by their GB/T 2260 code.
  public let areas: Lookup<Area>

  /// The offices responsible for measures.
  public let departments: Lookup<Department>

  /// The units that quantities may carry.
  public let units: UnitTable

  /// Figures of the document that are neither target nor parameter, each with the reason.
  public let narrative: [NarrativeFigure]

  /// The groups of instruments that limit each other, in the order in which they apply.
  public let groups: Lookup<StackingGroup>

  /// Whether amounts of several instruments limit each other, or are split between those who pay.
  public var hasStacking: Bool {
    !groups.isEmpty || instruments.contains { !$0.split.isEmpty }
  }

  /// The measure with a number, if there is one.
  public func measure(_ number: Int) -> Measure? { measures.first { $0.number == number } }

  /// The chapter with a number, if there is one.
  public func chapter(_ number: Int) -> Chapter? { chapters.first { $0.number == number } }
}

/// What a catalogue is.
public struct CatalogHeader: Sendable {
  /// The id, in lower case with hyphens.
  public let id: String

  /// The semantic version, such as `1.0.0`.
  public let version: String

  /// The title.
  public let title: Title

  /// The GB/T 2260 code of the area it is about.
  public let area: String

  /// The vintage that is used unless another is asked for.
  public let vintage: String

  /// The versions of the document, in the order of the file.
  public let vintages: [DocumentVintage]
}

/// One version of the policy document, such as the consultation draft.
public struct DocumentVintage: Sendable {
  /// The name used in targets, such as `draft`.
  public let name: String

  /// The title of that version of the document.
  public let title: Title

  /// Who published it.
  public let publisher: String

  /// When it was published, when that is known.
  public let date: CalendarDate?
}

/// A name in both languages; Chinese is the language of record.
public struct Title: Hashable, Sendable {
  /// The Chinese name.
  public let zh: String

  /// The English name.
  public let en: String

  /// Creates a title.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
