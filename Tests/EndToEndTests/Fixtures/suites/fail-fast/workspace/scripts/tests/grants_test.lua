suite "research_grant" {
  at    = "2026",
  given = { size = "small", rd_spend = "2亿元" },
  { "passes", expect = { eligible = true } },
  { "fails", expect = { eligible = false } },
  { "is not run", expect = { eligible = false } },
}
