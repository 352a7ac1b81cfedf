// `yardstick worker`: the process that scripts run in.

import ArgumentParser
import Yardstick

/// Serves evaluations on stdin and stdout; started by the other commands.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Evaluate scripts for another process, on stdin and stdout.",
    discussion:
      "Other commands start workers by themselves. The protocol is docs/worker-protocol.md.",
    shouldDisplay: false)

  @Option(help: "The most memory that a Lua state will be allowed, in bytes.")
  var memory = 64 << 20

  func run() throws {
    let code = WorkerServer.serve(memory: memory)
    if code != 0 { throw ExitCode(code) }
  }
}
