// A series as one row of blocks.

public import Quantities

/// A series as one row of blocks, the lowest value a low block and the highest a full one.
public enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The blocks of some values; a space stands where there is none.
  public static func text(_ values: [ExactDecimal?]) -> String {
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return "" }
    let span = try? high - low
    return String(
      values.map { value in
        guard let value else { return " " }
        guard let span, !span.isZero, let part = try? (value - low).divided(by: span),
          let step = try? (part * ExactDecimal(blocks.count - 1)).rounded(toPlaces: 0).integerValue
        else { return blocks[blocks.count / 2] }
        return blocks[min(max(Int(step), 0), blocks.count - 1)]
      })
  }
}
