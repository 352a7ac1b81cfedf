// Values that a share of all lies below.

public import Quantities

/// Values that a share of all lies below, by type 7 of the usual nine definitions.
///
/// With x in ascending order and h = (n − 1) p: x at the position ⌊h⌋ + 1, and as much of the way
/// to the next one as h has beyond ⌊h⌋. It is what spreadsheets (inclusive) and the R language do
/// by default.
public enum Quantiles {
  /// The quantile of a share from 0 % (the lowest) to 100 % (the highest), in the unit of the list.
  ///
  /// Ties and order do not matter; of one value every quantile is that value.
  public static func of(
    _ quantities: [Quantity], at share: Quantity
  ) throws(StatisticsError) -> Quantity {
    let values = try Values(quantities)
    guard share.unit.dimension == .number, share.value >= 0, share.value <= 1 else {
      throw StatisticsError(
        "the share of a quantile is \(share)", advice: "give one from 0% to 100%")
    }
    let sorted = values.decimals.sorted()
    let height = WideDecimal.times(sorted.count - 1, share.wide)
    guard let whole = try? height.decimal().rounded(toPlaces: 0, .floor).integerValue else {
      throw .outOfRange("the position of the quantile")
    }
    let lower = sorted[Int(whole)]
    let upper = sorted[min(Int(whole) + 1, sorted.count - 1)]
    let rest = height - WideDecimal(Int(whole))
    return values.quantity(try (lower + rest * (upper - lower)).decimal())
  }
}
