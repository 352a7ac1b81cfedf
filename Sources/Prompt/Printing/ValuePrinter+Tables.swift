// Tables of Lua: records as rows, everything else as names and values.

import Yardstick

extension ValuePrinter {
  /// A table: a list of records becomes a table, a long list one value per line, a short one a line.
  func table(_ table: PromptTable) -> PrintedValue {
    let json = ValueText.json(.table(table))
    if let records = records(table) {
      return PrintedValue(text: text(of: records, table), table: records, json: json)
    }
    let rows = self.rows(table)
    let line = ValueText.text(.table(table))
    let fits = line.displayWidth <= (width ?? 80) && !line.contains("{…}")
    return PrintedValue(
      text: fits ? line.terminated : text(of: rows, table), table: rows, json: json)
  }

  private func text(of rows: TextTable, _ table: PromptTable) -> String {
    let shown = rows.prefix(Self.mostRows)
    let left = max(rows.rows.count - Self.mostRows, 0) + max(table.count - table.items.count, 0)
    let rest = left > 0 || table.isCut
    let note =
      left > 0
      ? label("… and \(left) more rows", "……另有\(left)行") : label("… and more", "……其余从略")
    return shown.text(width: width, style: style) + (rest ? style.dim(note) + "\n" : "")
  }

  /// The table whose rows are the items, where each of them has names only.
  private func records(_ table: PromptTable) -> TextTable? {
    guard table.entries.isEmpty, !table.items.isEmpty else { return nil }
    var columns: [String] = []
    var numeric: Set<String> = []
    var records: [[String: String]] = []
    for item in table.items {
      guard let cells = cells(item) else { return nil }
      for (name, value) in cells where !columns.contains(name) {
        columns.append(name)
        if isNumeric(value) { numeric.insert(name) }
      }
      records.append(
        Dictionary(
          cells.map { ($0.name, ValueText.text($0.value)) }, uniquingKeysWith: { $1 }))
    }
    return TextTable(
      columns.map { .init($0, numeric.contains($0) ? .right : .left) },
      rows: records.map { record in columns.map { record[$0] ?? "" } })
  }

  /// The cells of a row: the entries of a table, or the parts of a decision or an assessment.
  private func cells(_ item: PromptValue) -> [(name: String, value: PromptValue)]? {
    switch item {
    case .table(let row):
      guard row.items.isEmpty, !row.entries.isEmpty else { return nil }
      return row.entries.map { ($0.key, $0.value) }
    case .decision(let decision):
      return [
        ("subject", .text(decision.subject.key)), ("eligibility", .text(decision.eligibility)),
        ("status", .text(decision.status)),
        ("payable", (decision.payable ?? decision.amount).map { .quantity($0) } ?? .text("")),
        ("unmet", .text(decision.unmet.joined(separator: "; "))),
        ("missing", .text(decision.missing.joined(separator: ", "))),
      ]
    case .assessment(let assessment):
      return [
        ("target", .text(assessment.target)), ("status", .text(assessment.status)),
        ("value", assessment.value.map { .quantity($0) } ?? .text("")),
        ("distance", assessment.distance.map { .quantity($0) } ?? .text("")),
      ]
    case .subject(let subject):
      guard let kind = workspace.catalog.subjects[subject.kind] else { return nil }
      return zip(kind.fields, subject.values).map { field, value in
        (field.name, PromptValue(value))
      }
    default: return nil
    }
  }

  /// A value as names and texts, for comparing it with another.
  func rows(of value: PromptValue) -> [(key: String, text: String)] {
    switch value {
    case .subject, .decision, .assessment:
      (cells(value) ?? []).map { ($0.name, ValueText.text($0.value)) }
    case .table(let table): rows(table).rows.map { ($0[0].text, $0[1].text) }
    default: [(label("value", "值"), ValueText.text(value))]
    }
  }

  private func isNumeric(_ value: PromptValue) -> Bool {
    switch value {
    case .integer, .number, .quantity: true
    default: false
    }
  }

  /// Names and values, one pair on each row; items have their numbers as names.
  private func rows(_ table: PromptTable) -> TextTable {
    let items = table.items.enumerated().map { ("\($0.offset + 1)", $0.element) }
    let all = items + table.entries.map { ($0.key, $0.value) }
    return TextTable(
      [
        .init(label("key", "键")),
        .init(label("value", "值"), all.allSatisfy { isNumeric($0.1) } ? .right : .left),
      ],
      rows: all.map { [$0.0, ValueText.text($0.1)] })
  }
}

extension PromptValue {
  /// The value of a field.
  init(_ value: FieldValue) {
    switch value {
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .quantity(let quantity): self = .quantity(quantity)
    default: self = .text(ValueText.text(value))
    }
  }
}
