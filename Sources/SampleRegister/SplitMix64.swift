// Random numbers that are the same on every machine.

/// The SplitMix64 generator: 64 bits of state, integer arithmetic only.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number in a range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Whether something happens that does so in some of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

  /// One of some choices, each with its weight.
  mutating func choice<Choice>(_ first: (Choice, Int), _ others: (Choice, Int)...) -> Choice {
    let total = others.reduce(first.1) { $0 + $1.1 }
    var left = number(in: 1...total) - first.1
    if left <= 0 { return first.0 }
    for other in others {
      left -= other.1
      if left <= 0 { return other.0 }
    }
    return first.0
  }

  /// The value, or nothing in some of a hundred cases.
  mutating func known<Value>(_ value: Value, missing percent: Int) -> Value? {
    chance(percent) ? nil : value
  }
}
