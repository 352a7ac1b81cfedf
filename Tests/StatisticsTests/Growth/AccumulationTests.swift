// Running totals and the way back.

import Quantities
import Testing

@testable import Statistics

@Suite struct AccumulationTests {
  @Test func addsUpAndTakesApart() throws {
    #expect(text(try Accumulation.cumulate(list("1元 2元 3元"))) == "1元 3元 6元")
    #expect(text(try Accumulation.increments(list("1元 3元 2元"))) == "2元 -1元")
    #expect(text(try Accumulation.increments(list("3% 3.5%"))) == "0.5个百分点")
  }

  /// Hangzhou's output of 2024 in 亿元 as published: 5112, 10137, 15215 and 21860 for the year so
  /// far.
  @Test func findsQuartersBehindTheYearSoFar() throws {
    #expect(
      text(try Accumulation.periods(ofYearToDate: list("5112亿元 10137亿元 15215亿元 21860亿元")))
        == "5112亿元 5025亿元 5078亿元 6645亿元")
  }

  @Test func beginsAnewEveryYear() throws {
    #expect(text(try Accumulation.cumulate(list("1 2 3 4 5"), perYear: 2)) == "1 3 3 7 5")
    #expect(
      text(try Accumulation.periods(ofYearToDate: list("1 3 3 7 5"), perYear: 2)) == "1 2 3 4 5")
  }

  @Test(arguments: [1, 3, 4, 12], [UInt64(1), 2])
  func isUndone(perYear: Int, seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let values = try generator.list(13)
    let totals = try Accumulation.cumulate(values, perYear: perYear)
    let back = try Accumulation.periods(ofYearToDate: totals, perYear: perYear)
    #expect(back.map(\.value) == values.map(\.value))
  }

  @Test func refusesTooLittle() throws {
    #expect(
      try refusal { _ = try Accumulation.increments(list("1")) }
        == "the list has 1 values only; give at least 2 values")
    #expect(
      try refusal { _ = try Accumulation.cumulate([]) }
        == "the list is empty; give at least one value")
    #expect(
      try refusal { _ = try Accumulation.cumulate(list("1"), perYear: 0) }
        == "a year has 0 periods here; give 1, 2, 4, 12 or another number from 1")
    #expect(
      try refusal { _ = try Accumulation.cumulate(list("1元 2家")) }
        == "value 2 is 2家 (家), and the first is 1元 (money); use values of one kind")
  }
}
