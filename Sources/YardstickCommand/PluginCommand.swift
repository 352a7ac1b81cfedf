// `yardstick plugin`: the plugins of a workspace.

import ArgumentParser
import Yardstick

/// Shows the plugins of a workspace.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Show the plugins of the workspace, or begin a new one.",
    subcommands: [List.self, New.self])

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

  /// Writes a new plugin.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a plugin that holds one example of each thing a district does.",
      discussion: """
        The examples are taken from the catalogue and from what the extended plugin decides; their suites
        pass. The plugin is added to `plugins:` in yardstick.yaml.

          yardstick plugin new xihu --extends hangzhou --area 330106
        """)

    @Argument(help: "The id of the plugin: lower-case letters, digits, hyphens and underscores.")
    var name: String

    @Option(help: ArgumentHelp("The plugin that it builds on.", valueName: "plugin"))
    var extends: String

    @Option(help: "The code or name of the area whose rules it is to hold.")
    var area: String

    @Option(help: "The folder to write; one with the plugin's id beside yardstick.yaml by default.")
    var folder: String?

    @Option(help: ArgumentHelp("The Chinese title.", valueName: "title"))
    var titleZh: String?

    @Option(help: ArgumentHelp("The English title.", valueName: "title"))
    var titleEn: String?

    @OptionGroup var common: CommonOptions

    @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

    func run() throws {
      var plugin = NewPlugin(name, extends: extends, area: area)
      plugin.folder = folder
      plugin.titleZh = titleZh
      plugin.titleEn = titleEn
      let written = try limits.create(plugin, in: common.workspace)
      try Output.write(written.files.map { $0 + "\n" }.joined())
      for example in written.leftOut { Output.message("left out: \(example)") }
      if let entry = written.missingEntry {
        Output.message(
          "the list in \(written.configuration) could not be changed safely; add under `plugins:`")
        Output.message("  \(entry)")
      } else {
        Output.message("added to `plugins:` in \(written.configuration)")
      }
      Output.message("what to do next: \(written.folder)/README.md")
    }
  }
}
