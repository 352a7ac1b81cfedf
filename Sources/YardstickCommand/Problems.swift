// How a command ends when part of its work could not be done.

import ArgumentParser
import Yardstick

extension Problems {
  /// Reports the problems on stderr and ends with the exit code that they stand for.
  static func finish(_ problems: Problems) throws {
    Output.report(problems.findings)
    if let kind = problems.kind { throw ExitCode(kind.rawValue) }
  }
}
