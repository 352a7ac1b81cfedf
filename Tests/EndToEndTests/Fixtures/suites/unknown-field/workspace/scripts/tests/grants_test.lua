suite "research_grant" {
  at = "2026",
  given = { rd_spent = "1200万元" },
  { "pays", expect = { eligible = true } },
}
