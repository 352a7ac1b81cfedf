// Logarithms and exponentials: known constants, and the identities that define them.

import Quantities
import Testing

@testable import Statistics

@Suite struct LogarithmTests {
  /// The constants are those of any table to twenty digits.
  @Test(arguments: [
    ("1", "0"), ("2", "0.69314718055994530942"), ("10", "2.302585092994045684"),
    ("0.5", "-0.69314718055994530942"), ("123456789.123", "18.631401767164318042"),
    ("1.0000000001", "0.000000000099999999995"),
  ])
  func knowsNaturalLogarithms(value: String, expected: String) throws {
    #expect(try Logarithm.natural(of: decimal(value)).description == expected)
  }

  @Test(arguments: [
    ("0", "1"), ("1", "2.7182818284590452354"), ("-3.5", "0.03019738342231850074"),
    ("0.0000000001", "1.0000000001"),
  ])
  func knowsExponentials(value: String, expected: String) throws {
    #expect(try Logarithm.exponential(of: decimal(value)).description == expected)
  }

  @Test func reachesTheEndsOfTheRange() throws {
    let smallest = try ExactDecimal(coefficient: 1, exponent: -256)
    #expect(try Logarithm.natural(of: smallest).description == "-589.46178380647569511")
    #expect(try Logarithm.exponential(of: 500) > ExactDecimal(coefficient: 1, exponent: 217))
    #expect(
      try refusal { _ = try Logarithm.exponential(of: 5000) }?.hasPrefix("the ") == true)
    #expect(
      try refusal { _ = try Logarithm.exponential(of: ExactDecimal(coefficient: 1, exponent: 30)) }
        == "the exponential is too large or too small for a decimal; use values of a similar size")
  }

  @Test(arguments: ["0", "-1"])
  func refusesWhatHasNoLogarithm(value: String) throws {
    #expect(
      try refusal { _ = try Logarithm.natural(of: decimal(value)) }
        == "the logarithm of a number that is not above 0 is not defined; leave it out")
  }

  /// ln (a b) = ln a + ln b and exp (ln a) = a, each to a unit of the last digits.
  @Test(arguments: 0..<12)
  func keepsItsIdentities(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for _ in 0..<8 {
      let (a, b) = (try generator.decimal(), try generator.decimal())
      let product = try Logarithm.natural(of: try a * b)
      let sum = try Logarithm.natural(of: a) + Logarithm.natural(of: b)
      #expect(try (product - sum).magnitude <= decimal("0.000000000000000002"))
      let back = try Logarithm.exponential(of: try Logarithm.natural(of: a))
      #expect(
        try ((back - a).magnitude.divided(by: a)) < decimal("0.000000000000000002"), "\(a)")
    }
  }
}
