// Sums, differences, products and powers against schoolbook arithmetic.

import Testing

@testable import Quantities

@Suite("Exact decimal arithmetic")
struct ExactDecimalArithmeticTests {
  private static let largest = ExactDecimal(
    unchecked: Int128(ExactDecimal.limit - 1), exponent: 0)

  private func check(
    _ text: String, at exponent: Int, expected: Reference,
    _ operation: () throws(ArithmeticError) -> ExactDecimal
  ) {
    do {
      let result = try operation()
      let base = min(exponent, Int(result.exponent))
      let shifted = expected * Reference(10).raised(to: exponent - base)
      #expect(Reference(result, at: base) == shifted, "\(text)")
      #expect(result.coefficient.magnitude < ExactDecimal.limit)
      #expect((-256...256).contains(result.exponent))
    } catch {
      #expect(!expected.fits(exponent: exponent), "\(text) has an exact result")
    }
  }

  @Test("sums and differences are exact or an error", arguments: [3, 20, 45])
  func sums(spread: Int) throws {
    var generator = Generator(seed: UInt64(spread))
    for _ in 0..<1500 {
      let a = try generator.decimal(spread: spread)
      let b = try generator.decimal(spread: spread)
      let exponent = Int(min(a.exponent, b.exponent))
      let (x, y) = (Reference(a, at: exponent), Reference(b, at: exponent))
      check("\(a) + \(b)", at: exponent, expected: x + y) { () throws(ArithmeticError) in
        try a + b
      }
      check("\(a) - \(b)", at: exponent, expected: x - y) { () throws(ArithmeticError) in
        try a - b
      }
    }
  }

  @Test("products are exact or an error", arguments: [12, 19, 24, 38])
  func products(digits: Int) throws {
    var generator = Generator(seed: UInt64(digits))
    for _ in 0..<1000 {
      let a = try generator.decimal(digits: digits, spread: 140)
      let b = try generator.decimal(digits: digits, spread: 140)
      let exponent = Int(a.exponent) + Int(b.exponent)
      let expected = Reference(a.coefficient) * Reference(b.coefficient)
      check("\(a) × \(b)", at: exponent, expected: expected) { () throws(ArithmeticError) in
        try a * b
      }
    }
  }

  @Test("sums and products do not depend on the order")
  func commutativity() throws {
    var generator = Generator(seed: 4)
    for _ in 0..<1000 {
      let a = try generator.decimal(spread: 30)
      let b = try generator.decimal(spread: 30)
      #expect((try? a + b) == (try? b + a))
      #expect((try? a * b) == (try? b * a))
      #expect((try? a - b) == (try? b - a).map { -$0 })
    }
  }

  @Test("multiplication distributes over addition")
  func distributivity() throws {
    var generator = Generator(seed: 5)
    for _ in 0..<1000 {
      let a = try generator.decimal(digits: 12, spread: 4)
      let b = try generator.decimal(digits: 12, spread: 4)
      let c = try generator.decimal(digits: 12, spread: 4)
      #expect(try a * (b + c) == a * b + a * c)
      #expect(try a + (b + c) == (a + b) + c)
    }
  }

  @Test("a sum at the limit is held if it ends in a zero, and is an error otherwise")
  func sumAtLimit() throws {
    #expect(try Self.largest + 1 == ExactDecimal(coefficient: 1, exponent: 38))
    #expect(throws: ArithmeticError.self) { try Self.largest + 2 }
    #expect(throws: ArithmeticError.self) { try Self.largest + Self.largest }
    #expect(throws: ArithmeticError.self) { try -Self.largest - Self.largest }
    #expect(try -Self.largest + Self.largest == 0)
  }

  @Test("a difference that borrows through 38 digits is exact")
  func borrow() throws {
    let power = try ExactDecimal(coefficient: 1, exponent: 38)
    #expect(try power - 1 == Self.largest)
    #expect(try 1 - power == -Self.largest)
  }

  @Test("zero disappears in a sum, even at a distant exponent")
  func zeroAtDistance() throws {
    let zero = try ExactDecimal(coefficient: 0, exponent: -256)
    let large = try ExactDecimal(coefficient: 12, exponent: 200)
    #expect(try zero + large == large)
    #expect(try large - zero == large)
    #expect(try zero - large == -large)
    #expect(try zero * large == 0)
    #expect(try zero * zero == 0)
  }

  @Test("factors of two and five that meet in a product become its zeros")
  func hiddenZeros() throws {
    let twos = try ExactDecimal(2).raised(to: 54)
    let fives = try ExactDecimal(5).raised(to: 54)
    #expect(try twos * fives == ExactDecimal(coefficient: 1, exponent: 54))
    #expect(try fives * twos == ExactDecimal(coefficient: 1, exponent: 54))
  }

  @Test("money of a whole economy is exact to the fen")
  func wholeEconomy() throws {
    let economy = try ExactDecimal(parsing: "134908420000000.01")
    #expect(try (economy * economy - economy * economy).isZero)
    #expect(try (economy + 1 - economy) == 1)
  }

  @Test(
    "powers are exact",
    arguments: [
      ("1.042", 3, "1.131366088"), ("10", 38, "1" + String(repeating: "0", count: 38)),
      ("-2", 3, "-8"), ("-2", 4, "16"), ("7", 0, "1"), ("0", 0, "1"), ("0", 5, "0"),
      ("1.00", Int.max, "1"), ("-1", Int.max, "-1"), ("0.1", 200, "0." + zeros(199) + "1"),
    ])
  func powers(base: String, power: Int, expected: String) throws {
    #expect(try ExactDecimal(parsing: base).raised(to: power).description == expected)
  }

  @Test("powers that are too long or not exact are errors")
  func refusedPowers() throws {
    #expect(throws: ArithmeticError.self) { try ExactDecimal(3).raised(to: 80) }
    #expect(throws: ArithmeticError.self) { try ExactDecimal(3).raised(to: .max) }
    #expect(throws: ArithmeticError.self) { try ExactDecimal(10).raised(to: .max) }
    #expect(
      throws: ArithmeticError.notMeaningful(
        "3 to the power -1 is not exact; divide by the positive power instead")
    ) { try ExactDecimal(3).raised(to: -1) }
  }

  @Test("an overflow names both operands")
  func overflowMessage() throws {
    let third = try ExactDecimal(1).divided(by: 3)
    #expect(
      throws: ArithmeticError.overflow(
        "10000000 + \(third) has no exact result within 38 digits; round an operand first")
    ) { try ExactDecimal(10_000_000) + third }
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
