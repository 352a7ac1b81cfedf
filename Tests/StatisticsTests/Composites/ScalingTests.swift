// One scale for values of different kinds.

import Quantities
import Testing

@testable import Statistics

@Suite struct ScalingTests {
  @Test func stretchesToARange() throws {
    #expect(text(try Scaling.minMax(list("10 15 20"))) == "0 0.5 1")
    #expect(text(try Scaling.minMax(list("10元 15元 20元"), direction: .down)) == "1 0.5 0")
    #expect(
      try refusal { _ = try Scaling.minMax(list("3 3")) }
        == "all values are equal, so there is no range; use goalposts instead")
    #expect(
      try refusal { _ = try Scaling.minMax(list("3")) }
        == "the list has 1 values only; give at least 2 values")
  }

  /// United Nations Development Programme, technical notes: life expectancy between 20 and 85
  /// years; at 72 years the index is 52/65 = 0.8.
  @Test func measuresBetweenGoalposts() throws {
    let (low, high) = (try quantity("20年"), try quantity("85年"))
    #expect(try Scaling.goalposts(quantity("72年"), low: low, high: high).description == "0.8")
    #expect(try Scaling.goalposts(quantity("98年"), low: low, high: high).description == "1.2")
    #expect(
      try Scaling.goalposts(quantity("98年"), low: low, high: high, limited: true).description == "1"
    )
    #expect(
      try Scaling.goalposts(quantity("7年"), low: low, high: high, limited: true).description == "0")
    #expect(
      try Scaling.goalposts(quantity("4"), low: quantity("10"), high: quantity("0")).description
        == "0.6")
    #expect(
      try refusal {
        _ = try Scaling.goalposts(quantity("1"), low: quantity("5"), high: quantity("5"))
      }
        == "both goalposts are 5; give two that differ")
  }

  @Test func measuresTheDistanceToATarget() throws {
    #expect(try Scaling.distance(from: quantity("3%"), to: quantity("4%")).description == "25%")
    #expect(try Scaling.distance(from: quantity("5元"), to: quantity("4元")).description == "-25%")
    #expect(
      try refusal { _ = try Scaling.distance(from: quantity("1"), to: quantity("0")) }
        == "the target is 0, of which nothing can be a share; use the difference itself")
  }

  /// 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the deviation 2 as a population, √(32/7) as a
  /// sample.
  @Test func measuresDeviations() throws {
    let values = try list("2 4 4 4 5 5 7 9")
    #expect(try Scaling.standardDeviation(values, of: .population).description == "2")
    #expect(
      try Scaling.standardDeviation(values, of: .sample).description == "2.1380899352993950775")
    #expect(
      text(try Scaling.zScores(values, of: .population)) == "-1.5 -0.5 -0.5 -0.5 0 0 1 2")
    #expect(
      try Scaling.zScores(values, of: .sample)[7].description == "1.8708286933869706928")
    #expect(
      text(try Scaling.zScores(list("1亿元 2亿元 4亿元"), of: .population))
        == "-1.0690449676496975387 -0.26726124191242438468 1.3363062095621219234")
    #expect(try Scaling.standardDeviation(list("4% 6%"), of: .population).description == "1个百分点")
    #expect(try Scaling.standardDeviation(list("4元"), of: .population).description == "0元")
  }

  @Test func refusesDeviationsOfNothing() throws {
    #expect(
      try refusal { _ = try Scaling.zScores(list("3 3"), of: .sample) }
        == "all values are equal, so they have no deviation; leave the indicator out")
    #expect(
      try refusal { _ = try Scaling.standardDeviation(list("3"), of: .sample) }
        == "the list has 1 values only; give at least 2 values")
  }

  @Test(arguments: 0..<8)
  func hasScoresThatAddUpToNothing(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let scores = try Scaling.zScores(generator.list(8), of: .population)
    let sum = try scores.reduce(ExactDecimal.zero) { try $0 + $1.value }
    #expect(try sum.magnitude < decimal("0.000000000000000001"))
  }
}
