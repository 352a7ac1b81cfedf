// What a workspace is for: assessments of targets and decisions on registers.

import Catalog
public import DataSources
public import Diagnostics
public import Evaluation
import Quantities
public import Scripting

/// A subject that could not be decided on because a script failed.
public struct FailedDecision: Sendable {
  /// The key of the subject.
  public let subject: String

  /// The id of the eligibility.
  public let eligibility: String

  /// What went wrong.
  public let failure: Failure
}

/// What a run over a register came to, besides the decisions themselves.
public struct RegisterResult: Sendable {
  /// Counts and totals for each eligibility.
  public let summaries: [EligibilitySummary]

  /// How many subjects were read.
  public let subjects: Int

  /// The rows that could not be read.
  public let rejects: [RejectedRow]

  /// The decisions that failed.
  public let failures: [FailedDecision]
}

extension Workspace {
  /// Assesses targets.
  ///
  /// - Parameters:
  ///   - ids: The targets; all when empty.
  ///   - moment: The period and area.
  ///   - method: The method that judges progress, or the workspace's own.
  ///   - vintage: The version of the document, or the workspace's own.
  /// - Returns: the assessments in the order of the catalogue, and what failed.
  /// - Throws: a `Failure` when a target, the vintage or the method is unknown.
  public func assess(
    _ ids: [String] = [], at moment: Moment, method: ProgressMethod? = nil, vintage: String? = nil
  ) throws(Failure) -> (assessments: [Assessment], failures: [Failure]) {
    try check(ids, among: catalog.targets.ids, "target")
    let vintage = vintage ?? configuration.vintage ?? catalog.header.vintage
    try check([vintage], among: catalog.header.vintages.map(\.name), "vintage")
    let assessor = Assessor(
      evaluator: evaluator, observations: observations, vintage: vintage,
      method: method ?? configuration.method ?? .cagrRatio,
      maximumAge: configuration.maximumAge ?? Assessor.defaultMaximumAge)
    var assessments: [Assessment] = []
    var failures: [Failure] = []
    for target in catalog.targets where ids.isEmpty || ids.contains(target.id) {
      do {
        if let assessment = try assessor.assess(target, at: moment) {
          assessments.append(assessment)
        }
      } catch {
        failures.append(error)
        if let failed = assessor.failed(target, at: moment) { assessments.append(failed) }
      }
    }
    return (assessments, failures)
  }

  /// Decides on every subject of a register under eligibilities.
  ///
  /// A subject whose script fails is noted, and the others go on.
  ///
  /// - Parameters:
  ///   - ids: The eligibilities; all that are in force when empty.
  ///   - register: The subjects.
  ///   - moment: The period and area.
  ///   - body: Receives each decision, subject by subject in the order of the register.
  /// - Throws: a `Failure` when an eligibility is unknown, the register cannot be read, or `body` throws.
  public func decide(
    _ ids: [String] = [], on register: Register, at moment: Moment,
    _ body: (Decision) throws(Failure) -> Void
  ) throws(Failure) -> RegisterResult {
    let eligibilities = try eligibilities(ids, at: moment)
    var summaries = eligibilities.map { EligibilitySummary(eligibility: $0) }
    var failures: [FailedDecision] = []
    var rejects: [RejectedRow] = []
    var count = 0
    let totalsPositions = register.kind.totalsPositions
    var reader = try SubjectReader(register, catalog: catalog)
    while let row = try reader.next() {
      guard case .subject(let subject) = row else {
        if case .rejected(let reject) = row { rejects.append(reject) }
        continue
      }
      count += 1
      let values = subject.values(of: totalsPositions)
      let results = evaluator.decide(eligibilities, on: subject, at: moment)
      for (position, (id, result)) in zip(eligibilities, results).enumerated() {
        let decision: Decision
        switch result {
        case .success(let made): decision = made
        case .failure(let failure):
          failures.append(FailedDecision(subject: subject.key, eligibility: id, failure: failure))
          summaries[position].addFailure()
          continue
        }
        try body(decision)
        do {
          try summaries[position].add(decision, values: values)
        } catch {
          throw Failure(Finding("evaluation.total", "the total of `\(id)`: \(error)"))
        }
      }
    }
    return RegisterResult(
      summaries: summaries, subjects: count, rejects: rejects, failures: failures)
  }

  /// The ids of the eligibilities that are asked for, each once; all that are in force when none is.
  func eligibilities(_ ids: [String], at moment: Moment) throws(Failure) -> [String] {
    try check(ids, among: evaluator.eligibilities.ids, "eligibility")
    var seen: Set<String> = []
    return ids.isEmpty ? eligibilitiesInForce(at: moment) : ids.filter { seen.insert($0).inserted }
  }

  /// The ids of the eligibilities that hold on the day, in the order of their measures.
  private func eligibilitiesInForce(at moment: Moment) -> [String] {
    let positions = Dictionary(
      catalog.instruments.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let inForce = evaluator.eligibilities.all.filter { $0.validity.contains(moment.date) }
    return inForce.enumerated().sorted { left, right in
      let leftKey = (positions[left.element.instrument.id] ?? 0, left.offset)
      let rightKey = (positions[right.element.instrument.id] ?? 0, right.offset)
      return leftKey < rightKey
    }.map(\.element.id)
  }

  private func check(_ names: [String], among known: [String], _ kind: String) throws(Failure) {
    var findings = FindingList()
    for name in names where !known.contains(name) {
      findings.add(
        Finding(
          "argument.unknown-\(kind)", "there is no \(kind) `\(name)`",
          suggestion: NearestName.suggestion(for: name, among: known)))
    }
    try findings.throwIfErrors()
  }
}
