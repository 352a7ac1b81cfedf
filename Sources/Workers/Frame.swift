// Messages on a pipe: four bytes of length, least significant first, then as many bytes.

import Glibc

/// Reads and writes whole messages, waiting as long as it takes; the worker's side.
enum Frame {
  /// How many bytes go before a message.
  static let headerLength = 4

  /// The length of a message in the bytes that go before it.
  static func header(_ count: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) { Array($0) }
  }

  /// The length that a header gives; `nil` when it is more than a message may have.
  static func length(_ header: [UInt8]) -> Int? {
    let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    return length <= WorkerProtocol.longestMessage ? length : nil
  }

  /// The next message; `nil` at the end of the pipe.
  static func read(from descriptor: Int32) -> [UInt8]? {
    guard let header = read(headerLength, from: descriptor), let length = length(header) else {
      return nil
    }
    return read(length, from: descriptor)
  }

  /// Writes a message.
  static func write(_ message: [UInt8], to descriptor: Int32) -> Bool {
    var rest = (header(message.count) + message)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  private static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: done), count - done)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        done += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
