// Reads the values of a subject's fields from text.

public import Catalog
import Diagnostics
public import Quantities

/// Why a text is no value of a field.
public struct FieldParseError: Error, Sendable {
  /// What is wrong, as a lowercase sentence.
  public let message: String

  /// How many characters of the text come before the mistake.
  public let offset: Int

  /// What to do next.
  public let suggestion: String?

  /// Creates an error.
  public init(message: String, offset: Int = 0, suggestion: String? = nil) {
    self.message = message
    self.offset = offset
    self.suggestion = suggestion
  }
}

extension FieldType {
  /// The value that a text stands for; an empty text is ``FieldValue/missing``.
  ///
  /// A plain number is a quantity in the field's unit. Enumerations are read by value or Chinese title,
  /// areas by code or name, booleans as `true`, `false`, `是` and `否`.
  public func parse(
    _ text: String, units: UnitTable, areas: Lookup<Area>
  ) throws(FieldParseError) -> FieldValue {
    if case .text = self { return text.isEmpty ? .missing : .text(text) }
    let content = text.trimmed
    if content.isEmpty { return .missing }
    do {
      return try value(of: String(content), units: units, areas: areas)
    } catch {
      throw FieldParseError(
        message: error.message,
        offset: text.distance(from: text.startIndex, to: content.startIndex) + error.offset,
        suggestion: error.suggestion)
    }
  }

  private func value(
    of text: String, units: UnitTable, areas: Lookup<Area>
  ) throws(FieldParseError) -> FieldValue {
    switch self {
    case .boolean: return .boolean(try Self.boolean(text))
    case .integer: return .integer(try Self.integer(text))
    case .quantity(let unit):
      return .quantity(
        try parsed { () throws(QuantityParseError) in
          try Quantity(parsing: text, units: units, defaultUnit: unit)
        })
    case .enumeration(let values): return .enumeration(try Self.enumeration(text, among: values))
    case .text: return .text(text)
    case .date:
      return .date(
        try parsed { () throws(QuantityParseError) in try CalendarDate(parsing: text) })
    case .year: return .year(try Self.year(text))
    case .area: return .area(try Self.area(text, among: areas))
    }
  }

  private static func boolean(_ text: String) throws(FieldParseError) -> Bool {
    switch text {
    case "true", "是": return true
    case "false", "否": return false
    default:
      throw FieldParseError(
        message: "`\(text)` is neither `true` nor `false`",
        suggestion: "write `true` or `false` (`是` or `否`); leave it empty when it is not known")
    }
  }

  private static func integer(_ text: String) throws(FieldParseError) -> Int64 {
    let number = try parsed { () throws(QuantityParseError) in try ExactDecimal(parsing: text) }
    guard let integer = number.integerValue else {
      let isWhole = (try? number.rounded(toPlaces: 0, .halfUp)) == number
      throw FieldParseError(
        message: isWhole
          ? "`\(text)` is too large; a whole number here has at most 64 bits"
          : "`\(text)` is not a whole number")
    }
    return integer
  }

  private static func year(_ text: String) throws(FieldParseError) -> Int {
    guard text.utf8.count == 4, let year = Int(text), year >= 1000 else {
      throw FieldParseError(
        message: "`\(text)` is not a year", suggestion: "write four digits, such as `2027`")
    }
    return year
  }

  private static func enumeration(
    _ text: String, among values: [EnumerationValue]
  ) throws(FieldParseError) -> String {
    if let known = values.first(where: { $0.value == text || $0.title.zh == text }) {
      return known.value
    }
    throw FieldParseError(
      message: "`\(text)` is none of the values of this field",
      suggestion: NearestName.suggestion(for: text, among: values.map(\.value)))
  }

  private static func area(
    _ text: String, among areas: Lookup<Area>
  ) throws(FieldParseError) -> String {
    if areas[text] != nil { return text }
    if let named = areas.first(where: { $0.title.zh == text || $0.title.en == text }) {
      return named.id
    }
    throw FieldParseError(
      message: "there is no area `\(text)` in the catalogue",
      suggestion: NearestName.suggestion(
        for: text, among: areas.flatMap { [$0.id, $0.title.zh, $0.title.en] }))
  }
}

/// A value read by Quantities, its error told as one of a field.
private func parsed<Value>(
  _ read: () throws(QuantityParseError) -> Value
) throws(FieldParseError) -> Value {
  do {
    return try read()
  } catch {
    throw FieldParseError(
      message: error.message, offset: error.offset, suggestion: error.suggestion)
  }
}
