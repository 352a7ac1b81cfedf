// Correlation.

import Quantities
import Testing

@testable import Statistics

@Suite struct CorrelationTests {
  @Test(arguments: [
    ("1 2 3", "2元 4元 6元", "1"), ("1 2 3", "6 4 2", "-1"), ("1 2 3", "1 3 2", "0.5"),
    ("1 2 3 4", "2 4 5 4", "0.71818484645960786682"), ("1 2 1 2", "1 1 2 2", "0"),
  ])
  func measuresHowListsMoveTogether(x: String, y: String, expected: String) throws {
    #expect(try Correlation.coefficient(list(x), list(y)).description == expected)
  }

  @Test(arguments: [
    ("1 2", "1 2 3", "the lists have 2 and 3 values; give two values for each case"),
    ("1", "1", "the list has 1 values only; give at least 2 values"),
    (
      "1 2", "3 3",
      "all values of the second list are equal, so nothing moves with them; leave the case out"
    ),
  ])
  func refusesWhatDoesNotMove(x: String, y: String, message: String) throws {
    #expect(try refusal { _ = try Correlation.coefficient(list(x), list(y)) } == message)
  }

  @Test(arguments: 0..<8)
  func staysBetweenItsEnds(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let (x, y) = (try generator.list(9), try generator.list(9))
    let found = try Correlation.coefficient(x, y)
    #expect(found.value.magnitude <= 1)
    #expect(try Correlation.coefficient(y, x) == found)
    #expect(try Correlation.coefficient(x, x).value == 1)
  }
}
