// What one decision shows of an eligibility: the outcomes of its conditions, and the cap.

import Diagnostics
import Evaluation
import Scripting

/// Something that a decision can show of an eligibility.
struct SeenOutcome: Sendable, Hashable {
  /// What was seen.
  enum What: Sendable, Hashable {
    /// An outcome of a condition, by its position.
    case condition(Int, Outcome)
    /// That the cap limited an amount.
    case capped
  }

  /// Where the definition stands, which tells versions of one id apart.
  let definition: String

  let what: What

  /// Everything that a decision shows.
  static func all(of decision: Decision, by definition: EligibilityDefinition) -> [SeenOutcome] {
    let place = definition.span.place
    var seen = decision.conditions.enumerated().map { position, condition in
      SeenOutcome(definition: place, what: .condition(position, condition.outcome))
    }
    if decision.cappedBy != nil { seen.append(SeenOutcome(definition: place, what: .capped)) }
    return seen
  }
}
