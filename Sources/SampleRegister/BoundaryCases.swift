// Enterprises that stand exactly on the edges of the instruments.

/// Changes that turn an enterprise that asks for nothing into one on an edge of an instrument.
///
/// Money is in fen: `10_000_000_00` is 10,000,000 yuan. The thresholds are those of the document.
enum BoundaryCases {
  typealias Change = (inout Enterprise) -> Void

  /// All cases, by instrument in the order of the measures.
  static var all: [Change] {
    computeVoucher + dataComputeSubsidy + datasetAward + rdHeadquartersGrant + researchTaskMatch
      + inclusiveCredit + marketPilotAward + cultureFeeRelief
  }

  /// One case for each value of a field, on top of what all of them share.
  private static func each<Value>(
    _ field: WritableKeyPath<Enterprise, Value?>, of values: [Value?],
    when setUp: @escaping Change
  ) -> [Change] {
    values.map { value in
      { enterprise in
        setUp(&enterprise)
        enterprise[keyPath: field] = value
      }
    }
  }

  /// Measure 2: small and medium enterprises that have paid for public computing power.
  private static var computeVoucher: [Change] {
    func usesPublicCompute(_ enterprise: inout Enterprise) {
      enterprise.publicCompute = true
      enterprise.computeSpend = 100_000_00
    }
    return each(\.computeSpend, of: [0, 1, 100_000_00, nil], when: usesPublicCompute)
      + each(\.size, of: ["micro", "medium", "large", nil], when: usesPublicCompute)
      + each(\.publicCompute, of: [nil], when: usesPublicCompute)
  }

  /// Measure 4: a fifth of the spend, with a cap of 1,000,000 that is reached at 5,000,000.
  ///
  /// A fifth of 0.02 rounds down and of 0.03 up.
  private static var dataComputeSubsidy: [Change] {
    func operatesData(_ enterprise: inout Enterprise) {
      enterprise.dataOperator = true
      enterprise.computeSpend = 1_000_000_00
    }
    let spends: [Int?] = [
      0, 1, 2, 3, 4_999_999_99, 5_000_000_00, 5_000_000_01, 5_000_000_05, nil,
    ]
    return each(\.computeSpend, of: spends, when: operatesData)
      + each(\.dataOperator, of: [nil], when: operatesData)
  }

  /// Measure 4: proposals up to the cap of 1,000,000.
  private static var datasetAward: [Change] {
    func isSelected(_ enterprise: inout Enterprise) {
      enterprise.datasetSelected = true
      enterprise.datasetAwardProposed = 500_000_00
    }
    let proposals: [Int?] = [0, 999_999_99, 1_000_000_00, 1_000_000_01, nil]
    return each(\.datasetAwardProposed, of: proposals, when: isSelected)
      + each(\.datasetSelected, of: [nil], when: isSelected)
  }

  /// Measure 7: a floor of 10,000,000 and a twentieth of the spend, with a cap of 5,000,000 that is
  /// reached at 100,000,000.
  ///
  /// A twentieth of 0.10 is half a fen. The last two cases lack two fields, and lack a field that no
  /// longer matters because another condition is not met.
  private static var rdHeadquartersGrant: [Change] {
    func isNewHeadquarters(_ enterprise: inout Enterprise) {
      enterprise.headquarters = "rd"
      enterprise.introducedYear = 2027
      enterprise.registeredOn = "2025-01-15"
      enterprise.rdSpend = 12_000_000_00
    }
    func spendIsUnknown(_ enterprise: inout Enterprise) {
      isNewHeadquarters(&enterprise)
      enterprise.rdSpend = nil
    }
    let spends: [Int?] = [
      0, 9_999_999_99, 10_000_000_00, 10_000_000_01, 10_000_000_10, 99_999_999_99,
      100_000_000_00, 100_000_000_09, 100_000_000_10, 100_000_000_20, nil,
    ]
    let kinds = ["none", "regional", "functional", nil]
    return each(\.rdSpend, of: spends, when: isNewHeadquarters)
      + each(\.introducedYear, of: [2025, 2026, 2028, nil], when: isNewHeadquarters)
      + each(\.headquarters, of: kinds, when: isNewHeadquarters)
      + each(\.introducedYear, of: [nil], when: spendIsUnknown)
      + each(\.headquarters, of: ["regional"], when: spendIsUnknown)
  }

  /// Measure 7: a quarter of the funds, with a cap of 5,000,000 that is reached at 20,000,000.
  ///
  /// A quarter of 0.02 is half a fen.
  private static var researchTaskMatch: [Change] {
    func carriesTask(_ enterprise: inout Enterprise) {
      enterprise.researchTask = "national"
      enterprise.taskFundsReceived = 3_000_000_00
    }
    let funds: [Int?] = [
      0, 1, 2, 3, 19_999_999_99, 20_000_000_00, 20_000_000_01, 20_000_000_02, 20_000_000_04, nil,
    ]
    return each(\.taskFundsReceived, of: funds, when: carriesTask)
      + each(\.researchTask, of: ["provincial", "none", nil], when: carriesTask)
  }

  /// Measure 13: small and micro enterprises with a credit line of up to 20,000,000.
  private static var inclusiveCredit: [Change] {
    func isAtTheCap(_ enterprise: inout Enterprise) { enterprise.creditLine = 20_000_000_00 }
    let lines: [Int?] = [0, 19_999_999_99, 20_000_000_00, 20_000_000_01, nil]
    return each(\.creditLine, of: lines, when: isAtTheCap)
      + each(\.size, of: ["micro", "medium", nil], when: isAtTheCap)
  }

  /// Measure 17: proposals up to the cap of 10,000,000.
  private static var marketPilotAward: [Change] {
    func hasPilot(_ enterprise: inout Enterprise) {
      enterprise.marketOperator = true
      enterprise.marketPilotApproved = true
      enterprise.marketAwardProposed = 8_000_000_00
    }
    let proposals: [Int?] = [0, 9_999_999_99, 10_000_000_00, 10_000_000_01, nil]
    return each(\.marketAwardProposed, of: proposals, when: hasPilot)
      + each(\.marketPilotApproved, of: [false, nil], when: hasPilot)
      + each(\.marketOperator, of: [false, nil], when: hasPilot)
  }

  /// Measure 25: half of the fee; of 0.01 and 0.03 the half ends in half a fen.
  private static var cultureFeeRelief: [Change] {
    func owesFee(_ enterprise: inout Enterprise) {
      enterprise.advertisingBusiness = true
      enterprise.cultureFeeLocal = true
      enterprise.cultureFeeDue = 60_000_00
    }
    return each(\.cultureFeeDue, of: [0, 1, 2, 3, 60_000_00, nil], when: owesFee)
      + each(\.cultureFeeLocal, of: [false, nil], when: owesFee)
      + each(\.advertisingBusiness, of: [false, nil], when: owesFee)
  }
}
