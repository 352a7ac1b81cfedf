// The document's structure: chapters, measures and the offices responsible.

public import Diagnostics

/// A chapter of the document; number 0 is its preamble.
public struct Chapter: Sendable {
  /// The number, from 0.
  public let number: Int

  /// The title.
  public let title: Title

  /// The heading as printed, such as `一`; empty for the preamble.
  public let clause: String
}

/// A numbered measure (举措) of the document.
public struct Measure: Sendable {
  /// The number, from 1.
  public let number: Int

  /// The number of its chapter.
  public let chapter: Int

  /// The heading as printed, such as `（七）`.
  public let clause: String

  /// The title.
  public let title: Title

  /// What it is about, in our own words.
  public let summary: Title

  /// The ids of the responsible departments, the leading one first.
  public let departments: [String]

  /// Where it is declared.
  public let span: SourceSpan
}

/// An office responsible for measures.
public struct Department: CatalogEntry {
  /// The id.
  public let id: String

  /// The name.
  public let title: Title

  /// Where it is declared.
  public let span: SourceSpan
}

/// A figure of the document that is neither target nor parameter.
public struct NarrativeFigure: Sendable {
  /// The clause it stands in, such as `（十六）`, `一` for a chapter, or empty for the preamble.
  public let clause: String

  /// The words around the figure, as printed.
  public let words: String

  /// Why it is not a target or a parameter.
  public let reason: String

  /// Where it is declared.
  public let span: SourceSpan
}
