suite "export_voucher" {
  at = 2026, given = { exporter = true, size = "small", rd_spend = "1200万元" },
  { "pays the district's rate", expect = { amount = "120万元", payable = "120万元", set_aside = {} } },
  { "not known whether the other pays", given = { size = missing },
    expect = { payable = "120万元", pending = { "research_grant" } } },
}
suite "research_grant" {
  at = 2026, given = { exporter = true, size = "small", rd_spend = "1200万元" },
  { "gives way to what pays more",
    expect = { amount = "60万元", payable = "0元", set_aside = { "research_total" } } },
}
suite "east_award" {
  at = 2026, given = { exporter = true, size = "small" },
  { "an odd fen goes to the city", given = { rd_spend = "1.00元" },
    expect = { amount = "0.01元", shares = { city = "0.01元", district = "0元" } } },
  { "a wrong share", given = { rd_spend = "1000元" },
    expect = { shares = { city = "6元", district = "4元" } } },
}
