suite "research_grant" {
  at = "2026",
  given = { rd_spend = "1200万元" },
  { "pays", expect = { ammount = "60万元" } },
  { "is assessed", expect = { distance = "1元" } },
}
