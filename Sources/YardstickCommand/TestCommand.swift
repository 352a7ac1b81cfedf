// `yardstick test`: the suites of the plugins.

import ArgumentParser
import Yardstick

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

  func run() throws {
    let workspace = try limits.open(common.workspace)
    var options = TestOptions()
    options.filter = filter
    options.failFast = failFast
    let run = try workspace.test(paths, options: options)
    let report = TextTestReport(run, isVerbose: verbose, command: command)
    try Output.write(report.text(style: Output.style))
    Output.report(run.findings)
    if let kind = run.kind { throw ExitCode(kind.rawValue) }
  }

  private var command: String {
    common.workspace == "." ? "yardstick test" : "yardstick test --workspace \(common.workspace)"
  }
}
