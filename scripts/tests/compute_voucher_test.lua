-- Measure 2: vouchers whose rate the document leaves to local rules.

suite "compute_voucher" {
  at    = "2027",
  given = { size = "small", public_compute = true, compute_spend = "10万元" },

  { "eligible, but the rate is left to local rules",
    expect = { eligible = true, open = { "rate" }, amount = missing } },
  { "a medium enterprise", given = { size = "medium" }, expect = { eligible = true } },
  { "a micro enterprise", given = { size = "micro" }, expect = { eligible = true } },
  { "a large enterprise", given = { size = "large" },
    expect = { eligible = false, unmet = { "is a small or medium enterprise" } } },
  { "private computing power", given = { public_compute = false },
    expect = { eligible = false, unmet = { "uses public computing power" } } },
  { "no spend", given = { compute_spend = "0元" },
    expect = { eligible = false, unmet = { "has paid for computing" } } },
  { "one fen of spend", given = { compute_spend = "0.01元" }, expect = { eligible = true } },
  { "nothing known", given = { size = missing, public_compute = missing, compute_spend = missing },
    expect = { status = "undetermined", missing = { "size", "public_compute", "compute_spend" } } },
  { "what fails decides, whatever is not known",
    given = { size = "large", public_compute = missing, compute_spend = missing },
    expect = { status = "ineligible", unknown = { "uses public computing power", "has paid for computing" } } },
}
