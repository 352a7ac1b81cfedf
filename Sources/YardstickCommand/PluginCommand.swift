// `yardstick plugin`: the plugins of a workspace.

import ArgumentParser
import Yardstick

/// Shows the plugins of a workspace.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Show the plugins of the workspace.",
    subcommands: [List.self])

  /// Lists the plugins in the order in which they are loaded.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the plugins in load order, with what each adds, replaces and changes.")

    @OptionGroup var common: CommonOptions

    @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

    @Option(help: "How to write the list: table, json or markdown.")
    var format: OutputFormat = .table

    func validate() throws { try format.check(among: [.table, .json, .markdown]) }

    func run() throws {
      let plugins = try Workspace.manifests(common.workspace).map { manifest in
        let workspace = try limits.open(common.workspace, through: manifest.id)
        return PluginContents(manifest, in: workspace.evaluator)
      }
      let report = PluginReport(plugins, language: common.language)
      switch format {
      case .json: try Output.write(report.json.pretty)
      case .markdown: try Output.write(report.table.markdown)
      default: try Output.write(report.table.text(width: Output.width, style: Output.style))
      }
    }
  }
}
