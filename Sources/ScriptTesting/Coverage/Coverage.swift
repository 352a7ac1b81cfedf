// What tests have reached: outcomes of conditions, caps, and lines of scripts.

import Catalog
public import Diagnostics
import Evaluation
import LuaRuntime
public import Quantities
import Scripting

/// What tests have reached.
public struct Coverage: Sendable {
  /// What was seen of an eligibility, by decisions that tests asked for.
  struct Definition: Sendable {
    let id: String
    let span: SourceSpan
    let conditions: [Condition]

    /// How often the cap limited an amount; nothing where no cap can.
    let capped: Int?
  }

  /// How often each outcome of a condition was seen.
  struct Condition: Sendable {
    let title: String
    let span: SourceSpan

    /// How often it was met, unmet and unknown, in this order.
    let counts: [(outcome: Outcome, count: Int)]
  }

  /// A part of a whole.
  public struct Share: Sendable, Hashable {
    /// How much was reached.
    public let covered: Int

    /// How much there is.
    public let total: Int

    /// Whether the share is a percentage at least; nothing of nothing is everything.
    public func isAtLeast(_ percent: ExactDecimal) -> Bool {
      guard let wanted = try? percent * ExactDecimal(total) else { return false }
      return ExactDecimal(100 * covered) >= wanted
    }
  }

  let definitions: [Definition]
  let scripts: [LineCoverage]

  /// Gathers what a run has reached, for which it was measured.
  public init(_ run: TestRun) {
    var seen: [SeenOutcome: Int] = [:]
    for outcome in run.results.flatMap(\.outcomes) { seen[outcome, default: 0] += 1 }
    definitions = run.scope.eligibilities.map { Definition($0, seen) }
    scripts = run.lines.filter { run.scope.paths.contains($0.path) }
  }

  /// The outcomes that were seen: each condition met, unmet and unknown, and each cap reached.
  public var outcomes: Share {
    let counts = definitions.flatMap(\.counts)
    return Share(covered: counts.count { $0 > 0 }, total: counts.count)
  }

  /// The lines of scripts that ran.
  public var lines: Share {
    let counts = scripts.flatMap(\.lines).map(\.count)
    return Share(covered: counts.count { $0 > 0 }, total: counts.count)
  }
}

extension Coverage.Definition {
  fileprivate init(_ definition: EligibilityDefinition, _ seen: [SeenOutcome: Int]) {
    let place = definition.span.place
    id = definition.id
    span = definition.span
    conditions = definition.conditions.enumerated().map { position, condition in
      Coverage.Condition(
        title: condition.title.en, span: condition.span,
        counts: [Outcome.met, .unmet, .unknown].map { outcome in
          let what = SeenOutcome(definition: place, what: .condition(position, outcome))
          return (outcome, seen[what] ?? 0)
        })
    }
    let hasCap = definition.instrument.parameter("cap").map { !$0.isOpen } ?? false
    capped =
      definition.paysAmount && hasCap
      ? seen[SeenOutcome(definition: place, what: .capped)] ?? 0 : nil
  }

  /// How often everything that there is to see was seen.
  fileprivate var counts: [Int] {
    conditions.flatMap { $0.counts.map(\.count) } + (capped.map { [$0] } ?? [])
  }
}

extension Coverage.Share: CustomStringConvertible {
  /// The share such as `23 of 24 (95.8%)`, rounded down so that 100% is everything.
  public var description: String {
    let permille = total == 0 ? 1000 : covered * 1000 / total
    let percent = permille % 10 == 0 ? "\(permille / 10)" : "\(permille / 10).\(permille % 10)"
    return "\(covered) of \(total) (\(percent)%)"
  }
}

extension Coverage {
  /// What is wrong when less was reached than a percentage of the outcomes, or of the lines.
  public func findings(below percent: ExactDecimal) -> [Finding] {
    [("outcomes", outcomes), ("lines", lines)].filter { !$0.1.isAtLeast(percent) }.map {
      Finding(
        "coverage.threshold", "the tests reach \($0.1) of the \($0.0), and \(percent)% are wanted",
        suggestion: "`--coverage text` shows what is not reached")
    }
  }
}
