// Where the bytes of a register come from: a file, a pipe, or something that makes them on the way.

package import Diagnostics
import Glibc

/// Bytes that are read once, from the first to the last.
package protocol ByteSource: AnyObject {
  /// Fills a buffer from its beginning, as far as that goes without waiting for more.
  ///
  /// - Returns: how many bytes were filled; 0 only at the end.
  /// - Throws: a ``Failure`` when nothing can be read, or what is read is not what was expected.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int
}

extension ByteSource {
  /// All bytes up to the end.
  package func rest() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPart { part throws(Failure) in bytes += part }
    return bytes
  }

  /// Hands on all bytes up to the end, part by part.
  package func forEachPart(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try fill(buffer)
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(buffer.prefix(count)))
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate func prefix(_ count: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: self[..<count])
  }
}

/// The bytes behind a descriptor, which it closes when it goes.
package final class DescriptorSource: ByteSource {
  /// The descriptor.
  package let descriptor: Int32

  private let path: String

  /// Takes a descriptor over; the path is for findings.
  package init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      let reason = errno
      guard reason == EINTR else {
        throw Failure(
          Finding(
            "file.unreadable",
            "`\(path)` cannot be read: \(String(cString: strerror(reason)).lowercased())"))
      }
    }
  }
}
