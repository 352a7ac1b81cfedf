// The public form of a catalogue.

public import Catalog
import Quantities

/// The public form of a catalogue: a contract that other programs may rely on.
///
/// Values are exact decimals as texts, in the base unit of their dimension (yuan, ratio 0…1, m², pieces),
/// next to the unit they are shown in. Keys stand in a fixed order, entries in that of the catalogue.
public struct CatalogExport: Sendable {
  /// The whole catalogue as a tree.
  public let root: JSONValue

  /// The catalogue as JSON, ending in a newline.
  public var json: String { root.pretty }

  /// Exports a catalogue; the flat fields of a target are those of the vintage that applies.
  public init(_ catalog: Catalog) {
    let exporter = Exporter(units: catalog.units)
    var root: JSONValue = [
      "catalog": exporter.header(catalog.header),
      "chapters": .array(catalog.chapters.map(exporter.chapter)),
      "measures": .array(catalog.measures.map(exporter.measure)),
      "targets": .array(
        catalog.targets.map { exporter.target($0, vintage: catalog.header.vintage) }),
      "instruments": .array(catalog.instruments.map(exporter.instrument)),
      "series": .array(catalog.series.map(exporter.series)),
      "subjects": .array(catalog.subjects.map(exporter.subject)),
      "areas": .array(catalog.areas.map(exporter.area)),
      "departments": .array(
        catalog.departments.map { ["id": .string($0.id), "title": exporter.title($0.title)] }),
      "units": .array(catalog.units.units.map(exporter.unit)),
      "narrative": .array(catalog.narrative.map(exporter.narrative)),
    ]
    if !catalog.groups.isEmpty, case .object(let members) = root {
      let groups = JSONValue.Member("groups", .array(catalog.groups.map(exporter.group)))
      root = .object(members + [groups])
    }
    self.root = root
  }
}

/// Turns the entries of a catalogue into values.
struct Exporter {
  let units: UnitTable

  func title(_ title: Title) -> JSONValue { ["zh": .string(title.zh), "en": .string(title.en)] }

  func header(_ header: CatalogHeader) -> JSONValue {
    [
      "id": .string(header.id),
      "version": .string(header.version),
      "title": title(header.title),
      "area": .string(header.area),
      "vintage": .string(header.vintage),
      "vintages": .array(
        header.vintages.map {
          [
            "name": .string($0.name),
            "title": title($0.title),
            "publisher": .string($0.publisher),
            "date": .optional($0.date?.description),
          ]
        }),
    ]
  }

  func chapter(_ chapter: Chapter) -> JSONValue {
    [
      "number": .integer(chapter.number),
      "clause": .string(chapter.clause),
      "title": title(chapter.title),
    ]
  }

  func measure(_ measure: Measure) -> JSONValue {
    [
      "number": .integer(measure.number),
      "chapter": .integer(measure.chapter),
      "clause": .string(measure.clause),
      "title": title(measure.title),
      "summary": title(measure.summary),
      "departments": .strings(measure.departments),
    ]
  }

  func series(_ series: Series) -> JSONValue {
    [
      "id": .string(series.id),
      "title": title(series.title),
      "unit": .string(series.unit.symbol),
      "base_unit": .string(base(of: series.unit)),
      "kind": .string(series.kind.rawValue),
      "prices": .string(series.prices.rawValue),
      "frequency": .string(series.frequency.rawValue),
    ]
  }

  func area(_ area: Area) -> JSONValue {
    [
      "code": .string(area.id),
      "title": title(area.title),
      "parent": .optional(area.parent),
      "from": .optional(area.from?.description),
      "to": .optional(area.to?.description),
    ]
  }

  func unit(_ unit: Quantities.Unit) -> JSONValue {
    [
      "symbol": .string(unit.symbol),
      "en": .string(unit.english),
      "dimension": .string(unit.dimension.name),
      "scale": .integer(unit.scale),
      "aliases": .strings(unit.aliases),
    ]
  }

  func narrative(_ figure: NarrativeFigure) -> JSONValue {
    [
      "clause": .string(figure.clause), "words": .string(figure.words),
      "reason": .string(figure.reason),
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
