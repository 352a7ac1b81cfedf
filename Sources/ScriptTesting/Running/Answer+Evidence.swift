// What a definition saw on the way to its answer, in words.

import Catalog
import DataSources
import Evaluation
import Presentation
import Scripting

extension Answer {
  /// What each function of the definition saw.
  func evidence(in catalog: Catalog) -> [Evidence] {
    switch self {
    case .decision(let decision):
      let words = TraceEvidence(
        kind: catalog.subjects[decision.instrument.subject], language: .en)
      var evidence = decision.conditions.map { condition in
        Evidence(
          sign: condition.outcome.sign, title: condition.title.en,
          lines: words.lines(for: condition.trace))
      }
      if let trace = decision.amountTrace {
        evidence.append(Evidence(sign: "·", title: "amount", lines: words.lines(for: trace)))
      }
      return evidence
    case .value(let facts, _):
      let words = TraceEvidence(kind: nil, language: .en)
      return [Evidence(sign: "·", title: "value", lines: words.lines(for: facts.trace))]
    case .assessment(let assessment):
      let used = assessment?.latest?.observations ?? []
      return [
        Evidence(
          sign: "·", title: "value",
          lines: used.map { "\($0.series)[\($0.period)] of \($0.area) = \($0.value)" })
      ]
    }
  }
}
