// Quantiles of type 7.

import Quantities
import Testing

@testable import Statistics

@Suite struct QuantilesTests {
  @Test(arguments: [
    ("1 2 3 4", "25%", "1.75"), ("1 2 3 4", "50%", "2.5"), ("4元 1元 3元 2元", "75%", "3.25元"),
    ("1 2 3 4", "0%", "1"), ("1 2 3 4", "100%", "4"), ("5 5 9", "50%", "5"), ("8", "37%", "8"),
    ("10 20", "0.1", "11"),
  ])
  func interpolates(values: String, share: String, expected: String) throws {
    #expect(try Quantiles.of(list(values), at: quantity(share)).description == expected)
  }

  @Test(arguments: ["-1%", "101%", "5元", "2"])
  func refusesWhatIsNoShare(share: String) throws {
    #expect(
      try refusal { _ = try Quantiles.of(list("1 2"), at: quantity(share)) }
        == "the share of a quantile is \(share); give one from 0% to 100%")
  }

  @Test(arguments: 0..<8)
  func findsEachValueAtItsPlace(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(11)
    for (position, value) in values.map(\.value).sorted().enumerated() {
      let share = Quantity(value: try ExactDecimal(position).divided(by: 10), unit: .none)
      #expect(try Quantiles.of(values, at: share).value == value)
    }
  }
}
