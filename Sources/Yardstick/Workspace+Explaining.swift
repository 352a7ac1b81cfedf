// What `yardstick explain` shows: one decision, assessment or indicator, in full.

import Catalog
public import DataSources
public import Diagnostics
public import Evaluation
public import Presentation
import Quantities
public import Scripting

/// One result in full, ready to be written in any form.
public struct ExplainedResult {
  /// The result as JSON.
  public let json: JSONValue

  /// The result as a table.
  public let table: TextTable

  /// The result as Markdown.
  public let markdown: String

  /// The result as text for people.
  public let text: (Style) -> String
}

extension Workspace {
  /// Explains an eligibility's decision on a subject, or a target or indicator for an area.
  ///
  /// - Parameters:
  ///   - id: The id of an eligibility, a target or an indicator.
  ///   - subject: The key of a subject in the register.
  ///   - register: The path of the register, or the workspace's own.
  ///   - reading: How the register is written.
  ///   - given: A subject's fields as `field=value,field=value`.
  ///   - at: The period, or the workspace's own.
  ///   - area: The area, or the workspace's own.
  ///   - method: The method that judges progress, or the workspace's own.
  ///   - vintage: The version of the document, or the workspace's own.
  ///   - language: The language of labels.
  /// - Throws: a `Failure` when something that is named is unknown, or a script fails.
  public func explain(
    _ id: String, subject: String? = nil, register: String? = nil,
    reading: RegisterReading = RegisterReading(), given: String? = nil, at: String? = nil,
    area: String? = nil, method: ProgressMethod? = nil, vintage: String? = nil,
    language: Language = .en
  ) throws(Failure) -> ExplainedResult {
    if evaluator.eligibilities.ids.contains(id) {
      let moment = try moment(at, default: \.decideAt, area: area)
      return try explainDecision(
        id, subject: subject, register: register, reading: reading, given: given, at: moment,
        language)
    }
    if subject != nil || given != nil,
      catalog.targets[id] != nil || evaluator.indicators.ids.contains(id)
    {
      throw Failure(
        Finding(
          "argument.subject", "`\(id)` is about an area, not about a subject",
          suggestion: "leave out `--\(subject == nil ? "given" : "subject")`, or name an area"
            + " with `--area`"))
    }
    if catalog.targets[id] != nil {
      let moment = try moment(at, default: \.assessAt, area: area)
      return try explainTarget(id, at: moment, method, vintage, language)
    }
    if evaluator.indicators.ids.contains(id) {
      return try explainIndicator(id, at: try moment(at, default: \.assessAt, area: area), language)
    }
    let known = evaluator.eligibilities.ids + catalog.targets.ids + evaluator.indicators.ids
    throw Failure(
      Finding(
        "argument.unknown-id", "there is no eligibility, target or indicator `\(id)`",
        suggestion: NearestName.suggestion(for: id, among: Set(known))
          ?? "`yardstick catalog list` shows the ids"))
  }

  private func explainDecision(
    _ id: String, subject: String?, register: String?, reading: RegisterReading, given: String?,
    at moment: Moment, _ language: Language
  ) throws(Failure) -> ExplainedResult {
    let explained: Subject
    var registerBytes: [UInt8]?
    if let given {
      explained = try self.subject(given: given, for: id)
    } else if let subject {
      let register = try self.register(register, reading: reading)
      registerBytes = register.bytes
      explained = try self.subject(subject, in: register)
    } else {
      throw Failure(
        Finding(
          "argument.subject", "`\(id)` decides on a subject, and none is named",
          suggestion: "use `--subject ID` for one of the register, or `--given field=value,…`"))
    }
    return try explain(
      id, on: explained, at: moment, register: registerBytes, language: language)
  }

  /// Explains an eligibility's decision on a subject.
  ///
  /// - Parameters:
  ///   - id: The id of an eligibility.
  ///   - subject: The subject.
  ///   - moment: The moment asked about.
  ///   - register: The bytes of the register that the subject is from, if any.
  ///   - tellsSources: Whether it is told of which catalogue, scripts and data it was made.
  ///   - language: The language of labels.
  /// - Throws: a `Failure` when the eligibility is unknown, or its script fails.
  public func explain(
    _ id: String, on subject: Subject, at moment: Moment, register: [UInt8]? = nil,
    tellsSources: Bool = true, language: Language = .en
  ) throws(Failure) -> ExplainedResult {
    let report = ExplanationReport(
      try Explanation(id, on: subject, at: moment, by: evaluator), catalog: catalog,
      digests: tellsSources ? digests(register: register) : nil, language: language)
    return ExplainedResult(
      json: report.json, table: report.table, markdown: report.markdown, text: report.text)
  }

  /// Explains a target or an indicator.
  ///
  /// - Throws: a `Failure` when neither has the id, or a script fails.
  public func explain(
    _ id: String, at moment: Moment, language: Language = .en
  ) throws(Failure) -> ExplainedResult {
    catalog.targets[id] == nil
      ? try explainIndicator(id, at: moment, language)
      : try explainTarget(id, at: moment, nil, nil, language)
  }

  private func explainTarget(
    _ id: String, at moment: Moment, _ method: ProgressMethod?, _ vintage: String?,
    _ language: Language
  ) throws(Failure) -> ExplainedResult {
    let (assessments, failures) = try assess([id], at: moment, method: method, vintage: vintage)
    if let failure = failures.first { throw failure }
    guard let assessment = assessments.first else {
      throw Failure(
        Finding(
          "argument.vintage", "that version of the document says nothing about `\(id)`",
          suggestion: "leave out `--vintage`, or name another version"))
    }
    let report = AssessmentReport(
      assessments, at: moment, catalog: catalog, sources: sources, digests: digests(),
      language: language)
    let catalog = catalog
    let sources = sources
    return ExplainedResult(
      json: report.json, table: report.plainTable, markdown: report.table.markdown,
      text: { style in
        AssessmentReport.detail(
          assessment, catalog: catalog, sources: sources, language: language, style: style)
      })
  }

  private func explainIndicator(
    _ id: String, at moment: Moment, _ language: Language
  ) throws(Failure) -> ExplainedResult {
    let report = IndicatorReport(
      id, facts: try evaluator.compute(id, at: moment), at: moment, sources: sources,
      digests: digests(), language: language)
    return ExplainedResult(
      json: report.json, table: report.table, markdown: report.table.markdown, text: report.text)
  }

  /// The moment that is asked about: as given, else the workspace's own.
  ///
  /// - Throws: a `Failure` when neither names a period, or the area is unknown.
  public func moment(
    _ text: String?, default configured: KeyPath<WorkspaceConfiguration, Period?>,
    area: String? = nil
  ) throws(Failure) -> Moment {
    if let text { return try moment(text, area: area) }
    if let period = configuration[keyPath: configured] { return try moment(period, area: area) }
    throw Failure(
      Finding(
        "argument.period", "no period is named",
        suggestion: "use `--at 2027`, or write `at: 2027` in yardstick.yaml"))
  }
}
