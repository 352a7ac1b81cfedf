// `yardstick decide`: subjects against eligibilities.

import ArgumentParser
import Yardstick

/// Decides on the subjects of a register.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide on the subjects of a register.")

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: ArgumentHelp("The register, a CSV file.", valueName: "file"))
  var subjects: String?

  @Option(help: "The period to decide at, such as 2027 or 2026-06-30.")
  var at: String?

  @Option(help: "The code or name of the area whose rules hold.")
  var area: String?

  @Option(parsing: .upToNextOption, help: "The ids of the eligibilities; all when left out.")
  var only: [String] = []

  @Option(help: ArgumentHelp("Write the decisions to a file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write the rows that cannot be read to a file.", valueName: "file"))
  var rejects: String?

  @Option(help: "How to write the decisions: table, json, jsonl, csv or markdown.")
  var format: OutputFormat = .table

  func run() throws {
    let workspace = try limits.open(common.workspace, area: area)
    let register = try workspace.register(subjects)
    let moment = try workspace.moment(at, default: \.decideAt)
    var writer = DecisionWriter(
      format: format.decisionFormat, digests: workspace.digests(register: register.bytes),
      language: common.language, showsStacking: workspace.catalog.hasStacking)
    let progress = Progress("decisions")
    let result = try workspace.decide(only, on: register, at: moment) { decision in
      writer.add(decision)
      progress.advance()
    }
    progress.finish()
    let text = writer.finish(width: output == nil ? Output.width : nil, style: Output.style)
    if let output {
      try Output.write(text, toFile: output)
    } else {
      try Output.write(text)
    }
    if let rejects { try Output.write(RejectsReport.csv(result.rejects), toFile: rejects) }
    let summary = SummaryReport(result.summaries, workspace: workspace, language: common.language)
    Output.message("\n" + summary.table.text(width: Output.width))
    try Problems.finish(
      Problems(rejects: workspace.rejects + result.rejects, failures: result.distinctFailures))
  }
}

extension OutputFormat {
  fileprivate var decisionFormat: DecisionWriter.Format {
    switch self {
    case .table: .table
    case .json: .json
    case .jsonl: .jsonl
    case .csv: .csv
    case .markdown: .markdown
    }
  }
}
