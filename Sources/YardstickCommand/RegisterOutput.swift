// Where the decisions on a register go: a file or stdout, and what was left out beside it.

import Foundation
import Yardstick

/// Writes decisions and what was left out while they are made.
final class RegisterOutput: RegisterSink {
  private let file: StreamedFile?
  private let rejects: StreamedFile?
  private let progress: Progress

  /// Prepares the files.
  ///
  /// - Parameters:
  ///   - output: Where decisions go; stdout when it is left out or `-`.
  ///   - rejects: Where rows go that are left out.
  init(output: String?, rejects: String?, progress: Progress) throws(Failure) {
    let path = output == "-" ? nil : output
    file = if let path { try StreamedFile(path) } else { nil }
    self.rejects = if let rejects { try StreamedFile(rejects) } else { nil }
    self.progress = progress
  }

  func write(decisions: [UInt8]) throws(Failure) {
    if let file {
      try file.write(decisions)
    } else {
      try Output.write(decisions[...], to: STDOUT_FILENO, named: "the output")
    }
  }

  func write(rejects bytes: [UInt8]) throws(Failure) { try rejects?.write(bytes) }

  func advance(subjects: Int, bytes: Int) { progress.advance(by: subjects, bytes: bytes) }

  /// Puts the files in their places.
  func finish() throws(Failure) {
    try rejects?.finish()
    try file?.finish()
    progress.finish()
  }
}
