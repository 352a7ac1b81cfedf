// `yardstick assess`: targets against observations.

import ArgumentParser
import Yardstick

/// Holds targets against observations.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "Hold targets against observations.")

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "The period to assess at, such as 2024 or 2025-12.")
  var at: String?

  @Option(help: "The code or name of the area.")
  var area: String?

  @Option(parsing: .upToNextOption, help: "The ids of the targets; all when left out.")
  var only: [String] = []

  @Option(help: "How progress is judged: cagr_ratio, schedule or unsd.")
  var method: ProgressMethod?

  @Option(help: "The version of the document, such as draft or adopted.")
  var vintage: String?

  @Option(help: "How to write the results: table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws { try format.check(among: [.table, .json, .csv, .markdown]) }

  func run() throws {
    let workspace = try limits.open(common.workspace, area: area)
    let moment = try workspace.moment(at, default: \.assessAt, area: area)
    let (assessments, failures) = try workspace.assess(
      only, at: moment, method: method, vintage: vintage)
    let report = AssessmentReport(
      assessments, at: moment, catalog: workspace.catalog, sources: workspace.sources,
      digests: workspace.digests(), language: common.language)
    switch format {
    case .json: try Output.write(report.json.pretty)
    case .csv: try Output.write(report.plainTable.csv)
    case .markdown: try Output.write(report.table.markdown)
    default: try Output.write(report.text(width: Output.width, style: Output.style))
    }
    try Problems.finish(Problems(rejects: workspace.rejects, failures: failures))
  }
}
