// Roots against schoolbook powers.

import Testing

@testable import Quantities

@Suite("Exact decimal roots")
struct ExactDecimalRootTests {
  @Test(
    "roots that end are exact",
    arguments: [
      ("4", 2, "2"), ("0.0081", 4, "0.3"), ("1.61051", 5, "1.1"), ("1000000", 3, "100"),
      ("0", 7, "0"), ("42", 1, "42"), ("1", 100, "1"), ("0.000001", 2, "0.001"),
      ("0.00001", 5, "0.1"),
    ])
  func exact(radicand: String, degree: Int, expected: String) throws {
    #expect(try ExactDecimal(parsing: radicand).root(degree).description == expected)
  }

  @Test(
    "known roots are right to the last digit",
    arguments: [
      ("2", 2, 15, "1.41421356237310"), ("2", 2, 38, "1.4142135623730950488016887242096980786"),
      ("10", 3, 15, "2.15443469003188"), ("0.5", 2, 10, "0.7071067812"), ("3", 2, 1, "2"),
    ])
  func known(radicand: String, degree: Int, digits: Int, expected: String) throws {
    let root = try ExactDecimal(parsing: radicand).root(degree, significantDigits: digits)
    #expect(try root == ExactDecimal(parsing: expected))
  }

  @Test("a tie goes up, because it is half up")
  func tie() throws {
    #expect(try ExactDecimal(parsing: "2.25").root(2, significantDigits: 1) == 2)
    #expect(try ExactDecimal(parsing: "2.2499").root(2, significantDigits: 1) == 1)
  }

  @Test("roots are within half a unit of their last digit", arguments: [2, 3, 5, 9])
  func rounded(degree: Int) throws {
    var generator = Generator(seed: UInt64(degree) + 200)
    for _ in 0..<60 {
      let value = try generator.decimal(digits: 20, spread: 30).magnitude
      guard !value.isZero else { continue }
      let root = try value.root(degree, significantDigits: 12)
      // With 12 digits kept, twice the root plus and minus one unit encloses twice the true root.
      let missing = 12 - PowersOfTen.digitCount(root.coefficient.magnitude)
      let exponent = Int(root.exponent) - missing
      let base = min(Int(value.exponent), exponent * degree)
      let scale = Reference(10).raised(to: exponent * degree - base)
      let twice = Reference(root, at: exponent) * Reference(2)
      let target = Reference(value, at: base) * Reference(2).raised(to: degree)
      #expect((twice - Reference(1)).raised(to: degree) * scale <= target, "\(value)")
      #expect(target < (twice + Reference(1)).raised(to: degree) * scale, "\(value)")
    }
  }

  @Test("negative radicands and degrees out of range are errors")
  func refused() {
    #expect(
      throws: ArithmeticError.notMeaningful(
        "the root of degree 2 of -1 is not defined; use a number of zero or more")
    ) { try ExactDecimal(-1).root(2) }
    for degree in [Int.min, 0, 101] {
      #expect(throws: ArithmeticError.self) { try ExactDecimal(2).root(degree) }
    }
  }

  @Test("roots of the smallest and the largest decimals are in range")
  func extremes() throws {
    let small = try ExactDecimal(coefficient: 1, exponent: -256)
    #expect(try small.root(2) == ExactDecimal(coefficient: 1, exponent: -128))
    let large = try ExactDecimal(coefficient: 1, exponent: 256)
    #expect(try large.root(100, significantDigits: 38) < 364)
  }
}
