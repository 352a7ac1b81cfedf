// A target held against what was observed.

public import Catalog
public import DataSources
public import Quantities
public import Scripting

/// A target held against an indicator or series.
public struct Assessment: Sendable {
  /// How a target stands.
  public enum Status: String, Sendable, CaseIterable {
    /// The latest value satisfies the target.
    case met
    /// Progress is as fast as required, by the method's threshold.
    case onTrack = "on_track"
    /// Progress is clearly visible but slower than required.
    case moderate
    /// Progress is far slower than required.
    case insufficient
    /// The values move away from the target.
    case movingAway = "moving_away"
    /// Not met, and the observations do not allow a pace to be computed.
    case unmet
    /// There is nothing to hold the target against.
    case notAssessable = "not_assessable"
    /// The indicator's script failed.
    case failed
  }

  /// The target.
  public let target: Target

  /// What the chosen version of the document says about it.
  public let vintage: TargetVintage

  /// The moment that was asked about.
  public let moment: Moment

  /// How the target stands.
  public let status: Status

  /// The latest value, or `nil` when there is none.
  public let latest: DataPoint?

  /// How far the latest value is from the target, in the target's unit: target minus value.
  public let distance: Quantity?

  /// The distance as a share of the target, when the target is not zero.
  public let relativeDistance: Quantity?

  /// How fast things moved and how fast they have to, when that can be told.
  public let pace: Pace?

  /// The method that judged progress.
  public let method: ProgressMethod

  /// What would have been needed, such as `digital_trade[2025] of 330100`.
  public let missing: [String]

  /// What a reader has to know about the figures.
  public let notes: [String]
}

/// A value of an indicator or series in one period.
public struct DataPoint: Sendable {
  /// The period.
  public let period: Period

  /// The value.
  public let value: Quantity

  /// `>` or `<` when only a bound was published.
  public let bound: Comparator?

  /// The observations it rests on.
  public let observations: [Observation]
}

/// How fast things moved and how fast they have to.
public struct Pace: Sendable {
  /// The value that progress is measured from.
  public let base: DataPoint

  /// The pace from the base to the latest value, per year: growth in %, or a share of the way.
  public let actual: Quantity

  /// The pace from the base that reaches the target when due.
  public let required: Quantity

  /// The pace from the latest value that still reaches the target when due, where the method has one.
  public let remaining: Quantity?

  /// The actual pace as a share of the required one.
  public let ratio: Quantity
}
