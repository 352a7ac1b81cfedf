// The honest work of a worker: allocation, text, hashing, errors, input and output.

import Glibc

/// Work that a locked process has to be able to do.
enum Work {
  struct Refusal: Error { let number: Int }

  /// Does a bit of everything, and writes what it got.
  static func succeeds() -> Bool {
    var counts: [String: Int] = [:]
    for number in 0..<200_000 { counts["浙江 \(number % 1000)", default: 0] += 1 }
    var refused = 0
    for number in 0..<10_000 {
      do { refused += try half(of: number) } catch let refusal as Refusal {
        refused -= refusal.number
      } catch { return false }
    }
    let words = counts.keys.sorted().joined(separator: "，")
    let upper = words.uppercased().split(separator: "，").reversed().map(String.init)
    let kinds: [any Sendable] = [1, "two", 3.5, [4], ["five": 5]]
    let described = kinds.map { String(describing: $0) }.joined(separator: " ")
    var generator = SystemRandomNumberGenerator()
    let shuffled = Set((0..<10_000).shuffled(using: &generator))
    let large = (0..<8).map { [UInt8](repeating: UInt8($0), count: 4 << 20) }
    let scratch = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { $0.count }
    Probe.write(
      """
      \(counts.count) \(refused) \(upper.count) \(shuffled.count) \
      \(large.map(\.count).reduce(0, +)) \(scratch) \(deepest(1000))
      \(described)

      """)
    return true
  }

  /// Writes standard input to standard output, with read(2) and write(2).
  static func echoes() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 10_000)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count <= 0 { return count == 0 }
      Probe.write(buffer[..<count])
    }
  }

  private static func half(of number: Int) throws -> Int {
    guard number.isMultiple(of: 2) else { throw Refusal(number: number) }
    return number / 2
  }

  /// Uses the stack beyond what was touched before.
  private static func deepest(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { bytes in
      bytes.storeBytes(of: UInt8(depth & 0xFF), as: UInt8.self)
      return depth == 0 ? 0 : deepest(depth - 1) + 1
    }
  }
}
