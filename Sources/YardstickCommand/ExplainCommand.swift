// `yardstick explain`: one decision, assessment or indicator, in full.

import ArgumentParser
import Yardstick

/// Explains one decision, assessment or indicator.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain one decision, assessment or indicator in full.",
    discussion: """
      An eligibility is explained for a subject: one of the register, or one that is given.

        yardstick explain rd_headquarters_grant --subject E0000001
        yardstick explain rd_headquarters_grant \\
          --given introduced_year=2027,headquarters=rd,rd_spend=1200万元

      A target or an indicator is explained for an area and a period.

        yardstick explain rd_intensity --at 2024
      """)

  @Argument(help: "The id of an eligibility, a target or an indicator.")
  var id: String

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "The key of a subject in the register.")
  var subject: String?

  @Option(help: ArgumentHelp("The register; - reads the input.", valueName: "file"))
  var subjects: String?

  @OptionGroup(title: "How the register is written") var register: SubjectsOptions

  @Option(
    help: ArgumentHelp("A subject's fields; the others are missing.", valueName: "field=value,…"))
  var given: String?

  @Option(help: "The period to explain for, such as 2027.")
  var at: String?

  @Option(help: "The code or name of the area.")
  var area: String?

  @Option(help: "How progress is judged: cagr_ratio, schedule or unsd.")
  var method: ProgressMethod?

  @Option(help: "The version of the document, such as draft or adopted.")
  var vintage: String?

  @Option(help: "How to write the explanation: table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    try format.check(among: [.table, .json, .csv, .markdown])
    if subject != nil, given != nil {
      throw ValidationError("a subject is either given or one of the register, not both")
    }
  }

  func run() throws {
    let workspace = try limits.open(common.workspace, area: area)
    let explained = try workspace.explain(
      id, subject: subject, register: subjects, reading: register.reading, given: given, at: at,
      area: area, method: method,
      vintage: vintage, language: common.language)
    switch format {
    case .json: try Output.write(explained.json.pretty)
    case .csv: try Output.write(explained.table.csv)
    case .markdown: try Output.write(explained.markdown)
    default: try Output.write(explained.text(Output.style))
    }
  }
}
