// `yardstick run`: the whole workspace.

import ArgumentParser
import Yardstick

/// Assesses every target and decides on every subject.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Assess every target and decide on every subject of the workspace.")

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "The code or name of the area whose rules hold.")
  var area: String?

  @Option(help: "How to write the results: table, json or markdown.")
  var format: OutputFormat = .table

  func validate() throws { try format.check(among: [.table, .json, .markdown]) }

  func run() throws {
    let workspace = try limits.open(common.workspace, area: area)
    let report = try WorkspaceReport(workspace, language: common.language)
    switch format {
    case .json: try Output.write(report.json.pretty)
    case .markdown: try Output.write(report.markdown)
    default: try Output.write(report.text(width: Output.width, style: Output.style))
    }
    try Problems.finish(report.problems)
  }
}
