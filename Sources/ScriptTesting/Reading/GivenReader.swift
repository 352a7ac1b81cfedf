// The fields of a subject as a suite gives them, typed by the catalogue.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting

/// Reads the fields of a subject.
struct GivenReader {
  let kind: SubjectKind
  let catalog: Catalog

  /// The values of the fields that are given, by their names.
  func read(
    _ given: ScriptValue?, _ places: Places, _ problems: inout FindingList
  ) -> [String: FieldValue] {
    guard let given else { return [:] }
    guard case .table(let table) = given, table.items.isEmpty else {
      problems.add(
        Finding(
          "suite.given", "`given` must be a table of fields, not \(given.kindText)",
          at: places.of("given"), suggestion: "write `given = { field = value }`"))
      return [:]
    }
    var values: [String: FieldValue] = [:]
    for entry in table.entries {
      if let value = value(entry.value, of: entry.key, places, &problems) {
        values[entry.key] = value
      }
    }
    return values
  }

  /// The value of one field.
  func value(
    _ given: ScriptValue, of name: String, _ places: Places, _ problems: inout FindingList
  ) -> FieldValue? {
    guard let field = kind.field(name) else {
      problems.add(
        Finding(
          "suite.unknown-field", "unknown field `\(name)` of `\(kind.id)`", at: places.of(name),
          suggestion: NearestName.suggestion(for: name, among: kind.fields.map(\.name))))
      return nil
    }
    do {
      return try value(given, of: field.type)
    } catch {
      problems.add(
        Finding(
          "suite.bad-value", "field `\(name)`: \(error.message)", at: places.of(name),
          suggestion: error.suggestion))
      return nil
    }
  }

  /// Whatever a suite writes is read as a register's cell would be.
  private func value(
    _ given: ScriptValue, of type: FieldType
  ) throws(FieldParseError) -> FieldValue {
    let text: String
    switch (given, type) {
    case (.missing, _): return .missing
    case (.quantity(let quantity), .quantity(let unit))
    where quantity.unit.dimension == unit.dimension:
      return .quantity(quantity)
    case (.date(let date), .date): return .date(date)
    case (.text(""), _):
      throw FieldParseError(
        message: "it is an empty text", suggestion: "write `missing` for what is not known")
    case (.text(let written), _): text = written
    case (.quantity(let quantity), _): text = "\(quantity)"
    case (.date(let date), _): text = "\(date)"
    case (.integer(let integer), _): text = "\(integer)"
    case (.boolean(let value), .boolean): return .boolean(value)
    case (.number(let number), _):
      throw FieldParseError(
        message: "\(number) is a floating-point number, which is not exact",
        suggestion: "write it in quotes, with its unit")
    default:
      throw FieldParseError(message: "it cannot be \(given.kindText)")
    }
    return try type.parse(text, units: catalog.units, areas: catalog.areas)
  }
}
