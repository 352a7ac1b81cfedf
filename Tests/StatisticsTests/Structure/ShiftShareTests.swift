// Shift-share: the three effects, and that they add up.

import Quantities
import Testing

@testable import Statistics

@Suite struct ShiftShareTests {
  /// Everything grows by 10 % (400 to 440), the first sector everywhere by 20 % (100 to 120), in
  /// the area by 30 % (10 to 13): 10 × 10 % = 1, 10 × (20 − 10) % = 1, 10 × (30 − 20) % = 1.
  @Test func takesAChangeApart() throws {
    let parts = try ShiftShare(
      before: list("10人 20人"), now: list("13人 21人"), everywhereBefore: list("100人 300人"),
      everywhereNow: list("120人 320人"))
    let first = parts.sectors[0]
    #expect(text([first.national, first.mix, first.regional, first.total]) == "1人 1人 1人 3人")
    #expect(parts.whole.total.description == "4人")
    #expect(parts.whole.national.description == "3人")
  }

  @Test(arguments: 0..<20)
  func addsUpExactly(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let count = generator.int(1...9)
    let lists = try (0..<4).map { _ in try generator.list(count) }
    let parts = try ShiftShare(
      before: lists[0], now: lists[1], everywhereBefore: lists[2], everywhereNow: lists[3])
    for (sector, effects) in (parts.sectors + [parts.whole]).enumerated() {
      let sum = try effects.national + effects.mix + effects.regional
      #expect(sum.value == effects.total.value)
      guard sector < count else { continue }
      #expect(try effects.total.value == lists[1][sector].value - lists[0][sector].value)
    }
    let totals = try parts.sectors.reduce(ExactDecimal.zero) { try $0 + $1.total.value }
    #expect(totals == parts.whole.total.value)
  }

  @Test func givesANewSectorARegionalShiftOnly() throws {
    let parts = try ShiftShare(
      before: list("0 5"), now: list("4 5"), everywhereBefore: list("0 50"),
      everywhereNow: list("40 50"))
    let new = parts.sectors[0]
    #expect(text([new.national, new.mix, new.regional]) == "0 0 4")
  }

  @Test func refusesListsThatDoNotGoTogether() throws {
    #expect(
      try refusal {
        _ = try ShiftShare(
          before: list("1 2"), now: list("1"), everywhereBefore: list("1"), everywhereNow: list("1")
        )
      } == "the four lists have 2, 1, 1 and 1 sectors; give the same sectors four times")
    #expect(
      try refusal {
        _ = try ShiftShare(
          before: list("1"), now: list("1"), everywhereBefore: list("0"), everywhereNow: list("1"))
      }
        == "everything before adds up to 0, and growth from there is not defined; choose an "
        + "earlier time with values"
    )
    #expect(
      try refusal {
        _ = try ShiftShare(
          before: list("1 1"), now: list("1 1"), everywhereBefore: list("0 9"),
          everywhereNow: list("1 9"))
      } == "sector 1 was 0 everywhere before, but not in the area; correct the figures")
  }
}
