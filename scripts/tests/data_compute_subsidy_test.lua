-- Measure 4: a fifth of the computing costs of operators of authorised public data.

suite "data_compute_subsidy" {
  at    = "2027",
  given = { data_operator = true, compute_spend = "100万元" },

  { "pays twenty per cent", expect = { eligible = true, amount = "20万元" } },
  { "the cap is reached", given = { compute_spend = "500万元" },
    expect = { amount = "100万元", capped_by = missing } },
  { "one fen more than the cap", given = { compute_spend = "5000000.05元" },
    expect = { computed = "1000000.01元", amount = "100万元", capped_by = "cap" } },
  { "less than half a fen is nothing", given = { compute_spend = "0.02元" },
    expect = { eligible = true, computed = "0.004元", amount = "0元" } },
  { "no operator", given = { data_operator = false },
    expect = { eligible = false, unmet = { "operates authorised public data" }, amount = missing } },
  { "no spend", given = { compute_spend = "0元" },
    expect = { eligible = false, unmet = { "has paid for computing" } } },
  { "not known whether it operates data", given = { data_operator = missing },
    expect = { status = "undetermined", missing = { "data_operator" } } },
  { "spend not known", given = { compute_spend = missing },
    expect = { status = "undetermined", missing = { "compute_spend" } } },
}
