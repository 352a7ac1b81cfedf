// Reading units.

import Diagnostics
import Quantities

extension CatalogLoader {
  /// Reads `units.yaml`; `nil` when it cannot be read.
  func readUnits() -> UnitTable? {
    let before = findings.findings.count
    var places: [SourceSpan] = []
    let declarations = entries(of: .units) { value in
      let declaration = readUnit(value)
      if declaration != nil { places.append(value.span) }
      return declaration
    }
    guard root(of: .units) != nil else { return nil }
    do {
      return try UnitTable(declarations)
    } catch {
      // A unit that is declared twice was reported with both its places.
      if findings.findings.count == before {
        findings.add("catalog.units", error.message, at: places[error.position])
      }
      return nil
    }
  }

  private func readUnit(_ value: YAMLValue) -> UnitDeclaration? {
    let keys = ["symbol", "en", "dimension", "scale", "aliases"]
    guard let fields = value.mapping("a unit", keys: keys) else { return nil }
    let symbol = declaredSymbol(fields.required("symbol"))
    let english = fields.required("en")?.text()
    let dimension = fields.required("dimension")?.text()
    let scale = fields.required("scale")?.integer()
    let aliases = fields.optional("aliases")?.list(of: "aliases")?.compactMap(declaredSymbol)
    guard let symbol, let english, let dimension, let scale else { return nil }
    return UnitDeclaration(
      symbol: symbol, english: english, dimension: Dimension(name: dimension), scale: scale,
      aliases: aliases ?? [])
  }

  private func declaredSymbol(_ value: YAMLValue?) -> String? {
    guard let value, let symbol = value.text() else { return nil }
    declare(symbol, as: .unit, at: value.span)
    return symbol
  }
}
