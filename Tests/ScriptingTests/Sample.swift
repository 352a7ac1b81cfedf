// A small catalogue, scripts written in a line, and what tests of scripts share.

import Catalog
import DataSources
import Diagnostics
import LuaRuntime
import Quantities
import Testing

@testable import Scripting

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
      - { id: firms, title: { zh: 企业数, en: Firms }, unit: 家, kind: stock, prices: none, frequency: year }
      - { id: share, title: { zh: 占比, en: Share }, unit: "%", kind: ratio, prices: none, frequency: year }
    """,
    "targets": """
    targets:
      - id: share_gap
        title: { zh: 差距, en: Gap }
        chapter: 1
        nature: level
        due: 2027
        vintages:
          draft: { figure: 60%, wording: 超, comparator: ">", value: 60% }
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
          - name: size
            title: { zh: 规模, en: Size }
            type: enum
            values:
              - { value: large, zh: 大型, en: large }
              - { value: small, zh: 小型, en: small }
          - { name: exporter, title: { zh: 出口, en: Exports }, type: boolean }
          - { name: since, title: { zh: 成立, en: Since }, type: date }
          - { name: founded, title: { zh: 年份, en: Founded }, type: year }
          - { name: shops, title: { zh: 门店, en: Shops }, type: integer }
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
          cap:
            title: { zh: 上限, en: cap }
            figure: 500万元
            local: may_raise
            versions:
              - { value: 500万元, from: 2025-01-01, to: 2025-12-31 }
              - { value: 400万元, from: 2027-01-01 }
      - id: slots
        title: { zh: 名额, en: Slots }
        measure: 1
        subject: firm
        kind: access
        frequency: yearly
        parameters:
          cap: { title: { zh: 上限, en: cap }, value: 3家, figure: 3家, local: fixed }
    """,
    "narrative": "narrative: []",
  ]

  private static let loaded = Result { () throws(Failure) in
    try Catalog.load(
      files: files.sorted { $0.key < $1.key }
        .map { CatalogFile(path: "\($0.key).yaml", bytes: [UInt8]($0.value.utf8)) })
  }

  static var catalog: Catalog { get throws { try loaded.get() } }

  static func plugin(
    _ scripts: [(path: String, text: String)], modules: [String: String] = [:]
  ) -> Plugin {
    Plugin(
      manifest: PluginManifest(
        id: "example", title: Title(zh: "例", en: "Example"), version: "1.0.0", area: "100"),
      scripts: scripts.map { Script(path: $0.path, bytes: [UInt8]($0.text.utf8)) },
      modules: modules.sorted { $0.key < $1.key }.map {
        ScriptModule(
          name: $0.key, script: Script(path: "lib/\($0.key).lua", bytes: [UInt8]($0.value.utf8)))
      })
  }

  /// An engine that has loaded scripts called `a.lua`, `b.lua` and so on.
  static func engine(
    _ scripts: String..., modules: [String: String] = [:], observations: String = "",
    limits: LuaLimits = LuaLimits()
  ) throws -> ScriptEngine {
    let catalog = try catalog
    let paths = zip("abcdefgh", scripts).map { (path: "\($0).lua", text: $1) }
    return try ScriptEngine(
      catalog: catalog, plugins: [plugin(paths, modules: modules)],
      observations: try store(observations, catalog), limits: limits)
  }

  /// Observations of one source, written as `series,area,period,value,unit,status` one a line.
  private static func store(_ rows: String, _ catalog: Catalog) throws -> ObservationStore {
    let sources = [
      PublishedSource(id: "S1", publisher: "局", title: "公报", date: nil, kind: "bulletin")
    ]
    let lines = rows.split(separator: "\n").map { "\($0),S1,\n" }
    let text = ObservationReader.columns.joined(separator: ",") + "\n" + lines.joined()
    let (observations, rejects) = try ObservationReader.read(
      path: "observations.csv", bytes: [UInt8](text.utf8), catalog: catalog, sources: sources)
    if let reject = rejects.first { throw reject.reason }
    return ObservationStore(observations: observations, sources: sources)
  }

  static func subject(_ given: String = "") throws -> Subject {
    let catalog = try catalog
    let kind = try #require(catalog.subjects["firm"])
    return Subject(
      kind: "firm", key: "F1",
      values: try GivenParser.parse(given, kind: kind, catalog: catalog))
  }

  static func moment(_ period: String = "2027") throws -> Moment {
    Moment(period: try Period(parsing: period), area: "100")
  }

  static func quantity(_ text: String) throws -> Quantity {
    try Quantity(parsing: text, units: try catalog.units)
  }

  /// What an eligibility whose conditions have these bodies finds out.
  ///
  /// - Parameter amount: The body of the amount function, if there is one.
  static func facts(
    _ bodies: String..., amount: String? = nil, instrument: String = "grant", given: String = "",
    at period: String = "2027", observations: String = ""
  ) throws -> EligibilityFacts {
    let conditions = bodies.enumerated().map { "{ \"c\($0)\", function(e, p, at) \($1) end }," }
    let paid = amount.map { "amount = function(e, p, at) \($0) end," } ?? ""
    let engine = try engine(
      """
      eligibility "x" {
        instrument = "\(instrument)",
        requires = { \(conditions.joined(separator: " ")) },
        \(paid)
      }
      """, observations: observations)
    return try engine.evaluate(
      try engine.eligibilities.definition("x", on: try moment(period).date),
      on: try subject(given), at: try moment(period))
  }

  /// What the only condition of an eligibility, with this body, comes to.
  static func condition(
    _ body: String, given: String = "", at period: String = "2027", observations: String = ""
  ) throws -> ConditionFacts {
    try #require(
      facts(body, given: given, at: period, observations: observations).conditions.first)
  }

  /// What an indicator with this body computes.
  static func indicator(
    _ body: String, unit: String = "家", at period: String = "2025", observations: String = ""
  ) throws -> IndicatorFacts {
    let engine = try engine(
      "indicator \"x\" { unit = \"\(unit)\", value = function(obs, at) \(body) end }",
      observations: observations)
    return try engine.evaluate(
      try engine.indicators.definition("x", on: try moment(period).date), at: try moment(period))
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

  /// The messages of what some work fails with, each with its suggestion; `nil` when it succeeds.
  static func problems(_ work: () throws -> Void) throws -> [String]? {
    try failure(work)?.findings.map { $0.message + ($0.suggestion.map { " → \($0)" } ?? "") }
  }
}
