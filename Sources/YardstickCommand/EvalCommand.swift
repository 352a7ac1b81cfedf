// `yardstick eval`: plain chunks of Lua in the sandbox.

import ArgumentParser
import Yardstick

/// Evaluates plain chunks of Lua in the sandbox.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate plain chunks of Lua in the sandbox.",
    discussion: """
      Each chunk runs in a fresh environment, one after another.

        yardstick eval -e 'quantity "1200万元" * quantity "5%"'
        yardstick eval --max-memory 8MiB --max-time 500ms --format jsonl hostile/*.lua
      """)

  /// How outcomes are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case jsonl
  }

  @Option(
    name: .customShort("e"), help: ArgumentHelp("An expression or a chunk.", valueName: "text"))
  var expression: String?

  @Argument(help: "Files with Lua text.")
  var files: [String] = []

  @OptionGroup(title: "Limits of scripts") var limits: LimitOptions

  @Option(help: "How to write the outcomes: text or jsonl.")
  var format: Format = .text

  func validate() throws {
    if expression == nil, files.isEmpty {
      throw ValidationError("name a file, or give an expression with -e")
    }
    if expression != nil, !files.isEmpty {
      throw ValidationError("evaluate either files or an expression, not both")
    }
  }

  func run() throws {
    let evaluator = ChunkEvaluator(
      limits: WorkerLimits().applying(limits.settings), executable: Output.executable)
    var worst: Failure.Kind?
    var hasWarned = false
    for chunk in try chunks() {
      let start = ContinuousClock.now
      let outcome = try evaluator.run(chunk)
      if !hasWarned, let isolation = evaluator.isolation {
        hasWarned = true
        Output.warn(about: isolation)
      }
      let report = ChunkReport(chunk, outcome, wallTime: .now - start)
      switch format {
      case .jsonl: try Output.write(report.json.compact + "\n")
      case .text:
        try Output.write(report.text)
        if let message = report.message { Output.message(message) }
      }
      if let kind = report.kind, kind.rawValue > worst?.rawValue ?? 0 { worst = kind }
    }
    if let worst { throw ExitCode(worst.rawValue) }
  }

  private func chunks() throws -> [Chunk] {
    if let expression {
      return [Chunk(path: "-e", bytes: Array(expression.utf8), isExpression: true)]
    }
    return try files.map { try Chunk(reading: $0) }
  }
}
