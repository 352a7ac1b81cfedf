// Moving averages.

import Quantities
import Testing

@testable import Statistics

@Suite struct MovingAverageTests {
  @Test func trails() throws {
    #expect(text(try MovingAverage.trailing(list("1元 2元 3元 7元"), window: 3)) == "2元 4元")
    #expect(text(try MovingAverage.trailing(list("1 2"), window: 1)) == "1 2")
    #expect(text(try MovingAverage.trailing(list("4 8"), window: 2)) == "6")
  }

  /// With four quarters both ends weigh half: (30/2 + 40 + 50 + 20 + 34/2) / 4 = 35.5.
  @Test func centres() throws {
    #expect(text(try MovingAverage.centred(list("1 2 6 7"), window: 3)) == "3 5")
    #expect(
      text(try MovingAverage.centred(list("30 40 50 20 34 45"), window: 4)) == "35.5 36.625")
  }

  @Test(arguments: [
    (0, "the window is 0; give a whole number from 1"),
    (3, "a window of 3 needs 3 values, and there are 2; give a smaller window or more values"),
    (2, "a window of 2 needs 3 values, and there are 2; give a smaller window or more values"),
  ])
  func refusesWindowsThatDoNotFit(window: Int, message: String) throws {
    #expect(try refusal { _ = try MovingAverage.centred(list("1 2"), window: window) } == message)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 12])
  func leavesAConstantSeriesAsItIs(window: Int) throws {
    let values = try list(Array(repeating: "7", count: 14).joined(separator: " "))
    #expect(try MovingAverage.centred(values, window: window).allSatisfy { $0.value == 7 })
    #expect(
      try MovingAverage.centred(values, window: window).count
        == (window % 2 == 0 ? 14 - window : 15 - window))
  }
}
