// What a definition came to, part by part.

import Catalog
import Evaluation
import Quantities
import Scripting

/// What a definition came to.
enum Answer {
  case decision(Decision)
  case value(IndicatorFacts, Assessment?)
  case assessment(Assessment?)

  /// What a part came out as.
  func value(of part: Part) -> PartValue {
    switch self {
    case .decision(let decision): decision.value(of: part)
    case .value(let facts, let assessment):
      switch part {
      case .value: facts.value.map(PartValue.quantity) ?? .none
      case .missing: .names(facts.trace.gaps.map(\.text))
      default: assessment?.value(of: part) ?? .none
      }
    case .assessment(let assessment): assessment?.value(of: part) ?? .none
    }
  }

  /// The parts that are worth recording, with what they came out as.
  var recording: [(part: Part, value: PartValue)] {
    let parts: [Part] =
      switch self {
      case .decision(let decision):
        [.status, .amount] + (decision.isStacked ? [.payable, .setAside, .pending] : [])
          + [.shares, .computed, .cappedBy, .unmet, .unknown, .missing, .open]
      case .value(_, nil): [.value, .missing]
      case .value, .assessment: [.value, .status, .distance, .missing]
      }
    return parts.map { ($0, value(of: $0)) }
      .filter { ![.none, .names([]), .shares([:])].contains($1) }
  }
}

extension Decision {
  fileprivate func value(of part: Part) -> PartValue {
    switch part {
    case .eligible: status == .undetermined ? .text(status.rawValue) : .boolean(status == .eligible)
    case .status: .text(status.rawValue)
    case .amount: amount.map(PartValue.quantity) ?? .none
    case .computed: computed.map(PartValue.quantity) ?? .none
    case .cappedBy: cappedBy.map(PartValue.text) ?? .none
    case .unmet: .names(labels(.unmet))
    case .met: .names(labels(.met))
    case .unknown: .names(labels(.unknown))
    case .missing: .names(missing)
    case .open: .names(open)
    case .payable: payable.map(PartValue.quantity) ?? .none
    case .setAside: .names(setAside.map(\.group.id))
    case .pending: .names(pending)
    case .shares:
      .shares(
        Dictionary(shares.map { ($0.payer, $0.amount) }, uniquingKeysWith: { first, _ in first }))
    case .value, .distance, .error: .none
    }
  }

  private func labels(_ outcome: Outcome) -> [String] {
    conditions.filter { $0.outcome == outcome }.map(\.title.en)
  }
}

extension Assessment {
  fileprivate func value(of part: Part) -> PartValue {
    switch part {
    case .value: latest.map { .quantity($0.value) } ?? .none
    case .status: .text(status.rawValue)
    case .distance: distance.map(PartValue.quantity) ?? .none
    case .missing: .names(missing)
    default: .none
    }
  }
}
