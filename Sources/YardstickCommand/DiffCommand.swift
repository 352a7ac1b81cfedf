// `yardstick diff`: what a plugin makes different.

import ArgumentParser
import Yardstick

/// Compares the rules of two plugins.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare the rules of two plugins, for review.",
    discussion: """
      Each plugin stands for what holds in its area once it is loaded: a district's plugin compared
      with the city's shows what the district changes, adds and replaces, on which clause that
      rests, and what allows it.

        yardstick diff hangzhou binjiang --format markdown
      """)

  @Argument(help: "The id of the first plugin.")
  var old: String

  @Argument(help: "The id of the second plugin.")
  var new: String

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "How to write the differences: table, json or markdown.")
  var format: OutputFormat = .table

  func validate() throws { try format.check(among: [.table, .json, .markdown]) }

  func run() throws {
    let difference = RulesDifference(
      from: try limits.open(common.workspace, through: old).evaluator,
      to: try limits.open(common.workspace, through: new).evaluator)
    let report = DifferenceReport(difference, from: old, to: new, language: common.language)
    switch format {
    case .json: try Output.write(report.json.pretty)
    case .markdown: try Output.write(report.table.markdown)
    default: try Output.write(report.text(width: Output.width, style: Output.style))
    }
  }
}
