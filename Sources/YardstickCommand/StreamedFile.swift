// A file that appears whole or not at all.

import Foundation
import Yardstick

/// A file that is written bit by bit, and appears under its name once it is whole.
///
/// Until then it lies beside it under another name, and is removed when the command fails or is interrupted.
final class StreamedFile {
  let path: String
  /// What is written to until the file is whole; nothing for a device, which is written to at once.
  private let temporary: String?
  private let destination: String
  private var descriptor: Int32
  private var isWhole = false

  /// Makes the file.
  ///
  /// - Throws: a `Failure` when the folder is missing or may not be written to.
  init(_ path: String) throws(Failure) {
    try OutputFile.check(path)
    self.path = path
    destination = OutputFile.destination(path)
    temporary = OutputFile.isDevice(path) ? nil : "\(destination).\(getpid()).part"
    descriptor = open(
      temporary ?? destination, O_WRONLY | (temporary == nil ? 0 : O_CREAT | O_TRUNC) | O_CLOEXEC,
      0o666)
    guard descriptor >= 0 else {
      throw OutputFile.unwritable(
        path, "the system refused it", suggestion: "check that its folder may be written to")
    }
    if let temporary { Interruption.remove(temporary) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isWhole, let temporary {
      unlink(temporary)
      Interruption.keep(temporary)
    }
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try Output.write(bytes[...], to: descriptor, named: "`\(path)`")
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    let closed = fsync(descriptor) == 0 || errno == EINVAL
    let reason = errno
    close(descriptor)
    descriptor = -1
    guard closed, temporary.map({ rename($0, destination) == 0 }) ?? true else {
      throw OutputFile.unwritable(
        path, String(cString: strerror(closed ? errno : reason)).lowercased(),
        suggestion: "check its disk and folder")
    }
    isWhole = true
    if let temporary { Interruption.keep(temporary) }
  }
}
