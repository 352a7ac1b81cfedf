// What is paid of several amounts of one subject: groups that limit each other, and who pays.

package import Catalog
package import Diagnostics
import Quantities

/// Applies the catalogue's groups to the decisions on one subject at one moment.
package enum Stacking {
  /// The decisions with what is payable of each amount.
  ///
  /// Groups apply in the order of the catalogue, each to what the ones before it have left. Of equal amounts
  /// the one whose instrument the group names first counts as the higher.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - decisions: Every decision of the subject that belongs to one of the groups.
  ///   - unknown: The ids of eligibilities that could not be decided, with their instruments.
  /// - Throws: a ``Failure`` when amounts of one group cannot be compared.
  package static func apply(
    _ groups: some Sequence<StackingGroup>, to decisions: [Decision],
    unknown: [(eligibility: String, instrument: String)] = []
  ) throws(Failure) -> [Decision] {
    var decisions = decisions
    for group in groups {
      let members = decisions.indices.filter {
        group.members.contains(decisions[$0].instrument.id)
      }.sorted { left, right in
        (group.position(of: decisions[left]), left) < (group.position(of: decisions[right]), right)
      }
      guard !members.isEmpty else { continue }
      let pending =
        members.filter { decisions[$0].isPending }.map { decisions[$0].eligibility }
        + unknown.filter { group.members.contains($0.instrument) }.map(\.eligibility)
      do {
        try limit(members, of: &decisions, in: group)
      } catch {
        throw Failure(
          Finding(
            "evaluation.stacking", "the amounts of the group `\(group.id)`: \(error)",
            at: group.span, suggestion: "let the members of a group pay the same kind of thing"))
      }
      for member in members {
        decisions[member].isStacked = true
        guard decisions[member].amount != nil else { continue }
        decisions[member].pending += pending.filter { id in
          id != decisions[member].eligibility && !decisions[member].pending.contains(id)
        }
      }
    }
    for position in decisions.indices { try decisions[position].split() }
    return decisions
  }

  private static func limit(
    _ members: [Int], of decisions: inout [Decision], in group: StackingGroup
  ) throws(ArithmeticError) {
    let paid = members.compactMap { member in
      decisions[member].payable.map { (position: member, amount: $0) }
    }
    switch group.rule {
    case .highestOnly:
      guard var highest = paid.first else { return }
      for other in paid.dropFirst()
      where try Quantity.compare(other.amount, highest.amount) > 0 { highest = other }
      let winner = decisions[highest.position].eligibility
      for other in paid where other.position != highest.position {
        try decisions[other.position].setAside(other.amount, by: group, because: .lower(winner))
      }
    case .cap(let cap):
      var rest = cap
      for member in paid {
        let excess = try member.amount - rest
        if excess.isNegative || excess.isZero {
          rest = try rest - member.amount
        } else {
          try decisions[member.position].setAside(excess, by: group, because: .cap(cap))
          rest = Quantity(value: .zero, unit: cap.unit)
        }
      }
    }
  }
}

extension StackingGroup {
  fileprivate func position(of decision: Decision) -> Int {
    members.firstIndex(of: decision.instrument.id) ?? members.count
  }
}

extension Decision {
  /// Whether an amount may still come out of it.
  fileprivate var isPending: Bool {
    switch status {
    case .undetermined: true
    case .eligible: !isPayable
    case .ineligible: false
    }
  }

  fileprivate mutating func setAside(
    _ amount: Quantity, by group: StackingGroup, because reason: SetAside.Reason
  ) throws(ArithmeticError) {
    guard let payable, !amount.isZero else { return }
    let rest = try payable.value - amount.value
    self.payable = Quantity(value: rest, unit: payable.unit)
    setAside.append(SetAside(group: group, amount: amount, reason: reason))
  }

  /// Splits what is payable between those who pay.
  fileprivate mutating func split() throws(Failure) {
    guard let payable, !instrument.split.isEmpty else { return }
    let isMoney = payable.unit.dimension == .named("money")
    do {
      let parts = try payable.apportioned(
        by: instrument.split.map(\.share.value), places: isMoney ? 2 : 0)
      shares = zip(instrument.split, parts).map { PaidShare(payer: $0.payer, amount: $1) }
    } catch {
      throw Failure(
        Finding(
          "evaluation.split", "the shares of `\(instrument.id)`: \(error)", at: instrument.span))
    }
  }
}
