// The entries of a catalogue, listed and one by one.

public import Catalog
import Diagnostics
import Quantities

/// Renders the entries of a catalogue for people.
public struct CatalogReport {
  /// What can be listed.
  public enum Kind: String, CaseIterable, Sendable {
    case measures
    case targets
    case instruments
    case series
    case subjects
    case areas
    case departments
    case units
  }

  let catalog: Catalog
  let language: Language

  /// Creates a report.
  public init(_ catalog: Catalog, language: Language) {
    self.catalog = catalog
    self.language = language
  }

  /// The entries of one kind, or measures, targets and instruments one after another.
  public func list(_ kind: Kind?, width: Int?, style: Style) -> String {
    if let kind { return table(kind).text(width: width, style: style) }
    let header = catalog.header
    var output = style.bold(language.titles(header.title)) + " \(header.version)\n"
    for kind in [Kind.measures, .targets, .instruments] {
      let table = table(kind)
      output += "\n" + style.bold("\(heading(kind)) (\(table.rows.count))") + "\n"
      output += table.text(width: width, style: style)
    }
    return output
  }

  /// The entries of one kind as a table.
  public func table(_ kind: Kind) -> TextTable {
    switch kind {
    case .measures: measures
    case .targets: targets
    case .instruments: instruments
    case .series: series
    case .subjects: fields
    case .areas:
      rows([id, title], catalog.areas) { [$0.id, language.titles($0.title)] }
    case .departments:
      rows([id, title], catalog.departments) { [$0.id, language.titles($0.title)] }
    case .units:
      rows(
        [label("unit", "单位"), label("english", "英文"), label("dimension", "量纲")],
        catalog.units.units
      ) { [$0.symbol.isEmpty ? "1" : $0.symbol, $0.english, $0.dimension.name] }
    }
  }

  // MARK: Tables

  func label(_ en: String, _ zh: String) -> String { language.text(en: en, zh: zh) }

  private var id: String { label("id", "标识") }
  private var title: String { label("title", "名称") }

  private func heading(_ kind: Kind) -> String {
    switch kind {
    case .measures: label("Measures", "举措")
    case .targets: label("Targets", "目标")
    case .instruments: label("Instruments", "政策工具")
    default: kind.rawValue
    }
  }

  private func rows<Entry>(
    _ headings: [String], _ entries: some Sequence<Entry>, _ cells: (Entry) -> [String]
  ) -> TextTable {
    TextTable(headings.map { .init($0) }, rows: entries.map(cells))
  }

  private var measures: TextTable {
    var table = TextTable([
      .init(label("no.", "序号"), .right), .init(title), .init(label("departments", "责任单位")),
    ])
    for measure in catalog.measures {
      let departments = measure.departments.compactMap { catalog.departments[$0]?.title.zh }
      table.add([
        "\(measure.number)", language.titles(measure.title), departments.joined(separator: "、"),
      ])
    }
    return table
  }

  private var targets: TextTable {
    var table = TextTable([
      .init(label("no.", "举措"), .right), .init(id), .init(title),
      .init(label("wanted", "目标值"), .right), .init(label("due", "年份")),
      .init(label("nature", "性质")), .init(label("observed by", "观测")),
    ])
    for target in catalog.targets {
      let stated = target.vintage(catalog.header.vintage)
      table.add([
        target.measure.map(String.init) ?? catalog.chapter(target.chapter)?.clause ?? "",
        target.id, target.title.zh,
        stated.map { "\($0.comparator.rawValue) \($0.value)" } ?? "", "\(target.due)",
        language.nature(target.nature), target.series ?? label("an indicator", "指标脚本"),
      ])
    }
    return table
  }

  private var instruments: TextTable {
    var table = TextTable([
      .init(label("no.", "举措"), .right), .init(id), .init(title),
      .init(label("parameters", "参数")),
    ])
    for instrument in catalog.instruments {
      let parameters = instrument.parameters.map { parameter in
        "\(parameter.name) "
          + (parameter.versions.last.map { "\($0.value)" } ?? label("open", "未定"))
      }
      table.add([
        "\(instrument.measure)", instrument.id, instrument.title.zh,
        parameters.joined(separator: ", "),
      ])
    }
    return table
  }

  private var series: TextTable {
    rows(
      [id, title, label("unit", "单位"), label("kind", "类型"), label("prices", "价格")],
      catalog.series
    ) { [$0.id, $0.title.zh, $0.unit.symbol, $0.kind.rawValue, $0.prices.rawValue] }
  }

  private var fields: TextTable {
    rows(
      [label("subject", "对象"), label("field", "字段"), title, label("type", "类型")],
      catalog.subjects.flatMap { kind in kind.fields.map { (kind, $0) } }
    ) { kind, field in [kind.id, field.name, field.title.zh, field.type.text] }
  }
}

extension FieldType {
  /// The type as a catalogue's author writes it.
  var text: String {
    switch self {
    case .boolean: "boolean"
    case .integer: "integer"
    case .quantity(let unit): "quantity \(unit.symbol)"
    case .enumeration(let values): "enum " + values.map(\.value).joined(separator: "|")
    case .text: "text"
    case .date: "date"
    case .year: "year"
    case .area: "area"
    }
  }
}
