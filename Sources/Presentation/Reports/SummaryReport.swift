// What came out over a whole register, for people and for programs.

public import Catalog
public import Evaluation
import Quantities
import Scripting

/// Renders what came out over a whole register.
public struct SummaryReport {
  private let summaries: [EligibilitySummary]
  private let instruments: [String: Instrument]
  private let kind: SubjectKind?
  private let areas: [Area]
  private let language: Language

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - instruments: The instrument of each eligibility, by the eligibility's id.
  ///   - kind: What the subjects are, by whose fields totals are broken down.
  ///   - areas: The places that these may name.
  public init(
    _ summaries: [EligibilitySummary], instruments: [String: Instrument], kind: SubjectKind? = nil,
    areas: [Area] = [], language: Language
  ) {
    self.summaries = summaries
    self.instruments = instruments
    self.kind = kind
    self.areas = areas
    self.language = language
  }

  /// One row for each eligibility.
  public var table: TextTable {
    var table = TextTable([
      .init(language.text(en: "no.", zh: "举措"), .right),
      .init(language.text(en: "eligibility", zh: "资格")),
      .init(language.status(.eligible), .right),
      .init(language.status(.ineligible), .right),
      .init(language.status(.undetermined), .right),
      .init(language.text(en: "paid", zh: "获支持"), .right),
      .init(language.text(en: "total", zh: "合计"), .right),
      .init(language.text(en: "most often unmet, missing or open", zh: "最常见的不满足、缺失或未定")),
    ])
    for summary in summaries {
      let instrument = instruments[summary.eligibility]
      table.add([
        .init(instrument.map { "\($0.measure)" } ?? ""),
        .init(
          language.text(en: summary.eligibility + " ", zh: "") + (instrument?.title.zh ?? "")),
        .init("\(summary.counts[.eligible, default: 0])", .green),
        .init("\(summary.counts[.ineligible, default: 0])"),
        .init("\(summary.counts[.undetermined, default: 0])"),
        .init("\(summary.paid)"),
        .init(summary.total.map { "\(Self.yuan($0))" } ?? ""),
        .init(remark(summary)),
      ])
    }
    return table
  }

  /// What all instruments together paid, for each field that totals are broken down by.
  public var breakdowns: [TextTable] {
    fields.enumerated().map { position, field in
      var table = TextTable([
        .init(language.title(field.title)),
        .init(language.text(en: "paid", zh: "获支持"), .right),
        .init(language.text(en: "total", zh: "合计"), .right),
      ])
      let parts = summaries.map { $0.parts.indices.contains(position) ? $0.parts[position] : [:] }
      for (value, title) in values(of: field) {
        var sum = PaidTotal()
        // Amounts of unlike units have no sum.
        let isExact = parts.allSatisfy { part in
          part[value].map { paid in (try? sum.add(paid)) != nil } ?? true
        }
        guard sum.count > 0 else { continue }
        table.add([
          .init(title), .init("\(sum.count)"),
          .init(isExact ? sum.total.map(Self.yuan) ?? "" : "…"),
        ])
      }
      return table
    }
  }

  /// The headings of ``rows``.
  public static let columns = [
    "eligibility", "by", "value", "eligible", "ineligible", "undetermined", "failed", "not_payable",
    "paid", "total", "unit", "unmet", "missing",
  ]

  /// The summaries as rows of plain values: one for each eligibility, then those for each value of the
  /// fields that totals are broken down by.
  public var rows: [[String]] {
    summaries.flatMap { summary in
      let total = JSONValue.quantity(summary.total)
      let row =
        [summary.eligibility, "", ""]
        + Decision.Status.allCases.map { "\(summary.counts[$0, default: 0])" }
        + ["\(summary.failures)", "\(summary.notPayable)", "\(summary.paid)"]
        + [total["value"]?.text ?? "", total["unit"]?.text ?? ""]
        + [Self.list(summary.unmet), Self.list(summary.missing)]
      return [row]
        + parts(of: summary).map { field, value, paid in
          let total = JSONValue.quantity(paid.total)
          return [summary.eligibility, field, value, "", "", "", "", "", "\(paid.count)"]
            + [total["value"]?.text ?? "", total["unit"]?.text ?? "", "", ""]
        }
    }
  }

  private static func list(_ counts: [String: Int]) -> String {
    EligibilitySummary.byCount(counts).map { "\($0.label) (\($0.count))" }
      .joined(separator: "; ")
  }

  /// What an eligibility paid for each value of each field, in the order of the catalogue.
  private func parts(
    of summary: EligibilitySummary
  ) -> [(field: String, value: String, paid: PaidTotal)] {
    zip(fields, summary.parts).flatMap { field, part in
      values(of: field).compactMap { value, _ in
        part[value].map { (field.name, value, $0) }
      }
    }
  }

  private var fields: [SubjectField] {
    kind.map { kind in kind.totalsPositions.map { kind.fields[$0] } } ?? []
  }

  /// The values of a field and what they are called, that of a missing one last.
  private func values(of field: SubjectField) -> [(value: String, title: String)] {
    var values: [(value: String, title: String)] = []
    switch field.type {
    case .area: values = areas.map { ($0.id, language.title($0.title)) }
    case .enumeration(let list): values = list.map { ($0.value, language.title($0.title)) }
    default: break
    }
    return values + [("", language.text(en: "not known", zh: "未知"))]
  }

  /// The summaries as the name of a file asks for: JSON where it ends in `.json`, else CSV.
  public func text(asIn path: String) -> String {
    path.hasSuffix(".json")
      ? json.pretty : CSVWriter.row(Self.columns) + rows.map(CSVWriter.row).joined()
  }

  /// The summaries as JSON.
  public var json: JSONValue {
    .array(
      summaries.map { summary in
        [
          "eligibility": .string(summary.eligibility),
          "counts": .object(
            Decision.Status.allCases.map {
              .init($0.rawValue, .integer(summary.counts[$0, default: 0]))
            }),
          "failed": .integer(summary.failures),
          "paid": .integer(summary.paid),
          "not_payable": .integer(summary.notPayable),
          "total": .quantity(summary.total),
          "unmet": Self.object(summary.unmet),
          "missing": Self.object(summary.missing),
          "parts": .array(
            parts(of: summary).map { field, value, paid in
              [
                "by": .string(field), "value": value.isEmpty ? .null : .string(value),
                "paid": .integer(paid.count), "total": .quantity(paid.total),
              ]
            }),
        ]
      })
  }

  private static func object(_ counts: [String: Int]) -> JSONValue {
    .object(
      EligibilitySummary.byCount(counts).map { .init($0.label, .integer($0.count)) })
  }

  private func remark(_ summary: EligibilitySummary) -> String {
    var parts: [String] = []
    if let unmet = summary.commonestUnmet { parts.append("✗ \(unmet.label) (\(unmet.count))") }
    if let missing = summary.commonestMissing {
      parts.append("? \(missing.label) (\(missing.count))")
    }
    if summary.notPayable > 0 {
      parts.append(
        language.text(
          en: "not payable yet (\(summary.notPayable))", zh: "暂不可兑付（\(summary.notPayable)）"))
    }
    return parts.joined(separator: "  ")
  }

  /// Money in yuan with thousands separators and the fen.
  private static func yuan(_ quantity: Quantity) -> String {
    guard quantity.unit.dimension == .named("money") else { return "\(quantity)" }
    let digits = quantity.value.formatted(minimumPlaces: 2)
    let parts = digits.split(separator: ".")
    guard let whole = parts.first else { return digits }
    var grouped = ""
    for (position, digit) in whole.reversed().enumerated() {
      if position > 0, position % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return String(grouped.reversed()) + "." + parts.dropFirst().joined() + "元"
  }
}
