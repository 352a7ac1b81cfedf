// A small invented catalogue for the tests of several modules.

package import Catalog

/// A small invented catalogue, file by file.
package enum SmallCatalog {
  /// The texts of the files, by name without `.yaml`.
  package static let texts: [String: String] = [
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
      - { symbol: 家, en: firms, dimension: 家, scale: 0, aliases: [间] }
    """,
    "areas": """
    areas:
      - { code: "100", zh: 甲市, en: Jia, parent: CN, from: 2001-01-01, to: 2030-12-31 }
      - { code: CN, zh: 中国, en: China }
    """,
    "departments": """
    departments:
      - { id: finance, zh: 财政局, en: Finance Bureau }
    """,
    "chapters": """
    chapters:
      - { number: 0, clause: "", title: { zh: 前言, en: Preamble } }
      - { number: 1, clause: 一, title: { zh: 甲, en: First } }
      - { number: 2, clause: 二, title: { zh: 乙, en: Second } }
    """,
    "measures": """
    measures:
      - number: 1
        chapter: 1
        clause: （一）
        title: { zh: 研发, en: Research }
        summary: { zh: 支持研发。, en: Supports research. }
        departments: [finance]
      - number: 2
        chapter: 2
        clause: （二）
        title: { zh: 企业, en: Firms }
        summary: { zh: 培育企业。, en: Fosters firms. }
        departments: []
    """,
    "series": """
    series:
      - { id: output, title: { zh: 产值, en: Output }, unit: 亿元, kind: flow, prices: current, frequency: year }
      - { id: firms, title: { zh: 企业数, en: Firms }, unit: 家, kind: stock, prices: none, frequency: quarter }
    """,
    "targets": """
    targets:
      - id: output
        title: { zh: 产值, en: Output }
        chapter: 0
        nature: level
        due: 2027
        series: output
        base: 2023
        vintages:
          draft: { figure: 500亿元, wording: 突破, comparator: ">", value: 500亿元 }
          adopted:
            figure: 600亿元
            comparator: "~"
            value: 600亿元
            tolerance: 5000万元
            milestones: [{ due: 2025, comparator: ">", value: 550亿元 }]
      - id: best_place
        title: { zh: 位次, en: Place }
        chapter: 1
        measure: 1
        nature: rank
        due: 2027
        vintages:
          draft: { figure: 全省第一, wording: 保持, comparator: "<=", value: 第1位 }
      - id: gap
        title: { zh: 差距, en: Gap }
        chapter: 2
        measure: 2
        nature: relative
        due: 2027
        reference: { zh: 全国, en: nation }
        vintages:
          draft: { figure: 1.5个百分点, comparator: ">=", value: 1.5个百分点, qualifier: 5亿元 }
    """,
    "subjects": """
    subjects:
      - id: firm
        title: { zh: 企业, en: Firm }
        key: code
        fields:
          - { name: code, title: { zh: 编号, en: Code }, type: text }
          - { name: spend, title: { zh: 投入, en: Spend }, type: quantity, unit: 元 }
          - name: size
            title: { zh: 规模, en: Size }
            type: enum
            values:
              - { value: large, zh: 大型, en: large }
              - { value: small, zh: 小型, en: small }
          - { name: exporter, title: { zh: 出口, en: Exports }, type: boolean }
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
          rate: { title: { zh: 比例, en: rate }, value: 5%, figure: 5%, local: { within: [0%, 5%] } }
          amount: { title: { zh: 金额, en: amount }, unit: 元, local: open }
          cap:
            title: { zh: 上限, en: cap }
            figure: 500万元
            local: may_raise
            versions:
              - { value: 500万元, from: 2025-01-01, to: 2025-12-31 }
              - { value: 400万元, from: 2026-01-01 }
    """,
    "narrative": """
    narrative:
      - { clause: （二）, words: 五大产业, reason: a name }
    """,
  ]

  /// The files, some of them with another text; an empty list of replacements changes nothing.
  package static func files(_ replacements: [String: String] = [:]) -> [CatalogFile] {
    texts.merging(replacements) { $1 }.sorted { $0.key < $1.key }
      .map { CatalogFile(path: "\($0.key).yaml", bytes: [UInt8]($0.value.utf8)) }
  }

  /// The catalogue, some of its files with another text.
  package static func load(_ replacements: [String: String] = [:]) throws -> Catalog {
    try Catalog.load(files: files(replacements))
  }
}
