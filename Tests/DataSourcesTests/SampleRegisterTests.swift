import Testing

@testable import SampleRegister
@testable import DataSources

@Suite struct SampleRegisterTests {
  @Test func theGeneratorFollowsItsPublishedAlgorithm() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      [random.next(), random.next(), random.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test(arguments: [
    ("rd_spend", ["9999999.99", "10000000", "10000000.01", "10000000.10", "100000000", ""]),
    ("compute_spend", ["0", "0.01", "4999999.99", "5000000", "5000000.01", ""]),
    ("dataset_award_proposed", ["999999.99", "1000000", "1000000.01", ""]),
    ("task_funds_received", ["0.02", "19999999.99", "20000000", "20000000.02", ""]),
    ("credit_line", ["19999999.99", "20000000", "20000000.01", ""]),
    ("market_award_proposed", ["9999999.99", "10000000", "10000000.01", ""]),
    ("culture_fee_due", ["0", "0.01", "0.03", ""]),
  ])
  func theFirstEnterprisesStandOnTheEdges(field: String, edges: [String]) throws {
    let column = try #require(Enterprise.columns.firstIndex(of: field))
    let first = SampleEnterprises.all().prefix(86).map { $0.cells[column] }
    #expect(Set(edges).isSubset(of: first))
  }

  @Test func theEdgesEndWithTheEightySixthEnterprise() {
    #expect(BoundaryCases.all.count == 86)
  }

  @Test func noEnterpriseHasTheIdOfAnother() {
    #expect(Set(SampleEnterprises.all().map { $0.cells[0] }).count == SampleEnterprises.count)
  }
}
