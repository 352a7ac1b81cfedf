// Digests of the files that results are made from.

import Crypto

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
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
