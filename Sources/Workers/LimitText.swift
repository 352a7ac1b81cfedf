// Amounts of memory and time as people write them.

/// An amount of memory such as `64MiB`.
public struct ByteCount: Sendable, Hashable {
  /// The amount in bytes.
  public let bytes: Int

  /// Reads a whole number followed by `B`, `KiB`, `MiB` or `GiB`; `nil` for anything else, and for amounts
  /// from 64GiB on.
  public init?(argument: String) {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("B", 0)]
    guard let (suffix, shift) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(digits: argument.dropLast(suffix.count)), number > 0,
      number < (1 << 36) >> shift
    else { return nil }
    bytes = number << shift
  }

  /// Creates an amount.
  public init(bytes: Int) { self.bytes = bytes }
}

extension ByteCount: CustomStringConvertible {
  /// The amount in the largest unit of which it is at least one, rounded to a tenth.
  public var description: String {
    guard
      let (unit, shift) = [("GiB", 30), ("MiB", 20), ("KiB", 10)].first(where: { bytes >= 1 << $1 })
    else { return "\(bytes)B" }
    let tenths = (bytes * 10 + 1 << (shift - 1)) >> shift
    return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + unit
  }
}

/// An amount of time such as `2s` or `500ms`.
public struct TimeLimit: Sendable, Hashable {
  /// The amount.
  public let duration: Duration

  /// Reads a number followed by `s`, or a whole number followed by `ms`; `nil` for anything else, for nothing,
  /// and for more than an hour.
  public init?(argument: String) {
    let milliseconds: Int?
    if argument.hasSuffix("ms") {
      milliseconds = Int(digits: argument.dropLast(2))
    } else if argument.hasSuffix("s") {
      milliseconds = Self.milliseconds(seconds: argument.dropLast())
    } else {
      milliseconds = nil
    }
    guard let milliseconds, (1...3_600_000).contains(milliseconds) else { return nil }
    duration = .milliseconds(milliseconds)
  }

  /// Seconds with at most three decimals, in milliseconds.
  private static func milliseconds(seconds text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int(digits: $0) }), whole <= 3600, parts.count <= 2
    else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    let digits = parts[1]
    guard digits.count <= 3, let rest = Int(digits: digits) else { return nil }
    return whole * 1000 + rest * [100, 10, 1][digits.count - 1]
  }
}

extension Int {
  /// Reads a whole number of nothing but digits; `nil` for signs, an empty text, and what is too large.
  fileprivate init?(digits: Substring) {
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    self.init(digits)
  }
}

extension Duration {
  /// The whole milliseconds.
  package var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }

  /// The duration in seconds, as short as it goes.
  package var text: String {
    let milliseconds = milliseconds
    let whole = milliseconds / 1000
    let rest = milliseconds % 1000
    guard rest != 0 else { return "\(whole) s" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits) s"
  }
}
