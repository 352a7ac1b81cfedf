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

  func run() throws {
    let workspace = try limits.open(common.workspace)
    var options = TestOptions()
    options.filter = filter
    options.failFast = failFast
    let run = try workspace.test(paths, options: options)
    if let output { try Output.write(run.report(format, command: command), toFile: output) }
    try Output.write(
      run.report(
        output == nil ? format : .text, isVerbose: verbose, command: command, style: Output.style))
    Output.report(run.findings)
    if let kind = run.kind { throw ExitCode(kind.rawValue) }
  }

  private var command: String {
    common.workspace == "." ? "yardstick test" : "yardstick test --workspace \(common.workspace)"
  }
}

extension TestReportFormat: ExpressibleByArgument {}
