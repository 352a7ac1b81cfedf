// What `yardstick run` shows: every target, and what came out over the register.

public import Diagnostics
import Evaluation
public import Presentation
import Scripting

/// Every target of a workspace assessed, and every subject of its register decided on.
public struct WorkspaceReport {
  /// What went wrong beside the results.
  public let problems: Problems

  private let assessment: AssessmentReport
  private let decisions:
    (summary: SummaryReport, result: RegisterResult, digests: Digests, at: Moment)?
  private let registerPath: String?
  private let language: Language

  /// Runs a workspace.
  ///
  /// - Throws: a `Failure` when the register cannot be read.
  public init(_ workspace: Workspace, language: Language) throws(Failure) {
    self.language = language
    let moment = try workspace.moment(nil, default: \.assessAt)
    let (assessments, failures) = try workspace.assess(at: moment)
    assessment = AssessmentReport(
      assessments, at: moment, catalog: workspace.catalog, sources: workspace.sources,
      digests: workspace.digests(), language: language)
    var problems = Problems(rejects: workspace.rejects, failures: failures)
    if workspace.configuration.subjects != nil {
      let register = try workspace.register()
      let moment = try workspace.moment(nil, default: \.decideAt)
      let result = try workspace.decide(on: register, at: moment) { _ in }
      let summary = SummaryReport(result.summaries, workspace: workspace, language: language)
      decisions = (summary, result, workspace.digests(register: register.bytes), moment)
      registerPath = register.path
      problems = problems + Problems(rejects: result.rejects, failures: result.distinctFailures)
    } else {
      decisions = nil
      registerPath = nil
    }
    self.problems = problems
  }

  /// The results for people.
  public func text(width: Int?, style: Style) -> String {
    var output = assessment.text(width: width, style: style)
    if let decisions {
      output += "\n" + style.bold(heading) + "\n\n"
      output += decisions.summary.table.text(width: width, style: style)
      output +=
        "\n"
        + style.dim(
          language.text(en: "Made from", zh: "依据")
            + " catalog \(decisions.digests.catalog.prefix(12)), scripts "
            + "\(decisions.digests.scripts.prefix(12)), data \(decisions.digests.data.prefix(12))\n"
        )
    }
    return output
  }

  /// The results as Markdown.
  public var markdown: String {
    var output = assessment.table.markdown
    if let decisions { output += "\n\(heading)\n\n" + decisions.summary.table.markdown }
    return output
  }

  /// The results as JSON.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("assessment", assessment.json)]
    if let decisions {
      members.append(
        .init(
          "decisions",
          [
            "at": .string(decisions.at.period.description),
            "subjects": .integer(Int64(decisions.result.subjects)),
            "rejected": .integer(Int64(decisions.result.rejects.count)),
            "summaries": decisions.summary.json,
            "digests": [
              "catalog": .string(decisions.digests.catalog),
              "scripts": .string(decisions.digests.scripts),
              "data": .string(decisions.digests.data),
            ],
          ]))
    }
    return .object(members)
  }

  private var heading: String {
    let count = decisions?.result.subjects ?? 0
    let rejected = decisions?.result.rejects.count ?? 0
    let period = decisions?.at.period.description ?? ""
    let rows = rejected == 1 ? "row" : "rows"
    let left =
      rejected == 0
      ? "" : language.text(en: ", \(rejected) \(rows) left out", zh: "，\(rejected)行未采用")
    return language.text(
      en: "Decisions at \(period) on \(count) subjects of \(registerPath ?? "")\(left)",
      zh: "\(period)年对\(registerPath ?? "")中\(count)个对象的判定\(left)")
  }
}

extension SummaryReport {
  /// Creates a report on what came out in a workspace.
  public init(_ summaries: [EligibilitySummary], workspace: Workspace, language: Language) {
    let eligibilities = workspace.evaluator.eligibilities
    let instruments = eligibilities.all.map { ($0.id, $0.instrument) }
    self.init(
      summaries,
      instruments: Dictionary(instruments, uniquingKeysWith: { first, _ in first }),
      kind: try? workspace.kind(nil), areas: Array(workspace.catalog.areas), language: language)
  }
}
