suite "research_grant" {
  at    = "2026",
  given = { size = "small", rd_spend = "9999999.99元" },
  { "one fen below", expect = { eligible = true, amount = "50万元" } },
  { "unlike conditions", given = { size = "large" }, expect = { unmet = { "is not large" } } },
  { "passes", expect = { eligible = false } },
}
