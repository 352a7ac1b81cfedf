// A small workspace in a temporary folder, and the repository's own.

import Diagnostics
import Foundation
import Testing

@testable import Yardstick

/// A folder with a small workspace, which goes away with this object.
final class SampleFolder {
  /// The path of the folder.
  let path: String

  /// The texts of a workspace's files, by path.
  static let texts: [String: String] = [
    "yardstick.yaml": """
    catalog: catalog
    plugins: [scripts]
    area: "100"
    data: { observations: data/observations.csv, sources: data/sources.csv }
    assess: { at: 2025, method: schedule, max_age: 5 }
    decide: { at: 2027, subjects: data/firms.csv }
    """,
    "catalog/catalog.yaml": """
    id: example
    version: 1.2.0
    title: { zh: 例, en: Example }
    area: "100"
    vintage: draft
    vintages:
      - { name: draft, title: { zh: 草案, en: Draft }, publisher: 市政府 }
      - { name: adopted, title: { zh: 定稿, en: Adopted }, publisher: 市政府, date: 2024-10-15 }
    """,
    "catalog/units.yaml": """
    units:
      - { symbol: 元, en: yuan, dimension: money, scale: 0 }
      - { symbol: 万元, en: ten thousand yuan, dimension: money, scale: 4 }
      - { symbol: 亿元, en: hundred million yuan, dimension: money, scale: 8 }
    """,
    "catalog/areas.yaml": """
    areas:
      - { code: CN, zh: 中国, en: China }
      - { code: "100", zh: 甲市, en: Jia, parent: CN }
    """,
    "catalog/departments.yaml": "departments: [{ id: finance, zh: 财政局, en: Finance }]",
    "catalog/chapters.yaml": "chapters: [{ number: 1, clause: 一, title: { zh: 甲, en: First } }]",
    "catalog/measures.yaml": """
    measures:
      - number: 1
        chapter: 1
        clause: （一）
        title: { zh: 研发, en: Research }
        summary: { zh: 支持研发。, en: Supports research. }
        departments: [finance]
    """,
    "catalog/series.yaml": """
    series:
      - { id: output, title: { zh: 产值, en: Output }, unit: 亿元, kind: flow, prices: current, frequency: year }
    """,
    "catalog/targets.yaml": """
    targets:
      - id: output
        title: { zh: 产值, en: Output }
        chapter: 1
        nature: level
        due: 2027
        series: output
        vintages:
          draft: { figure: 500亿元, wording: 突破, comparator: ">", value: 500亿元 }
          adopted: { figure: 600亿元, comparator: ">=", value: 600亿元 }
      - id: growth
        title: { zh: 增速, en: Growth }
        chapter: 1
        nature: growth
        due: 2027
        vintages:
          draft: { figure: 5%, comparator: ">", value: 5% }
    """,
    "catalog/subjects.yaml": """
    subjects:
      - id: firm
        title: { zh: 企业, en: Firm }
        key: code
        fields:
          - { name: code, title: { zh: 编号, en: Code }, type: text }
          - { name: spend, title: { zh: 投入, en: Spend }, type: quantity, unit: 元 }
          - { name: exporter, title: { zh: 出口, en: Exports }, type: boolean }
    """,
    "catalog/instruments.yaml": """
    instruments:
      - id: grant
        title: { zh: 奖励, en: Grant }
        measure: 1
        subject: firm
        kind: award
        frequency: once
        parameters:
          rate: { title: { zh: 比例, en: rate }, value: 10%, figure: 10%, local: fixed }
          cap: { title: { zh: 上限, en: cap }, value: 5万元, figure: 5万元, local: fixed }
      - id: access
        title: { zh: 准入, en: Access }
        measure: 1
        subject: firm
        kind: access
        frequency: once
        parameters:
          line: { title: { zh: 额度, en: line }, value: 1亿元, figure: 1亿元, local: fixed }
    """,
    "catalog/narrative.yaml": "narrative: []",
    "scripts/plugin.yaml": """
    id: example
    title: { zh: 例, en: Example }
    version: 1.0.0
    area: "100"
    requires: { catalog: ^1.1 }
    """,
    "scripts/eligibility/grant.lua": """
    eligibility "access" {
      requires = { { "is within the line", function(e, p) return e.spend <= p.line end } },
    }
    eligibility "grant" {
      requires = { { "exports", zh = "出口", function(e) return e.exporter end } },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "later" {
      instrument = "grant", from = "2028-01-01",
      requires = { { "always", function() return true end } },
    }
    """,
    "scripts/indicators/growth.lua": """
    indicator "growth" {
      target = "growth", unit = "%",
      value = function(obs, at) return obs.output[at] / obs.output[at - 1] - 1 end,
    }
    """,
    "data/sources.csv": "id,publisher,title,date,kind\nS1,局,公报,2026-03-01,bulletin\n",
    "data/observations.csv": """
    series,area,period,value,unit,status,source,note
    output,100,2024,400,亿元,A,S1,
    output,100,2025,450,亿元,A,S1,
    outptu,100,2025,450,亿元,A,S1,
    """,
    "data/firms.csv": """
    code,spend,exporter
    F1,200000,true
    F2,600000,true
    F3,1,false
    F4,,true
    F5,many,true
    """,
  ]

  init(_ replacements: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    path = folder.path
    for (name, text) in Self.texts.merging(replacements, uniquingKeysWith: { $1 }) {
      try write(name, text)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func open(in subfolder: String = "") throws -> Workspace {
    try Workspace.open(subfolder.isEmpty ? path : path + "/" + subfolder)
  }

  /// What opening the workspace fails with, with paths relative to it.
  func problems() -> [String] {
    do {
      _ = try open()
      return []
    } catch let failure as Failure {
      return failure.lines.map { $0.replacing(path + "/", with: "") }
    } catch {
      return ["\(error)"]
    }
  }
}

/// The repository's own workspace, with the city's catalogue and scripts.
enum City {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func open() throws -> Workspace { try Workspace.open(folder) }
}

extension Failure {
  /// Place, message and suggestion of each finding.
  var lines: [String] {
    findings.map { finding in
      (finding.span.map { "\($0.place): " } ?? "") + finding.message
        + (finding.suggestion.map { " → \($0)" } ?? "")
    }
  }
}

/// Opens a small workspace, some of its files with another text, whose folder stays until the body ends.
func withSample<Result>(
  _ replacements: [String: String] = [:], _ body: (Workspace) throws -> Result
) throws -> Result {
  let folder = try SampleFolder(replacements)
  return try withExtendedLifetime(folder) { try body(try folder.open()) }
}

/// What some work fails with; `nil` when it succeeds.
func caught(_ work: () throws -> Void) throws -> Failure? {
  do {
    try work()
    return nil
  } catch let failure as Failure {
    return failure
  }
}
