// `yardstick decide`: subjects against eligibilities.

import ArgumentParser
import Yardstick

/// Decides on the subjects of a register.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide on the subjects of a register.")

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: ArgumentHelp("The register; - reads the input.", valueName: "file"))
  var subjects: String?

  @OptionGroup(title: "How the register is written") var register: SubjectsOptions

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

  @Option(
    help: ArgumentHelp(
      "Write counts and totals to a file, as CSV or, if it ends in .json, JSON.", valueName: "file")
  )
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Keep the decisions with their reasons in a file of SQLite, for `explain --store`.",
      valueName: "file"))
  var store: String?

  @Flag(help: "Continue the store where an earlier run was interrupted.")
  var resume = false

  @Option(
    help: "How to write the decisions: table, json, jsonl, csv or markdown.")
  var format: OutputFormat?

  @Option(help: "A row for each decision (long), or for each subject with its amounts (wide).")
  var layout: RegisterLayout?

  @Option(help: ArgumentHelp("How many workers decide at the same time.", valueName: "count"))
  var jobs: Int?

  @Option(help: .hidden) var blockSize: ByteCount?

  func validate() throws {
    try validateStore()
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 256")
    }
    if let layout, let format, format.registerFormat == nil {
      throw ValidationError(
        "--layout \(layout.rawValue) has no format '\(format.rawValue)'; it has csv, json, jsonl")
    }
  }

  private func validateStore() throws {
    guard let store else {
      if resume { throw ValidationError("--resume continues a store. Name it with --store FILE") }
      return
    }
    if store == "-" { throw ValidationError("a store is a file. Name it with --store FILE") }
    if output == nil, layout != nil || format != nil {
      throw ValidationError(
        "--layout and --format are about the decisions in a file. Name it with --output FILE")
    }
    if output != nil, layout != .wide {
      throw ValidationError(
        "a store keeps amounts and outcomes, not all that --layout long writes."
          + " Use --layout wide; the view 'decisions' of the store has a row for each decision")
    }
  }

  func run() throws {
    let workspace = try limits.open(common.workspace, area: area)
    if let store { return try keep(in: store, workspace) }
    let format = format ?? (layout == nil && subjects != "-" ? .table : .csv)
    if let registerFormat = format.registerFormat {
      try stream(registerFormat, in: workspace)
    } else {
      try show(format, in: workspace)
    }
  }

  /// Writes decisions while they are made, in memory that does not grow with the register.
  private func stream(_ format: RegisterFormat, in workspace: Workspace) throws {
    let register = try workspace.registerFile(subjects, reading: self.register.reading)
    let moment = try workspace.moment(at, default: \.decideAt)
    var options = RegisterOptions(layout: layout ?? .long, format: format, jobs: jobs)
    if let blockSize { options.blockSize = max(1, blockSize.bytes) }
    if let output { options.folder = Self.folder(of: output) ?? options.folder }
    let sink = try RegisterOutput(
      output: output, rejects: rejects, progress: Progress("subjects", total: register.size))
    let totals = try workspace.decide(
      only, on: register, at: moment, options: options, sink: sink)
    try sink.finish()
    try finish(
      totals.summaries, workspace,
      Problems(
        reasons: totals.reasons, rejectCount: totals.rejectCount, failures: totals.failures))
  }

  /// Keeps decisions in a store, and writes them out once all are made.
  private func keep(in store: String, _ workspace: Workspace) throws {
    for file in [output, rejects].compactMap(\.self) where file != "-" {
      try OutputFile.check(file)
    }
    let register = try workspace.registerFile(subjects, reading: self.register.reading)
    let moment = try workspace.moment(at, default: \.decideAt)
    var options = RegisterOptions(format: .records, jobs: jobs)
    if let blockSize { options.blockSize = max(1, blockSize.bytes) }
    options.folder = Self.folder(of: store) ?? options.folder
    let progress = Progress("subjects", total: register.size)
    Interruption.tell("`\(store)` can be continued with `--resume`")
    let decisions = try workspace.decide(
      only, on: register, at: moment, options: options, store: store, resumes: resume,
      advance: { progress.advance(by: $0, bytes: $1) })
    progress.finish()
    if output != nil || rejects != nil {
      let sink = try RegisterOutput(
        output: output, rejects: rejects, progress: Progress("subjects"))
      if output != nil {
        try decisions.writeDecisions(as: format?.registerFormat ?? .csv, to: sink)
      }
      if rejects != nil { try decisions.writeRejects(to: sink) }
      try sink.finish()
    }
    let totals = decisions.totals
    try finish(
      totals.summaries, workspace,
      Problems(
        reasons: totals.reasons, rejectCount: totals.rejectCount, failures: totals.failures))
  }

  /// The folder of a file, where it names one.
  private static func folder(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[...$0]) }
  }

  private func finish(
    _ summaries: [EligibilitySummary], _ workspace: Workspace, _ problems: Problems
  ) throws {
    let summary = SummaryReport(summaries, workspace: workspace, language: common.language)
    for table in [summary.table] + summary.breakdowns where !table.rows.isEmpty {
      Output.message("\n" + table.text(width: Output.width))
    }
    if let path = self.summary { try OutputFile.write(summary.text(asIn: path), to: path) }
    try Problems.finish(Problems(rejects: workspace.rejects) + problems)
  }

  /// Gathers decisions and shows them to people.
  private func show(_ format: OutputFormat, in workspace: Workspace) throws {
    let register = try workspace.register(subjects, reading: self.register.reading)
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
      try OutputFile.write(text, to: output)
    } else {
      try Output.write(text)
    }
    if let rejects { try OutputFile.write(RejectsReport.csv(result.rejects), to: rejects) }
    try finish(
      result.summaries, workspace,
      Problems(rejects: result.rejects, failures: result.distinctFailures))
  }
}

extension OutputFormat {
  fileprivate var registerFormat: RegisterFormat? {
    switch self {
    case .json: .json
    case .jsonl: .jsonl
    case .csv: .csv
    case .table, .markdown: nil
    }
  }

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
