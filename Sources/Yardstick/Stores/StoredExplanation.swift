// Why something was decided as a store has it, and what would be decided today.

import Catalog
import DataSources
public import Diagnostics
import Evaluation
public import Presentation
import Registers
import Scripting
import Stores

/// Why something was decided on a subject of a register, long after it was.
///
/// The decision is made once more, with the catalogue, the scripts and the data that the store has kept, and held
/// against what it has recorded.
public struct StoredExplanation {
  /// What there is to say besides, such as that the store is not finished.
  public let warnings: [Finding]

  /// What tables have no place for: the store, the line, the moment, what has changed, what comes out otherwise.
  public let remarks: [String]

  /// The explanation in every form; text and Markdown begin with the heading.
  public let result: ExplainedResult

  /// Explains decisions of a store.
  ///
  /// - Parameters:
  ///   - path: The store.
  ///   - subject: The key of the subject.
  ///   - eligibility: The eligibility; all of the store when it is left out.
  ///   - scripts: Where scripts run.
  ///   - requiresIsolation: Whether it is refused to run them where they cannot be isolated completely.
  ///   - language: The language of labels.
  ///   - workspace: Opens the workspace at hand in an area, to compare the store with.
  /// - Throws: a `Failure` when there is no such store, subject or eligibility.
  public init(
    store path: String, subject: String, eligibility: String? = nil, scripts: ScriptPlace,
    requiresIsolation: Bool = false, language: Language = .en,
    comparing workspace: (_ area: String) throws(Failure) -> Workspace
  ) throws(Failure) {
    let run = try StoredRun(path)
    if let eligibility, !run.eligibilities.contains(eligibility) {
      throw Failure(
        Finding(
          "argument.unknown-eligibility", "`\(path)` has no eligibility `\(eligibility)`",
          suggestion: NearestName.suggestion(for: eligibility, among: run.eligibilities)
            ?? "it has \(run.eligibilities.joined(separator: ", "))"))
    }
    let (stored, rejects) = try run.subject(subject)
    let asked = run.eligibilities.indices.filter {
      eligibility == nil || run.eligibilities[$0] == eligibility
    }
    let comparison = StoreComparison(run, stored, asked: asked, with: workspace)
    let remaking = Remaking(run, stored, scripts, requiresIsolation, language)
    let decisions = asked.map { position in
      ExplainedRecord(
        run.description.eligibilities[position], recorded: stored.decisions[position],
        outcome: remaking.outcome(of: position),
        reason: rejects.first {
          $0.line == stored.line && $0.column == run.eligibilities[position]
        }?.reason,
        today: comparison.today[position], language: language)
    }
    warnings = Self.warnings(run, stored, rejects)
    let heading = Self.heading(run, stored, language) + comparison.lines(language)
    remarks = heading + decisions.flatMap(\.remarks)
    result = Self.result(run, subject, stored, heading, comparison, decisions, language)
  }

  private static func warnings(
    _ run: StoredRun, _ stored: StoredSubject, _ rejects: [StoredReject]
  ) -> [Finding] {
    var warnings: [Finding] = []
    if !run.progress.isComplete {
      warnings.append(
        Finding(
          "store.unfinished",
          "`\(run.store.path)` is not finished; it ends before line \(run.progress.line)",
          severity: .warning, suggestion: "`--resume` continues it"))
    }
    for reject in rejects where reject.line != stored.line {
      warnings.append(
        Finding(
          "store.duplicate", "line \(reject.line) has the same key, and was left out",
          severity: .warning, notes: [reject.reason]))
    }
    return warnings
  }

  private static func heading(
    _ run: StoredRun, _ stored: StoredSubject, _ language: Language
  ) -> [String] {
    [
      language.text(
        en: "\(run.store.path) · line \(stored.line) of \(run.register) · \(run.moment.period)"
          + " · area \(run.moment.area)",
        zh: "\(run.store.path) · \(run.register) 第\(stored.line)行 · \(run.moment.period)"
          + " · 地区\(run.moment.area)")
    ]
  }

  private static func result(
    _ run: StoredRun, _ subject: String, _ stored: StoredSubject, _ heading: [String],
    _ comparison: StoreComparison, _ decisions: [ExplainedRecord], _ language: Language
  ) -> ExplainedResult {
    var table = TextTable(
      ExplainedRecord.columns(language).map { TextTable.Column($0) })
    for row in decisions.flatMap(\.rows) { table.add(row) }
    return ExplainedResult(
      json: [
        "store": .string(run.store.path), "register": .string(run.register),
        "line": .integer(Int64(stored.line)), "subject": .string(subject),
        "at": .string(run.moment.period.description), "area": .string(run.moment.area),
        "complete": .boolean(run.progress.isComplete), "compared": comparison.json,
        "decisions": .array(decisions.map(\.json)),
      ],
      table: table,
      markdown: heading.map { "*\($0)*\n\n" }.joined()
        + decisions.map(\.markdown).joined(separator: "\n"),
      text: { style in
        heading.map { style.dim($0) + "\n" }.joined()
          + decisions.map { "\n" + $0.text(style) }.joined()
      })
  }
}

/// Makes the decisions of a store once more.
private struct Remaking {
  private let run: StoredRun
  private let made: Result<(evaluator: any Evaluator, subject: Subject), Failure>
  private let recorded: [DecisionRecord]
  private let language: Language

  init(
    _ run: StoredRun, _ stored: StoredSubject, _ scripts: ScriptPlace, _ requiresIsolation: Bool,
    _ language: Language
  ) {
    self.run = run
    self.language = language
    recorded = stored.decisions
    do throws(Failure) {
      let evaluator = try run.evaluator(scripts, requiresIsolation: requiresIsolation)
      made = .success((evaluator, try run.read(stored, evaluator.catalog)))
    } catch {
      made = .failure(error)
    }
  }

  /// What came out for the eligibility at a position.
  func outcome(of position: Int) -> ExplainedRecord.Outcome {
    do throws(Failure) {
      let (evaluator, subject) = try made.get()
      let explanation = try Explanation(
        run.eligibilities[position], on: subject, at: run.moment, by: evaluator)
      let record = DecisionRecord(explanation.decision)
      guard record == recorded[position] else { return .other(record) }
      return .same(
        ExplanationReport(
          explanation, catalog: evaluator.catalog, digests: run.digests, language: language))
    } catch {
      return .failed(error)
    }
  }
}
