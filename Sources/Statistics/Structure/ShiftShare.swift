// The change of an area, taken apart: what all grew, what its sectors grew, what it gained itself.

public import Quantities

/// The change of an area between two times, taken apart into three effects that add up exactly.
///
/// For sectors i with values e before and e′ now in the area, E and E′ everywhere, and the growth
/// G = ΣE′ / ΣE − 1 of everything:
///
/// - national growth: eᵢ G, what the sector would have gained had it grown like everything;
/// - industry mix: eᵢ (E′ᵢ / Eᵢ − 1 − G), what it gained more because its sector grew faster;
/// - regional shift: eᵢ (e′ᵢ / eᵢ − E′ᵢ / Eᵢ), what it gained more than its sector.
///
/// The first two are rounded to as many places as 24 digits of the largest figure leave, and the
/// third is what is left of the change, so that the three always add up to e′ᵢ − eᵢ exactly. A
/// sector that is new in the area has only a regional shift. A sector that is zero everywhere
/// before is refused.
///
/// Source: definition of the classic decomposition into three effects.
public struct ShiftShare: Sendable, Equatable {
  /// The three effects of one sector, or of all.
  public struct Effects: Sendable, Equatable {
    /// What growth like that of everything would have brought.
    public let national: Quantity

    /// What the mix of sectors brought beyond that.
    public let mix: Quantity

    /// What the area gained beyond its sectors.
    public let regional: Quantity

    /// The change, the sum of the three.
    public let total: Quantity
  }

  /// All sectors together.
  public let whole: Effects

  /// Each sector, in the order of the lists.
  public let sectors: [Effects]

  /// Takes a change apart; the four lists name the same sectors in the same order.
  public init(
    before: [Quantity], now: [Quantity], everywhereBefore: [Quantity], everywhereNow: [Quantity]
  ) throws(StatisticsError) {
    let count = before.count
    guard [now, everywhereBefore, everywhereNow].allSatisfy({ $0.count == count }) else {
      throw StatisticsError(
        "the four lists have \(before.count), \(now.count), \(everywhereBefore.count) and "
          + "\(everywhereNow.count) sectors", advice: "give the same sectors four times")
    }
    let all = try Values(before + now + everywhereBefore + everywhereNow)
    try all.requireNotNegative("an area")
    let lists = (0..<4).map { Array(all.decimals[($0 * count)..<(($0 + 1) * count)]) }
    let (wholeBefore, wholeNow) = (
      lists[2].reduce(WideDecimal.zero, +), lists[3].reduce(WideDecimal.zero, +)
    )
    guard !wholeBefore.isZero else {
      throw StatisticsError(
        "everything before adds up to 0, and growth from there is not defined",
        advice: "choose an earlier time with values")
    }
    let places = 24 - (all.decimals.max()?.leadingDigits ?? 0)
    var sectors: [Effects] = []
    var sums = (WideDecimal.zero, WideDecimal.zero, WideDecimal.zero)
    for sector in 0..<count {
      let (local, everywhere) = (lists[0][sector], lists[2][sector])
      guard !everywhere.isZero || local.isZero else {
        throw StatisticsError(
          "sector \(sector + 1) was 0 everywhere before, but not in the area",
          advice: "correct the figures")
      }
      let national = try Self.rounded(
        local * (wholeNow - wholeBefore), by: wholeBefore, places: places)
      let ownGrowth =
        local.isZero
        ? WideDecimal.zero
        : try Self.rounded(local * (lists[3][sector] - everywhere), by: everywhere, places: places)
      let mix = local.isZero ? WideDecimal.zero : ownGrowth - national
      let total = lists[1][sector] - local
      let regional = total - national - mix
      sectors.append(try Self.effects(national, mix, regional, all))
      sums = (sums.0 + national, sums.1 + mix, sums.2 + regional)
    }
    self.sectors = sectors
    whole = try Self.effects(sums.0, sums.1, sums.2, all)
  }

  private static func rounded(
    _ dividend: WideDecimal, by divisor: WideDecimal, places: Int
  ) throws(StatisticsError) -> WideDecimal {
    WideDecimal(
      try WideDecimal(WideDecimal.quotient(of: dividend, by: divisor)).rounded(toPlaces: places))
  }

  private static func effects(
    _ national: WideDecimal, _ mix: WideDecimal, _ regional: WideDecimal, _ values: Values
  ) throws(StatisticsError) -> Effects {
    let total = national + mix + regional
    guard let national = national.exact, let mix = mix.exact, let regional = regional.exact,
      let total = total.exact
    else {
      throw StatisticsError(
        "the effects do not fit in 38 digits", advice: "round the values first")
    }
    return Effects(
      national: values.quantity(national), mix: values.quantity(mix),
      regional: values.quantity(regional), total: values.quantity(total))
  }
}
