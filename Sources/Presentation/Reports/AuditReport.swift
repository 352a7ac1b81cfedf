// Whether the catalogue carries every figure of a policy text.

public import Catalog
public import Diagnostics

/// Renders the audit of a policy text.
public struct AuditReport {
  private let audit: PolicyAudit
  private let language: Language

  /// Creates a report.
  public init(_ audit: PolicyAudit, language: Language) {
    self.audit = audit
    self.language = language
  }

  /// Whether the text and the catalogue differ.
  public var hasFindings: Bool { !audit.isClean }

  /// Where the text and the catalogue differ.
  public var findings: [Finding] { audit.findings }

  /// One row for each figure of the text, and one for each figure it no longer has.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "clause", zh: "条款")),
      .init(language.text(en: "figure", zh: "数字")),
      .init(language.text(en: "at", zh: "位置"), .right),
      .init(language.text(en: "carried by", zh: "目录条目")),
    ])
    for row in audit.rows {
      table.add([
        .init("\(row.place)"), .init(row.figure), .init("\(row.span.line):\(row.span.column)"),
        row.carrier.map { .init("\($0.kind) \($0.id)") }
          ?? .init(language.text(en: "not carried", zh: "未收录"), .red),
      ])
    }
    for absence in audit.absences {
      table.add([
        .init("\(absence.place)"), .init(absence.figure),
        .init(language.text(en: "not in the text", zh: "文中没有"), .red),
        .init("\(absence.carrier.kind) \(absence.carrier.id)"),
      ])
    }
    return table
  }

  /// The audit for people.
  public func text(width: Int?, style: Style) -> String {
    let missing = audit.rows.count - audit.carriedCount
    let tone: Style.Tone = hasFindings ? .red : .green
    return table.text(width: width, style: style) + "\n"
      + style.paint(
        language.text(
          en: "\(audit.rows.count) figures: \(audit.carriedCount) carried, \(missing) not carried; "
            + "\(audit.absences.count) of the catalogue not in the text (\(audit.vintage))",
          zh: "共\(audit.rows.count)个数字：已收录\(audit.carriedCount)，未收录\(missing)；"
            + "目录中有\(audit.absences.count)个数字不见于文本（\(audit.vintage)）"), tone) + "\n"
  }

  /// The audit as JSON.
  public var json: JSONValue {
    [
      "vintage": .string(audit.vintage),
      "figures": .integer(Int64(audit.rows.count)),
      "carried": .integer(Int64(audit.carriedCount)),
      "rows": .array(
        audit.rows.map { row in
          [
            "clause": .string("\(row.place)"), "figure": .string(row.figure),
            "line": .integer(Int64(row.span.line)), "column": .integer(Int64(row.span.column)),
            "kind": .optional(row.carrier?.kind), "id": .optional(row.carrier?.id),
          ]
        }),
      "absent": .array(
        audit.absences.map { absence in
          [
            "clause": .string("\(absence.place)"), "figure": .string(absence.figure),
            "kind": .string(absence.carrier.kind), "id": .string(absence.carrier.id),
          ]
        }),
    ]
  }
}
