// What is known about the subjects of instruments, field by field.

public import Diagnostics
public import Quantities

/// A kind of subject that instruments are for, such as an enterprise.
public struct SubjectKind: CatalogEntry {
  /// The id.
  public let id: String

  /// The title.
  public let title: Title

  /// The name of the field that identifies a subject.
  public let key: String

  /// The typed fields, in the order of the file.
  ///
  /// Every field but the key may be missing.
  public let fields: [SubjectField]

  /// The names of the fields by whose values totals are broken down, such as the place and the size.
  public let totalsBy: [String]

  /// Where it is declared.
  public let span: SourceSpan

  /// The positions of the fields by whose values totals are broken down.
  public var totalsPositions: [Int] { totalsBy.compactMap { position(of: $0) } }

  /// The position of the field with a name, if there is one.
  public func position(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The field with a name, if there is one.
  public func field(_ name: String) -> SubjectField? { fields.first { $0.name == name } }
}

/// A typed field of a kind of subject.
public struct SubjectField: Sendable {
  /// The name that scripts and column headings use.
  public let name: String

  /// The title.
  public let title: Title

  /// What its values are.
  public let type: FieldType

  /// The id of the plugin that adds it; `nil` for the catalogue's own.
  public let plugin: String?

  /// Where it is declared.
  public let span: SourceSpan
}

/// What the values of a field are.
public enum FieldType: Sendable {
  /// `true` or `false`.
  case boolean
  /// A whole number of 64 bits.
  case integer
  /// An exact quantity; a plain number is read in this unit.
  case quantity(Quantities.Unit)
  /// One of a list of values.
  case enumeration([EnumerationValue])
  /// Any text.
  case text
  /// A day, `YYYY-MM-DD`.
  case date
  /// A calendar year.
  case year
  /// The code of an area of the catalogue.
  case area
}

/// One of the values of an enumeration.
public struct EnumerationValue: Sendable, Hashable {
  /// The value that scripts type.
  public let value: String

  /// The title.
  public let title: Title
}
