// Reads observations and their sources from CSV, typed by the catalogue.

public import Catalog
public import Diagnostics
import Quantities

/// Reads published figures.
public enum ObservationReader {
  /// The columns of a file of observations, in their usual order.
  public static let columns = [
    "series", "area", "period", "value", "unit", "status", "source", "note",
  ]

  /// The observations of a file, and the rows that could not be read.
  ///
  /// `value` is a plain number in `unit`; `>1500` says that only a lower bound was published. A row of
  /// status `O` without a value states that there is none, and gives no observation.
  ///
  /// Throws a ``Failure`` when the header or the quotes are broken.
  public static func read(
    path: String, bytes: [UInt8], catalog: Catalog, sources: [PublishedSource]
  ) throws(Failure) -> (observations: [Observation], rejects: [RejectedRow]) {
    var reader = try CSVReader(path: path, bytes: bytes, expected: columns)
    let positions = try CSVColumns(reader, expected: columns, required: Set(columns)).positions
      .compactMap(\.self)
    let known = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [[String]: Int] = [:]
    var observations: [Observation] = []
    var rejects: [RejectedRow] = []
    while let next = try reader.next() {
      switch next {
      case .rejected(let reject): rejects.append(reject)
      case .record(let record):
        let cells = positions.map { record.fields[$0] }
        var row = ObservationRow(cells: cells, line: record.line, text: reader.text)
        let content = cells.map(\.text)
        if let first = lines[content] {
          row.problems.add(
            "data.duplicate-row", "this row is the same as line \(first)", in: cells[0],
            column: columns[0], suggestion: "remove one of them")
        }
        lines[content] = lines[content] ?? record.line
        let observation = row.observation(catalog: catalog, sources: known)
        if let reject = row.problems.reject {
          rejects.append(reject)
        } else if let observation {
          observations.append(observation)
        }
      }
    }
    return (observations, rejects)
  }
}

/// The cells of a row of observations, in the order of ``ObservationReader/columns``.
private struct ObservationRow {
  let cells: [CSVField]
  let line: Int
  var problems: RowProblems

  init(cells: [CSVField], line: Int, text: DataText) {
    self.cells = cells
    self.line = line
    problems = RowProblems(text: text, line: line)
  }

  private enum Column: Int {
    case series, area, period, value, unit, status, source, note
  }

  private func content(_ column: Column) -> String {
    String(cells[column.rawValue].text.trimmed)
  }

  private mutating func reject(
    _ column: Column, _ code: String, _ message: String, suggestion: String? = nil
  ) {
    problems.add(
      code, message, in: cells[column.rawValue],
      column: ObservationReader.columns[column.rawValue], suggestion: suggestion)
  }

  private mutating func reject(_ column: Column, _ error: QuantityParseError, skipping: Int = 0) {
    problems.add(
      "data.bad-value",
      FieldParseError(
        message: error.message, offset: skipping + error.offset, suggestion: error.suggestion),
      in: cells[column.rawValue], column: ObservationReader.columns[column.rawValue])
  }

  /// The observation, or `nil` when the row has problems or states that there is no value.
  mutating func observation(
    catalog: Catalog, sources: [String: PublishedSource]
  ) -> Observation? {
    let series = catalog.series[content(.series)]
    if series == nil {
      reject(
        .series, "data.unknown-series", "there is no series `\(content(.series))` in the catalogue",
        suggestion: NearestName.suggestion(for: content(.series), among: catalog.series.ids))
    }
    if catalog.areas[content(.area)] == nil {
      reject(
        .area, "data.unknown-area", "there is no area `\(content(.area))` in the catalogue",
        suggestion: NearestName.suggestion(for: content(.area), among: catalog.areas.ids))
    }
    let status = ObservationStatus(rawValue: content(.status))
    if status == nil {
      reject(
        .status, "data.unknown-status", "unknown status `\(content(.status))`",
        suggestion: "known here: "
          + ObservationStatus.allCases.map { "`\($0.rawValue)` \($0.title.en)" }
          .joined(separator: ", "))
    }
    if sources[content(.source)] == nil {
      reject(
        .source, "data.unknown-source", "there is no source `\(content(.source))`",
        suggestion: NearestName.suggestion(for: content(.source), among: sources.keys)
          ?? "add it to the file of sources")
    }
    let period = period()
    let unit = unit(for: series, in: catalog.units)
    if status == .missing, content(.value).isEmpty { return nil }
    guard let (value, bound) = value(in: unit), let series, let status, let period else {
      return nil
    }
    return Observation(
      series: series.id, area: content(.area), period: period, value: value, bound: bound,
      status: status, source: content(.source), note: content(.note), line: line)
  }

  private mutating func period() -> Period? {
    do {
      return try Period(parsing: content(.period))
    } catch {
      reject(.period, error)
      return nil
    }
  }

  private mutating func unit(for series: Series?, in units: UnitTable) -> Quantities.Unit? {
    guard let unit = units[content(.unit)] else {
      reject(
        .unit, "data.unknown-unit", "there is no unit `\(content(.unit))` in the catalogue",
        suggestion: NearestName.suggestion(
          for: content(.unit), among: units.units.map(\.symbol).filter { !$0.isEmpty }))
      return nil
    }
    if let series, unit.dimension != series.unit.dimension {
      reject(
        .unit, "data.unlike-unit",
        "`\(unit.symbol)` cannot measure `\(series.id)`, which is in `\(series.unit.symbol)`",
        suggestion: "use `\(series.unit.symbol)` or a multiple of it, or another series")
      return nil
    }
    return unit
  }

  /// The value with its bound; also checks the number when the unit is not known.
  private mutating func value(in unit: Quantities.Unit?) -> (Quantity, Comparator?)? {
    let text = content(.value)
    let bounds: [Comparator] = [.atLeast, .atMost, .more, .less]
    let bound = bounds.first { text.hasPrefix($0.rawValue) }
    let skipped = bound?.rawValue.count ?? 0
    let amount: ExactDecimal
    do {
      amount = try ExactDecimal(parsing: String(text.dropFirst(skipped)))
    } catch {
      reject(.value, error, skipping: skipped)
      return nil
    }
    guard let unit else { return nil }
    do {
      return (try Quantity(amount: amount, unit: unit), bound)
    } catch {
      reject(.value, "data.bad-value", "column `value`: \(error)")
      return nil
    }
  }
}
