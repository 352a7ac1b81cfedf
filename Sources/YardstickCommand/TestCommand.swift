// `yardstick test`: the suites of the plugins.

public import ArgumentParser
public import Yardstick

/// Runs the suites of the plugins.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the suites of the plugins.",
    discussion: """
      Suites are the files tests/*_test.lua of the workspace's plugins.

        yardstick test
        yardstick test scripts/tests/rd_headquarters_grant_test.lua --filter "one fen"
      """)

  @Argument(help: ArgumentHelp("Suite files, or folders with some.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: ArgumentHelp("Only tests whose name holds a text.", valueName: "text"))
  var filter: [String] = []

  @Flag(help: "Begin no test after one that did not pass.")
  var failFast = false

  @Flag(help: "Show the tests that passed too.")
  var verbose = false

  @Option(help: "How to write the results: text, tap, junit, json or github.")
  var format: TestReportFormat = .text

  @Option(
    help: ArgumentHelp("Write the results to a file; the text goes to stdout.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Run in an order that a number decides.", valueName: "seed"))
  var shuffle: UInt64?

  @Option(help: ArgumentHelp("How many tests run at a time.", valueName: "count"))
  var jobs = 1

  @Flag(help: "Run again whenever a file of the workspace changes; Ctrl-C ends.")
  var watch = false

  @Flag(help: "Record what comes out for cases that expect what is recorded; never in CI.")
  var update = false

  @Option(help: "Measure what the tests reach, and write it as text, lcov or cobertura.")
  var coverage: CoverageFormat?

  @Option(
    help: ArgumentHelp("Write the coverage to a file; the text goes to stdout.", valueName: "file"))
  var coverageOutput: String?

  @Option(help: ArgumentHelp("Fail when less is reached.", valueName: "percent"))
  var threshold: ExactDecimal?

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if update, !filter.isEmpty || failFast {
      throw ValidationError("--update records whole files, without --filter and --fail-fast")
    }
    if watch, format != .text || output != nil || update {
      throw ValidationError("--watch shows text, and records nothing")
    }
    if coverage == nil, coverageOutput != nil {
      throw ValidationError("--coverage-output needs --coverage lcov or another format")
    }
    if let coverage, coverage != .text, coverageOutput == nil {
      throw ValidationError("--coverage \(coverage.rawValue) needs --coverage-output")
    }
    if let threshold, threshold < 0 || threshold > 100 {
      throw ValidationError("--threshold must be from 0 to 100")
    }
  }

  func run() throws {
    if update, let finding = TestRun.refusalToRecord(in: Output.environment) {
      throw Failure(finding)
    }
    guard watch else { return try runOnce() }
    let files = WorkspaceWatch(common.workspace)
    while true {
      Output.clear()
      do {
        try runOnce()
      } catch let failure as Failure {
        Output.report(failure)
      } catch is ExitCode {}
      Output.message("waiting for changes; Ctrl-C ends")
      files.waitForChange()
    }
  }

  private func runOnce() throws {
    var isWarned = false
    let result = try limits.suites(common.workspace).run(
      paths, options: options, isRecording: update
    ) { workspace in
      guard !isWarned, let isolation = workspace.isolation else { return }
      Output.warn(about: isolation)
      isWarned = true
    }
    if update {
      for recording in result.recordings {
        try OutputFile.write(recording.json.pretty, to: recording.suite + Recordings.ending)
        Output.message("recorded in \(recording.suite)\(Recordings.ending)")
      }
    }
    if let output { try OutputFile.write(result.report(format, command: command), to: output) }
    try Output.write(
      result.report(
        output == nil ? format : .text, isVerbose: verbose, command: command, style: Output.style))
    var findings = result.findings
    if options.measuresCoverage {
      findings += try write(Coverage(result))
    }
    Output.report(findings)
    if let kind = result.kind { throw ExitCode(kind.rawValue) }
    if !findings.isEmpty { throw ExitCode(Failure.Kind.findings.rawValue) }
  }

  private var options: TestOptions {
    var options = TestOptions()
    options.filter = filter
    options.failFast = failFast
    options.seed = shuffle
    options.jobs = jobs
    options.measuresCoverage = coverage != nil || threshold != nil
    return options
  }

  /// Writes the coverage; what is wrong with it, if anything.
  private func write(_ measured: Coverage) throws -> [Finding] {
    if let coverage, let coverageOutput {
      try OutputFile.write(measured.report(coverage), to: coverageOutput)
    }
    if coverage != nil {
      let text = measured.report(.text, style: Output.style)
      // A report for programs on stdout stays as it is.
      if format == .text || output != nil { try Output.write(text) } else { Output.message(text) }
    }
    return threshold.map(measured.findings) ?? []
  }

  private var command: String {
    common.workspace == "." ? "yardstick test" : "yardstick test --workspace \(common.workspace)"
  }
}

extension TestReportFormat: ExpressibleByArgument {}
extension CoverageFormat: ExpressibleByArgument {}

extension ExactDecimal: ExpressibleByArgument {
  /// Reads a plain number.
  public init?(argument: String) {
    guard let value = try? ExactDecimal(parsing: argument) else { return nil }
    self = value
  }
}
