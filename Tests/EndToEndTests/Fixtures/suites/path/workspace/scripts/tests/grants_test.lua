suite "research_grant" {
  at    = 2026,
  given = { size = "small", rd_spend = "1200万元" },
  { "pays five per cent", expect = { eligible = true, amount = "60万元" } },
  { "capped", given = { rd_spend = "2亿元" }, expect = { amount = "500万元", capped_by = "cap" } },
  { "the cap of the year before", at = "2025", given = { rd_spend = "2亿元" },
    expect = { amount = "400万元" } },
  { "a large firm", given = { size = "large" }, expect = { status = "ineligible", unmet = "is not large" } },
  { "nothing known", given = { size = missing, rd_spend = missing },
    expect = { unknown = { "is not large", "research reaches the floor" }, missing = { "size", "rd_spend" } } },
}

suite "export_voucher" {
  at = "2026",
  { "left to local rules", given = { exporter = true, rd_spend = "1万元" },
    expect = { eligible = true, open = { "rate" }, amount = missing } },
}
