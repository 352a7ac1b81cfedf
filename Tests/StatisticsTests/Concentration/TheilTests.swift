// Theil's T and L.

import Quantities
import Testing

@testable import Statistics

@Suite struct TheilTests {
  /// Computed from the definitions with another decimal arithmetic; one owner of four has ln 4.
  @Test func measuresInequality() throws {
    #expect(try Theil.t(list("10 20 30 40 50")).description == "0.1196875935835092447")
    #expect(try Theil.l(list("10 20 30 40 50")).description == "0.14111394011170049255")
    #expect(try Theil.t(list("0 0 0 1")).description == "1.3862943611198906188")
    #expect(try Theil.t(list("3 3 3")).isZero)
    #expect(try Theil.l(list("3 3 3")).isZero)
    #expect(try Theil.t(list("3")).isZero)
  }

  @Test func refusesWhatHasNoLogarithm() throws {
    #expect(
      try refusal { _ = try Theil.l(list("3 0")) }
        == "Theil's L needs values above 0, and value 2 is 0; leave it out, or use another method")
    #expect(try refusal { _ = try Theil.t(list("3 -1")) }?.hasPrefix("value 2 is negative") == true)
    #expect(
      try refusal { _ = try Theil.t(list("0 0")) }
        == "the values add up to 0, so none has a share; leave the case out")
  }

  @Test(arguments: 0..<8)
  func doesNotDependOnTheUnit(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(6)
    let scaled = try values.map { Quantity(value: try $0.value * 7, unit: .none) }
    #expect(try Theil.t(values) == Theil.t(scaled))
    #expect(try Theil.l(values) == Theil.l(scaled))
    #expect(try Theil.t(values).value >= 0 && Theil.l(values).value >= 0)
  }
}
