// A session at the prompt: what was typed so far, and what it is about.

public import Yardstick

/// What a session at the prompt is opened with.
public struct PromptSettings: Sendable {
  /// The folder of the workspace, or one inside it.
  public var folder = "."

  /// Where scripts run.
  public var place = ScriptPlace.thisProcess

  /// What one line may use, where it is not as the workspace says.
  public var limits = LimitSettings()

  /// The language of labels.
  public var language = Language.en

  /// How text for people is painted.
  public var style = Style.plain

  /// Whether results are shown with the names under which they are kept.
  public var showsNumbers = false

  /// Takes note that an entry was interrupted, before the session goes on.
  public var acknowledgeInterrupt: @Sendable () -> Void = {}

  /// How many columns the terminal has, or `nil` when there is none.
  public var width: @Sendable () -> Int? = { nil }

  /// Creates settings with which scripts run in this process.
  public init() {}
}

/// What an entry at the prompt comes to.
public struct PromptReply: Sendable {
  /// What it puts out; ends with a newline unless empty.
  public var output = ""

  /// What is wrong, or worth knowing.
  public var findings: [Finding] = []

  /// How a command ends that stops here; `nil` when nothing is wrong.
  public var kind: Failure.Kind?

  /// Whether the session ends.
  public var ends = false

  /// Creates a reply.
  public init(output: String = "", findings: [Finding] = [], kind: Failure.Kind? = nil) {
    self.output = output
    self.findings = findings
    self.kind = kind
  }
}

/// A session at the prompt.
///
/// Not thread-safe.
public final class PromptSession {
  /// What the session was opened with; commands may change it.
  var settings: PromptSettings

  /// The workspace as it is in the session's area.
  private(set) var workspace: Workspace

  /// The period that `at` stands for.
  var period: Period

  /// The plugin after which none is loaded, where one was chosen.
  private(set) var plugin: String?

  /// How results are written.
  private(set) var mode = PromptMode.table

  /// Chooses how results are written.
  public func choose(_ mode: PromptMode) { self.mode = mode }

  /// The subject that `e` stands for.
  var subject: Subject?

  /// The register whose subjects are loaded.
  private(set) var register: (input: InputBytes, format: RowFormat, kind: String, keys: [String])?

  /// The result that came last, to be exported or saved.
  var last: (entry: String, values: [PromptValue])?

  /// The global variables of the session.
  private(set) var variables: [PromptGlobal] = []

  /// What was typed and what it put out, in order.
  private(set) var exchanges: [Transcript.Exchange] = []

  /// The Lua that was run, in order, and whether it ran to its end: a new worker is told it again.
  private var journal: [(line: PromptLine, isWhole: Bool)] = []

  /// The variables that a new worker could not be given, until somebody is told.
  private var lost: [String] = []

  /// The session of the evaluator that has seen the journal.
  private var known: Int

  /// The entries that made definitions, by what they defined last.
  private(set) var definitions: [PromptDefinition: String] = [:]

  private var lines = 0
  private var results = 0
  private let syntax = PromptSyntax()

  /// Opens a session on a workspace.
  ///
  /// - Parameters:
  ///   - settings: What it is opened with.
  ///   - area: The code or name of the area, or the workspace's own.
  ///   - at: The period, or the workspace's own.
  /// - Throws: a `Failure` with everything that is wrong with the workspace.
  public init(
    _ settings: PromptSettings = PromptSettings(), area: String? = nil, at: String? = nil
  ) throws(Failure) {
    self.settings = settings
    workspace = try Workspace.open(
      settings.folder, area: area, scripts: settings.place, limits: settings.limits)
    let configured = workspace.configuration
    period =
      try at.map { text throws(Failure) in try Self.period(text) }
      ?? configured.assessAt ?? configured.decideAt ?? workspace.observations.periods.last
      ?? Period(year: 2027)
    known = workspace.evaluator.session
  }

  /// The moment that lines are about.
  var moment: Moment { Moment(period: period, area: workspace.area) }

  /// What keeps the scripts' worker from the rest of the machine; `nil` when they run in this process.
  public var isolation: Isolation? { workspace.isolation }

  static func period(_ text: String) throws(Failure) -> Period {
    do {
      return try Period(parsing: text)
    } catch {
      throw Failure(
        Finding(
          "argument.period", "`\(text)` is not a period: \(error.message)",
          suggestion: error.suggestion
            ?? "write a year such as 2027, or 2024-Q1, 2025-12, 2024-06-30"))
    }
  }

  /// What stands before the first line of an entry: the period and the area.
  public var prompt: String {
    let style = settings.style
    let place =
      workspace.catalog.areas[workspace.area].map { settings.language.title($0.title) }
      ?? workspace.area
    return style.bold(place) + " " + style.dim("\(period)") + " > "
  }

  /// What stands before further lines of an entry.
  public var continuation: String { settings.style.dim("…") + " " }

  /// What a session in a terminal begins with.
  public var greeting: String {
    let catalog = workspace.catalog
    return settings.language.text(
      en: "\(catalog.header.title.en): \(catalog.targets.count) targets, "
        + "\(catalog.instruments.count) instruments, \(catalog.series.count) series\n"
        + ":help lists the commands, Tab completes, Ctrl-D leaves.",
      zh:
        "\(catalog.header.title.zh)：\(catalog.targets.count)项目标，\(catalog.instruments.count)项政策工具，"
        + "\(catalog.series.count)个序列\n:help 列出命令，Tab 补全，Ctrl-D 退出。")
  }

  // MARK: Entries

  /// Whether an entry can be run as it is, or goes on in the next line.
  public func isComplete(_ entry: String) -> Bool {
    Self.isCommand(entry) || entry.allSatisfy(\.isWhitespace) || syntax.isComplete(entry)
  }

  private static func isCommand(_ entry: String) -> Bool {
    entry.hasPrefix(":") || entry.hasPrefix("?")
  }

  /// Runs an entry: Lua, or a command that begins with `:` or `?`.
  ///
  /// Whatever becomes of it is a reply; the session goes on.
  public func run(_ entry: String) -> PromptReply {
    guard !entry.allSatisfy(\.isWhitespace) else { return PromptReply() }
    var reply: PromptReply
    do throws(Failure) {
      reply =
        Self.isCommand(entry) ? try PromptCommand.run(entry, in: self) : try runLua(entry)
    } catch {
      reply = PromptReply(findings: error.findings, kind: error.kind)
    }
    if !lost.isEmpty {
      reply.findings.append(.lost(lost))
      lost = []
    }
    let messages = TextRenderer().render(reply.findings)
    exchanges.append(
      Transcript.Exchange(
        entry: entry, output: reply.output + messages, line: exchanges.count + 1))
    return reply
  }

  private func runLua(_ entry: String) throws(Failure) -> PromptReply {
    let outcome = try evaluate(entry, isKept: true)
    var reply = PromptReply(output: outcome.log.terminated)
    reply.findings = outcome.hints.map { Finding("prompt.hint", $0, severity: .note) }
    switch outcome.result {
    case .incomplete:
      throw Failure(
        Finding(
          "prompt.incomplete", "the entry ends too early",
          suggestion: "close what it begins: a bracket, a text, or a block with `end`"))
    case .failed(let failure):
      reply.findings += failure.findings
      reply.kind = failure.kind
    case .values(let values):
      if !values.isEmpty { last = (entry, values) }
      // A subject that is asked for by itself is the one that `e` stands for from then on.
      if case .subject(let subject)? = values.first, values.count == 1 { self.subject = subject }
      reply.output += outcome.defined.map {
        settings.language.text(
          en: "defined \($0.kind.rawValue) `\($0.id)`", zh: "已定义 \($0.kind.rawValue) `\($0.id)`")
          + "\n"
      }.joined()
      let shown = values.filter { $0 != .nothing || values.count > 1 }
      reply.output += printed(shown, number: outcome.isKept ? results : nil)
    }
    return reply
  }

  /// Runs Lua in the session.
  ///
  /// - Parameter isKept: Whether the value gets a number, and a new worker is told the text again.
  /// - Throws: a `Failure` when the scripts' process was lost; what can be is set up again before.
  func evaluate(_ text: String, isKept: Bool = false) throws(Failure) -> PromptOutcome {
    try replay()
    if isKept { lines += 1 }
    let line = PromptLine(
      text: text, name: isKept ? "[\(lines)]" : "[…]", number: isKept ? results + 1 : nil,
      moment: moment, subject: subject, assessing: assessing)
    let outcome: PromptOutcome
    do throws(Failure) {
      outcome = try workspace.evaluator.run(line)
    } catch {
      settings.acknowledgeInterrupt()
      try? replay()
      throw error
    }
    variables = outcome.globals
    if outcome.isKept { results += 1 }
    if isKept { keep(line, outcome.result) }
    for definition in outcome.defined { definitions[definition] = text }
    return outcome
  }

  private func keep(_ line: PromptLine, _ result: PromptOutcome.Result) {
    switch result {
    case .values: journal.append((line, true))
    // What it assigned before it failed stays. Where a limit stopped it, it may run longer next time.
    case .failed(let failure) where failure.kind != .limit: journal.append((line, false))
    case .failed, .incomplete: break
    }
  }

  private var assessing: AssessmentSettings {
    AssessmentSettings(
      vintage: workspace.configuration.vintage ?? workspace.catalog.header.vintage,
      method: (workspace.configuration.method ?? .cagrRatio).rawValue,
      maximumAge: workspace.configuration.maximumAge ?? Assessor.defaultMaximumAge)
  }

  /// The names under which results are kept.
  var numbered: [String] { ["_"] + (1...max(1, results)).map { "_\($0)" } }

  /// The text that set a variable last, by itself: `name = …` or `function name(…) … end`.
  func assignment(of name: String) -> String? {
    journal.lazy.filter(\.isWhole).map(\.line.text).last { text in
      let rest = text.trimmed
      let names = rest.hasPrefix("function ") ? rest.dropFirst(9) : rest[...]
      guard names.hasPrefix(name) else { return false }
      let after = names.dropFirst(name.count).trimmed
      return rest.hasPrefix("function ")
        ? after.hasPrefix("(") : after.hasPrefix("=") && !after.hasPrefix("==")
    }
  }

  // MARK: After a loss

  /// Tells a worker that has nothing of the session what was run so far.
  ///
  /// Lua without a clock and without files gives the same again, so that variables, functions and definitions
  /// come back as they were. The reply to the entry names those that do not.
  private func replay() throws(Failure) {
    guard workspace.evaluator.session != known else { return }
    let before = variables
    var isTold = false
    repeat {
      let session = workspace.evaluator.session
      var position = -1
      variables = []
      do throws(Failure) {
        if let register {
          _ = try workspace.evaluator.load(
            subjects: register.input, format: register.format, kind: register.kind)
        }
        for entry in journal {
          position += 1
          variables = try workspace.evaluator.run(entry.line).globals
        }
        isTold = true
        known = session
      } catch {
        // What ends the worker this time is left out, and the others begin once more. Ctrl-C is meant for
        // what ran before: whoever presses it again and again loses nothing.
        settings.acknowledgeInterrupt()
        switch error.findings.first?.code {
        case "worker.interrupted": break
        case "worker.start":
          variables = before
          throw error
        case _ where position < 0:
          register = nil
          lost.append("subjects")
        default: journal.remove(at: position)
        }
      }
    } while !isTold
    let now = Set(variables.map(\.name))
    lost += before.map(\.name).filter { !now.contains($0) && !lost.contains($0) }
  }

  // MARK: What the session is about

  /// Opens the workspace for another area, plugin or limits, or once more; variables are set up again.
  func reopen(area: String? = nil, through plugin: String? = nil) throws(Failure) {
    let opened: Workspace
    if let plugin {
      opened = try Workspace.open(
        settings.folder, through: plugin, scripts: settings.place, limits: settings.limits)
    } else {
      opened = try Workspace.open(
        settings.folder, area: area ?? workspace.area, scripts: settings.place,
        limits: settings.limits)
    }
    workspace = opened
    self.plugin = plugin
    // No evaluator has this number, so that everything is told again.
    known = .min
    try replay()
  }

  /// Loads the subjects of a register.
  func load(
    register path: String?, reading: RegisterReading = RegisterReading()
  ) throws(Failure) -> LoadedSubjects {
    let read = try workspace.register(path, reading: reading)
    let input = InputBytes(path: read.path, bytes: read.bytes)
    let loaded = try workspace.evaluator.load(
      subjects: input, format: read.format, kind: read.kind.id)
    register = (input, read.format, read.kind.id, try keys(of: read))
    return loaded
  }

  private func keys(of register: Register) throws(Failure) -> [String] {
    var reader = try SubjectReader(register, catalog: workspace.catalog)
    var keys: [String] = []
    while let row = try reader.next() {
      if case .subject(let subject) = row { keys.append(subject.key) }
    }
    return keys.sorted()
  }
}

extension Finding {
  /// That variables could not be set up again.
  static func lost(_ names: [String]) -> Finding {
    Finding(
      "prompt.lost",
      "lost: " + names.map { "`\($0)`" }.joined(separator: ", "), severity: .warning,
      notes: ["everything else that the session had set up was set up again"])
  }
}

extension String {
  /// The text with a newline at its end, unless it is empty.
  var terminated: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}
