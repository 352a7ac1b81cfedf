suite "research_grant" {
  at = "2026",
  { "fails", given = { size = "small", rd_spend = "1200万元" }, expect = { eligible = true } },
  { "is known to fail", given = { size = "small", rd_spend = "1200万元" }, expect = { error = "a count" } },
  { "fails otherwise", given = { size = "small", rd_spend = "1200万元" }, expect = { error = "nothing" } },
}
