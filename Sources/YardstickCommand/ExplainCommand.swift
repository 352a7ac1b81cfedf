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

      What `decide --store` has kept is explained as it was decided then.

        yardstick explain --store results.sqlite --subject E0000001
      """)

  @Argument(
    help: "The id of an eligibility, a target or an indicator; of a store, all when left out.")
  var id: String?

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "The key of a subject in the register.")
  var subject: String?

  @Option(
    help: ArgumentHelp("The store that `decide --store` has written.", valueName: "file"))
  var store: String?

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
    if store == nil, id == nil {
      throw ValidationError(
        "what is to be explained is not named. Name an eligibility, a target or an indicator")
    }
    if store != nil {
      guard subject != nil else {
        throw ValidationError("a store has many subjects. Name one with --subject ID")
      }
      let others = [
        ("subjects", subjects), ("at", at), ("area", area), ("method", method?.rawValue),
        ("vintage", vintage),
      ]
      if let other = others.first(where: { $0.1 != nil }) {
        throw ValidationError("a store says itself what it was decided on. Leave out --\(other.0)")
      }
    }
  }

  func run() throws {
    if let store, let subject { return try explain(subject, of: store) }
    guard let id else { return }
    let workspace = try limits.open(common.workspace, area: area)
    let explained = try workspace.explain(
      id, subject: subject, register: subjects, reading: register.reading, given: given, at: at,
      area: area, method: method,
      vintage: vintage, language: common.language)
    try write(explained)
  }

  /// Explains what a store has of a subject.
  private func explain(_ subject: String, of store: String) throws {
    let explanation = try StoredExplanation(
      store: store, subject: subject, eligibility: id,
      scripts: .worker(executable: Output.executable),
      requiresIsolation: limits.requireIsolation, language: common.language
    ) { area throws(Failure) in
      try Workspace.open(
        common.workspace, area: area, scripts: .worker(executable: Output.executable),
        limits: limits.settings)
    }
    Output.report(explanation.warnings)
    if format == .csv { Output.message(explanation.remarks.joined(separator: "\n")) }
    try write(explanation.result)
  }

  private func write(_ explained: ExplainedResult) throws {
    switch format {
    case .json: try Output.write(explained.json.pretty)
    case .csv: try Output.write(explained.table.csv)
    case .markdown: try Output.write(explained.markdown)
    default: try Output.write(explained.text(Output.style))
    }
  }
}
