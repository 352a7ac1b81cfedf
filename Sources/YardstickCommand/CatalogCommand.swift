// `yardstick catalog`: what scripts may name, and whether it carries the whole document.

public import ArgumentParser
public import Yardstick

/// Shows, exports and audits the catalogue.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Show, export and audit the catalogue.",
    subcommands: [List.self, Show.self, Export.self, Audit.self])

  /// Lists the entries of the catalogue.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the catalogue's entries.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "What to list: \(CatalogReport.Kind.all).")
    var kind: CatalogReport.Kind?

    @Option(help: "The code or name of the area whose plugins apply; none when left out.")
    var area: String?

    @Option(help: "How to write the list: table, csv or markdown.")
    var format: OutputFormat = .table

    func validate() throws { try format.check(among: [.table, .csv, .markdown]) }

    func run() throws {
      let report = CatalogReport(
        try Workspace.catalog(common.workspace, area: area), language: common.language)
      switch format {
      case .csv: try Output.write(report.table(kind ?? .targets).csv)
      case .markdown: try Output.write(report.table(kind ?? .targets).markdown)
      default: try Output.write(report.list(kind, width: Output.width, style: Output.style))
      }
    }
  }

  /// Shows one entry of the catalogue.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one entry in full.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The id of an entry, or the number of a measure.")
    var id: String

    @Option(help: "The code or name of the area whose plugins apply; none when left out.")
    var area: String?

    func run() throws {
      let report = CatalogReport(
        try Workspace.catalog(common.workspace, area: area), language: common.language)
      try Output.write(try report.show(id, style: Output.style))
    }
  }

  /// Writes the catalogue in its public form.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the catalogue as JSON, for other programs.")

    @OptionGroup var common: CommonOptions

    @Option(help: "The code or name of the area whose plugins apply; none when left out.")
    var area: String?

    @Option(help: "How to write the catalogue: json.")
    var format: OutputFormat = .json

    func validate() throws { try format.check(among: [.json]) }

    func run() throws {
      try Output.write(CatalogExport(try Workspace.catalog(common.workspace, area: area)).json)
    }
  }

  /// Compares a policy text with the catalogue.
  struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that the catalogue carries every figure of a policy text.",
      discussion:
        "Exit code 1 when a figure is not carried, or one of the catalogue is not in the text.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The policy text, UTF-8.", valueName: "document"))
    var document: String

    @Option(help: "The version of the document, such as draft or adopted.")
    var vintage: String?

    @Option(help: "How to write the result: table, json, csv or markdown.")
    var format: OutputFormat = .table

    func validate() throws { try format.check(among: [.table, .json, .csv, .markdown]) }

    func run() throws {
      let report = try AuditReport(
        document: document, catalog: try Workspace.catalog(common.workspace), vintage: vintage,
        language: common.language)
      switch format {
      case .json: try Output.write(report.json.pretty)
      case .csv: try Output.write(report.table.csv)
      case .markdown: try Output.write(report.table.markdown)
      default: try Output.write(report.text(width: Output.width, style: Output.style))
      }
      if report.hasFindings {
        Output.report(report.findings)
        throw ExitCode(Failure.Kind.findings.rawValue)
      }
    }
  }
}

extension CatalogReport.Kind: ExpressibleByArgument {
  static var all: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
