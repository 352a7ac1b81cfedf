// A made-up enterprise and its row in the register.

/// What the register knows about an enterprise; `nil` is an empty cell, money is in fen.
///
/// As created it is a small enterprise of whom everything is known and that asks for nothing.
struct Enterprise {
  let number: Int
  var area: String? = "330108"
  var size: String? = "small"
  var registeredOn: String? = "2020-06-01"
  var introducedYear: Int? = 2020
  var headquarters: String? = "none"
  var rdSpend: Int? = 0
  var publicCompute: Bool? = false
  var computeSpend: Int? = 0
  var dataOperator: Bool? = false
  var datasetSelected: Bool? = false
  var datasetAwardProposed: Int? = 0
  var researchTask: String? = "none"
  var taskFundsReceived: Int? = 0
  var marketOperator: Bool? = false
  var marketPilotApproved: Bool? = false
  var marketAwardProposed: Int? = 0
  var advertisingBusiness: Bool? = false
  var cultureFeeDue: Int? = 0
  var cultureFeeLocal: Bool? = false
  // Above the limit of inclusive credit, so that a boundary case meets only its own instrument.
  var creditLine: Int? = 50_000_000_00
  var softwareEnterprise: Bool? = false
  var ipStatus: String? = "none"
  var crossborderEcommerce: Bool? = false
  var employees: Int? = 40

  init(number: Int) { self.number = number }

  /// The names of the fields, which are those of the catalogue's `enterprise`.
  static let columns = [
    "id", "name", "area", "size", "registered_on", "introduced_year", "headquarters", "rd_spend",
    "public_compute", "compute_spend", "data_operator", "dataset_selected",
    "dataset_award_proposed", "research_task", "task_funds_received", "market_operator",
    "market_pilot_approved", "market_award_proposed", "advertising_business", "culture_fee_due",
    "culture_fee_local", "credit_line", "software_enterprise", "ip_status",
    "crossborder_ecommerce", "employees",
  ]

  /// The cells of its row; none holds a comma or a quote.
  var cells: [String] {
    let serial = String(10_000_000 + number).dropFirst()
    return [
      "E\(serial)", "示例企业\(serial.suffix(4))", area ?? "", size ?? "", registeredOn ?? "",
      introducedYear.map(String.init) ?? "", headquarters ?? "", yuan(rdSpend),
      flag(publicCompute), yuan(computeSpend), flag(dataOperator), flag(datasetSelected),
      yuan(datasetAwardProposed), researchTask ?? "", yuan(taskFundsReceived),
      flag(marketOperator), flag(marketPilotApproved), yuan(marketAwardProposed),
      flag(advertisingBusiness), yuan(cultureFeeDue), flag(cultureFeeLocal), yuan(creditLine),
      flag(softwareEnterprise), ipStatus ?? "", flag(crossborderEcommerce),
      employees.map(String.init) ?? "",
    ]
  }

  private func flag(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }

  private func yuan(_ fen: Int?) -> String {
    guard let fen else { return "" }
    let (whole, rest) = fen.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
