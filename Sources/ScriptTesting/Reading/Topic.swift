// What a suite is about, and what its cases may therefore say.

import Catalog
import Diagnostics
import Evaluation
import Quantities
import Scripting

/// What a suite is about.
enum Topic {
  /// An eligibility, by all its versions.
  case eligibility(String, [EligibilityDefinition], SubjectKind)
  /// An indicator, and the target that it is for.
  case indicator(IndicatorDefinition, Target?)
  /// A target that a series observes.
  case target(Target, Quantities.Unit)

  /// The topic with an id; `nil` when nothing has it.
  init?(_ id: String, in evaluator: any Evaluator) {
    let catalog = evaluator.catalog
    let eligibilities = evaluator.eligibilities.versions(of: id)
    if let first = eligibilities.first, let kind = catalog.subjects[first.instrument.subject] {
      self = .eligibility(id, eligibilities, kind)
    } else if let indicator = evaluator.indicators.versions(of: id).first {
      self = .indicator(indicator, indicator.target.flatMap { catalog.targets[$0] })
    } else if let target = catalog.targets[id], let series = target.series,
      let unit = catalog.series[series]?.unit
    {
      self = .target(target, unit)
    } else {
      return nil
    }
  }

  /// Every id that a suite can be about.
  static func ids(in evaluator: any Evaluator) -> Set<String> {
    Set(
      evaluator.eligibilities.ids + evaluator.indicators.ids
        + evaluator.catalog.targets.filter { $0.series != nil }.map(\.id))
  }

  /// What its results are, in words.
  var noun: String {
    switch self {
    case .eligibility: "a decision"
    case .indicator(_, nil): "an indicator's value"
    case .indicator, .target: "an assessment"
    }
  }

  /// The parts that a case can expect.
  var parts: [Part] {
    switch self {
    case .eligibility: Part.ofDecisions
    case .indicator(_, nil): Part.ofIndicators
    case .indicator, .target: Part.ofAssessments
    }
  }

  /// The key under which cases say what there is.
  var input: String {
    if case .eligibility = self { "given" } else { "observations" }
  }

  /// What the status can be.
  var statuses: [String] {
    if case .eligibility = self {
      Decision.Status.allCases.map(\.rawValue)
    } else {
      Assessment.Status.allCases.map(\.rawValue)
    }
  }

  /// The unit in which a quantity is expected, by the part.
  func unit(of part: Part, in catalog: Catalog) -> Quantities.Unit? {
    switch self {
    case .eligibility(_, let versions, _):
      versions.first?.instrument.parameter("cap")?.unit ?? catalog.units["元"]
    case .indicator(let indicator, _): indicator.unit
    // The distance between two ratios is in percentage points.
    case .target(_, let unit):
      part == .distance && unit.dimension == .number && unit.symbol == "%"
        ? .percentagePoints : unit
    }
  }

  /// The titles of the conditions of all versions.
  var conditions: [Title] {
    guard case .eligibility(_, let versions, _) = self else { return [] }
    return versions.flatMap { $0.conditions.map(\.title) }
  }

  /// Who pays parts of what all versions pay.
  var payers: [String] {
    guard case .eligibility(_, let versions, _) = self else { return [] }
    return versions.flatMap { $0.instrument.split.map(\.payer) }
  }

  /// The names of the parameters of all versions.
  var parameters: [String] {
    guard case .eligibility(_, let versions, _) = self else { return [] }
    return versions.flatMap { $0.instrument.parameters.map(\.name) }
  }
}
