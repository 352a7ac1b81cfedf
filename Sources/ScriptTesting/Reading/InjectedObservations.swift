// Observations that a suite states itself, in place of the workspace's.

import Catalog
import DataSources
import Diagnostics
import Evaluation
import Quantities
import Scripting

/// Observations that a suite states itself.
///
/// They are kept as the table that a workspace would read, so that they are read by the same code.
struct InjectedObservations: Sendable, Hashable {
  /// The rows, without the header.
  let rows: [String]

  /// The same inputs with these observations and no others.
  func applied(to inputs: EvaluatorInputs) -> EvaluatorInputs {
    inputs.observing(
      InputBytes(path: "observations of the suite", bytes: table),
      sources: InputBytes(path: "sources of the suite", bytes: Self.sources))
  }

  private var table: [UInt8] {
    let lines = [ObservationReader.columns.joined(separator: ",")] + rows
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let source = "suite"
  private static let sources = Array(
    "\(SourceReader.columns.joined(separator: ","))\n\(source),suite,suite,,suite\n".utf8)

  /// Creates a row in the order of the columns.
  static func row(
    series: String, area: String, period: Period, bound: String, value: Quantity,
    status: ObservationStatus
  ) -> String {
    [
      series, area, "\(period)", "\(bound)\(value.amount)", value.unit.symbol, status.rawValue,
      source, "",
    ].joined(separator: ",")
  }
}

/// Reads the observations that a suite states.
struct InjectedObservationReader {
  let catalog: Catalog

  /// The area of rows that name none.
  let area: String

  private static let keys = ["series", "area", "period", "value", "unit", "status"]

  /// The observations; `nil` when there is something wrong with them.
  func read(
    _ value: ScriptValue, _ places: Places, _ problems: inout FindingList
  ) -> InjectedObservations? {
    guard case .table(let table) = value, table.entries.isEmpty else {
      problems.add(
        Finding(
          "suite.observations", "`observations` must be a list of rows, not \(value.kindText)",
          at: places.of("observations"), suggestion: Self.example))
      return nil
    }
    let rows = table.items.enumerated().map { position, row in
      self.row(row, position + 1, places, &problems)
    }
    let read = rows.compactMap(\.self)
    return read.count == rows.count ? InjectedObservations(rows: read) : nil
  }

  private static let example =
    "write `observations = { { series = \"gdp\", period = 2024, value = \"2万亿元\" } }`"

  private func row(
    _ value: ScriptValue, _ number: Int, _ places: Places, _ problems: inout FindingList
  ) -> String? {
    guard case .table(let table) = value, table.items.isEmpty else {
      problems.add(
        Finding(
          "suite.observations", "row \(number) of `observations` is \(value.kindText)",
          at: places.of("observations"), suggestion: Self.example))
      return nil
    }
    var findings: [Finding] = []
    func report(_ message: String, _ words: [String], suggestion: String? = nil) {
      let span = words.lazy.compactMap(places.find).first ?? places.of("observations")
      findings.append(
        Finding(
          "suite.observations", "row \(number) of `observations`: \(message)", at: span,
          suggestion: suggestion))
    }
    for entry in table.entries where !Self.keys.contains(entry.key) {
      report(
        "unknown key `\(entry.key)`", [entry.key],
        suggestion: NearestName.suggestion(for: entry.key, among: Self.keys))
    }
    func text(_ key: String) -> String? {
      switch table[key] {
      case nil: return nil
      case .text(let text): return text
      case .integer(let integer): return "\(integer)"
      case .quantity(let quantity) where key == "value": return "\(quantity)"
      case let other?:
        report(
          "`\(key)` cannot be \(other.kindText)", [key], suggestion: "write it in quotes")
        return nil
      }
    }
    func known(
      _ key: String, _ name: String?, among names: [String]
    ) -> String? {
      guard let name else { return nil }
      if names.contains(name) { return name }
      report(
        "there is no \(key) `\(name)` in the catalogue", [name, key],
        suggestion: NearestName.suggestion(for: name, among: names))
      return nil
    }
    for key in ["series", "period", "value"] where table[key] == nil {
      report("it has no `\(key)`", ["observations"], suggestion: Self.example)
    }
    let series = known("series", text("series"), among: catalog.series.ids)
      .flatMap { catalog.series[$0] }
    let place = known("area", text("area") ?? area, among: catalog.areas.ids)
    let symbol = known("unit", text("unit"), among: catalog.units.units.map(\.symbol))
    let code = text("status") ?? ObservationStatus.normal.rawValue
    let status = ObservationStatus(rawValue: code)
    if status == nil {
      report(
        "unknown status `\(code)`", ["status"],
        suggestion: "known here: "
          + ObservationStatus.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }
    var period: Period?
    if let written = text("period") {
      do {
        period = try Period(parsing: written)
      } catch {
        report(error.message, [written, "period"], suggestion: error.suggestion)
      }
    }
    var quantity: Quantity?
    var bound = ""
    if let written = text("value"), let series {
      bound = [">=", "<=", ">", "<"].first { written.hasPrefix($0) } ?? ""
      let unit = symbol.flatMap { catalog.units[$0] } ?? series.unit
      let isLike = unit.dimension == series.unit.dimension
      if !isLike {
        report(
          "`\(unit.symbol)` cannot measure `\(series.id)`, which is in `\(series.unit.symbol)`",
          ["unit"])
      }
      do throws(QuantityParseError) {
        quantity = try Quantity(
          parsing: String(written.dropFirst(bound.count)), units: catalog.units,
          defaultUnit: isLike ? unit : series.unit)
      } catch {
        report(error.message, ["value"], suggestion: error.suggestion)
      }
    }
    problems.add(findings)
    guard findings.isEmpty, let series, let place, let status, let period, let quantity else {
      return nil
    }
    return InjectedObservations.row(
      series: series.id, area: place, period: period, bound: bound, value: quantity,
      status: status)
  }
}
