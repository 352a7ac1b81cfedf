// The `yardstick` command: what it offers, and how it ends.

import ArgumentParser
import Foundation
import Yardstick

/// The `yardstick` command.
@main
struct YardstickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yardstick",
    abstract: "Turns a policy document into rules that can be run, tested and defended.",
    discussion: """
      Exit codes: 0 clean; 1 findings; 2 could not run; 3 a resource limit was hit.
      """,
    version: YardstickVersion.current,
    subcommands: [
      RunCommand.self, AssessCommand.self, DecideCommand.self, ExplainCommand.self,
      TestCommand.self, ReplCommand.self, EvalCommand.self, CatalogCommand.self, PluginCommand.self,
      DiffCommand.self, WorkerCommand.self,
    ])

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Output.report(failure)
      Output.exit(failure.kind.rawValue)
    } catch let code as ExitCode {
      Output.exit(code.rawValue)
    } catch {
      guard exitCode(for: error).isSuccess else {
        Output.report(Usage.failure(message(for: error), help: fullMessage(for: error)))
        Output.exit(Failure.Kind.couldNotRun.rawValue)
      }
      do {
        try Output.write(fullMessage(for: error) + "\n")
        Output.exit(0)
      } catch {
        Output.report(error)
        Output.exit(error.kind.rawValue)
      }
    }
  }
}
