// `yardstick repl`: the prompt.

public import ArgumentParser
import LineEditing
public import Prompt
import Yardstick

/// Opens the prompt on a workspace.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask a workspace questions, one line at a time.",
    discussion: """
      Lines are Lua, run in the sandbox, or commands such as :help and ?gdp. Without a terminal,
      lines are read from stdin, no prompt is shown, and the first error ends the command.

        yardstick repl
        yardstick repl -e 'obs.gdp[2024]' --mode json
        yardstick repl --verify docs/prompt.md
      """)

  @OptionGroup var common: CommonOptions

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(
    name: .customShort("e"),
    help: ArgumentHelp("Run a line and end; may be repeated.", valueName: "line"))
  var lines: [String] = []

  @Option(
    name: .customShort("f"),
    help: ArgumentHelp("Run the lines of a file and end.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp("Run the lines of a file first.", valueName: "file"))
  var initial: [String] = []

  @Option(help: "The period that `at` stands for, such as 2024.")
  var at: String?

  @Option(help: "The code or name of the area.")
  var area: String?

  @Option(help: "How results are written: table, csv, json or markdown.")
  var mode: PromptMode = .table

  @Option(
    help: ArgumentHelp(
      "Run a transcript again and compare; a Markdown page's too.", valueName: "file"))
  var verify: [String] = []

  @Flag(help: "With --verify: write what comes out now into the files; never in CI.")
  var update = false

  func validate() throws {
    if update, verify.isEmpty { throw ValidationError("--update needs --verify FILE") }
  }

  func run() throws {
    guard verify.isEmpty else { return try verifyTranscripts() }
    if lines.isEmpty, files.isEmpty,
      let editor = LineEditor(name: "yardstick", history: EntryHistory(path: Self.historyPath))
    {
      return try runInTerminal(editor)
    }
    let loop = PromptLoop(try open(settings()))
    for file in initial + files { try loop.run(file: file) }
    for line in lines { try loop.run(line) }
    if files.isEmpty, lines.isEmpty { try loop.runStandardInput() }
  }

  private func runInTerminal(_ editor: LineEditor) throws {
    let interrupt = try Interrupt()
    var settings = settings(interruption: interrupt.descriptor)
    settings.acknowledgeInterrupt = { Interrupt.takeWaiting() }
    settings.showsNumbers = true
    let session = try open(settings)
    let loop = PromptLoop(session)
    for file in initial { try loop.run(file: file) }
    Output.message(session.greeting)
    try loop.runInTerminal(editor, interrupt)
  }

  private func open(_ settings: PromptSettings) throws -> PromptSession {
    let session = try PromptSession(settings, area: area, at: at)
    if let isolation = session.isolation { Output.warn(about: isolation) }
    session.choose(mode)
    return session
  }

  private static var historyPath: String? {
    EntryHistory.standardPath(of: "yardstick") { Output.environment[$0] }
  }

  private func settings(interruption: Int32? = nil) -> PromptSettings {
    var settings = PromptSettings()
    settings.folder = common.workspace
    settings.place = .worker(executable: Output.executable, interruption: interruption)
    settings.limits = limits.settings
    settings.language = common.language
    settings.style = Output.style
    settings.width = { Output.width }
    return settings
  }

  private func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }

  private func verifyTranscripts() throws {
    var differences: [Finding] = []
    if update, let finding = TestRun.refusalToRecord(in: Output.environment) {
      throw Failure(finding)
    }
    for path in verify {
      guard !update else {
        let count = try TranscriptRunner.update(path, settings())
        Output.message("\(path): \(entries(count)) recorded")
        continue
      }
      let result = try TranscriptRunner.verify(path, settings())
      differences += result.differences
      Output.message(
        "\(path): \(entries(result.count)), \(result.differences.count) with other output")
    }
    Output.report(differences)
    if !differences.isEmpty { throw ExitCode(Failure.Kind.findings.rawValue) }
  }
}

extension PromptMode: ExpressibleByArgument {}
