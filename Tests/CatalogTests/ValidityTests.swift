// Days on which something holds, taken together and apart.

import Catalog
import Quantities
import Testing

@Suite("A validity")
struct ValidityTests {
  /// Every validity with ends among a few days, open ends included.
  private static let all: [Validity] = {
    let days = (0..<4).map { CalendarDate.first.addingDays(700_000 + $0) }
    return ([nil] + days).flatMap { from in
      ([nil] + days).compactMap { to in
        if let from, let to, to < from { return nil }
        return Validity(from: from, to: to)
      }
    }
  }()

  private static let days = (-2..<7).compactMap { CalendarDate.first.addingDays(700_000 + $0) }

  @Test("shares with another exactly the days that lie in both")
  func intersections() {
    for left in Self.all {
      for right in Self.all {
        let common = left.intersection(right)
        #expect(left.overlaps(right) == (common != nil))
        for day in Self.days {
          let isCommon = left.contains(day) && right.contains(day)
          #expect((common?.contains(day) ?? false) == isCommon, "\(left), \(right): \(day)")
        }
      }
    }
  }

  @Test("keeps exactly the days that do not lie in another, each once and in order")
  func subtractions() {
    for left in Self.all {
      for right in Self.all {
        let rest = left.subtracting(right)
        for day in Self.days {
          let isLeft = left.contains(day) && !right.contains(day)
          #expect(
            rest.count { $0.contains(day) } == (isLeft ? 1 : 0), "\(left) without \(right): \(day)")
        }
        if rest.count == 2, let end = rest[0].to, let start = rest[1].from {
          #expect(end < start)
        }
      }
    }
  }

  @Test("reaches to the ends of the calendar and no further")
  func ends() {
    let all = Validity(from: .first, to: .last)
    #expect(Validity().subtracting(all).isEmpty)
    #expect(all.subtracting(Validity(to: .last)).isEmpty)
    #expect(Validity(from: .last).subtracting(Validity(to: .first)).count == 1)
  }
}
