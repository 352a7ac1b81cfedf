// Reading kinds of subject and their fields.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `subjects.yaml`.
  func readSubjects() -> [SubjectKind] {
    entries(of: .subjects) { value in
      let keys = ["id", "title", "key", "totals_by", "fields"]
      guard let subject = value.mapping("a subject", keys: keys) else { return nil }
      let idValue = subject.required("id")
      let id = declaredID(idValue, as: .subject)
      let title = subject.required("title")?.title()
      let keyValue = subject.required("key")
      let key = keyValue?.text()
      let list = subject.required("fields")?.list(of: "fields")
      let names = NameList(noun: "field")
      let fields = list?.compactMap { readField($0, names: names) }
      if let keyValue, let key, let fields, fields.count == list?.count {
        checkKey(key, at: keyValue, among: fields)
      }
      let totalsBy = subject.optional("totals_by")?.list(of: "names of fields") ?? []
      if let fields, fields.count == list?.count {
        for name in totalsBy { checkTotals(by: name, among: fields) }
      }
      guard let idValue, let id, let title, let key, let fields else { return nil }
      return SubjectKind(
        id: id, title: title, key: key, fields: fields, totalsBy: totalsBy.compactMap { $0.text() },
        span: idValue.span)
    }
  }

  private func checkKey(_ key: String, at value: YAMLValue, among fields: [SubjectField]) {
    guard let field = fields.first(where: { $0.name == key }) else {
      value.report(
        "catalog.key-field", "there is no field `\(key)` to identify a subject by",
        suggestion: NearestName.suggestion(for: key, among: fields.map(\.name)))
      return
    }
    if case .text = field.type { return }
    value.report(
      "catalog.key-field", "the field `\(key)` identifies a subject, so its type must be `text`")
  }

  private func checkTotals(by value: YAMLValue, among fields: [SubjectField]) {
    guard let name = value.text() else { return }
    guard let field = fields.first(where: { $0.name == name }) else {
      value.report(
        "catalog.totals-field", "there is no field `\(name)` to break totals down by",
        suggestion: NearestName.suggestion(for: name, among: fields.map(\.name)))
      return
    }
    switch field.type {
    case .area, .enumeration: return
    default:
      value.report(
        "catalog.totals-field",
        "totals are broken down by places and enumerations, and `\(name)` is neither")
    }
  }

  /// The types of fields as they are written.
  private enum TypeName: String, CaseIterable {
    case boolean, integer, quantity, text, date, year, area
    case enumeration = "enum"
  }

  func readField(_ value: YAMLValue, names: NameList) -> SubjectField? {
    let keys = ["name", "title", "type", "unit", "values"]
    guard let fields = value.mapping("a field", keys: keys) else { return nil }
    let nameValue = fields.required("name")
    let name = nameValue.flatMap { identifier($0) }
    if let nameValue, let name { names.add(name, at: nameValue) }
    let title = fields.required("title")?.title()
    let type = readType(of: fields)
    guard let nameValue, let name, let title, let type else { return nil }
    return SubjectField(
      name: name, title: title, type: type, plugin: plugin, span: nameValue.span)
  }

  private func readType(of fields: YAMLMapping) -> FieldType? {
    guard let type = fields.required("type")?.choice(TypeName.self) else { return nil }
    let reason = "the type of the field is `\(type.rawValue)`"
    if type != .quantity { fields.forbid("unit", "catalog.field-type", because: reason) }
    if type != .enumeration { fields.forbid("values", "catalog.field-type", because: reason) }
    switch type {
    case .boolean: return .boolean
    case .integer: return .integer
    case .text: return .text
    case .date: return .date
    case .year: return .year
    case .area: return .area
    case .quantity: return unit(fields.required("unit")).map { .quantity($0) }
    case .enumeration: return readValues(fields.required("values")).map { .enumeration($0) }
    }
  }

  private func readValues(_ value: YAMLValue?) -> [EnumerationValue]? {
    guard let value, let list = value.list(of: "values") else { return nil }
    if list.isEmpty {
      value.report("catalog.field-type", "a field of the type `enum` needs values")
    }
    let names = NameList(noun: "value")
    return list.compactMap { entry in
      guard let fields = entry.mapping("a value", keys: ["value", "zh", "en"]) else { return nil }
      let nameValue = fields.required("value")
      let name = nameValue.flatMap { identifier($0) }
      if let nameValue, let name { names.add(name, at: nameValue) }
      guard let title = fields.names(), let name else { return nil }
      return EnumerationValue(value: name, title: title)
    }
  }
}

/// Names that must differ within one entry.
final class NameList {
  private let noun: String
  private var places: [String: SourceSpan] = [:]

  init(noun: String) {
    self.noun = noun
  }

  /// Takes a name that is declared elsewhere.
  func take(_ name: String, at span: SourceSpan) { places[name] = span }

  /// Adds a name; one that is taken is a finding that tells both places.
  func add(_ name: String, at value: YAMLValue) {
    if let first = places[name] {
      value.report(
        "catalog.duplicate-name", "the \(noun) `\(name)` is declared twice",
        notes: ["first at \(first.place)"], suggestion: "rename or remove one of the two")
    } else {
      places[name] = value.span
    }
  }
}
