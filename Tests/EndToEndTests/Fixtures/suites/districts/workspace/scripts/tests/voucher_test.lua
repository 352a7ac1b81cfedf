suite "export_voucher" {
  at = 2026, given = { exporter = true, size = "small", rd_spend = "1200万元" },
  { "the city leaves the rate open", expect = { eligible = true, open = { "rate" }, payable = missing } },
}
