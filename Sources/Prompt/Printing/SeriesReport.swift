// What was published of a series, for one area.

import Yardstick

/// What was published of a series, for one area.
struct SeriesReport {
  let id: String
  let area: String
  let series: Series?

  /// The preferred figures, by period.
  let observations: [Observation]

  private let workspace: Workspace
  private let language: Language

  init(_ id: String, area: String, in workspace: Workspace, language: Language) {
    self.id = id
    self.area = area
    self.workspace = workspace
    self.language = language
    series = workspace.catalog.series[id]
    var periods: [Period] = []
    for observation in workspace.observations.all(series: id, area: area)
    where !periods.contains(observation.period) { periods.append(observation.period) }
    observations = periods.compactMap {
      workspace.observations.preferred(series: id, area: area, period: $0)
    }
  }

  private var heading: String {
    let title = series.map { language.titles($0.title) } ?? id
    let place = workspace.catalog.areas[area].map { language.title($0.title) } ?? area
    return "\(title) · \(place)"
  }

  /// The values in the unit of the series; nothing where only a bound is published.
  private var values: [ExactDecimal?] {
    observations.map { observation in
      guard observation.bound == nil else { return nil }
      let unit = series?.unit ?? observation.value.unit
      return try? observation.value.converted(to: unit).amount
    }
  }

  func printed(style: Style, _ width: Int?) -> PrintedValue {
    var table = TextTable([
      .init(language.text(en: "period", zh: "时期")),
      .init(language.text(en: "value", zh: "值"), .right),
      .init(language.text(en: "status", zh: "状态")),
      .init(language.text(en: "source", zh: "来源"), maximumWidth: 48),
    ])
    for observation in observations {
      let source = workspace.observations.source(observation.source)
      table.add([
        "\(observation.period)",
        (observation.bound.map { "\($0.rawValue) " } ?? "") + "\(observation.value)",
        observation.status.rawValue,
        source.map { "\($0.publisher) \($0.title)" } ?? observation.source,
      ])
    }
    let spark = Sparkline.text(chart.points.map(\.value))
    let lines =
      observations.isEmpty
      ? [
        heading,
        language.text(
          en: "no observation of `\(id)` for \(area)", zh: "没有\(area)的`\(id)`观测值"),
      ].map { $0 + "\n" }.joined()
      : style.bold(heading) + "  " + spark + "\n" + table.text(width: width, style: style)
    return PrintedValue(
      text: lines, table: table,
      json: .object([
        .init("series", .string(id)), .init("area", .string(area)),
        .init(
          "observations",
          .array(
            observations.map { observation in
              [
                "period": .string("\(observation.period)"),
                "value": .decimal(observation.value.amount),
                "unit": .string(observation.value.unit.symbol),
                "status": .string(observation.status.rawValue),
                "source": .string(observation.source),
              ]
            })),
      ]), data: data)
  }

  /// The observations as a file of observations has them.
  private var data: TextTable {
    TextTable(
      ["series", "area", "period", "value", "unit", "status", "source"].map { .init($0) },
      rows: observations.map { observation in
        [
          id, area, "\(observation.period)",
          (observation.bound?.rawValue ?? "") + "\(observation.value.amount)",
          observation.value.unit.symbol, observation.status.rawValue, observation.source,
        ]
      })
  }

  /// The series as a chart; only periods of the most frequent form, so that years stand beside years.
  var chart: Chart {
    let forms = Dictionary(grouping: observations, by: \.period.form)
    let most = forms.max { ($0.value.count, $0.key.rawValue) < ($1.value.count, $1.key.rawValue) }
    let points = zip(observations, values).filter { $0.0.period.form == most?.key }
    var all: [Chart.Point] = []
    var expected = points.first?.0.period
    for (observation, value) in points {
      // Periods without a figure keep their place.
      while let missing = expected, missing < observation.period, all.count < 500 {
        all.append(.init("\(missing)", nil))
        expected = missing.advanced(by: 1)
      }
      all.append(.init("\(observation.period)", value))
      expected = observation.period.advanced(by: 1)
    }
    return Chart(title: heading, unit: series?.unit.symbol ?? "", points: all)
  }
}
