// The city's own catalogue, scripts and data: every instrument with figures at its boundaries.

import Catalog
import DataSources
import Diagnostics
import Quantities
import Testing

@testable import Yardstick

/// What a subject comes to under one of the city's eligibilities.
private struct CityCase {
  let eligibility: String
  let given: String
  let status: Decision.Status
  let yuan: String?
  let cappedBy: String?

  /// An eligible subject with what it is paid in yuan; `nil` when nothing is paid.
  static func eligible(_ id: String, _ given: String, _ yuan: String?, capped: Bool = false)
    -> CityCase
  {
    CityCase(
      eligibility: id, given: given, status: .eligible, yuan: yuan, cappedBy: capped ? "cap" : nil)
  }

  static func ineligible(_ id: String, _ given: String) -> CityCase {
    CityCase(eligibility: id, given: given, status: .ineligible, yuan: nil, cappedBy: nil)
  }

  static func undetermined(_ id: String, _ given: String) -> CityCase {
    CityCase(eligibility: id, given: given, status: .undetermined, yuan: nil, cappedBy: nil)
  }

  static let all = computing + datasets + research + finance + advertising

  private static let voucher = "size=small,public_compute=true"
  private static let operates = "data_operator=true"
  private static let computing: [CityCase] = [
    // The document leaves the voucher's rate open: eligible, and not payable yet.
    .eligible("compute_voucher", "\(voucher),compute_spend=0.01", nil),
    .eligible("compute_voucher", "size=micro,public_compute=true,compute_spend=1万元", nil),
    .ineligible("compute_voucher", "\(voucher),compute_spend=0"),
    .ineligible("compute_voucher", "size=large,public_compute=true,compute_spend=1"),
    .undetermined("compute_voucher", "public_compute=true,compute_spend=1"),
    .undetermined("compute_voucher", voucher),
    // 20 %, at most 1 million.
    .ineligible("data_compute_subsidy", "\(operates),compute_spend=0"),
    .ineligible("data_compute_subsidy", "data_operator=false"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=0.01", "0.00"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=0.024999", "0.00"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=0.025", "0.01"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=4999999.95", "999999.99"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=500万元", "1000000.00"),
    .eligible("data_compute_subsidy", "\(operates),compute_spend=5000000.02", "1000000.00"),
    .eligible(
      "data_compute_subsidy", "\(operates),compute_spend=5000000.03", "1000000.00", capped: true),
    .eligible(
      "data_compute_subsidy", "\(operates),compute_spend=5000000.05", "1000000.00", capped: true),
    .undetermined("data_compute_subsidy", operates),
  ]

  private static let selected = "dataset_selected=true"
  private static let datasets: [CityCase] = [
    .eligible("dataset_award", "\(selected),dataset_award_proposed=999999.99", "999999.99"),
    .eligible("dataset_award", "\(selected),dataset_award_proposed=100万元", "1000000.00"),
    .eligible(
      "dataset_award", "\(selected),dataset_award_proposed=1000000.01", "1000000.00", capped: true),
    .eligible("dataset_award", "\(selected),dataset_award_proposed=0", "0.00"),
    .ineligible("dataset_award", "dataset_selected=false,dataset_award_proposed=1"),
    .undetermined("dataset_award", selected),
    .undetermined("dataset_award", "dataset_award_proposed=1"),
  ]

  private static let newcomer = "introduced_year=2027,headquarters=rd"
  private static let research: [CityCase] = [
    // 5 % of at least 10 million, at most 5 million.
    .ineligible("rd_headquarters_grant", "\(newcomer),rd_spend=9999999.99"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=1000万元", "500000.00"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=10000000.01", "500000.00"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=10000000.10", "500000.01"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=1200万元", "600000.00"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=99999999.80", "4999999.99"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=1亿元", "5000000.00"),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=100000000.09", "5000000.00"),
    .eligible(
      "rd_headquarters_grant", "\(newcomer),rd_spend=100000000.10", "5000000.00", capped: true),
    .eligible("rd_headquarters_grant", "\(newcomer),rd_spend=2亿元", "5000000.00", capped: true),
    .undetermined("rd_headquarters_grant", newcomer),
    .ineligible("rd_headquarters_grant", "introduced_year=2026,headquarters=rd"),
    .ineligible("rd_headquarters_grant", "introduced_year=2028,headquarters=rd,rd_spend=1亿元"),
    .ineligible("rd_headquarters_grant", "introduced_year=2027,headquarters=none,rd_spend=1亿元"),
    // 25 % of what was received, at most 5 million.
    .ineligible("research_task_match", "research_task=national,task_funds_received=0"),
    .ineligible("research_task_match", "research_task=none,task_funds_received=1万元"),
    .eligible("research_task_match", "research_task=provincial,task_funds_received=0.01", "0.00"),
    .eligible("research_task_match", "research_task=provincial,task_funds_received=0.02", "0.01"),
    .eligible(
      "research_task_match", "research_task=national,task_funds_received=2000万元", "5000000.00"),
    .eligible(
      "research_task_match", "research_task=national,task_funds_received=20000000.01",
      "5000000.00"),
    .eligible(
      "research_task_match", "research_task=national,task_funds_received=20000000.02",
      "5000000.00", capped: true),
    .undetermined("research_task_match", "research_task=national"),
    .undetermined("research_task_match", "task_funds_received=1"),
  ]

  private static let pilot = "market_operator=true,market_pilot_approved=true"
  private static let finance: [CityCase] = [
    .eligible("inclusive_credit", "size=small,credit_line=0", nil),
    .eligible("inclusive_credit", "size=micro,credit_line=19999999.99", nil),
    .eligible("inclusive_credit", "size=small,credit_line=2000万元", nil),
    .ineligible("inclusive_credit", "size=small,credit_line=20000000.01"),
    .ineligible("inclusive_credit", "size=medium,credit_line=1"),
    .undetermined("inclusive_credit", "size=small"),
    .undetermined("inclusive_credit", "credit_line=2000万元"),
    .eligible("market_pilot_award", "\(pilot),market_award_proposed=9999999.99", "9999999.99"),
    .eligible("market_pilot_award", "\(pilot),market_award_proposed=1000万元", "10000000.00"),
    .eligible(
      "market_pilot_award", "\(pilot),market_award_proposed=10000000.01", "10000000.00",
      capped: true),
    .ineligible("market_pilot_award", "market_operator=true,market_pilot_approved=false"),
    .ineligible("market_pilot_award", "market_operator=false"),
    .undetermined("market_pilot_award", pilot),
  ]

  private static let local = "advertising_business=true,culture_fee_local=true"
  private static let advertising: [CityCase] = [
    // Half of the fee, without a cap.
    .ineligible("culture_fee_relief", "\(local),culture_fee_due=0"),
    .eligible("culture_fee_relief", "\(local),culture_fee_due=0.01", "0.01"),
    .eligible("culture_fee_relief", "\(local),culture_fee_due=0.02", "0.01"),
    .eligible("culture_fee_relief", "\(local),culture_fee_due=0.03", "0.02"),
    .eligible("culture_fee_relief", "\(local),culture_fee_due=12345.67", "6172.84"),
    .eligible("culture_fee_relief", "\(local),culture_fee_due=100亿元", "5000000000.00"),
    .ineligible("culture_fee_relief", "advertising_business=true,culture_fee_local=false"),
    .ineligible("culture_fee_relief", "advertising_business=false"),
    .undetermined("culture_fee_relief", local),
  ]
}

@Suite struct CityTests {
  @Test(arguments: Set(CityCase.all.map(\.eligibility)).sorted())
  func decidesAtTheBoundaries(eligibility: String) throws {
    let workspace = try City.open()
    let moment = try workspace.moment("2027")
    for example in CityCase.all where example.eligibility == eligibility {
      let subject = try workspace.subject(given: example.given, for: eligibility)
      let decision = try workspace.evaluator.decide(eligibility, on: subject, at: moment)
      #expect(decision.status == example.status, "\(example.given)")
      #expect(
        decision.amount?.value.formatted(minimumPlaces: 2) == example.yuan, "\(example.given)")
      #expect(decision.cappedBy == example.cappedBy, "\(example.given)")
      let leavesRateOpen = eligibility == "compute_voucher" && decision.status == .eligible
      #expect(decision.open == (leavesRateOpen ? ["rate"] : []), "\(example.given)")
    }
  }

  /// Every instrument whose figures allow a decision has an eligibility, and the cases above try each.
  @Test func decidesOnEveryInstrumentWithFigures() throws {
    let workspace = try City.open()
    let withFigures = workspace.catalog.instruments.filter { instrument in
      instrument.parameters.contains { !$0.isOpen }
    }
    #expect(withFigures.count == 8)
    let decided = Set(workspace.evaluator.eligibilities.all.map(\.instrument.id))
    #expect(decided == Set(withFigures.map(\.id)))
    #expect(Set(CityCase.all.map(\.eligibility)) == Set(workspace.evaluator.eligibilities.ids))
  }

  @Test func carriesTheWholeDocument() throws {
    let catalog = try City.open().catalog
    #expect(catalog.measures.map(\.number) == Array(1...27))
    #expect(catalog.targets.count == 48)
    #expect(catalog.chapters.map(\.number) == Array(0...5))
    #expect(Set(catalog.measures.map(\.chapter)) == Set(1...5))
  }

  @Test func observesEveryTargetByASeriesOrAnIndicator() throws {
    let workspace = try City.open()
    let computed = workspace.evaluator.indicators.all.compactMap(\.target)
    #expect(Set(computed).count == computed.count)
    for target in workspace.catalog.targets {
      #expect((target.series != nil) != computed.contains(target.id), "\(target.id)")
    }
  }

  @Test(arguments: ProgressMethod.allCases, ["draft", "adopted"])
  func assessesEveryTargetInEveryYear(method: ProgressMethod, vintage: String) throws {
    let workspace = try City.open()
    for year in 2015...2027 {
      let (assessments, failures) = try workspace.assess(
        at: try workspace.moment("\(year)"), method: method, vintage: vintage)
      #expect(failures.flatMap(\.lines) == [])
      #expect(assessments.count == workspace.catalog.targets.count { $0.vintage(vintage) != nil })
      for assessment in assessments {
        #expect(assessment.latest.map { $0.period.end <= assessment.moment.date } != false)
      }
    }
  }

  /// The grants and subsidies of the sample register, counted again in whole fen without units, scripts
  /// or decimals.
  @Test func agreesWithACountInWholeFen() throws {
    let workspace = try City.open()
    let register = try workspace.register()
    let result = try workspace.decide(on: register, at: try workspace.moment("2027")) { _ in }
    #expect(result.rejects.map(\.line) == [])
    #expect(result.failures.map(\.subject) == [])
    #expect(result.subjects == 1000)
    #expect(result.summaries.allSatisfy { $0.counts.values.reduce(0, +) == 1000 })

    let (subjects, _) = try SubjectReader.read(
      path: register.path, bytes: register.bytes, kind: register.kind, catalog: workspace.catalog)
    let firms = subjects.map { Firm($0, register.kind) }
    let expected: [String: (eligible: Int, fen: Int)] = [
      "rd_headquarters_grant": Firm.total(firms) { firm in
        guard firm.year("introduced_year") == 2027, firm.word("headquarters") == "rd",
          let spend = firm.fen("rd_spend"), spend >= 10_000_000_00
        else { return nil }
        return min((spend * 5 + 50) / 100, 5_000_000_00)
      },
      "research_task_match": Firm.total(firms) { firm in
        guard ["national", "provincial"].contains(firm.word("research_task")),
          let funds = firm.fen("task_funds_received"), funds > 0
        else { return nil }
        return min((funds * 25 + 50) / 100, 5_000_000_00)
      },
      "data_compute_subsidy": Firm.total(firms) { firm in
        guard firm.flag("data_operator") == true, let spend = firm.fen("compute_spend"), spend > 0
        else { return nil }
        return min((spend * 20 + 50) / 100, 1_000_000_00)
      },
      "culture_fee_relief": Firm.total(firms) { firm in
        guard firm.flag("advertising_business") == true, firm.flag("culture_fee_local") == true,
          let fee = firm.fen("culture_fee_due"), fee > 0
        else { return nil }
        return (fee + 1) / 2
      },
    ]
    for (id, sum) in expected {
      let summary = try #require(result.summaries.first { $0.eligibility == id })
      #expect(summary.counts[.eligible] == sum.eligible, "\(id)")
      let total = try summary.total?.value.scaled(byPowerOfTen: 2).integerValue
      #expect(total == Int64(sum.fen), "\(id)")
    }
  }

  @Test func explainsTheGrantOfTheDocument() throws {
    let workspace = try City.open()
    let explained = try workspace.explain(
      "rd_headquarters_grant", given: "introduced_year=2025,headquarters=none,rd_spend=9999999.99")
    let prospect = try #require(explained.json["prospect"])
    #expect(explained.json["status"] == "ineligible")
    #expect(explained.json["clause"] == "（七）")
    #expect(prospect["status"] == "eligible")
    #expect(prospect["amount"]?["value"] == "500000.00")
  }
}

/// A row of the register as plain numbers and words.
private struct Firm {
  private let values: [String: FieldValue]

  init(_ subject: Subject, _ kind: SubjectKind) {
    values = Dictionary(
      zip(kind.fields.map(\.name), subject.values).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }

  func fen(_ name: String) -> Int? {
    guard case .quantity(let quantity)? = values[name] else { return nil }
    return (try? quantity.value.scaled(byPowerOfTen: 2))?.integerValue.map { Int($0) }
  }

  func word(_ name: String) -> String? {
    if case .enumeration(let word)? = values[name] { word } else { nil }
  }

  func year(_ name: String) -> Int? {
    if case .year(let year)? = values[name] { year } else { nil }
  }

  func flag(_ name: String) -> Bool? {
    if case .boolean(let flag)? = values[name] { flag } else { nil }
  }

  /// How many firms get an amount, and the sum.
  static func total(_ firms: [Firm], _ amount: (Firm) -> Int?) -> (eligible: Int, fen: Int) {
    let amounts = firms.compactMap(amount)
    return (amounts.count, amounts.reduce(0, +))
  }
}
