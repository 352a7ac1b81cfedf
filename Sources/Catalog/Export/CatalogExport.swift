// The public form of a catalogue.

import Quantities

/// The public form of a catalogue: a contract that other programs may rely on.
///
/// Values are exact decimals as texts, in the base unit of their dimension (yuan, ratio 0…1, m², pieces),
/// next to the unit they are shown in. Keys stand in a fixed order, entries in that of the catalogue.
public struct CatalogExport: Sendable {
  /// The whole catalogue as a tree.
  public let root: ExportValue

  /// The catalogue as JSON, ending in a newline.
  public var json: String { root.json + "\n" }

  /// Exports a catalogue; the flat fields of a target are those of the vintage that applies.
  public init(_ catalog: Catalog) {
    let exporter = Exporter(units: catalog.units)
    root = [
      "catalog": exporter.header(catalog.header),
      "chapters": .list(catalog.chapters.map(exporter.chapter)),
      "measures": .list(catalog.measures.map(exporter.measure)),
      "targets": .list(
        catalog.targets.map { exporter.target($0, vintage: catalog.header.vintage) }),
      "instruments": .list(catalog.instruments.map(exporter.instrument)),
      "series": .list(catalog.series.map(exporter.series)),
      "subjects": .list(catalog.subjects.map(exporter.subject)),
      "areas": .list(catalog.areas.map(exporter.area)),
      "departments": .list(
        catalog.departments.map { ["id": .text($0.id), "title": exporter.title($0.title)] }),
      "units": .list(catalog.units.units.map(exporter.unit)),
      "narrative": .list(catalog.narrative.map(exporter.narrative)),
    ]
  }
}

/// Turns the entries of a catalogue into values.
struct Exporter {
  let units: UnitTable

  func title(_ title: Title) -> ExportValue { ["zh": .text(title.zh), "en": .text(title.en)] }

  func header(_ header: CatalogHeader) -> ExportValue {
    [
      "id": .text(header.id),
      "version": .text(header.version),
      "title": title(header.title),
      "area": .text(header.area),
      "vintage": .text(header.vintage),
      "vintages": .list(
        header.vintages.map {
          [
            "name": .text($0.name),
            "title": title($0.title),
            "publisher": .text($0.publisher),
            "date": .optional($0.date?.description),
          ]
        }),
    ]
  }

  func chapter(_ chapter: Chapter) -> ExportValue {
    [
      "number": .integer(chapter.number),
      "clause": .text(chapter.clause),
      "title": title(chapter.title),
    ]
  }

  func measure(_ measure: Measure) -> ExportValue {
    [
      "number": .integer(measure.number),
      "chapter": .integer(measure.chapter),
      "clause": .text(measure.clause),
      "title": title(measure.title),
      "summary": title(measure.summary),
      "departments": .texts(measure.departments),
    ]
  }

  func series(_ series: Series) -> ExportValue {
    [
      "id": .text(series.id),
      "title": title(series.title),
      "unit": .text(series.unit.symbol),
      "base_unit": .text(base(of: series.unit)),
      "kind": .text(series.kind.rawValue),
      "prices": .text(series.prices.rawValue),
      "frequency": .text(series.frequency.rawValue),
    ]
  }

  func area(_ area: Area) -> ExportValue {
    [
      "code": .text(area.id),
      "title": title(area.title),
      "parent": .optional(area.parent),
      "from": .optional(area.from?.description),
      "to": .optional(area.to?.description),
    ]
  }

  func unit(_ unit: Quantities.Unit) -> ExportValue {
    [
      "symbol": .text(unit.symbol),
      "en": .text(unit.english),
      "dimension": .text(unit.dimension.name),
      "scale": .integer(unit.scale),
      "aliases": .texts(unit.aliases),
    ]
  }

  func narrative(_ figure: NarrativeFigure) -> ExportValue {
    [
      "clause": .text(figure.clause), "words": .text(figure.words), "reason": .text(figure.reason),
    ]
  }

  /// The unit in which values are exported: the one with scale 0, or `1` for ratios.
  func base(of unit: Quantities.Unit) -> String {
    switch unit.dimension {
    case .number, .points: "1"
    case .rank, .named:
      units.units.first { $0.dimension == unit.dimension && $0.scale == 0 }?.symbol
        ?? unit.dimension.name
    }
  }
}
