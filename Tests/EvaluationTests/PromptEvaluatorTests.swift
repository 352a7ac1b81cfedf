import Catalog
import DataSources
import Diagnostics
import Quantities
import Scripting
import Testing

@testable import Evaluation

/// Lines of a prompt that decide and assess.
@Suite struct PromptEvaluatorTests {
  private static let script = """
    eligibility "grant" {
      requires = {
        { "spends enough", function(e, p) return e.spend >= p.floor end },
        { "is small", function(e) return e.size == "small" end },
      },
      amount = function(e, p) return e.spend * p.rate end,
    }
    eligibility "open" {
      instrument = "grant", requires = { { "always", function() return true end } },
      amount = function(e, p) return p.bonus end,
    }
    eligibility "slots" { requires = { { "exports", function(e) return e.exporter end } } }
    indicator "ratio" {
      target = "indicated", unit = "%",
      value = function(obs, at) return obs.share[at] end,
    }
    """

  private let evaluator: LocalEvaluator
  private let moment: Moment

  init() throws {
    let sources = [
      PublishedSource(id: "S1", publisher: "局", title: "公报", date: nil, kind: "bulletin")
    ]
    let observations = try ObservationReader.read(
      path: "o.csv",
      bytes: Array(
        """
        series,area,period,value,unit,status,source,note
        share,100,2023,50,%,A,S1,
        share,100,2025,56,%,A,S1,

        """.utf8), catalog: try Sample.catalog, sources: sources
    ).observations
    evaluator = try Sample.evaluator(
      Self.script, observations: ObservationStore(observations: observations, sources: sources))
    moment = Moment(period: try Period(parsing: "2025"), area: "100")
  }

  private func load(_ rows: String) throws -> LoadedSubjects {
    try evaluator.load(
      subjects: InputBytes(path: "firms.csv", bytes: Array("code,spend,size\n\(rows)".utf8)),
      format: .csv, kind: "firm")
  }

  private func run(
    _ text: String, subject: Subject? = nil, by settings: AssessmentSettings? = nil
  ) -> PromptOutcome {
    evaluator.run(
      PromptLine(
        text: text, name: "[1]", moment: moment, subject: subject, assessing: settings))
  }

  /// The values of a line, as they are printed by it.
  private func printed(_ text: String, by settings: AssessmentSettings? = nil) -> String {
    let outcome = run("print(\(text))", by: settings)
    guard case .failed(let failure) = outcome.result else {
      return String(outcome.log.dropLast())
    }
    return failure.findings.map(\.message).joined(separator: "; ")
  }

  @Test func `a register is read, and its bad rows are told`() throws {
    let loaded = try load("F1,2000万元,small\nF2,much,small\nF1,1元,small\n")
    #expect(loaded.count == 1)
    #expect(loaded.rejects.map(\.key) == ["F2", "F1"])
    #expect(throws: Failure.self) { try load("F1,\"") }
    #expect(throws: Failure.self) {
      try evaluator.load(subjects: InputBytes(path: "x", bytes: []), format: .csv, kind: "farm")
    }
  }

  @Test func `a decision has the parts that scripts need`() throws {
    _ = try load("F1,2000万元,small\nF2,20万元,large\nF3,,small\nF4,2亿元,small\n")
    _ = run(
      "d, n, u, c = {}, 0, 0, nil; for i, s in ipairs(subjects) do d[i] = decide('grant', s) end")
    #expect(
      printed("d[1].eligible, d[1].status, d[1].amount, d[1].payable, d[1].computed")
        == "true\teligible\t100万元\t100万元\t100万元")
    #expect(
      printed("d[2].eligible, d[2].status, d[2].amount, d[2].unmet[1], #d[2].unmet")
        == "false\tineligible\t0元\tspends enough\t2")
    #expect(
      printed("d[3].status, d[3].missing[1], d[3].unknown[1], d[3].met[1]")
        == "undetermined\tspend\tspends enough\tis small")
    #expect(
      printed("d[4].amount, d[4].capped_by, d[4].eligibility, d[4].subject.code, d[4].at")
        == "500万元\tcap\tgrant\tF4\t2025")
    for member in ["eligible", "amount", "payable"] {
      #expect(
        printed("d[3].\(member)")
          == "the decision on F3 under `grant` is undetermined without `spend`")
    }
    #expect(
      printed("decide('open', subjects[1]).amount")
        == "`open` has no amount while `bonus` is left to local rules")
    #expect(printed("decide('open', subjects[1]).open[1]") == "bonus")
    #expect(printed("d[1].amont") == "a decision has no `amont`")
    #expect(printed("subjects[1]:decision('grant').amount") == "100万元")
  }

  @Test func `what is payable takes the other instruments of a group into account`() throws {
    let groups = """
      groups:
        - { id: one, title: { zh: 甲, en: One }, clause: 一, rule: highest_only, members: [grant, uncapped] }
      """
    let catalog = try Sample.catalog.applying([
      CatalogOverlay(
        plugin: "district", files: [CatalogFile(path: "groups.yaml", bytes: Array(groups.utf8))])
    ])
    let pays = "requires = { { 'always', function() return true end } }, amount = function() return"
    let evaluator = try Sample.evaluator(
      """
      eligibility "grant" { \(pays) quantity "3万元" end }
      eligibility "uncapped" { \(pays) quantity "5万元" end }
      """, catalog: catalog)
    let kind = try #require(catalog.subjects["firm"])
    let line = PromptLine(
      text: "d = decide 'grant'; print(d.amount, d.payable, decide('uncapped').payable)",
      name: "[1]", moment: moment,
      subject: Subject(given: kind.fields.map { _ in .missing }, of: kind))
    #expect(evaluator.run(line).log == "3万元\t0万元\t5万元\n")
  }

  @Test func `a decision at the prompt is the decision of the evaluator`() throws {
    _ = try load("F1,2000万元,small\n")
    guard case .values(let values) = run("decide('grant', subject 'F1', 2026)").result,
      case .decision(let decision)? = values.first
    else {
      Issue.record("there is no decision")
      return
    }
    #expect(decision.isCurrent && decision.moment.period == Period(year: 2026))
    let again = try evaluator.decide(
      decision.eligibility, on: decision.subject, at: decision.moment)
    #expect(again.payable == decision.payable && again.status.rawValue == decision.status)
  }

  @Test func `the current subject is decided on unless another is named`() throws {
    let kind = try #require(try Sample.catalog.subjects["firm"])
    let subject = Subject(
      given: try GivenParser.parse(
        "spend=1200万元,size=small", kind: kind, catalog: try Sample.catalog), of: kind)
    #expect(run("print(decide('grant').amount)", subject: subject).log == "60万元\n")
    #expect(printed("decide('grant')") == "there is no current subject")
    #expect(printed("decide('grand')") == "there is no eligibility `grand`")
    #expect(printed("decide()") == "`decide` needs the id of an eligibility")
    #expect(printed("decide('grant', {})") == "`decide` is asked for a period, not for a table")
  }

  @Test func `what was decided stays as it was when the definition changes`() throws {
    _ = try load("F1,2000万元,small\n")
    _ = run("before = decide('grant', subject 'F1')")
    let outcome = run(
      """
      eligibility "grant" {
        requires = { { "never", function() return false end } },
      }
      """)
    #expect(outcome.defined == [PromptDefinition(.eligibility, "grant")])
    #expect(evaluator.eligibilities.versions(of: "grant").map(\.plugin) == ["prompt"])
    #expect(printed("before.amount, decide('grant', subject 'F1').amount") == "100万元\t0元")
    guard case .values(let values) = run("before").result,
      case .decision(let before)? = values.first
    else {
      Issue.record("there is no decision")
      return
    }
    #expect(!before.isCurrent)
  }

  @Test func `a target is assessed`() throws {
    #expect(
      printed("assess('indicated').status, assess('indicated').value, assess('indicated').period")
        == "on_track\t56%\t2025")
    #expect(
      printed("assess('indicated').distance, assess('indicated').pace")
        == "4个百分点\t125.014152816%")
    #expect(printed("assess('indicated', 2010).status") == "not_assessable")
    #expect(
      printed("assess('indicated', 2010).value").hasPrefix(
        "the assessment of `indicated` has no `value` without"))
    #expect(printed("assess('indicate')") == "there is no target `indicate`")
    let settings = AssessmentSettings(vintage: "adopted", method: "cagr_ratio", maximumAge: 3)
    #expect(
      printed("assess('indicated')", by: settings)
        == "the version `adopted` says nothing about `indicated`")
    let unknown = AssessmentSettings(vintage: "draft", method: "cagr", maximumAge: 3)
    #expect(printed("assess('indicated')", by: unknown) == "there is no method `cagr`")
  }

  @Test func `an indicator of the session is assessed in the place of a plugin's`() throws {
    _ = run(
      "indicator 'mine' { target = 'indicated', unit = '%', value = function() return quantity '61%' end }"
    )
    #expect(printed("assess('indicated').status") == "met")
    let assessor = Assessor(
      evaluator: evaluator, observations: ObservationStore(observations: [], sources: []),
      vintage: "draft", method: .cagrRatio)
    let target = try #require(try Sample.catalog.targets["indicated"])
    #expect(try assessor.assess(target, at: moment)?.status == .met)
  }

  @Test func `an evaluation counts against the limits of its line`() throws {
    _ = run(
      "indicator 'slow' { unit = '家', value = function() for i = 1, 1e6 do end return quantity '1家' end }"
    )
    let once = run("value 'slow'").instructions
    let thrice = run("for i = 1, 3 do value 'slow' end").instructions
    #expect(once >= 1_000_000 && thrice >= 3 * once - 5000)
    let endless = run("while true do value 'slow' end")
    guard case .failed(let failure) = endless.result else {
      Issue.record("it was not stopped")
      return
    }
    #expect(failure.kind == .limit)
    #expect(printed("1 + 1") == "2")
  }

  @Test func `an error in a definition has its place there, and can be caught`() throws {
    _ = run("indicator 'bad' { unit = '家', value = function()\n  error('broken')\nend }")
    #expect(printed("pcall(value, 'bad')") == "false\tbroken")
    guard case .failed(let failure) = run("\nvalue 'bad'").result else {
      Issue.record("it does not fail")
      return
    }
    #expect(failure.findings.map(\.message) == ["broken"])
  }

  @Test func `other observations make what was assessed before old`() throws {
    _ = run("before = assess('indicated')")
    try evaluator.observe(nil, sources: nil)
    guard case .values(let values) = run("before").result,
      case .assessment(let before)? = values.first
    else {
      Issue.record("there is no assessment")
      return
    }
    #expect(!before.isCurrent && before.status == "on_track")
    #expect(printed("assess('indicated').status") == "not_assessable")
  }
}
