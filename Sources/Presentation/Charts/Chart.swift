// A series of values to be drawn, and the scale that it is drawn on.

public import Quantities

/// A series of values to be drawn.
public struct Chart: Sendable {
  /// One value with its label, such as a year.
  public struct Point: Sendable, Hashable {
    /// What stands below it.
    public let label: String

    /// The value, or `nil` where there is none.
    public let value: ExactDecimal?

    /// Creates a point.
    public init(_ label: String, _ value: ExactDecimal?) {
      self.label = label
      self.value = value
    }
  }

  /// What it shows.
  public let title: String

  /// The symbol of the unit of the values; empty for plain numbers.
  public let unit: String

  /// The points, in order.
  public let points: [Point]

  /// Creates a chart.
  public init(title: String, unit: String, points: [Point]) {
    self.title = title
    self.unit = unit
    self.points = points
  }

  /// The scale of the values; `nil` when there are none.
  var scale: ChartScale? { ChartScale(points.compactMap(\.value)) }
}

/// A range with marks at round numbers, in which positions are counted in whole steps.
///
/// Only positions are rounded; what is written at the marks is exact.
struct ChartScale {
  let low: ExactDecimal
  let high: ExactDecimal

  /// The round numbers, in ascending order.
  let marks: [ExactDecimal]

  /// The scale that holds some values, with at most seven marks; `nil` when there are no values.
  init?(_ values: [ExactDecimal]) {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    let span = try? greatest - least
    // A single value stands in the middle.
    let isFlat = span?.isZero ?? true
    let margin = isFlat ? (greatest.isZero ? 1 : greatest.magnitude) : nil
    guard let low = margin.map({ try? least - $0 }) ?? least,
      let high = margin.map({ try? greatest + $0 }) ?? greatest,
      let step = Self.step(from: low, to: high)
    else { return nil }
    guard let first = try? low.divided(by: step).rounded(toPlaces: 0, .floor) * step else {
      return nil
    }
    var marks = [first]
    while let last = marks.last, last < high, let next = try? last + step, marks.count < 12 {
      marks.append(next)
    }
    self.marks = marks
    self.low = first
    self.high = marks.last ?? high
  }

  /// The least of 1, 2, 5, 10, … with which no more than five steps are needed.
  private static func step(from low: ExactDecimal, to high: ExactDecimal) -> ExactDecimal? {
    guard let span = try? high - low, !span.isZero else { return nil }
    for power in -30...30 {
      for factor in [1, 2, 5] {
        guard let step = try? ExactDecimal(factor).scaled(byPowerOfTen: power) else { continue }
        if let reach = try? step * 5, reach >= span { return step }
      }
    }
    return nil
  }

  /// Where a value stands among positions from 0 at the low end to `last` at the high end.
  func position(of value: ExactDecimal, last: Int) -> Int {
    guard let part = try? (value - low).divided(by: high - low),
      let place = try? (part * ExactDecimal(last)).rounded(toPlaces: 0).integerValue
    else { return 0 }
    return min(max(Int(place), 0), last)
  }
}
