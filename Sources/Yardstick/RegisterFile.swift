// A register that is read while it is decided on, and need not fit in memory.

import Diagnostics
import Foundation

/// A register that is read while it is decided on.
public final class RegisterFile {
  /// The path as the user would type it; `-` for the standard input.
  public let path: String

  private(set) var descriptor: Int32

  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// How many bytes it has; `nil` for what comes through a pipe.
  public var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Copies what comes through a pipe to a file without a name, so that it can be read twice.
  func makeRereadable() throws(Failure) {
    guard size == nil else { return }
    var template = Array((NSTemporaryDirectory() + "/yardstick-XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw full }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(template)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      var done = 0
      while done < got {
        let put = buffer.withUnsafeBytes {
          write(file, $0.baseAddress?.advanced(by: done), got - done)
        }
        if put < 0, errno == EINTR { continue }
        guard put > 0 else {
          close(file)
          throw full
        }
        done += put
      }
    }
    close(descriptor)
    lseek(file, 0, SEEK_SET)
    descriptor = file
  }

  private var full: Failure {
    Failure(
      Finding(
        "file.temporary", "what comes through the pipe cannot be kept while it is read",
        suggestion: "make room in the folder of temporary files, or name a file"))
  }
}
