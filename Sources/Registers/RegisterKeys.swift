// Keys of subjects as hashes, by which rows with one key are found.

import CRegister

/// The keys of rows as hashes, with the line of each, packed as C has them.
package struct RegisterKeys: Sendable {
  /// The bytes of the keys, one behind the other.
  package internal(set) var bytes: [UInt8] = []

  static let size = MemoryLayout<ysr_key>.size

  /// Creates an empty list.
  package init() {}

  /// How many keys there are.
  package var count: Int { bytes.count / Self.size }

  /// Adds the key of the row on a line.
  mutating func add(_ key: String, line: Int, seed: [UInt64]) {
    var key = key
    key.withUTF8 { add($0, line: line, seed: seed) }
  }

  /// Adds the key of the row on a line, which is given as UTF-8.
  package mutating func add(_ key: UnsafeBufferPointer<UInt8>, line: Int, seed: [UInt64]) {
    var hash = ysr_key_of(key.baseAddress, key.count, seed, UInt32(clamping: line))
    withUnsafeBytes(of: &hash) { bytes.append(contentsOf: $0) }
  }

  /// The line of the row of a key.
  func line(_ position: Int) -> Int {
    bytes.withUnsafeBytes {
      Int($0.loadUnaligned(fromByteOffset: position * Self.size, as: ysr_key.self).line)
    }
  }
}

/// All keys of a register that were read so far, in memory that does not grow with it.
final class KeyLedger {
  private let ledger: OpaquePointer

  /// Creates an empty ledger; with very many keys it keeps a file without a name in a folder.
  init?(folder: String) {
    guard let ledger = ysr_ledger_open(folder) else { return nil }
    self.ledger = ledger
  }

  deinit { ysr_ledger_close(ledger) }

  /// Adds the keys that no earlier row has, and tells the others; `nil` when memory or disk are full.
  func add(_ keys: RegisterKeys) -> [RegisterBlock.Duplicate]? {
    var duplicates: [RegisterBlock.Duplicate] = []
    var position = 0
    while true {
      var first: UInt32 = 0
      position = keys.bytes.withUnsafeBufferPointer {
        ysr_ledger_add(ledger, $0.baseAddress, keys.count, position, &first)
      }
      if position == YSR_LEDGER_FAILED { return nil }
      if position == keys.count { return duplicates }
      duplicates.append(.init(line: keys.line(position), first: Int(first)))
      position += 1
    }
  }
}
