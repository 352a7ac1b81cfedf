-- Measure 25: half of the culture fee, where it belongs to local revenue.

suite "culture_fee_relief" {
  at    = "2027",
  given = { advertising_business = true, culture_fee_local = true, culture_fee_due = "3万元" },
  cases = "culture_fee_relief.csv",
}
