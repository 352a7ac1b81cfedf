// Reading what a catalogue is, and the structure of its document.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `catalog.yaml`.
  func readHeader() -> CatalogHeader? {
    let keys = ["id", "version", "title", "area", "vintage", "vintages"]
    guard let fields = root(of: .catalog)?.mapping("`catalog.yaml`", keys: keys) else {
      dismiss(.catalog)
      return nil
    }
    let id = fields.required("id")?.text()
    let version = version(fields.required("version"))
    let title = fields.required("title")?.title()
    let areaValue = fields.required("area")
    let area = areaValue?.text()
    if let areaValue, let area { headerArea = (area, areaValue.span) }
    let vintages = fields.required("vintages")?.list(of: "vintages")?.compactMap(readVintage)
    if vintages == nil { dismiss(.catalog) }
    let vintage = reference(fields.required("vintage"), to: .vintage)
    guard let id, let version, let title, let area, let vintage, let vintages else { return nil }
    return CatalogHeader(
      id: id, version: version, title: title, area: area, vintage: vintage, vintages: vintages)
  }

  private func readVintage(_ value: YAMLValue) -> DocumentVintage? {
    let keys = ["name", "title", "publisher", "date"]
    guard let fields = value.mapping("a vintage", keys: keys) else { return nil }
    let name = declaredID(fields.required("name"), as: .vintage)
    let title = fields.required("title")?.title()
    let publisher = fields.required("publisher")?.text()
    let date = fields.optional("date").map { $0.date() }
    guard let name, let title, let publisher else { return nil }
    return DocumentVintage(name: name, title: title, publisher: publisher, date: date ?? nil)
  }

  private func version(_ value: YAMLValue?) -> String? {
    guard let value, let text = value.text() else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }) {
      return text
    }
    value.report(
      "catalog.malformed-version", "`version` must be three numbers such as `1.0.0`, not `\(text)`")
    return nil
  }

  /// Reads `departments.yaml`.
  func readDepartments() -> [Department] {
    entries(of: .departments) { value in
      guard let fields = value.mapping("a department", keys: ["id", "zh", "en"]) else { return nil }
      let id = fields.required("id")
      let name = declaredID(id, as: .department)
      let title = fields.names()
      guard let id, let name, let title else { return nil }
      return Department(id: name, title: title, span: id.span)
    }
  }

  /// Reads `chapters.yaml`.
  func readChapters() -> [Chapter] {
    entries(of: .chapters) { value in
      guard let fields = value.mapping("a chapter", keys: ["number", "clause", "title"]) else {
        return nil
      }
      let number = declaredNumber(fields.required("number"), as: .chapter, from: 0)
      let clause = fields.required("clause")?.text(orEmpty: number == 0)
      let title = fields.required("title")?.title()
      if let clause { clauses.insert(PolicyHeading.normalised(clause)) }
      guard let number, let clause, let title else { return nil }
      return Chapter(number: number, title: title, clause: clause)
    }
  }

  /// Reads `measures.yaml`.
  func readMeasures() -> [Measure] {
    let keys = ["number", "chapter", "clause", "title", "summary", "departments"]
    return entries(of: .measures) { value in
      guard let fields = value.mapping("a measure", keys: keys) else { return nil }
      let numberValue = fields.required("number")
      let number = declaredNumber(numberValue, as: .measure, from: 1)
      let chapter = numberedReference(fields.required("chapter"), to: .chapter)
      let clause = fields.required("clause")?.text()
      let title = fields.required("title")?.title()
      let summary = fields.required("summary")?.title()
      let departments = fields.required("departments")?.list(of: "departments")?
        .compactMap { reference($0, to: .department) }
      if let clause { clauses.insert(PolicyHeading.normalised(clause)) }
      if let number, let chapter, chapterOfMeasure[number] == nil {
        chapterOfMeasure[number] = chapter
      }
      guard let numberValue, let number, let chapter, let clause, let title, let summary,
        let departments
      else { return nil }
      return Measure(
        number: number, chapter: chapter, clause: clause, title: title, summary: summary,
        departments: departments, span: numberValue.span)
    }
  }

  /// Reads `narrative.yaml`.
  func readNarrative() -> [NarrativeFigure] {
    entries(of: .narrative) { value in
      guard let fields = value.mapping("a figure", keys: ["clause", "words", "reason"]) else {
        return nil
      }
      let clauseValue = fields.required("clause")
      let clause = clauseValue?.text(orEmpty: true)
      let words = fields.required("words")
      let text = words?.text()
      let reason = fields.required("reason")?.text()
      if let clause, let clauseValue, root(of: .chapters) != nil, root(of: .measures) != nil,
        !clauses.contains(PolicyHeading.normalised(clause))
      {
        clauseValue.report(
          "catalog.unknown-clause", "no chapter and no measure has the clause `\(clause)`",
          suggestion: "write it as in `chapters.yaml` or `measures.yaml`, such as `（七）`")
      }
      guard let clause, let words, let text, let reason else { return nil }
      return NarrativeFigure(clause: clause, words: text, reason: reason, span: words.span)
    }
  }

  private func declaredNumber(
    _ value: YAMLValue?, as kind: EntryKind, from lowest: Int
  ) -> Int? {
    guard let value, let number = value.integer() else { return nil }
    if number < lowest {
      value.report("catalog.number", "\(value.label) must be at least \(lowest), not \(number)")
    }
    declare(String(number), as: kind, at: value.span)
    return number
  }
}
