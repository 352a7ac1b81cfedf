-- What the changes in catalog/changes.yaml come to. Each amount is what is paid with the example's figures:
-- with your own, `yardstick test` shows what changes, and this file says what you expect.

suite "export_voucher" {
  at = 2027,
  given = { rd_spend = "100万元", exporter = true },

  { "can be paid", expect = { eligible = true, amount = "10万元" } },
}

suite "research_grant" {
  at = 2027,
  given = { size = "small", rd_spend = "10000万元" },

  { "can be paid", expect = { eligible = true, amount = "500万元" } },
  { "is paid up to the cap", given = { rd_spend = "1000000万元" },
    expect = { eligible = true, amount = "1000万元", capped_by = "cap" } },
}
