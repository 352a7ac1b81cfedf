// The days on which something dated holds.

public import Quantities

/// The days on which a definition or a value holds, both ends included.
public struct Validity: Sendable, Hashable {
  /// The first day, or `nil` when it always held.
  public let from: CalendarDate?

  /// The last day, or `nil` when no end is known.
  public let to: CalendarDate?

  /// Creates a validity; without days it holds always.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether a day lies in it.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let to, date > to { return false }
    return true
  }

  /// Whether two validities share a day.
  public func overlaps(_ other: Validity) -> Bool { intersection(other) != nil }

  /// The days that lie in both, or `nil` when there are none.
  public func intersection(_ other: Validity) -> Validity? {
    let from = [from, other.from].compactMap(\.self).max()
    let to = [to, other.to].compactMap(\.self).min()
    if let from, let to, to < from { return nil }
    return Validity(from: from, to: to)
  }

  /// The days that do not lie in another validity, in order of time: none, one stretch or two.
  public func subtracting(_ other: Validity) -> [Validity] {
    guard overlaps(other) else { return [self] }
    var rest: [Validity] = []
    if let start = other.from, from.map({ $0 < start }) ?? true, let end = start.addingDays(-1) {
      rest.append(Validity(from: from, to: end))
    }
    if let end = other.to, to.map({ $0 > end }) ?? true, let start = end.addingDays(1) {
      rest.append(Validity(from: start, to: to))
    }
    return rest
  }
}

extension Validity: CustomStringConvertible {
  /// The days as messages name them, such as `2026-01-01 to 2026-12-31` or `from 2026-01-01`.
  public var description: String {
    switch (from, to) {
    case (let from?, let to?): from == to ? "\(from)" : "\(from) to \(to)"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (nil, nil): "always"
    }
  }
}
