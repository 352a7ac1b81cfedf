// A small catalogue with scripts and figures, and what tests of decisions and assessments share.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

enum Sample {
  private static let files: [String: String] = [
    "catalog": """
    id: example
    version: 1.0.0
    title: { zh: 例, en: Example }
    area: "100"
    vintage: draft
    vintages:
      - { name: draft, title: { zh: 草案, en: Draft }, publisher: 市政府 }
      - { name: adopted, title: { zh: 定稿, en: Adopted }, publisher: 市政府, date: 2024-10-15 }
    """,
    "units": """
    units:
      - { symbol: 元, en: yuan, dimension: money, scale: 0 }
      - { symbol: 万元, en: ten thousand yuan, dimension: money, scale: 4 }
      - { symbol: 亿元, en: hundred million yuan, dimension: money, scale: 8 }
      - { symbol: 家, en: firms, dimension: 家, scale: 0 }
    """,
    "areas": """
    areas:
      - { code: CN, zh: 中国, en: China }
      - { code: "100", zh: 甲市, en: Jia, parent: CN }
    """,
    "departments": "departments: [{ id: finance, zh: 财政局, en: Finance Bureau }]",
    "chapters": "chapters: [{ number: 1, clause: 一, title: { zh: 甲, en: First } }]",
    "measures": """
    measures:
      - number: 1
        chapter: 1
        clause: （一）
        title: { zh: 研发, en: Research }
        summary: { zh: 支持研发。, en: Supports research. }
        departments: [finance]
    """,
    "series": """
    series:
      - { id: output, title: { zh: 产值, en: Output }, unit: 亿元, kind: flow, prices: current, frequency: quarter }
      - { id: firms, title: { zh: 企业数, en: Firms }, unit: 家, kind: stock, prices: none, frequency: quarter }
      - { id: share, title: { zh: 占比, en: Share }, unit: "%", kind: ratio, prices: none, frequency: year }
      - { id: place, title: { zh: 位次, en: Place }, unit: 位, kind: stock, prices: none, frequency: year }
    """,
    "subjects": """
    subjects:
      - id: firm
        title: { zh: 企业, en: Firm }
        key: code
        fields:
          - { name: code, title: { zh: 编号, en: Code }, type: text }
          - { name: spend, title: { zh: 投入, en: Spend }, type: quantity, unit: 元 }
          - { name: fee, title: { zh: 费用, en: Fee }, type: quantity, unit: 元 }
          - { name: floor, title: { zh: 楼面, en: Floor }, type: quantity, unit: 元 }
          - { name: shops, title: { zh: 门店, en: Shops }, type: quantity, unit: 家 }
          - { name: ratio, title: { zh: 比率, en: Ratio }, type: quantity, unit: "%" }
          - name: size
            title: { zh: 规模, en: Size }
            type: enum
            values:
              - { value: large, zh: 大型, en: large }
              - { value: medium, zh: 中型, en: medium }
              - { value: small, zh: 小型, en: small }
              - { value: micro, zh: 微型, en: micro }
          - { name: exporter, title: { zh: 出口, en: Exports }, type: boolean }
          - { name: since, title: { zh: 成立, en: Since }, type: date }
          - { name: founded, title: { zh: 年份, en: Founded }, type: year }
          - { name: staff, title: { zh: 人数, en: Staff }, type: integer }
          - { name: place, title: { zh: 所在地, en: Place }, type: area }
    """,
    "instruments": """
    instruments:
      - id: grant
        title: { zh: 奖励, en: Grant }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          floor: { title: { zh: 起点, en: floor }, value: 1000万元, figure: 1000万元, local: fixed }
          rate: { title: { zh: 比例, en: rate }, value: 5%, figure: 5%, local: fixed }
          bonus: { title: { zh: 加奖, en: bonus }, unit: 元, local: open }
          cap: { title: { zh: 上限, en: cap }, value: 500万元, figure: 500万元, local: may_raise }
      - id: dated
        title: { zh: 定期, en: Dated }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          cap:
            title: { zh: 上限, en: cap }
            figure: 500万元
            local: may_raise
            versions: [{ value: 500万元, from: 2025-01-01, to: 2025-12-31 }]
      - id: uncapped
        title: { zh: 不限, en: Uncapped }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          rate: { title: { zh: 比例, en: rate }, value: 5%, figure: 5%, local: fixed }
      - id: local_cap
        title: { zh: 地方上限, en: Local cap }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          cap: { title: { zh: 上限, en: cap }, unit: 元, local: open }
      - id: slots
        title: { zh: 名额, en: Slots }
        measure: 1
        subject: firm
        kind: access
        frequency: yearly
        parameters:
          cap: { title: { zh: 上限, en: cap }, value: 3家, figure: 3家, local: fixed }
    """,
    "targets": """
    targets:
      - id: indicated
        title: { zh: 指标, en: Indicated }
        chapter: 1
        nature: level
        due: 2027
        vintages:
          draft: { figure: 60%, wording: 超, comparator: ">", value: 60% }
    """,
    "narrative": "narrative: []",
  ]

  /// The catalogue; targets are written under `targets:` instead of those of the file.
  static func catalog(targets: String? = nil) throws -> Catalog {
    var files = files
    if let targets { files["targets"] = "targets:\n" + targets }
    return try Catalog.load(
      files: files.sorted { $0.key < $1.key }
        .map { CatalogFile(path: "\($0.key).yaml", bytes: [UInt8]($0.value.utf8)) })
  }

  private static let loaded = Result { try catalog() }

  static var catalog: Catalog { get throws { try loaded.get() } }

  // MARK: Decisions

  /// An evaluator of scripts.
  static func evaluator(
    _ script: String, catalog: Catalog? = nil,
    observations: ObservationStore = ObservationStore(observations: [], sources: [])
  ) throws -> LocalEvaluator {
    let plugin = Plugin(
      manifest: PluginManifest(
        id: "example", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100"),
      scripts: [Script(path: "a.lua", bytes: [UInt8](script.utf8))])
    return LocalEvaluator(
      engine: try ScriptEngine(
        catalog: try catalog ?? self.catalog, plugins: [plugin], observations: observations))
  }

  /// The script of an eligibility `x` whose conditions have these bodies.
  static func eligibility(
    _ bodies: [String], amount: String? = nil, instrument: String = "grant"
  ) -> String {
    let conditions = bodies.enumerated().map { "{ \"c\($0)\", function(e, p, at) \($1) end }," }
    let paid = amount.map { "amount = function(e, p, at) \($0) end," } ?? ""
    return """
      eligibility "x" {
        instrument = "\(instrument)",
        requires = { \(conditions.joined(separator: " ")) },
        \(paid)
      }
      """
  }

  static func subject(_ given: String = "") throws -> Subject {
    let kind = try #require(catalog.subjects["firm"])
    return Subject(
      kind: "firm", key: "F1",
      values: try GivenParser.parse(given, kind: kind, catalog: try catalog))
  }

  static func moment(_ period: String = "2027") throws -> Moment {
    Moment(period: try Period(parsing: period), area: "100")
  }

  static func quantity(_ text: String) throws -> Quantity {
    try Quantity(parsing: text, units: try catalog.units)
  }

  /// The decision of an eligibility whose conditions have these bodies.
  static func decision(
    _ bodies: String..., amount: String? = nil, instrument: String = "grant", given: String = "",
    at period: String = "2027"
  ) throws -> Decision {
    try evaluator(eligibility(bodies, amount: amount, instrument: instrument))
      .decide("x", on: try subject(given), at: try moment(period))
  }

  /// The explanation of an eligibility whose conditions have these bodies.
  static func explanation(
    _ bodies: String..., amount: String? = nil, given: String
  ) throws -> Explanation {
    try Explanation(
      "x", on: try subject(given), at: try moment(),
      by: try evaluator(eligibility(bodies, amount: amount)))
  }

  // MARK: Assessments

  /// Observations written as `series,area,period,value,unit,status,source,note`, one a line.
  ///
  /// The sources are S1 of 2024, S2 of 2025 and S3 of 2026.
  static func observations(_ rows: String) throws -> ObservationStore {
    let sources = try zip(["S1", "S2", "S3"], 2024...).map { id, year in
      PublishedSource(
        id: id, publisher: "局", title: "公报", date: try CalendarDate(parsing: "\(year)-03-01"),
        kind: "bulletin")
    }
    let text = ObservationReader.columns.joined(separator: ",") + "\n" + rows
    let (observations, rejects) = try ObservationReader.read(
      path: "observations.csv", bytes: [UInt8](text.utf8), catalog: try catalog, sources: sources)
    if let reject = rejects.first { throw reject.reason }
    return ObservationStore(observations: observations, sources: sources)
  }

  /// The assessment of a target written in YAML; `nil` when the vintage says nothing about it.
  static func possibleAssessment(
    _ target: String, _ rows: String, script: String = "", at period: String = "2025",
    method: ProgressMethod = .cagrRatio, vintage: String = "draft", maximumAge: Int = 3
  ) throws -> Assessment? {
    let catalog = try catalog(targets: target)
    let observations = try observations(rows)
    let assessor = Assessor(
      evaluator: try evaluator(script, catalog: catalog, observations: observations),
      observations: observations, vintage: vintage, method: method, maximumAge: maximumAge)
    return try assessor.assess(try #require(catalog.targets.first), at: try moment(period))
  }

  /// The assessment of a target written in YAML.
  static func assessment(
    _ target: String, _ rows: String, script: String = "", at period: String = "2025",
    method: ProgressMethod = .cagrRatio, vintage: String = "draft", maximumAge: Int = 3
  ) throws -> Assessment {
    let assessment = try possibleAssessment(
      target, rows, script: script, at: period, method: method, vintage: vintage,
      maximumAge: maximumAge)
    return try #require(assessment)
  }

  /// What some work fails with; `nil` when it succeeds.
  static func failure(_ work: () throws -> Void) throws -> Failure? {
    do {
      try work()
      return nil
    } catch let failure as Failure {
      return failure
    }
  }
}
