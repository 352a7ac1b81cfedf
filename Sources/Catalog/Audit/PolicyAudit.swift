// Holding a policy text against the catalogue, figure by figure.

public import Diagnostics
import Quantities

/// A policy text held against the catalogue, figure by figure.
///
/// Every figure that the text prints must be carried by a target, a qualifier, a milestone, a parameter
/// or an entry of `narrative.yaml` of the same clause, and every figure of the catalogue must stand in
/// the text. Figures are compared by what they say: `1.1 万亿` is `1.1万亿`, `1,000家` is `1000 家`. Two
/// equal figures in one clause need two carriers.
public struct PolicyAudit: Sendable {
  /// A figure that the text prints.
  public struct Row: Sendable {
    /// The part of the text.
    public let place: PolicyPlace

    /// The figure as printed, without spaces.
    public let figure: String

    /// Where it stands.
    public let span: SourceSpan

    /// What carries it, or `nil` when nothing does.
    public let carrier: FigureCarrier?
  }

  /// A figure of the catalogue that the text does not have.
  public struct Absence: Sendable {
    /// The part of the text in which it should stand.
    public let place: PolicyPlace

    /// The figure as the catalogue has it.
    public let figure: String

    /// What carries it in the catalogue.
    public let carrier: FigureCarrier

    /// Where the catalogue has it.
    public let span: SourceSpan
  }

  /// The vintage that the text was held against.
  public let vintage: String

  /// The figures of the text, in its order.
  public let rows: [Row]

  /// The figures of the catalogue that the text does not have, in the order of the catalogue.
  public let absences: [Absence]

  /// What does not agree, in the order of the text and then of the catalogue.
  public let findings: [Finding]

  /// How many figures of the text the catalogue carries.
  public var carriedCount: Int { rows.filter { $0.carrier != nil }.count }

  /// Whether text and catalogue agree.
  public var isClean: Bool { findings.isEmpty }

  /// Audits a policy text against a vintage, or against the one that applies.
  ///
  /// Throws a ``Failure`` when the text cannot be read or the vintage is not known.
  public static func run(
    path: String, bytes: [UInt8], catalog: Catalog, vintage: String? = nil
  ) throws(Failure) -> PolicyAudit {
    let name = vintage ?? catalog.header.vintage
    let known = catalog.header.vintages.map(\.name)
    guard known.contains(name) else {
      throw Failure(
        Finding(
          "catalog.unknown-vintage", "there is no vintage `\(name)`",
          suggestion: NearestName.suggestion(for: name, among: known)))
    }
    let file: SourceFile
    do {
      file = try SourceFile.decode(path: path, bytes: bytes)
    } catch {
      throw Failure(error)
    }
    if file.lines.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      throw Failure(Finding("audit.empty", "`\(path)` is empty; expected the text of a policy"))
    }
    return PolicyAuditor(file: file, catalog: catalog, vintage: name).audit()
  }
}

/// Matches the figures of a text with those of a catalogue.
private struct PolicyAuditor {
  let file: SourceFile
  let catalog: Catalog
  let vintage: String

  func audit() -> PolicyAudit {
    let document = PolicyDocument(file)
    let scanner = FigureScanner(units: catalog.units)
    let expected = ExpectedFigure.all(in: catalog, vintage: vintage)
    var rows: [PolicyAudit.Row] = []
    var found = Set<Int>()
    for part in document.parts {
      let candidates = expected.indices.filter { expected[$0].place == part.place }
      let figures = scanner.figures(in: part.text)
      let carriers = match(
        figures, of: part.text, with: candidates, in: expected, scanner: scanner, found: &found)
      for (figure, carrier) in zip(figures, carriers) {
        rows.append(
          PolicyAudit.Row(
            place: part.place, figure: part.text.string(figure.range),
            span: part.text.span(figure.range, in: file), carrier: carrier))
      }
    }
    let absences = expected.indices.filter { !found.contains($0) && !expected[$0].isOptional }
      .map { expected[$0] }
      .map {
        PolicyAudit.Absence(
          place: $0.place, figure: $0.printed, carrier: $0.carrier, span: $0.span)
      }
    return PolicyAudit(
      vintage: vintage, rows: rows, absences: absences,
      findings: findings(rows: rows, absences: absences, parts: document.parts.map(\.place)))
  }

  /// The carrier of each figure of one part of the text; notes the expected figures that were found.
  private func match(
    _ figures: [PrintedFigure], of text: PolicyText, with candidates: [Int],
    in expected: [ExpectedFigure], scanner: FigureScanner, found: inout Set<Int>
  ) -> [FigureCarrier?] {
    var carriers = [FigureCarrier?](repeating: nil, count: figures.count)
    var taken: Set<Range<Int>> = []
    var values: [(index: Int, value: PrintedFigure.Value)] = []
    for index in candidates {
      let words = PolicyText(expected[index].printed)
      let inside = scanner.figures(in: words)
      if case .narrative = expected[index].carrier {
        // An entry carries the figures within one occurrence of its words.
        guard let range = text.ranges(of: words).first(where: { !taken.contains($0) }) else {
          continue
        }
        taken.insert(range)
        found.insert(index)
        for (position, figure) in figures.enumerated() where range.contains(figure.range) {
          carriers[position] = carriers[position] ?? expected[index].carrier
        }
      } else if inside.isEmpty {
        // Words without a number, such as `高于平均增速`, need only stand in the text.
        if !text.ranges(of: words).isEmpty { found.insert(index) }
      } else {
        values += inside.map { (index, $0.value) }
      }
    }
    for (position, figure) in figures.enumerated() where carriers[position] == nil {
      let match =
        values.firstIndex { $0.value == figure.value }
        ?? values.firstIndex { $0.value.saysSame(as: figure.value) }
      guard let match else { continue }
      let index = values.remove(at: match).index
      carriers[position] = expected[index].carrier
      found.insert(index)
    }
    return carriers
  }

  // MARK: Findings

  private func findings(
    rows: [PolicyAudit.Row], absences: [PolicyAudit.Absence], parts: [PolicyPlace]
  ) -> [Finding] {
    let loose = rows.filter { $0.carrier == nil }
    let missing = absences.map { absence in
      absent(absence, loose: loose.filter { $0.place == absence.place })
    }
    return loose.map(notCarried) + missing + missingParts(parts)
  }

  private func notCarried(_ row: PolicyAudit.Row) -> Finding {
    Finding(
      "audit.not-carried",
      "`\(row.figure)` in \(named(row.place)) is carried by nothing in the catalogue",
      at: row.span,
      suggestion: "add it to a target or a parameter, or to `narrative.yaml` with the reason")
  }

  private func absent(_ absence: PolicyAudit.Absence, loose: [PolicyAudit.Row]) -> Finding {
    Finding(
      "audit.not-in-text",
      "`\(absence.figure)` of \(absence.carrier) does not stand in \(named(absence.place)) of the text",
      at: absence.span,
      notes: loose.map {
        "the text has `\($0.figure)` there, which nothing carries, at \($0.span.place)"
      })
  }

  /// Measures of the catalogue that the text lacks.
  private func missingParts(_ parts: [PolicyPlace]) -> [Finding] {
    catalog.measures.compactMap { measure in
      guard let place = PolicyHeading.place(of: measure.clause), !parts.contains(place) else {
        return nil
      }
      return Finding(
        "audit.no-clause", "the text has no clause \(measure.clause) for measure \(measure.number)",
        at: measure.span)
    }
  }

  private func named(_ place: PolicyPlace) -> String {
    switch place {
    case .preamble: "the preamble"
    case .chapter: "chapter \(place)"
    case .measure: "\(place)"
    }
  }
}
