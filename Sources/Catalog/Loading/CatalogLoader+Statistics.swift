// Reading units, areas and series.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `areas.yaml`.
  func readAreas() -> [Area] {
    var parents: [(parent: String, of: String, span: SourceSpan)] = []
    let areas: [Area] = entries(of: .areas) { value in
      let keys = ["code", "zh", "en", "parent", "from", "to"]
      guard let fields = value.mapping("an area", keys: keys) else { return nil }
      let code = fields.required("code")
      let id = code?.text()
      if let code, let id { declare(id, as: .area, at: code.span) }
      let title = fields.names()
      let parentValue = fields.optional("parent")
      let parent = parentValue?.text()
      if let id, let parent, let parentValue { parents.append((parent, id, parentValue.span)) }
      let days = days(of: fields)
      guard let code, let id, let title else { return nil }
      return Area(
        id: id, title: title, parent: parent, from: days.from, to: days.to, span: code.span)
    }
    checkParents(parents)
    return areas
  }

  /// Parents may be declared after their parts, so they are checked when all areas are known.
  private func checkParents(_ parents: [(parent: String, of: String, span: SourceSpan)]) {
    var parentOf: [String: String] = [:]
    for (parent, area, span) in parents where isKnown(parent, as: .area, at: span) {
      var above: String? = parent
      while let next = above, next != area { above = parentOf[next] }
      if above == nil {
        parentOf[area] = parent
      } else {
        findings.add(
          "catalog.area-cycle", "the area `\(area)` would be a part of itself", at: span,
          suggestion: "name the larger place that contains it")
      }
    }
  }

  /// Checks the area of `catalog.yaml`, which is read before the areas.
  func checkHeaderArea() {
    if let (code, span) = headerArea { _ = isKnown(code, as: .area, at: span) }
  }

  /// Reads `from` and `to`, and checks their order.
  func days(of fields: YAMLMapping) -> (from: CalendarDate?, to: CalendarDate?) {
    let from = fields.optional("from")?.date()
    let to = fields.optional("to")?.date()
    if let from, let to, to < from {
      fields.optional("to")?.report("catalog.days", "`to` is \(to), before `from`, \(from)")
    }
    return (from, to)
  }

  /// Reads `series.yaml`.
  func readSeries() -> [Series] {
    entries(of: .series) { value in
      let keys = ["id", "title", "unit", "kind", "prices", "frequency"]
      guard let fields = value.mapping("a series", keys: keys) else { return nil }
      let idValue = fields.required("id")
      let id = declaredID(idValue, as: .series)
      let title = fields.required("title")?.title()
      let unit = unit(fields.required("unit"))
      let kind = fields.required("kind")?.choice(Series.Kind.self)
      let prices = fields.required("prices")?.choice(Series.PriceBasis.self)
      let frequency = fields.required("frequency")?.choice(Series.Frequency.self)
      guard let idValue, let id, let title, let unit, let kind, let prices, let frequency else {
        return nil
      }
      let entry = Series(
        id: id, title: title, unit: unit, kind: kind, prices: prices, frequency: frequency,
        span: idValue.span)
      if series[id] == nil { series[id] = entry }
      return entry
    }
  }

  /// Reads the symbol of a unit.
  func unit(_ value: YAMLValue?) -> Quantities.Unit? {
    // Plain numbers have the unit `""`, which is more than nothing.
    guard let value, let symbol = value.text(orEmpty: !value.isNull) else { return nil }
    if let unit = units[symbol] { return unit }
    guard plugin != nil || root(of: .units) != nil else { return nil }
    value.report(
      "catalog.unknown-unit", "there is no unit `\(symbol)`",
      suggestion: units.nearestSymbol(to: symbol).map { "did you mean `\($0)`?" }
        ?? "declare it in `units.yaml`")
    return nil
  }
}
