// Seasonal indices.

import Quantities
import Testing

@testable import Statistics

@Suite struct SeasonalIndicesTests {
  /// Three years of quarters, computed step by step with another decimal arithmetic.
  private static let quarters = "30 40 50 20 34 45 58 22 40 52 64 30"

  @Test func findsTheSeasons() throws {
    #expect(
      text(try SeasonalIndices.of(list(Self.quarters), perYear: 4))
        == "0.90224684400535833414 1.141883541430386428 1.4213137151152319897 0.5345558994490232482"
    )
  }

  /// A series that is the same every year has its seasons over their mean as indices.
  @Test func recoversSeasonsThatRepeat() throws {
    let series = try list("80 110 120 90 80 110 120 90 80 110 120 90")
    #expect(text(try SeasonalIndices.of(series, perYear: 4)) == "0.8 1.1 1.2 0.9")
    #expect(text(try SeasonalIndices.of(series, perYear: 4, first: 3)) == "1.2 0.9 0.8 1.1")
    #expect(text(try SeasonalIndices.of(list("1 2 3 1 2 3"), perYear: 3)) == "0.5 1 1.5")
  }

  @Test func hasTheMeanOne() throws {
    let sum = try SeasonalIndices.of(list(Self.quarters), perYear: 4)
      .reduce(ExactDecimal.zero) { try $0 + $1.value }
    #expect(try (sum - 4).magnitude < decimal("0.000000000000000001"))
  }

  @Test(arguments: [
    ("1 2 3 4 5 6 7", 4, 1, "seasons need two whole years, 8 values, and there are 7"),
    ("1 2 3 4", 1, 1, "there are 1 seasons in a year"),
    ("1 2 3 4", 2, 3, "there are 2 seasons in a year, and the first value is for season 3"),
    ("0 0 0 0", 2, 1, "the moving average around value 2 is not above 0"),
  ])
  func refusesTooLittle(values: String, perYear: Int, first: Int, message: String) throws {
    let found = try refusal {
      _ = try SeasonalIndices.of(list(values), perYear: perYear, first: first)
    }
    #expect(found?.hasPrefix(message) == true, "\(found ?? "")")
  }
}
