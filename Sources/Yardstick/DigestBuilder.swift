// Digests of the files that results are made from.

import Crypto
import Glibc

/// The SHA-256 of several files, in hexadecimal.
enum DigestBuilder {
  /// Depends on the contents and the order of the files, and not on where they lie.
  static func digest(_ files: [[UInt8]]) -> String {
    var hash = SHA256()
    for file in files {
      // The length goes first, so that bytes cannot move from one file to the next unnoticed.
      withUnsafeBytes(of: UInt64(file.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: file)
    }
    return text(hash)
  }

  /// The same with one more file, from the place that a descriptor is at to its end.
  static func digest(_ files: [[UInt8]], descriptor: Int32) -> String {
    var hash = SHA256()
    for file in files {
      withUnsafeBytes(of: UInt64(file.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: file)
    }
    let start = lseek(descriptor, 0, SEEK_CUR)
    let count = UInt64(clamping: lseek(descriptor, 0, SEEK_END) - start)
    lseek(descriptor, start, SEEK_SET)
    withUnsafeBytes(of: count.littleEndian) { hash.update(bufferPointer: $0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      hash.update(data: buffer[..<got])
    }
    lseek(descriptor, start, SEEK_SET)
    return text(hash)
  }

  /// The digest of what a hash has taken in, which can take in more.
  static func text(_ hash: SHA256) -> String {
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
