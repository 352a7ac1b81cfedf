// The sample register: boundary cases first, then enterprises drawn at random.

/// Writes the made-up enterprises of `examples/data/enterprises.csv`.
enum SampleEnterprises {
  /// How many enterprises there are.
  static let count = 1000

  /// The register as comma-separated values, the same on every machine.
  static func csv() -> String {
    ([Enterprise.columns] + all().map(\.cells)).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The enterprises in the order of their numbers.
  static func all() -> [Enterprise] {
    let boundaries = BoundaryCases.all
    var random = SplitMix64(seed: 20_241_015)
    return (1...count).map { number in
      guard number > boundaries.count else {
        var enterprise = Enterprise(number: number)
        boundaries[number - 1](&enterprise)
        return enterprise
      }
      return drawn(number, from: &random)
    }
  }

  private static let areas = [
    "330102", "330105", "330106", "330108", "330109", "330110", "330111", "330112", "330113",
    "330114", "330122", "330127", "330182",
  ]

  private static func drawn(_ number: Int, from random: inout SplitMix64) -> Enterprise {
    var it = Enterprise(number: number)
    let size = random.choice(("micro", 40), ("small", 35), ("medium", 17), ("large", 8))
    let introduced = random.choice(
      (random.number(in: 1995...2023), 60), (2024, 8), (2025, 8), (2026, 9), (2027, 15))
    let headquarters = random.choice(("none", 88), ("rd", 7), ("regional", 3), ("functional", 2))
    it.area = random.known(areas[random.number(in: 0...areas.count - 1)], missing: 2)
    it.size = random.known(size, missing: 2)
    it.registeredOn = random.known(day(in: introduced, from: &random), missing: 3)
    it.introducedYear = random.known(introduced, missing: 4)
    it.headquarters = random.known(headquarters, missing: 3)
    it.employees = random.known(employees(of: size, from: &random), missing: 3)
    let largest = headquarters == "rd" ? 400_000_000 : size == "large" ? 80_000_000 : 6_000_000
    it.rdSpend = random.known(
      money(upTo: largest, zero: headquarters == "rd" ? 5 : 25, from: &random), missing: 8)
    drawComputingAndData(&it, from: &random)
    drawResearchAndMarkets(&it, from: &random)
    drawFeesAndStatus(&it, size: size, from: &random)
    return it
  }

  private static func drawComputingAndData(
    _ it: inout Enterprise, from random: inout SplitMix64
  ) {
    it.publicCompute = random.known(random.chance(30), missing: 5)
    let operates = random.chance(8)
    let spend = money(upTo: operates ? 9_000_000 : 800_000, zero: 35, from: &random)
    it.computeSpend = random.known(spend, missing: 6)
    it.dataOperator = random.known(operates, missing: 3)
    let selected = random.chance(6)
    let award = selected ? money(upTo: 1_300_000, zero: 0, from: &random) : 0
    it.datasetSelected = random.known(selected, missing: 3)
    it.datasetAwardProposed = random.known(award, missing: 4)
  }

  private static func drawResearchAndMarkets(
    _ it: inout Enterprise, from random: inout SplitMix64
  ) {
    let task = random.choice(("none", 88), ("provincial", 8), ("national", 4))
    let funds = task == "none" ? 0 : money(upTo: 30_000_000, zero: 10, from: &random)
    it.researchTask = random.known(task, missing: 2)
    it.taskFundsReceived = random.known(funds, missing: 5)
    let runsMarket = random.chance(2)
    let approved = runsMarket && random.chance(40)
    let award = approved ? money(upTo: 14_000_000, zero: 0, from: &random) : 0
    it.marketOperator = random.known(runsMarket, missing: 2)
    it.marketPilotApproved = random.known(approved, missing: 2)
    it.marketAwardProposed = random.known(award, missing: 3)
  }

  private static func drawFeesAndStatus(
    _ it: inout Enterprise, size: String, from random: inout SplitMix64
  ) {
    let advertises = random.chance(12)
    let fee = advertises ? money(upTo: 900_000, zero: 15, from: &random) : 0
    it.advertisingBusiness = random.known(advertises, missing: 2)
    it.cultureFeeDue = random.known(fee, missing: 4)
    it.cultureFeeLocal = random.known(advertises && random.chance(85), missing: 3)
    let line = money(upTo: size == "large" ? 200_000_000 : 30_000_000, zero: 30, from: &random)
    it.creditLine = random.known(line, missing: 7)
    it.softwareEnterprise = random.known(random.chance(22), missing: 2)
    let status = random.choice(
      ("none", 90), ("provincial_advantage", 4), ("provincial_demonstration", 3),
      ("national_advantage", 2), ("national_demonstration", 1))
    it.ipStatus = random.known(status, missing: 2)
    it.crossborderEcommerce = random.known(random.chance(18), missing: 2)
  }

  /// An amount in fen: none in some of a hundred cases, otherwise small ones more often than large.
  private static func money(
    upTo yuan: Int, zero percent: Int, from random: inout SplitMix64
  ) -> Int {
    if random.chance(percent) { return 0 }
    let ceiling = yuan / random.choice((1, 4), (4, 3), (20, 2), (100, 1))
    let fen = random.chance(35) ? random.number(in: 0...99) : 0
    return random.number(in: 1...ceiling) / 100 * 100_00 + fen
  }

  private static func employees(of size: String, from random: inout SplitMix64) -> Int {
    switch size {
    case "micro": random.number(in: 1...9)
    case "small": random.number(in: 10...99)
    case "medium": random.number(in: 100...299)
    default: random.number(in: 300...12_000)
    }
  }

  /// A day of the year or of one of the few years before it.
  private static func day(in year: Int, from random: inout SplitMix64) -> String {
    let parts = (
      year - random.choice((0, 7), (1, 2), (3, 1)), random.number(in: 1...12),
      random.number(in: 1...28)
    )
    return "\(parts.0)-\(parts.1 < 10 ? "0" : "")\(parts.1)-\(parts.2 < 10 ? "0" : "")\(parts.2)"
  }
}
