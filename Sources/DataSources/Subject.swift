// One subject of instruments, such as an enterprise, as typed values.

public import Quantities

/// A value of a subject's field.
public enum FieldValue: Hashable, Sendable {
  /// Nothing is known; neither zero nor false.
  case missing
  case boolean(Bool)
  case integer(Int64)
  case quantity(Quantity)
  /// One of the values of the field's enumeration, as scripts type it.
  case enumeration(String)
  case text(String)
  case date(CalendarDate)
  case year(Int)
  /// The code of an area of the catalogue.
  case area(String)
}

/// Whoever an instrument is for, with the values of its fields.
public struct Subject: Hashable, Sendable {
  /// The id of the kind of subject.
  public let kind: String

  /// The value of the key field.
  public let key: String

  /// The values, in the order of the kind's fields.
  public let values: [FieldValue]

  /// The line of the file it stands on, counted from 1; 0 when it comes from no file.
  public let line: Int

  /// Creates a subject.
  public init(kind: String, key: String, values: [FieldValue], line: Int = 0) {
    self.kind = kind
    self.key = key
    self.values = values
    self.line = line
  }

  /// The values of fields of the kinds that totals are broken down by; empty where one is missing.
  public func values(of positions: [Int]) -> [String] {
    positions.map { position in
      switch values[position] {
      case .enumeration(let value), .area(let value): value
      default: ""
      }
    }
  }
}
